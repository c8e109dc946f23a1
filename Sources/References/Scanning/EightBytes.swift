/// Eight bytes of a text as one number, the first byte lowest (Warren, "Hacker's Delight", 2nd edition, 6-1).
enum EightBytes {
    /// Eight bytes; zeros stand for what lies behind the end.
    @inline(__always)
    static func word(_ text: RawSpan, _ position: Int) -> UInt64 {
        if position &+ 8 <= text.byteCount {
            // `RawSpan` checks that all eight bytes are inside, and every eight bytes are a valid integer.
            return unsafe UInt64(
                littleEndian: text.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
        var word: UInt64 = 0
        for index in (min(position, text.byteCount)..<text.byteCount).reversed() {
            word = word << 8 | UInt64(byte(text, index))
        }
        return word
    }

    @inline(__always)
    static func byte(_ text: RawSpan, _ index: Int) -> UInt8 {
        // `RawSpan` checks that the byte is inside.
        unsafe text.unsafeLoad(fromByteOffset: index, as: UInt8.self)
    }

    /// With the ASCII capitals in lower case.
    @inline(__always)
    static func lowercased(_ word: UInt64) -> UInt64 {
        let low = word & ~0x8080_8080_8080_8080
        let capitals = (low &+ ones &* (0x80 - 0x41)) & ~(low &+ ones &* (0x80 - 0x5B)) & ~word & 0x8080_8080_8080_8080
        return word | capitals >> 2
    }

    /// Whether one of eight signs in ASCII is `sign`.
    @inline(__always)
    static func contains(_ word: UInt64, _ sign: UInt8) -> Bool {
        // A byte is zero where the sign stands; only the lowest that is marked may be relied on, which is enough here.
        let rest = word ^ ones &* UInt64(sign)
        return (rest &- ones) & ~rest & 0x8080_8080_8080_8080 != 0
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The first eight signs of a word in lower case, and a mask of the bytes that it has.
    struct Beginning {
        private let signs: UInt64
        private let mask: UInt64

        init(_ word: some Sequence<UInt8>) {
            var (signs, mask): (UInt64, UInt64) = (0, 0)
            for (index, sign) in word.prefix(8).enumerated() {
                signs |= UInt64(sign) << UInt64(8 * index)
                mask |= 0xFF << UInt64(8 * index)
            }
            (self.signs, self.mask) = (signs, mask)
        }

        /// Whether eight signs in lower case begin with the word's.
        @inline(__always)
        func begins(_ text: UInt64) -> Bool { text & mask == signs }
    }
}
