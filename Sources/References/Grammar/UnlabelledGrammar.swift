/// Kamerstukken without a label: `(31497, nr. 496)`, `36 600 XIV, nr. 2`, `amendement 36067 – 61`.
///
/// Two numbers side by side are too common to be a citation, so one of these must hold: `nr.` stands between them, or
/// parentheses hold a dossier with a letter, a chapter, pages or another number and nothing else, or a word before them
/// announces a paper.
struct UnlabelledGrammar {
    let start: Int
    let confidence: Double
    /// A word such as `motie` or `t.v.v.` stands before the number.
    var isAnnounced = false
    /// `EK` stands before the number, or `ingeschreven onder nummer`.
    var isOfEersteKamer = false
    /// The latter, so that running text may follow.
    var isNumbered = false
    /// A word before the number says that it is a dossier, which may then be named as a whole.
    var isDossier = false

    init(from start: Int, confidence: Double, isAnnounced: Bool = false) {
        self.start = start
        self.confidence = confidence
        self.isAnnounced = isAnnounced
    }

    /// Reads from the dossier on.
    func recognise(_ cursor: inout ByteCursor) -> Recognition? {
        let numberStart = cursor.position
        guard var dossier = cursor.takeDossierNumber(.unlabelled) else { return nil }
        let isParenthesised = cursor.bytes[..<numberStart].last == UInt8(ascii: "(")
        cursor.takeSuffix(of: &dossier)
        if isDossier, !dossier.mayBeOfBill { return nil }
        // "tussen 10 000 en 20 000, nr. 5": whole thousands are amounts, unless they are budgets with a chapter.
        if !isParenthesised, !isAnnounced, dossier.suffix == nil, dossier.number.hasSuffix("000") { return nil }
        var also: [String] = []
        // No paper is filed under more; a longer row of numbers is a table, which must not be read again and again.
        var end = cursor.position
        while also.count < 8, let next = takeFurtherDossier(&cursor, isParenthesised) { also.append(next.spelling) }
        if !also.isEmpty { end = cursor.position }
        if isParenthesised { cursor.takeWordsBehindDossier() }
        var list = cursor.takeLabelledNumbers()
        var certainty = confidence
        var isListed = false
        if list == nil, also.isEmpty {
            list = cursor.attempt { cursor in
                guard let list = cursor.takeDashedNumber() else { return nil }
                let isAlone = isParenthesised && cursor.byte == UInt8(ascii: ")")
                isListed = cursor.sees { $0.takeFurtherDashedPaper() }
                let isCertain = dossier.suffix != nil || dossier.isOfRijkswet
                return (isAnnounced && !isDossier) || isCertain || isAlone || isListed ? list : nil
            }
        }
        // A chapter makes a letter behind it a number: "gedrukt onder 33 750 VI, D."
        let hasChapter = dossier.suffix?.utf8.first?.isUpper ?? false
        if list == nil, isParenthesised || isOfEersteKamer || hasChapter || !also.isEmpty {
            list = takeLetterAtEnd(&cursor)
        }
        let isWritten = isAnnounced || (isParenthesised && end - numberStart == 5)
        if list == nil, isWritten, also.isEmpty, dossier.mayBeOfBill, dossier.value % 100 != 0 {
            list = takeNumberAtEnd(&cursor, needsParenthesis: !isAnnounced)
            if list != nil { certainty = Confidence.juxtaposed }
        }
        if list == nil, isParenthesised, also.isEmpty, cursor.sees({ $0.takePages() }) {
            return Recognition(
                range: start..<cursor.position, kind: .kamerstuk,
                targets: [PaperID(canonical: "dossier-\(dossier.spelling)")], confidence: Confidence.partial,
                warnings: [.partial])
        }
        guard let list else {
            return isDossier || dossier.isOfRijkswet
                ? whole([dossier.spelling] + also, end: end)
                : damaged(&cursor, dossier: dossier, isParenthesised: isParenthesised)
        }
        cursor.position = list.end
        var found = Recognition(
            range: start..<list.end, kind: .kamerstuk,
            targets: list.numbers.map { PaperID(dossier, $0) }, alsoDossiers: also,
            confidence: list.warnings.isEmpty ? certainty : Confidence.damaged, warnings: list.warnings)
        if isListed || isParenthesised || hasChapter { found.list = KamerstukGrammar(isListed: isListed) }
        return found
    }

    private func whole(_ dossiers: [String], end: Int) -> Recognition {
        Recognition(
            range: start..<end, kind: .kamerstuk, targets: dossiers.map { PaperID(canonical: "dossier-\($0)") },
            confidence: Confidence.partial, warnings: [.partial])
    }

    /// - Parameter isParenthesised: whether a space alone may stand between them: `(35526 25295, CG)`.
    private func takeFurtherDossier(_ cursor: inout ByteCursor, _ isParenthesised: Bool) -> DossierName? {
        cursor.attempt { cursor in
            cursor.takeSpace(lineEnds: 1)
            let hasSeparator = cursor.take(",") || cursor.take("/") || cursor.takeWord("en")
            guard hasSeparator || (isParenthesised && cursor.digitCount == 5) else { return nil }
            cursor.takeSpace(lineEnds: 1)
            guard var next = cursor.takeDossierNumber(.unlabelled), !isDossier || next.mayBeOfBill else { return nil }
            cursor.takeSuffix(of: &next)
            return next
        }
    }

