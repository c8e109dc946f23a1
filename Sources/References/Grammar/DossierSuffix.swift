/// What stands behind the number of a dossier and belongs to its name: the chapter of a budget, the suffix of a council.
extension ByteCursor {
    /// Takes Rijkswet number, council suffix or chapter behind a dossier number.
    mutating func takeSuffix(of dossier: inout DossierName) {
        guard !dossier.isImpossible, !isBeforeCommaAndWord else { return }
        dossier.isOfRijkswet = takeRijkswetNumber()
        dossier.suffix = takeCouncilSuffix(of: dossier) ?? takeChapter(ofBudget: dossier.isOfBudget)
        if takeRijkswetNumber() { dossier.isOfRijkswet = true }
    }

    /// Whether what follows is the comma before `nr.`: behind a comma no suffix but a chapter stands, `, hoofdstuk V`.
    private var isBeforeCommaAndWord: Bool {
        guard byte == UInt8(ascii: ",") else { return false }
        let first = self[1] == 0x20 ? self[2] : self[1]
        return first.isLower && first != UInt8(ascii: "h")
    }

    private static let beforeRijkswetNumber = SignSet("-/(,")

    /// Takes the number of a Rijkswet, `(R2123)`, `-R1519`, `, R 1620`; it is no part of the dossier's name.
    @discardableResult
    mutating func takeRijkswetNumber() -> Bool {
        guard mayContinue(with: Self.beforeRijkswetNumber) else { return false }
        return attempt { cursor -> Bool? in
            cursor.takeSpace()
            let isJoined = cursor.takeDash() || cursor.take("/") || cursor.take(",")
            let inParentheses = cursor.take("(")
            guard inParentheses || isJoined else { return nil }
            cursor.takeSpace(lineEnds: 1)
            guard cursor.takeUpper("R") else { return nil }
            cursor.takeSpace(lineEnds: 1)
            guard (2...4).contains(cursor.digitCount), cursor.takeNumber() != nil else { return nil }
            return !inParentheses || cursor.take(")") ? true : nil
        } ?? false
    }

    /// Takes the chapter of a budget (`VIII`, `IIB`, `hoofdstuk XV`) or the letter of a fund (`M`) behind a dossier.
    ///
    /// A Roman numeral is a chapter. A single letter is one only if a number follows, as in `36 600 M, nr. 2`; else it
    /// is the number of a paper of the Eerste Kamer, as in `33802, C, p. 3`. Behind a budget it is a chapter or fund in any
    /// case, `36 200-B`, unless a comma stands before it.
    mutating func takeChapter(ofBudget: Bool = false) -> String? {
        attempt { cursor in
            let hasSpace = cursor.takeSpace()
            var hasComma = false
            if cursor.byte == UInt8(ascii: "("), let name = cursor.takeChapterInParentheses() { return name }
            if cursor.take(",") {
                hasComma = true
            } else if cursor.takeDash() || (!hasSpace && (cursor.take(".") || cursor.take("/"))) {
                cursor.takeSpace(lineEnds: 1)
            }
            if hasComma { cursor.takeSpace() }
            let isNamed = cursor.takeWord(Words.chapter)
            if isNamed { cursor.takeSpace() }
            let length = cursor.capitalCount
            guard (1...7).contains(length), !cursor[length].isLetterOrDigit else { return nil }
            let letters = cursor.bytes[cursor.position..<cursor.position + length]
            cursor.position += length
            let name = cursor.string(letters.startIndex..<letters.endIndex)
            if length > 1, isChapter(letters), let part = cursor.takePartOfChapter() { return name + part }
            if isNamed || (length > 1 && isChapter(letters)) { return name }
            if ofBudget, !hasComma, length == 1, !cursor.byte.isLetterOrDigit { return name }
            let needsLead = hasComma || letters.first == UInt8(ascii: "R")
            guard length == 1, cursor.sees({ $0.takeNumberBehindLetter(withoutLead: !needsLead) }) else { return nil }
            return name
        }
    }

    /// Takes `-B` of `IX-B, nr. 2`, ` B` of `IX B, nr. 2`; without a label behind it, it is the number of a paper.
    private mutating func takePartOfChapter() -> String? {
        attempt { cursor in
            guard cursor.take("-") || cursor.takeSpace(lineEnds: 0), cursor.capitalCount == 1,
                (UInt8(ascii: "A")...UInt8(ascii: "H")).contains(cursor.byte)
            else { return nil }
            cursor.position += 1
            let isLabelled = cursor.sees { $0.takeListSeparator() && $0.takeNumberLabel() != nil }
            return isLabelled ? cursor.string(cursor.position - 1..<cursor.position) : nil
        }
    }

