/// Kamerstukken behind a label: `Kamerstukken II 2019/20, 35 300 VIII, nr. 86`.
///
/// Order of the parts: label, chamber, session year, dossier with chapter or suffix, number, pages. All but label and
/// dossier may lack. Aanwijzingen voor de regelgeving 3.43 gives the official form; the others occur in letters.
struct KamerstukGrammar {
    /// Which label announced the paper, and so how much must follow.
    enum Label {
        /// `Kamerstuk`, `Kamerstukken`.
        case kamerstuk
        /// `TK`, `Tweede Kamer`: words that mostly mean the chamber itself.
        case chamber(Chamber)
        /// A whole text that a person typed as the name of a paper.
        case typed
    }

    private let label: Label
    private var chamber: Chamber?
    private var hasSessionYear = false
    /// nil if none is named, or one whose years do not follow each other.
    private var sessionYear: SessionYear?
    /// Whether papers of other dossiers may follow in a list.
    var isListed = true

    init(label: Label) {
        self.label = label
        if case .chamber(let chamber) = label { self.chamber = chamber }
    }

    /// Reads what follows a paper without a label.
    init(isListed: Bool) {
        label = .kamerstuk
        self.isListed = isListed
    }

    /// Reads on behind the label.
    ///
    /// - Parameter start: where the label starts, or the words before it that belong to the reference.
    mutating func recognise(_ cursor: inout ByteCursor, from start: Int) -> Recognition? {
        takePreamble(&cursor)
        if let sessionYear, cursor.takeWord("aanhangsel") {
            // `Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel 5` is the foot of page 5.
            if case .chamber = label, cursor.isBeforePageOfFooter || cursor.isBeforeGluedPage { return nil }
            return HandelingenGrammar.recogniseAanhangsel(&cursor, from: start, chamber: chamber, year: sessionYear)
        }
        if case .chamber = label, !hasSessionYear {
            var grammar = UnlabelledGrammar(from: start, confidence: Confidence.exact, isAnnounced: true)
            grammar.isOfEersteKamer = chamber == .eersteKamer
            // `TK 26691, vergaderjaar 1998–1999, MvA`.
            grammar.isDossier = cursor.sees {
                $0.takeDossierNumber(.unlabelled) != nil && $0.takeListSeparator() && $0.takeSessionYearLabel()
            }
            return grammar.recognise(&cursor)
        }
        var found = Recognition(range: start..<cursor.position, kind: .kamerstuk)
        let mark = cursor.position
        guard takePaper(&cursor, into: &found, isFirst: true) else {
            cursor.position = mark
            return damaged(&cursor, from: start)
        }
        guard !found.warnings.contains(.impossible) else { return found }
        // "Tweede Kamer 2020/21, 12 345 leden" is no dossier.
        if case .chamber = label, found.warnings == [.partial],
            !cursor.isBeforeEndOfCitation, !cursor.sees({ $0.takeSpace() && $0.takeWord(Words.memoranda) })
        {
            return nil
        }
        cursor.position = found.range.upperBound
        if !found.isBroken { found.list = self }
        return consume found
    }

    /// Takes chamber, session years and the words around them.
    private mutating func takePreamble(_ cursor: inout ByteCursor) {
        for _ in 0..<16 {
            let mark = cursor.position
            cursor.takeSpace()
            // Most citations name the dossier at once, and no part of a preamble looks like one.
            if cursor.hasShapeOfDossier { break }
            if cursor.take(",") || cursor.take(":") || cursor.takeTwoWords("der", "staten-generaal") { continue }
            if cursor.takeEmphasis() { continue }
            if cursor.byte == UInt8(ascii: "v"), cursor.takeTwoWords("van", "de") { continue }
            if let named = cursor.takeChamber() {
                chamber = named
            } else if cursor.takeSessionYearLabel() || cursor.takeWord("dossier") {
                continue
            } else if cursor.byte.isDigit || cursor.byte == UInt8(ascii: "("), takeYears(&cursor) {
                continue
            } else if cursor.sees({ $0.takeNumberLabel() != nil && $0.takeDossierNumber(.labelled) != nil }) {
                _ = cursor.takeNumberLabel()
            } else {
                cursor.position = mark
                break
            }
        }
        cursor.takeSpace()
    }

    /// Takes session years, also in parentheses, or a chamber in parentheses.
    private mutating func takeYears(_ cursor: inout ByteCursor) -> Bool {
        if let year = cursor.takeParenthesised({ $0.takeSessionYear() }) ?? cursor.takeSessionYear() {
            (hasSessionYear, sessionYear) = (true, year)
            takeDashBeforeDossier(&cursor)
        } else if let named = cursor.takeParenthesised({ $0.takeChamber() }) {
            chamber = named
        } else if cursor.takeSessionYear(lenient: true) != nil {
            hasSessionYear = true
            takeDashBeforeDossier(&cursor)
        } else if cursor.sees({ $0.takeSingleYear() }) {
            _ = cursor.takeNumber()
            hasSessionYear = true
        } else {
            return false
        }
        return true
    }

