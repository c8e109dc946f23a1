/// A reading position in UTF-8 text, from which the grammars take tokens.
///
/// A token is taken whole or not at all: a function that returns false or nil leaves the position where it was.
/// Reading past the end gives 0, which is no part of any token.
struct ByteCursor {
    let bytes: [UInt8]
    /// `0...bytes.count`.
    var position: Int {
        didSet { steps &+= 1 }
    }
    /// Moves made so far; tests hold them against the length of the text.
    private(set) var steps = 0
    /// Where the last foot of a page begins and ends, since grammar after grammar looks behind it.
    private var foot = (start: -1, end: -1)

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The byte at the position.
    var byte: UInt8 { self[0] }

    /// The byte so many places further on, or back if negative.
    subscript(ahead: Int) -> UInt8 {
        let index = position + ahead
        return index >= 0 && index < bytes.count ? bytes[index] : 0
    }

    /// Eight bytes from the position on, the first lowest, with ASCII capitals in lower case.
    var eightSigns: UInt64 {
        // Bytes have no gaps between them.
        EightBytes.lowercased(EightBytes.word(unsafe bytes.span.bytes, position))
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Two pieces of ASCII text as one.
    func string(_ first: Range<Int>, _ second: Range<Int>) -> String {
        String(count: first.count + second.count) { text in
            text.write(bytes[first])
            text.write(bytes[second])
        }
    }

    /// Runs a grammar and goes back to where it started if it gives nothing.
    mutating func attempt<T>(_ grammar: (inout ByteCursor) -> T?) -> T? {
        let start = position
        if let result = grammar(&self) { return result }
        position = start
        return nil
    }

    /// What a grammar would give here; does not move.
    func seen<T>(_ grammar: (inout ByteCursor) -> T?) -> T? {
        var copy = self
        return grammar(&copy)
    }

    /// Whether a grammar would succeed here; does not move.
    func sees(_ grammar: (inout ByteCursor) -> Bool) -> Bool {
        var copy = self
        return grammar(&copy)
    }
}

// MARK: - Tokens

extension ByteCursor {
    mutating func take(_ expected: UInt8) -> Bool {
        guard byte == expected, !isAtEnd else { return false }
        position += 1
        return true
    }

    /// Takes white space: spaces of any width, and line ends up to one blank line.
    ///
    /// A run longer than 40 bytes is no space between tokens, so that no text makes the grammars read it again and
    /// again. The foot of a page within counts as a line end.
    @discardableResult
    @inline(__always)
    mutating func takeSpace(lineEnds: Int = 2) -> Bool {
        // Mostly there is none, or one space within a line.
        let first = byte
        if first > 0x20, first < 0xC2 { return false }
        if first == 0x20, self[1] > 0x20, self[1] < 0xC2, self[-1] > 0x20 {
            position += 1
            return true
        }
        return takeBlanks(lineEnds: lineEnds)
    }

    private mutating func takeBlanks(lineEnds: Int) -> Bool {
        guard takeRunOfBlanks(lineEnds: lineEnds) else { return false }
        if byte == UInt8(ascii: "T") || byte == UInt8(ascii: "E"), isBehindLineEnd, takeFoot() {
            _ = takeRunOfBlanks(lineEnds: lineEnds)
        }
        return true
    }

    private mutating func takeRunOfBlanks(lineEnds: Int) -> Bool {
        var index = 0
        var ends = 0
        while index <= 40 {
            let byte = self[index]
            if byte > 0x20, byte < 0xC2 { break }
            if byte == 0x20 || byte == 0x0A {
                ends += byte == 0x0A ? 1 : 0
                index += 1
                continue
            }
            let width = spaceWidth(ahead: index)
            if width == 0 { break }
            index += width
        }
        guard index > 0, index <= 40, ends <= lineEnds else { return false }
        position += index
        return true
    }

    /// Takes the foot of a page that stands on this line.
    ///
    /// `Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 2`: the number of the page, here or alone on the next line, is
    /// what tells it from a citation.
    private mutating func takeFoot() -> Bool {
        if position == foot.start {
            position = foot.end
            return true
        }
        guard starts(with: "tweede kamer, vergaderjaar ") || starts(with: "eerste kamer, vergaderjaar ") else {
            return false
        }
        var end = position
        while end < bytes.count, end - position < 120, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        guard end < bytes.count, end - position < 120 else { return false }
        var back = end
        while bytes[back - 1] == 0x20 { back -= 1 }
        let page = back
        while bytes[back - 1].isDigit { back -= 1 }
        // `nr. 408` ends in the number of the paper, `nr. 408 2` in that of the page.
        if !(1...4).contains(page - back) || bytes[back - 1] != 0x20 || !bytes[back - 2].isLetterOrDigit {
            guard let endOfPage = endOfPageAlone(behind: end) else { return false }
            end = endOfPage
        }
        foot = (position, end)
        position = end
        return true
    }

