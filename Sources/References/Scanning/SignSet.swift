/// Signs in ASCII, letters in either case, of which one must follow for a grammar to read on.
struct SignSet: Sendable {
    /// Bit by sign, from U+0000 and from U+0040 on.
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// - Parameter signs: letters in lower case.
    init(_ signs: StaticString) {
        for index in 0..<signs.count {
            insert(signs[index])
            if signs[index].isLower { insert(signs[index] & ~0x20) }
        }
    }

    private mutating func insert(_ sign: UInt8) {
        if sign < 0x40 { low |= 1 << UInt64(sign) } else { high |= 1 << UInt64(sign & 0x3F) }
    }

    /// Whether a byte is one of the signs; `byte` is in ASCII.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { (byte < 0x40 ? low : high) & 1 << UInt64(byte & 0x3F) != 0 }
}

extension ByteCursor {
    /// Whether one of the signs may follow here, behind white space or not; quick, since mostly none does.
    ///
    /// True as well where more than a byte must be read to tell: beyond ASCII, and where a page's foot may stand.
    @inline(__always)
    func mayContinue(with signs: SignSet) -> Bool {
        var index = position
        // A longer run is no space between tokens.
        let end = min(bytes.count, position + 41)
        while index < end, bytes[index] == 0x20 || bytes[index] &- 0x09 < 5 { index += 1 }
        guard index < end else { return false }
        let byte = bytes[index]
        let mayBeFoot = index > position && (byte == UInt8(ascii: "T") || byte == UInt8(ascii: "E"))
        return byte >= 0x80 || mayBeFoot || signs.contains(byte)
    }
}
