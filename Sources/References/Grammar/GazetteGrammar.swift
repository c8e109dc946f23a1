/// Staatsblad, Staatscourant, Tractatenblad and the gazettes of lower authorities: `Stb. 2021, 393`, `Stcrt. 2011,
/// nr. 6602`, `Trb. 2018, 201 en 202`, `Gemeenteblad 2022, 68000`.
enum GazetteGrammar {
    private static let labels: [(word: StaticString, prefix: String, kind: Reference.Kind)] = [
        ("stb", "stb", .staatsblad), ("stbl", "stb", .staatsblad), ("staatsblad", "stb", .staatsblad),
        ("stcrt", "stcrt", .staatscourant),
        ("staatscourant", "stcrt", .staatscourant), ("trb", "trb", .tractatenblad),
        ("tractatenblad", "trb", .tractatenblad), ("gemeenteblad", "gmb", .decentraalBlad),
        ("provinciaal blad", "prb", .decentraalBlad), ("waterschapsblad", "wsb", .decentraalBlad),
        ("gmb.", "gmb", .decentraalBlad), ("prb.", "prb", .decentraalBlad), ("wsb.", "wsb", .decentraalBlad),
    ]
    private static let words = WordList(labels.map(\.word))

    /// Reads from the label on: a year from 1800 and one or several numbers.
    static func recognise(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let index = words.takeIndex(&cursor), !ByteCursor(cursor.bytes, at: start).isBehindCountry else {
            return nil
        }
        let label = labels[index]
        cursor.takeEmphasis()
        _ = cursor.take(".") || cursor.take(",")
        cursor.takeEmphasis()
        cursor.takeSpace()
        cursor.takeEmphasis()
        if takeKingdom(&cursor) || cursor.takeWord("jaargang") { cursor.takeSpace() }
        if label.kind == .decentraalBlad { takePlace(&cursor) }
        let behindLabel = cursor.position
        let hasYear = cursor.digitCount == 4
        guard let year = takeYear(&cursor), (1800...2099).contains(year) else {
            cursor.position = behindLabel
            return recogniseUndated(&cursor, from: start, prefix: label.prefix, kind: label.kind)
        }
        let mark = cursor.position
        cursor.takeSpace()
        let hasSeparator = cursor.take(",") || cursor.take("/") || cursor.take(".") || cursor.takeDash()
        cursor.takeSpace()
        let hasLabel = takeLabel(&cursor)
        if hasSeparator || hasLabel, label.kind == .staatsblad, let lettered = takeLettered(&cursor, of: year) {
            return Recognition(
                range: start..<cursor.position, kind: label.kind, targets: [id(lettered.year, lettered.number)])
        }
        guard let first = takeNumber(&cursor, isGrouped: label.kind == .staatscourant),
            hasSeparator || hasLabel || (hasYear && cursor.isBeforeEndOfCitation)
        else {
            cursor.position = mark
            guard hasYear else { return nil }
            cursor.takeSpace()
            let isBroken = cursor.take(",") && cursor.seen { $0.takeSpace() } != nil
            cursor.takeSpace()
            guard isBroken, cursor.isAtEnd else { return nil }
            return Recognition(
                range: start..<mark, kind: label.kind, confidence: Confidence.damaged, warnings: [.truncated])
        }
        // "de Staatscourant van 16 juni 2005, 115 gemeenten", "het Gemeenteblad 2021, 14 gemeenten".
        let isCounted = !hasLabel && cursor.isBeforePlainWord
        guard !isCounted || (hasYear && label.kind != .decentraalBlad) else { return nil }
        var issues = [(year: year, number: first)]
        var end = cursor.position
        while let next = takeFurtherYear(&cursor)
            ?? takeFurtherNumber(&cursor, isLabelled: hasLabel).map({ (issues[issues.count - 1].year, $0) })
        {
            issues.append(next)
            end = cursor.position
        }
        cursor.position = end
        return Recognition(
            range: start..<end, kind: label.kind,
            targets: issues.map { PaperID(canonical: "\(label.prefix)-\($0.year)-\($0.number)") })
    }

