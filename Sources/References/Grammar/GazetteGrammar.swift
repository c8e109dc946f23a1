/// Staatsblad, Staatscourant, Tractatenblad and the gazettes of lower authorities: `Stb. 2021, 393`, `Stcrt. 2011,
/// nr. 6602`, `Trb. 2018, 201 en 202`, `Gemeenteblad 2022, 68000`.
enum GazetteGrammar {
    private static let labels: [(word: StaticString, prefix: String, kind: Reference.Kind)] = [
        ("stb", "stb", .staatsblad), ("staatsblad", "stb", .staatsblad), ("stcrt", "stcrt", .staatscourant),
        ("staatscourant", "stcrt", .staatscourant), ("trb", "trb", .tractatenblad),
        ("tractatenblad", "trb", .tractatenblad), ("gemeenteblad", "gmb", .decentraalBlad),
        ("provinciaal blad", "prb", .decentraalBlad), ("waterschapsblad", "wsb", .decentraalBlad),
    ]
    private static let words = WordList(labels.map(\.word))

    /// Reads from the label on: a year from 1800 and one or several numbers.
    static func recognise(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let index = words.takeIndex(&cursor) else { return nil }
        let label = labels[index]
        cursor.takeEmphasis()
        _ = cursor.take(".") || cursor.take(",")
        cursor.takeEmphasis()
        cursor.takeSpace()
        cursor.takeEmphasis()
        if cursor.takeWord("van het koninkrijk der nederlanden") || cursor.takeWord("jaargang") { cursor.takeSpace() }
        if label.kind == .decentraalBlad { takePlace(&cursor) }
        let hasYear = cursor.digitCount == 4
        guard let year = hasYear ? cursor.takeNumber() : cursor.takeYearOfDate(), (1800...2099).contains(year) else {
            return hasYear ? nil : recogniseUndated(&cursor, from: start, prefix: label.prefix, kind: label.kind)
        }
        let mark = cursor.position
        cursor.takeSpace()
        let hasSeparator = cursor.take(",") || cursor.take("/") || cursor.take(".") || cursor.takeDash()
        cursor.takeSpace()
        let hasLabel = cursor.takeNumberLabel() != nil
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
            ?? takeFurtherNumber(&cursor).map({ (issues[issues.count - 1].year, $0) })
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
        let hasLabel = cursor.takeNumberLabel() != nil
        if kind == .staatsblad, let found = recogniseLettered(&cursor, from: start) { return found }
        guard let number = takeNumber(&cursor) else { return nil }
        var numbers = [number]
        var end = cursor.position
        let year: Int
        if hasLabel, let dated = cursor.takeYearOfDateBehind() {
            (year, end) = (dated, cursor.position)
        } else {
            while let next = takeFurtherNumber(&cursor) {
                numbers.append(next)
                end = cursor.position
            }
            cursor.position = end
            let isBeforeDate = cursor.sees {
                $0.takeSpace() && $0.takeWord("en") && $0.takeSpace() && $0.takeDate() != nil
            }
            guard cursor.isBeforeEndOfCitation || isBeforeDate,
                let dated = ByteCursor(cursor.bytes, at: start).yearOfDateBefore
            else {
                return nil
            }
            year = dated
        }
        return Recognition(
            range: start..<end, kind: kind, targets: numbers.map { PaperID(canonical: "\(prefix)-\(year)-\($0)") },
            confidence: Confidence.unlabelled)
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

    /// Takes ` en 2019, 14`, `; 2021, nr. 6789`.
    private static func takeFurtherYear(_ cursor: inout ByteCursor) -> (year: Int, number: Int)? {
        cursor.attempt { cursor in
            cursor.takeSpace(lineEnds: 1)
            guard cursor.take(";") || cursor.takeWord("en") else { return nil }
            cursor.takeSpace()
            guard cursor.digitCount == 4, let year = cursor.takeNumber(), (1900...2099).contains(year),
                cursor.take(",") || cursor.take("/")
            else { return nil }
            cursor.takeSpace()
            _ = cursor.takeNumberLabel()
            guard let number = takeNumber(&cursor), cursor.isBeforeEndOfCitation else { return nil }
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
    private static func takeFurtherNumber(_ cursor: inout ByteCursor) -> Int? {
        cursor.attempt { cursor in
            cursor.takeSpace()
            let hasComma = cursor.take(",")
            if hasComma { cursor.takeSpace(lineEnds: 1) }
            guard cursor.takeWord("en") || hasComma else { return nil }
            cursor.takeSpace()
            guard let number = takeNumber(&cursor), !(1900...2099).contains(number) else { return nil }
            let isFollowed = cursor.sees { $0.takeSpace() && ($0.takeWord("en") || $0.take("(")) }
            return cursor.isBeforeEndOfCitation || isFollowed ? number : nil
        }
    }
}