    /// Takes what may stand between the years and a dossier: `1962-1963 - 5380`, `2016/17-34 550`.
    private func takeDashBeforeDossier(_ cursor: inout ByteCursor) {
        _ = cursor.attempt { cursor -> Bool? in
            cursor.takeSpace(lineEnds: 1)
            guard cursor.takeDash() else { return nil }
            cursor.takeSpace(lineEnds: 1)
            return cursor.byte.isDigit ? true : nil
        }
    }

    /// Takes dossiers and the numbers that belong to them.
    func takePaper(_ cursor: inout ByteCursor, into found: inout Recognition, isFirst: Bool) -> Bool {
        // Further on, any number may stand; only what can be a dossier continues a reference.
        let context = isFirst ? DossierContext.labelled : .unlabelled
        guard let (first, others) = takeDossiers(&cursor, context) else { return false }
        let end = cursor.position
        if first.isImpossible || others.contains(where: \.isImpossible) {
            takeRest(&cursor)
            found.range = found.range.lowerBound..<cursor.position
            found.warnings.append(.impossible)
            found.confidence = Confidence.damaged
            return true
        }
        if let (list, confidence) = takeNumbers(&cursor, isFirst: isFirst) {
            for number in list.numbers {
                let paper = PaperID(first, number)
                if !found.targets.contains(paper) { found.targets.append(paper) }
            }
            found.range = found.range.lowerBound..<list.end
            found.confidence = min(found.confidence, list.warnings.isEmpty ? confidence : Confidence.damaged)
            for warning in list.warnings where !found.warnings.contains(warning) { found.warnings.append(warning) }
            found.alsoDossiers = others.map(\.spelling)
            if found.sessionYear == nil { found.sessionYear = sessionYear }
            return true
        }
        guard isFirst, first.number.utf8.count != 4 || hasSessionYear else { return false }
        found.targets = ([first] + others).map { PaperID(canonical: "dossier-\($0.spelling)") }
        cursor.position = end
        if let (warning, damagedEnd) = takeDamagedNumber(&cursor) {
            found.range = found.range.lowerBound..<damagedEnd
            found.warnings.append(warning)
            found.confidence = Confidence.damaged
            // What is still to be filled in names nothing yet, not even the whole dossier.
            if warning == .placeholder { found.targets = [] }
        } else {
            cursor.position = end
            found.range = found.range.lowerBound..<end
            found.warnings.append(.partial)
            found.confidence = Confidence.partial
        }
        return true
    }
}

// MARK: - Parts

extension KamerstukGrammar {
    /// Dossiers reached 10,000 in the session of 1968/69, and older ones went on for some years.
    private static let firstYearOfFiveDigits = 1985

    /// Takes one dossier, or several that share a paper: `31 293 en 31 289`.
    private func takeDossiers(
        _ cursor: inout ByteCursor, _ context: DossierContext
    ) -> (first: DossierName, others: [DossierName])? {
        let isHousehold = chamber == .eersteKamer && hasSessionYear
        let isOld = sessionYear.map { $0.first < Self.firstYearOfFiveDigits } ?? false
        guard
            var first = cursor.takeRomanDossier() ?? (isHousehold ? cursor.takeShortRomanDossier() : nil)
                ?? cursor.takeDossierNumber(context) ?? (isOld ? cursor.takeOldDossierNumber() : nil)
        else { return nil }
        if first.number.utf8.count == 4, let sessionYear, sessionYear.first >= Self.firstYearOfFiveDigits { return nil }
        cursor.takeSuffix(of: &first)
        var others: [DossierName] = []
        while let next = cursor.attempt({ cursor -> DossierName? in
            cursor.takeSpace()
            guard cursor.take(",") || cursor.take("/") || cursor.take("&") || cursor.take("+") || cursor.takeWord("en")
            else { return nil }
            cursor.takeSpace()
            _ = cursor.takeWord("en")
            cursor.takeSpace()
            // Behind an old number of four digits stands another, behind five digits the number of a paper.
            let context = first.number.utf8.count == 4 && cursor.digitCount == 4 ? DossierContext.labelled : .unlabelled
            guard var next = cursor.takeDossierNumber(context), !cursor.isBeforePlainWord else { return nil }
            cursor.takeSuffix(of: &next)
            return next
        }) {
            others.append(next)
        }
        return (first, others)
    }

    /// Takes the numbers behind a dossier, in whichever way they are joined to it.
    private func takeNumbers(_ cursor: inout ByteCursor, isFirst: Bool) -> (NumberList, Double)? {
        let mark = cursor.position
        cursor.takeWordsBehindDossier()
        if let list = cursor.takeLabelledNumbers() { return (list, Confidence.exact) }
        if let list = cursor.takeDashedNumber() { return (list, Confidence.exact) }
        if let list = takeBareNumbers(&cursor) ?? takeSlashedNumber(&cursor) { return (list, Confidence.bareNumber) }
        if let list = cursor.takeParenthesisedNumbers(requiresLabel: !hasSessionYear) {
            return (list, Confidence.bareNumber)
        }
        if isFirst, let list = takeJuxtaposedNumber(&cursor) { return (list, Confidence.juxtaposed) }
        cursor.position = mark
        return nil
    }