    /// Reads the numbers of `koninklijk besluit van 19 oktober 1961 (Stb. 336)` and `Stcrt. nr. 98 van 24 mei 2006`: the
    /// year is that of the date before or behind.
    private static func recogniseUndated(
        _ cursor: inout ByteCursor, from start: Int, prefix: String, kind: Reference.Kind
    ) -> Recognition? {
        let hasLabel = takeLabel(&cursor)
        if kind == .staatsblad, let found = recogniseLettered(&cursor, from: start) { return found }
        guard let number = takeNumber(&cursor) else { return nil }
        var numbers = [number]
        var end = cursor.position
        let year: Int
        if hasLabel, let dated = cursor.takeYearOfDateBehind() {
            (year, end) = (dated, cursor.position)
        } else {
            while let next = takeFurtherNumber(&cursor, isLabelled: hasLabel) {
                numbers.append(next)
                end = cursor.position
            }
            cursor.position = end
            guard !cursor.isWithinOtherNumber, !cursor.isBeforeCountedNoun,
                let dated = yearOfAct(before: start, cursor)
            else { return nil }
            year = dated
        }
        return Recognition(
            range: start..<end, kind: kind, targets: numbers.map { PaperID(canonical: "\(prefix)-\(year)-\($0)") },
            confidence: Confidence.unlabelled)
    }

    /// Year of the act that a gazette's label at `start` belongs to: of a date right before, or before the act's title.
    private static func yearOfAct(before start: Int, _ cursor: ByteCursor) -> Int? {
        let label = ByteCursor(cursor.bytes, at: start)
        if let year = label.yearOfDateBefore { return year }
        guard label[-1] == UInt8(ascii: "("), cursor.byte == UInt8(ascii: ")") else { return nil }
        return ByteCursor(cursor.bytes, at: start - 1).yearOfActInSentence
    }

    // MARK: - Issues with a letter

    /// Reads `Stb. F 173`, `Stb. I 326 en 327`.
    ///
    /// From 1944 to 1950 each year of the Staatsblad had a letter before its numbers, E to K.
    private static func recogniseLettered(_ cursor: inout ByteCursor, from start: Int) -> Recognition? {
        guard let first = takeLettered(&cursor, of: nil) else { return nil }
        var targets = [id(first.year, first.number)]
        var end = cursor.position
        while let next = takeFurtherNumber(&cursor) {
            targets.append(id(first.year, first.number.prefix(1) + "\(next)"))
            end = cursor.position
        }
        cursor.position = end
        return Recognition(range: start..<end, kind: .staatsblad, targets: targets)
    }

    /// Takes `K 22`, if the letter is that of the year.
    private static func takeLettered(_ cursor: inout ByteCursor, of year: Int?) -> (year: Int, number: String)? {
        cursor.attempt { cursor in
            let letter = cursor.byte
            guard (UInt8(ascii: "E")...UInt8(ascii: "K")).contains(letter), !cursor[1].isLetter else { return nil }
            let named = 1944 + Int(letter - UInt8(ascii: "E"))
            cursor.position += 1
            cursor.takeSpace(lineEnds: 1)
            guard named == year ?? named, (1...3).contains(cursor.digitCount), let number = cursor.takeNumber(),
                number > 0, !cursor.byte.isLetterOrDigit
            else { return nil }
            return (named, "\(UnicodeScalar(letter))\(number)")
        }
    }

    private static func id(_ year: Int, _ number: some StringProtocol) -> PaperID {
        PaperID(canonical: "stb-\(year)-\(number)")
    }

    // MARK: - Numbers

    private static func takeKingdom(_ cursor: inout ByteCursor) -> Bool {
        cursor.attempt { cursor -> Bool? in
            guard cursor.takeTwoWords("van", "het"), cursor.takeSpace(), cursor.takeTwoWords("koninkrijk", "der"),
                cursor.takeSpace(), cursor.takeWord("nederlanden")
            else { return nil }
            return true
        } ?? false
    }

    /// Takes `2019`, `'98`, or a date for its year.
    private static func takeYear(_ cursor: inout ByteCursor) -> Int? {
        if cursor.digitCount == 4 { return cursor.takeNumber() }
        return cursor.takeYearOfDate()
            ?? cursor.attempt { cursor in
                guard cursor.take("'") || cursor.takeUpper("’"), cursor.digitCount == 2, let year = cursor.takeNumber()
                else { return nil }
                return year < 50 ? 2000 + year : 1900 + year
            }
    }

