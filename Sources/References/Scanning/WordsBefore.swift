/// What stands before a label or number, read backward; short, so that the scan stays linear.
extension ByteCursor {
    /// Goes back over at most 8 bytes of white space.
    mutating func retreatOverSpace() {
        for _ in 0..<8 {
            switch self[-1] {
            case 0x20, 0x09, 0x0A, 0x0D: position -= 1
            case 0xA0 where self[-2] == 0xC2: position -= 2
            // U+2000 to U+200A and U+202F.
            case 0x80...0x8A where self[-2] == 0x80 && self[-3] == 0xE2: position -= 3
            case 0xAF where self[-2] == 0x80 && self[-3] == 0xE2: position -= 3
            default: return
            }
        }
    }

    /// Goes back over a word, if it stands directly before the position; `word` is in lower case.
    mutating func retreat(over word: StaticString) -> Bool {
        let length = word.count
        guard starts(with: word, ahead: -length), !self[-length - 1].isLetter else { return false }
        position -= length
        return true
    }

    /// Whether the first digits of a telephone number end here: `070`, `(030)`.
    fileprivate var isBehindAreaCode: Bool {
        var back = self
        if back[-1] == UInt8(ascii: ")") { back.position -= 1 }
        let end = back.position
        while end - back.position < 5, back[-1].isDigit { back.position -= 1 }
        return (3...4).contains(end - back.position) && back.byte == UInt8(ascii: "0") && !back[-1].isLetterOrDigit
    }

    /// Whether a text in ASCII ends here, whatever its case; `text` is in lower case.
    func follows(_ text: StaticString) -> Bool { starts(with: text, ahead: -text.count) }

    /// Start of `bijlage bij`, `Bijlagen bij de`, `bijlage 2 bij` before the position; nil if other words stand there.
    var startOfAnnexWords: Int? {
        var back = self
        back.retreatOverSpace()
        switch back[-1] | 0x20 {
        case UInt8(ascii: "j"), UInt8(ascii: "e"), UInt8(ascii: "t"): break
        default: return nil
        }
        if back.retreat(over: "de") || back.retreat(over: "het") { back.retreatOverSpace() }
        guard back.position < position, back.retreat(over: "bij") else { return nil }
        back.retreatOverSpace()
        for _ in 0..<3 where back[-1].isDigit { back.position -= 1 }
        back.retreatOverSpace()
        for word in Words.annexes where back.retreat(over: word) { return back.position }
        return nil
    }

    /// Start of `Bijlagen` or `Bijlagen bij de` before the word for the Handelingen.
    var startOfAnnexesOfHandelingen: Int? {
        if let start = startOfAnnexWords { return start }
        var back = self
        back.retreatOverSpace()
        return back.retreat(over: "bijlagen") ? back.position : nil
    }

    /// Start of `t.v.v.` or `ter vervanging van` before the position.
    var startOfReplacementWords: Int? {
        var back = self
        back.retreatOverSpace()
        switch back[-1] | 0x20 {
        case UInt8(ascii: "."), UInt8(ascii: "v"), UInt8(ascii: "n"): break
        default: return nil
        }
        for word in Words.replacements where back.retreat(over: word) { return back.position }
        return nil
    }

    /// The session year that stands before the position, `2017–2018, ` or `vergaderjaar 2017–2018, `, and where it begins.
    var sessionBefore: (year: SessionYear, start: Int)? {
        var back = self
        back.retreatOverSpace()
        if back[-1] == UInt8(ascii: ",") { back.position -= 1 }
        let end = back.position
        // Two years of four digits, and a dash of three bytes between spaces.
        while end - back.position < 13, back[-1].isDigit || back[-1] >= 0x80 || " -/".utf8.contains(back[-1]) {
            back.position -= 1
        }
        while !back.isAtEnd, !back.byte.isDigit { back.position += 1 }
        var start = back.position
        guard start < end, let year = back.takeSessionYear(), back.position == end else { return nil }
        back.position = start
        back.retreatOverSpace()
        if back.retreat(over: "vergaderjaar") { start = back.position }
        return (year, start)
    }

    /// Whether a word before the position announces the number of a paper.
    var isAnnounced: Bool {
        var back = self
        back.retreatOverSpace()
        guard back.position < position else { return false }
        return Words.announcements.contains { back.retreat(over: $0) }
    }

    /// Whether `onder nummer` stands before the number, as of a paper that the Eerste Kamer has registered.
    var isBehindUnderNumber: Bool {
        var back = self
        back.retreatOverSpace()
        guard back.retreat(over: "nummer") || back.retreat(over: "nr.") else { return false }
        back.retreatOverSpace()
        return back.retreat(over: "onder")
    }

    /// Whether `Kenmerk` stands before the number at a line's start, as official pages give the name of the paper itself;
    /// `Ons kenmerk` of a ministry's letter counts otherwise.
    var isBehindKenmerk: Bool {
        var back = self
        back.retreatOverSpace()
        if back[-1] == UInt8(ascii: ":") { back.position -= 1 }
        return back.retreat(over: "kenmerk") && back.isAtLineStart
    }

    /// Whether the number here is an amount or part of an address or of another number.
    var isAmountOrAddress: Bool {
        let before = self[-1]
        if before.isLetterOrDigit || "-./_=#+&:%".utf8.contains(before) || before == 0x80 || before == 0x93
            || before == 0x94
        {
            return true
        }
        var back = self
        back.retreatOverSpace()
        if back[-1] == UInt8(ascii: "$") { return true }
        // The signs for euro (E2 82 AC), guilder (C6 92) and pound (C2 A3).
        switch (back[-3], back[-2], back[-1]) {
        case (0xE2, 0x82, 0xAC), (_, 0xC6, 0x92), (_, 0xC2, 0xA3): return true
        default: break
        }
        if back.isBehindAreaCode { return true }
        if back.follows("nr.") || back.follows("no.") || back.follows("nummer") { return true }
        return Words.beforeAmounts.contains { back.retreat(over: $0) }
    }
}