    /// Takes `, J` of `(36.259, J)` and of `EK 36.259, J`.
    private func takeLetterAtEnd(_ cursor: inout ByteCursor) -> NumberList? {
        cursor.attempt { cursor in
            guard cursor.take(",") else { return nil }
            cursor.takeSpace()
            guard (1...2).contains(cursor.capitalCount), let number = cursor.takePaperNumber() else { return nil }
            let isClosed =
                cursor.byte == UInt8(ascii: ")") || isNumbered || cursor.isBeforeEndOfCitation
                || cursor.sees { $0.takeSpace() && $0.take("(") }
            return isClosed ? NumberList(numbers: [number.spelling], end: cursor.position) : nil
        }
    }

    /// Takes `, 371)` of `(31497, 371)`; where a space parts the thousands, as in `(31 497, 371)`, it may be amounts, unless
    /// a word announces a paper: `motie 31 497, 371`.
    private func takeNumberAtEnd(_ cursor: inout ByteCursor, needsParenthesis: Bool) -> NumberList? {
        cursor.attempt { cursor in
            guard cursor.take(",") else { return nil }
            cursor.takeSpace()
            guard let number = cursor.takePaperNumber(letters: false), number.isPossible, !number.isYear,
                needsParenthesis ? cursor.byte == UInt8(ascii: ")") : cursor.isBeforeEndOfCitation
            else { return nil }
            return NumberList(numbers: [number.spelling], end: cursor.position)
        }
    }

    /// `(31 497, nr.` at the end of the text, `(31 497, nr. [xxx])`.
    private func damaged(
        _ cursor: inout ByteCursor, dossier: DossierName, isParenthesised: Bool
    ) -> Recognition? {
        cursor.takeSpace()
        _ = cursor.take(",")
        cursor.takeSpace()
        guard isParenthesised, cursor.takeNumberLabel() != nil else { return nil }
        let warning: Reference.Warning
        var end = cursor.position
        if cursor.takePlaceholder() {
            warning = .placeholder
            end = cursor.position
        } else if cursor.isAtEnd {
            warning = .truncated
            while end > start, cursor.bytes[end - 1] <= 0x20 { end -= 1 }
        } else {
            return nil
        }
        return Recognition(
            range: start..<end, kind: .kamerstuk,
            targets: warning == .placeholder ? [] : [PaperID(canonical: "dossier-\(dossier.spelling)")],
            confidence: Confidence.damaged, warnings: [warning])
    }
}

extension UnlabelledGrammar {
    /// Reads a number that stands before its dossier, as spoken in the chamber: `nr. 456 (36800-XVI)`, `nr. 12 (Kamerstuk
    /// 35 256)`, `nrs. 12 en 13 van Kamerstuk 35 256`.
    static func recogniseSpoken(_ cursor: inout ByteCursor, from start: Int) -> Recognition? {
        guard let label = cursor.takeNumberLabel(), let list = takeSpokenNumbers(&cursor, label) else { return nil }
        cursor.takeSpace(lineEnds: 1)
        let isParenthesised = cursor.take("(")
        guard isParenthesised || (cursor.takeWord("van") && cursor.takeSpace(lineEnds: 1)) else { return nil }
        let isLabelled = cursor.takeKamerstukLabel()
        if isLabelled { cursor.takeSpace(lineEnds: 1) }
        guard isParenthesised || isLabelled, var dossier = cursor.takeDossierNumber(.unlabelled) else { return nil }
        cursor.takeSuffix(of: &dossier)
        // Behind "nr. 12 van Kamerstuk 31 497, nr. 8" stands a number of its own.
        guard isParenthesised ? cursor.take(")") : cursor.seen({ $0.takeLabelledNumbers() }) == nil else { return nil }
        return Recognition(
            range: start..<cursor.position, kind: .kamerstuk,
            targets: list.numbers.map { PaperID(dossier, $0) }, confidence: Confidence.parenthesised)
    }

    private static func takeSpokenNumbers(_ cursor: inout ByteCursor, _ label: NumberLabel) -> NumberList? {
        if label == .several {
            return cursor.takeNumberRun(label, letters: false).flatMap { $0.warnings.isEmpty ? $0 : nil }
        }
        guard let number = cursor.takePaperNumber(letters: false), number.isPossible else { return nil }
        return NumberList(numbers: [number.spelling], end: cursor.position)
    }

    /// Reads a paper of a household dossier of the Eerste Kamer: `CXLVIII, A`, alone or in parentheses.
    static func recogniseRoman(_ cursor: inout ByteCursor, from start: Int) -> Recognition? {
        guard start == 0 || "( ;".utf8.contains(cursor[-1]), let dossier = cursor.takeRomanDossier(), cursor.take(",")
        else { return nil }
        cursor.takeSpace(lineEnds: 1)
        _ = cursor.takeNumberLabel()
        guard (1...2).contains(cursor.capitalCount), let number = cursor.takePaperNumber(),
            cursor.isBeforeEndOfCitation
        else { return nil }
        return Recognition(
            range: start..<cursor.position, kind: .kamerstuk,
            targets: [PaperID(dossier, number.spelling)],
            confidence: Confidence.unlabelled)
    }
}

extension ByteCursor {
    /// Takes `; 33576-24` behind another such paper: two side by side are no amounts.
    fileprivate mutating func takeFurtherDashedPaper() -> Bool {
        takeSpace(lineEnds: 1)
        guard take(";") || take(",") || takeWord("en") else { return false }
        takeSpace(lineEnds: 1)
        guard digitCount == 5, takeDossierNumber(.unlabelled) != nil, take("-") else { return false }
        if takeChapter() != nil { _ = takeDash() }
        return (1...4).contains(digitCount)
    }
}
