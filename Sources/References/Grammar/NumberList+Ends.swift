/// What stands behind a number of a list, and tells whether it is one of the list: "nr. 391 en 3 scholen" names one paper.
extension ByteCursor {
    /// Whether the list visibly ends here: the citation does, or a word follows that nothing is counted by.
    var isBeforeEndOfList: Bool {
        // At a line's end the next line decides.
        if byte != 0x0A, byte != 0x0D, isBeforeEndOfCitation { return true }
        if "?!\"".utf8.contains(byte) || starts(with: "”") || starts(with: "’") { return true }
        return sees { cursor in
            guard cursor.takeSpace() else { return false }
            if cursor.isAtEnd || cursor.byte == UInt8(ascii: "(") || cursor.takeDash() { return true }
            if cursor.takeWord(Words.behindNumbers) { return true }
            // Behind a line's end something new may begin.
            return !cursor.byte.isLower && cursor.isBehindLineEnd
        }
    }

    /// Whether a noun follows that the number before counts, on this line or the next: ` moties`, ` Kamerleden`.
    var isBeforeNoun: Bool {
        sees { $0.takeSpace(lineEnds: 1) && $0.byte.isLetter && !$0.takeWord(Words.behindNumbers) }
            && (byte == 0x0A || byte == 0x0D || !isBeforeEndOfCitation)
    }

    /// Whether the digits before go on as an amount, a time, a share or an age, and are no paper's number: `12,5 fte`,
    /// `14:00`, `1.500`, `40%`, `12-jarigen`.
    ///
    /// A comma without a space may also part papers, `386,388`; so behind it a word must show that it is a decimal sign.
    func goesOnAsAmount(_ number: PaperNumber) -> Bool {
        guard number.value != nil else { return false }
        switch byte {
        case UInt8(ascii: "%"): return true
        case UInt8(ascii: ":"): return self[1].isDigit && self[2].isDigit && !self[3].isDigit
        case UInt8(ascii: "-"): return self[1].isLower
        case UInt8(ascii: "."):
            // Thousands, or the number of a section; a note's number may be glued to the stop behind a longer one.
            let isShort = (number.value ?? 0) < 100
            return self[1].isDigit && (isShort || (self[2].isDigit && self[3].isDigit && !self[4].isDigit))
        case UInt8(ascii: ","):
            guard (1...2).contains(ByteCursor(bytes, at: position + 1).digitCount) else { return false }
            return sees { cursor in
                cursor.position += 1
                _ = cursor.takeNumber()
                return cursor.byte == UInt8(ascii: "%") || cursor.isBeforeNoun
            }
        default: return false
        }
    }

    /// Whether a capital is the initial of a name, `A. Slob`, or the first of `B en W`.
    var isInitial: Bool {
        if byte == UInt8(ascii: "."), self[1] == 0x20, self[2].isUpper, self[3].isLower { return true }
        return self[-1] == UInt8(ascii: "B") && starts(with: " en w") && !self[5].isLetter
    }

    /// Takes what is said of a paper before the next of its dossier: pages, a remark in parentheses, a section, its date.
    mutating func takeAsides() {
        for _ in 0..<4 {
            guard takePages() || takeRemark() || takeSection() || takeDateOfPaper() else { return }
        }
    }

    /// Takes what is said of a paper in parentheses, ` (motie-Boswijk)`, ` (p. 3)`, ` (3 mei 2019)`; with other digits in
    /// it, it may be another reference.
    @discardableResult
    mutating func takeRemark() -> Bool {
        attempt { cursor -> Bool? in
            guard cursor.takeSpace(lineEnds: 1), cursor.take("(") else { return nil }
            if cursor.takePages() || cursor.takeDate() != nil { return cursor.take(")") ? true : nil }
            for _ in 0..<60 {
                if cursor.take(")") { return true }
                guard !cursor.isAtEnd, !cursor.byte.isDigit, cursor.byte != UInt8(ascii: "(") else { return nil }
                cursor.position += 1
            }
            return nil
        } ?? false
    }

    /// Takes `, § 4.2`, `, par. 2.3`, `, noot 12`, ` e.v.`.
    private mutating func takeSection() -> Bool {
        attempt { cursor -> Bool? in
            if cursor.take(" e.v.") || cursor.take(" e.a.") { return true }
            guard cursor.take(","), cursor.takeSpace(lineEnds: 1) else { return nil }
            guard cursor.takeUpper("§") || cursor.takeWord(Words.sections) else { return nil }
            _ = cursor.take(".")
            cursor.takeSpace(lineEnds: 1)
            guard cursor.takeNumber() != nil else { return nil }
            while cursor.byte == UInt8(ascii: "."), cursor[1].isDigit {
                cursor.position += 1
                _ = cursor.takeNumber()
            }
            return true
        } ?? false
    }

    /// Takes ` van 3 mei 2019`, ` d.d. 3 mei 2019`.
    private mutating func takeDateOfPaper() -> Bool {
        attempt { cursor -> Bool? in
            guard cursor.takeSpace(lineEnds: 1), cursor.takeWord("van") || cursor.take("d.d.") || cursor.take("dd.")
            else { return nil }
            cursor.takeSpace(lineEnds: 1)
            return cursor.takeDate() == nil ? nil : true
        } ?? false
    }
}