    /// Takes numbers behind a comma alone: `31 497, 383`, `33802, C`.
    ///
    /// Papers of the Tweede Kamer with a letter are the advice of the Raad van State and what was sent with it.
    private func takeBareNumbers(_ cursor: inout ByteCursor) -> NumberList? {
        cursor.attempt { cursor in
            cursor.takeSpace()
            guard cursor.take(",") else { return nil }
            cursor.takeSpace()
            let letters = chamber != .tweedeKamer || (hasSessionYear && cursor.capitalCount == 1)
            guard !cursor.sees({ $0.takeSessionYear(lenient: true) != nil }),
                let number = cursor.sees({ $0.takePages() })
                    ? nil : cursor.seen({ $0.takePaperNumber(letters: letters) }),
                !number.isYear, !number.isDebate, let list = cursor.takeNumberList(.one, letters: letters),
                !cursor.isBeforeMonth
            else { return nil }
            if cursor.goesOnAsAmount(number) || (number.value == nil && cursor.isInitial) { return nil }
            if number.value != nil, cursor.isBeforeNoun { return nil }
            let isOfEersteKamer = number.value == nil && chamber == .eersteKamer
            let closed =
                cursor.isBeforeEndOfCitation || cursor.sees { $0.takeSpace() && $0.takeWord("en") }
                || (isOfEersteKamer && cursor.isBeforeEndOfList)
                || (number.value == nil && cursor.sees { $0.takeSpace() && $0.take("(") })
                || (isChamberOfFooter && cursor.isBeforePageOfFooter)
            return closed || (hasSessionYear && number.value != nil && !cursor.byte.isLetterOrDigit) ? list : nil
        }
    }

    /// Takes `/501` of `Kamerstuk 31322/501`.
    private func takeSlashedNumber(_ cursor: inout ByteCursor) -> NumberList? {
        cursor.attempt { cursor in
            guard cursor.take("/"), (1...4).contains(cursor.digitCount),
                let number = cursor.takePaperNumber(letters: false), number.isPossible, !number.isYear,
                cursor.isBeforeEndOfList
            else { return nil }
            return NumberList(numbers: [number.spelling], end: cursor.position)
        }
    }

    /// Whether the label is that of a page's foot: `Eerste Kamer, vergaderjaar 2016–2017, 33 106, AA 3`.
    private var isChamberOfFooter: Bool { if case .chamber = label { hasSessionYear } else { false } }

    /// Takes a number with nothing before it: `31 459 22`, `31145 AA`.
    private func takeJuxtaposedNumber(_ cursor: inout ByteCursor) -> NumberList? {
        let letters = chamber != .tweedeKamer
        return cursor.attempt { cursor in
            guard cursor.takeSpace(lineEnds: 0), let number = cursor.takePaperNumber(letters: letters), !number.isYear,
                !number.isDebate, number.isPossible
            else { return nil }
            // Letters of a named Eerste Kamer are a number, whatever follows.
            let isNamed = chamber == .eersteKamer && number.value == nil && cursor.byte == 0x20
            guard isNamed || cursor.isBeforeEndOfCitation else { return nil }
            return NumberList(numbers: [number.spelling], end: cursor.position)
        }
    }

    /// Takes `, nr.` without a number behind it.
    private func takeDamagedNumber(_ cursor: inout ByteCursor) -> (Reference.Warning, end: Int)? {
        cursor.takeSpace()
        let hasComma = cursor.take(",")
        let comma = cursor.position
        cursor.takeSpace()
        if hasComma, cursor.isAtEnd { return (.truncated, comma) }
        guard cursor.takeNumberLabel() != nil else { return nil }
        if cursor.takePlaceholder() { return (.placeholder, cursor.position) }
        var end = cursor.position
        while end > 0, cursor.bytes[end - 1] <= 0x20 { end -= 1 }
        return (.truncated, end)
    }

    /// Takes the numbers behind an impossible dossier, so that they are not read as something else.
    private func takeRest(_ cursor: inout ByteCursor) { _ = cursor.takeLabelledNumbers() }

    /// What a label without a dossier tells: that the text breaks off, or that the number is still to be filled in.
    private func damaged(_ cursor: inout ByteCursor, from start: Int) -> Recognition? {
        guard case .kamerstuk = label else { return nil }
        let warning: Reference.Warning
        if cursor.takePlaceholder() {
            warning = .placeholder
        } else if cursor.isBrokenOff(from: start, isPlain: chamber == nil && !hasSessionYear) {
            warning = .truncated
        } else {
            return nil
        }
        var end = cursor.position
        while end > start, cursor.bytes[end - 1] <= 0x20 { end -= 1 }
        return Recognition(
            range: start..<end, kind: .kamerstuk, confidence: Confidence.damaged, warnings: [warning])
    }
}