    /// Takes `(VIII)`.
    private mutating func takeChapterInParentheses() -> String? {
        attempt { cursor in
            guard cursor.take("("), case let length = cursor.capitalCount, (2...7).contains(length) else { return nil }
            let letters = cursor.bytes[cursor.position..<cursor.position + length]
            cursor.position += length
            guard isChapter(letters), cursor.take(")") else { return nil }
            return cursor.string(letters.startIndex..<letters.endIndex)
        }
    }

    /// Whether a number follows a single letter, which makes that a chapter.
    private mutating func takeNumberBehindLetter(withoutLead: Bool) -> Bool {
        if takeDash() { return byte.isDigit || (withoutLead && byte.isUpper && !self[1].isLetter) }
        if sees({ $0.takeFurtherDossier() }) { return true }
        takeSpace()
        let hasComma = take(",") || take("/")
        if hasComma { takeSpace() }
        if takeNumberLabel() != nil { return true }
        guard hasComma, withoutLead else { return false }
        return (1...4).contains(digitCount)
            || ((1...2).contains(capitalCount) && !self[capitalCount].isLetterOrDigit)
    }

    /// Takes the suffix of an EU dossier, `-20` in `21 501-20, nr. 1742`.
    ///
    /// Two digits are a suffix only if another number follows; else they are the number of the paper.
    mutating func takeCouncilSuffix(of dossier: DossierName) -> String? {
        attempt { cursor in
            guard cursor.takeDash() || (dossier.hasSuffixes && cursor.takeSpace(lineEnds: 1)) else { return nil }
            if cursor.byte == 0x0A { cursor.takeSpace(lineEnds: 1) }
            guard cursor.digitCount == 2 else { return nil }
            cursor.position += 2
            let suffix = cursor.string(cursor.position - 2..<cursor.position)
            let followed = cursor.sees { next in
                if next.takeDash() {
                    return next.byte.isLetterOrDigit && dossier.hasSuffixes
                }
                if next.sees({ $0.takeFurtherDossier() }) { return true }
                let hasSpace = next.takeSpace()
                let hasComma = next.take(",")
                next.takeSpace()
                if next.takeNumberLabel() != nil { return true }
                return (hasComma || hasSpace) && dossier.hasSuffixes
                    && (1...4).contains(next.digitCount)
            }
            // No paper is numbered 02, and each of the councils' dossiers has a suffix.
            return followed || suffix.utf8.first == UInt8(ascii: "0") || dossier.isOfCouncils ? suffix : nil
        }
    }

    /// Takes ` en 29 984, nr. ` behind a dossier under which the same paper is filed.
    private mutating func takeFurtherDossier() -> Bool {
        guard takeSpace(lineEnds: 1), takeWord("en"), takeSpace(lineEnds: 1), hasShapeOfDossier,
            takeDossierNumber(.unlabelled) != nil
        else { return false }
        _ = take(",")
        takeSpace()
        return takeNumberLabel() != nil
    }
}

/// Whether these capitals are the chapter of a budget: a numeral up to XXX, with a letter behind it for a part (`IXA`).
private func isChapter(_ letters: ArraySlice<UInt8>) -> Bool {
    if let value = romanValue(letters) { return value <= 30 && letters.allSatisfy { $0 != UInt8(ascii: "L") } }
    guard let last = letters.last, (UInt8(ascii: "A")...UInt8(ascii: "H")).contains(last),
        let value = romanValue(letters.dropLast())
    else { return false }
    return value <= 30
}

/// Value of a well-formed Roman numeral in capitals; nil for any other letters.
func romanValue(_ letters: ArraySlice<UInt8>) -> Int? {
    let numerals: [(String, Int)] = [
        ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
    ]
    var rest = letters
    var value = 0
    for (numeral, worth) in numerals {
        var count = 0
        while rest.starts(with: numeral.utf8), count < (numeral == "C" || numeral == "X" || numeral == "I" ? 3 : 1) {
            rest = rest.dropFirst(numeral.utf8.count)
            value += worth
            count += 1
        }
    }
    return rest.isEmpty && value > 0 ? value : nil
}