    /// End of the number of a page that stands alone on the line behind a line's end, or below one empty line.
    func endOfPageAlone(behind lineEnd: Int) -> Int? {
        var next = lineEnd
        var ends = 0
        while next < bytes.count, next - lineEnd < 16, bytes[next] <= 0x20 {
            ends += bytes[next] == 0x0A ? 1 : 0
            next += 1
        }
        let page = next
        while next < bytes.count, bytes[next].isDigit { next += 1 }
        guard (1...2).contains(ends), (1...4).contains(next - page) else { return nil }
        let end = next
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0D { next += 1 }
        return next == bytes.count || bytes[next] == 0x0A ? end : nil
    }

    var isBehindLineEnd: Bool {
        var back = position
        while back > 0, bytes[back - 1] == 0x20 { back -= 1 }
        return back > 0 && bytes[back - 1] == 0x0A
    }

    /// Bytes of the white space character so many places ahead; 0 if another character stands there.
    ///
    /// Beside ASCII: U+00A0, the soft hyphen U+00AD, which prints nothing within a line, and the spaces U+2000 to
    /// U+200B, U+202F, U+205F, U+2060 and U+FEFF.
    private func spaceWidth(ahead: Int) -> Int {
        switch self[ahead] {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: 1
        case 0xC2: self[ahead + 1] == 0xA0 || self[ahead + 1] == 0xAD ? 2 : 0
        case 0xE2:
            switch (self[ahead + 1], self[ahead + 2]) {
            case (0x80, 0x80...0x8B), (0x80, 0xAF), (0x81, 0x9F), (0x81, 0xA0): 3
            default: 0
            }
        case 0xEF: self[ahead + 1] == 0xBB && self[ahead + 2] == 0xBF ? 3 : 0
        default: 0
        }
    }

    /// Takes the signs of emphasis in Markdown: `*Stb.* 2007, 212`, `**Kamerstuk 31 497**, nr. 391`.
    @discardableResult
    mutating func takeEmphasis() -> Bool {
        let start = position
        while position - start < 3, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") { position += 1 }
        return position > start
    }

    /// Takes a hyphen, a dash or a minus sign.
    mutating func takeDash() -> Bool {
        if take(UInt8(ascii: "-")) { return true }
        guard byte == 0xE2 else { return false }
        switch (self[1], self[2]) {
        case (0x80, 0x90...0x95), (0x88, 0x92):
            position += 3
            return true
        default: return false
        }
    }

    /// Length of the run of digits here; counting stops at 32.
    var digitCount: Int {
        var count = 0
        while count < 32, self[count].isDigit { count += 1 }
        return count
    }

    /// Takes a whole run of digits.
    ///
    /// - Returns: its value, `Int.max` if that has more than 18 digits; nil if no digit stands here.
    mutating func takeNumber() -> Int? {
        guard byte.isDigit else { return nil }
        var value = 0
        var index = position
        while index < bytes.count, bytes[index].isDigit {
            // A number of up to 18 digits does not overflow.
            let digit = Int(bytes[index] & 0x0F)
            value = index - position < 18 ? value &* 10 &+ digit : Int.max
            index += 1
        }
        position = index
        return value
    }

    /// Length of the run of capitals here; counting stops at 16.
    var capitalCount: Int {
        var count = 0
        while count < 16, self[count].isUpper { count += 1 }
        return count
    }
}

// MARK: - Bytes

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isUpper: Bool { self &- 0x41 < 26 }
    var isLower: Bool { self &- 0x61 < 26 }
    /// An ASCII letter.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isLetterOrDigit: Bool { isLetter || isDigit }
    /// The digit for which text recognition, or a person, puts this letter.
    var digitLookedLike: UInt8? {
        switch self {
        case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
        case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "i"): UInt8(ascii: "1")
        case UInt8(ascii: "Z"), UInt8(ascii: "z"): UInt8(ascii: "2")
        case UInt8(ascii: "S"), UInt8(ascii: "s"): UInt8(ascii: "5")
        case UInt8(ascii: "B"): UInt8(ascii: "8")
        default: nil
        }
    }
    /// In lower case, if it is an ASCII letter.
    var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}

/// The words of the grammars are literals, whose bytes the program itself holds: to compare one allocates nothing.
extension StaticString {
    var count: Int { utf8CodeUnitCount }

    /// A byte of a literal of more than one character, `0..<count`.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < utf8CodeUnitCount, "the words of the grammars are not empty")
        // The index lies inside, and a literal's bytes live as long as the program.
        return unsafe utf8Start[index]
    }
}
