/// Tests on single bytes of UTF-8 text; a byte above 0x7F is part of a letter unless a test says otherwise.
extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isLowerASCII: Bool { self &- 0x61 < 26 }
    @inline(__always) var isUpperASCII: Bool { self &- 0x41 < 26 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 || self >= 0x80 }
    @inline(__always) var isWord: Bool { isLetter || isDigit }
    /// Space, tab, vertical tab or form feed.
    @inline(__always) var isBlankASCII: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
    /// `. ! ? : ;`: ends a sentence, or announces a list.
    @inline(__always) var isTerminal: Bool {
        self == 0x2E || self == 0x21 || self == 0x3F || self == 0x3A || self == 0x3B
    }

    static let space = UInt8(ascii: " ")
    static let hyphen = UInt8(ascii: "-")
    static let comma = UInt8(ascii: ",")
    static let period = UInt8(ascii: ".")
}

/// Text of the few Unicode characters that steer the parser, as UTF-8.
enum Sign {
    static let bullet: [UInt8] = [0xE2, 0x80, 0xA2]
    static let minus: [UInt8] = [0xE2, 0x88, 0x92]
    static let enDash: [UInt8] = [0xE2, 0x80, 0x93]
    static let figureDash: [UInt8] = [0xE2, 0x80, 0x92]
    static let emDash: [UInt8] = [0xE2, 0x80, 0x94]
    static let apostrophe: [UInt8] = [0xE2, 0x80, 0x99]
    static let closingGuillemet: [UInt8] = [0xC2, 0xBB]
    static let openingGuillemet: [UInt8] = [0xC2, 0xAB]
    static let closingDoubleQuote: [UInt8] = [0xE2, 0x80, 0x9D]
    static let softHyphen: [UInt8] = [0xC2, 0xAD]
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

/// What one step through UTF-8 text finds.
struct DecodedScalar {
    /// Bytes taken, at least 1.
    var length: Int
    /// nil where the bytes are no valid UTF-8; `length` is 1 then.
    var scalar: UInt32?

    /// What shows nothing and is no part of a word: soft hyphen, zero-width space, word joiner, byte order mark.
    var isInvisible: Bool {
        switch scalar {
        case 0xAD, 0x200B, 0x2060, 0xFEFF: true
        default: false
        }
    }

    /// White space other than ASCII: NBSP, the spaces of U+2000–200A, narrow NBSP, ideographic space.
    var isSpace: Bool {
        guard let scalar else { return false }
        return switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

extension Range where Bound == Int {
    /// As every collection has them; these are inlined, which those are not.
    @inline(__always) var first: Int? { isEmpty ? nil : lowerBound }
    @inline(__always) var last: Int? { isEmpty ? nil : upperBound - 1 }
}

extension Array where Element == UInt8 {
    /// The scalar that starts at a position, by Unicode's table 3-7 (well-formed UTF-8 byte sequences).
    func scalar(at position: Int, end: Int) -> DecodedScalar {
        let lead = self[position]
        if lead < 0x80 { return DecodedScalar(length: 1, scalar: UInt32(lead)) }
        let bad = DecodedScalar(length: 1, scalar: nil)
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0:
            length = 3
            lowest = 0xA0
        case 0xED:
            length = 3
            highest = 0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
            length = 4
            lowest = 0x90
        case 0xF4:
            length = 4
            highest = 0x8F
        case 0xF1...0xF3: length = 4
        default: return bad
        }
        guard position + length <= end else { return bad }
        let second = self[position + 1]
        guard second >= lowest, second <= highest else { return bad }
        var value = (UInt32(lead) & (0xFF >> UInt32(length + 1))) << 6 | UInt32(second & 0x3F)
        for offset in 2..<Swift.max(2, length) {
            let byte = self[position + offset]
            guard byte & 0xC0 == 0x80 else { return bad }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return DecodedScalar(length: length, scalar: value)
    }

    /// Whether the bytes at a position are those of `literal`.
    @inline(__always)
    func matches(_ literal: [UInt8], at position: Int, end: Int) -> Bool {
        guard position >= 0, position + literal.count <= end else { return false }
        for offset in 0..<literal.count where self[position + offset] != literal[offset] { return false }
        return true
    }

    /// First position of `literal` in a range.
    func first(_ literal: [UInt8], in range: Range<Int>) -> Int? {
        guard let head = literal.first else { return nil }
        var position = range.lowerBound
        let last = range.upperBound - literal.count
        while position <= last {
            if self[position] == head, matches(literal, at: position, end: range.upperBound) { return position }
            position += 1
        }
        return nil
    }
}