    /// Takes `nr.`, or `No` as old gazettes have it.
    private static func takeLabel(_ cursor: inout ByteCursor) -> Bool {
        if cursor.takeNumberLabel() != nil { return true }
        return cursor.attempt { $0.takeWord("no") && $0.takeSpace(lineEnds: 1) && $0.byte.isDigit ? true : nil }
            ?? false
    }

    /// Takes ` en 2019, 14`, `; 2021, nr. 6789`, `, 2011, 34`, ` jo. 1996, 12`.
    private static func takeFurtherYear(_ cursor: inout ByteCursor) -> (year: Int, number: Int)? {
        cursor.attempt { cursor in
            cursor.takeSpace(lineEnds: 1)
            guard
                cursor.take(";") || cursor.take(",") || cursor.takeWord("en") || cursor.take("jo.")
                    || cursor.takeWord("juncto")
            else { return nil }
            cursor.takeSpace()
            guard cursor.digitCount == 4, let year = cursor.takeNumber(), (1900...2099).contains(year),
                cursor.take(",") || cursor.take("/")
            else { return nil }
            cursor.takeSpace()
            _ = cursor.takeNumberLabel()
            guard let number = takeNumber(&cursor), !cursor.isWithinOtherNumber,
                cursor.isBeforeEndOfCitation || cursor.isBeforeFunctionWord
            else { return nil }
            return (year, number)
        }
    }

    /// Takes `van Amsterdam`, `van de gemeente Den Haag`.
    private static func takePlace(_ cursor: inout ByteCursor) {
        _ = cursor.attempt { cursor -> Bool? in
            guard cursor.takeWord("van") else { return nil }
            for _ in 0..<6 {
                guard cursor.takeSpace(lineEnds: 1) else { return nil }
                if cursor.byte.isDigit { return true }
                while cursor.byte.isLetter || cursor.byte == UInt8(ascii: "-") || cursor.byte >= 0x80
                    || cursor.byte == 0x27
                {
                    cursor.position += 1
                }
                _ = cursor.take(",")
            }
            return nil
        }
    }

    /// - Parameter isGrouped: whether a space or stop may part the thousands: `Stcrt. 2014, 34 567`.
    private static func takeNumber(_ cursor: inout ByteCursor, isGrouped: Bool = false) -> Int? {
        if isGrouped, let number = cursor.attempt(takeGroupedNumber) { return number }
        guard (1...6).contains(cursor.digitCount), let number = cursor.takeNumber(), number > 0 else { return nil }
        return number
    }

    private static func takeGroupedNumber(_ cursor: inout ByteCursor) -> Int? {
        guard (1...2).contains(cursor.digitCount), let thousands = cursor.takeNumber(),
            cursor.takeSpace(lineEnds: 0) || cursor.take("."),
            cursor.digitCount == 3, let rest = cursor.takeNumber(), !cursor.byte.isLetterOrDigit
        else { return nil }
        return thousands * 1000 + rest
    }

    /// Takes ` en 297`, `, 297`, if the list visibly ends or goes on behind it.
    ///
    /// - Parameter isLabelled: whether `nr.` stands before the first number, and so may before others, with pages between.
    private static func takeFurtherNumber(_ cursor: inout ByteCursor, isLabelled: Bool = false) -> Int? {
        cursor.attempt { cursor in
            let hasPages = isLabelled && cursor.takePages()
            cursor.takeSpace()
            let hasComma = cursor.take(",")
            if hasComma { cursor.takeSpace(lineEnds: 1) }
            guard cursor.takeWord("en") || hasComma else { return nil }
            cursor.takeSpace()
            let hasLabel = isLabelled && cursor.takeNumberLabel() != nil
            guard hasLabel || !hasPages, let number = takeNumber(&cursor), !(1900...2099).contains(number),
                !cursor.isWithinOtherNumber, !cursor.isBeforeMonth
            else { return nil }
            let isFollowed = cursor.sees { $0.takeSpace() && ($0.takeWord("en") || $0.take("(")) }
            let isEnding = cursor.isBeforeEndOfCitation && !cursor.isBeforeCountedNoun
            return isEnding || isFollowed || cursor.isBeforeFunctionWord ? number : nil
        }
    }
}
