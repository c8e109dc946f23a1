/// Looks at eight bytes at once, for the passes that touch every byte of a source.
///
/// The tests on words are those of Warren, "Hacker's Delight", 2nd edition, 6-1: each gives the high bit of the bytes
/// that have a property. (Vectors of sixteen bytes were tried: their masks are slower than this by far.)
enum ByteChunks {
    /// What a line's bytes are, found on the way to its end.
    struct LineEnd {
        /// Position of its line feed or carriage return, or the end of the source.
        var position: Int
        /// No byte above 0x7F.
        var isASCII: Bool
        /// Nothing but ASCII, no control characters, no two spaces in a row.
        var isPlain: Bool
    }

    /// The end of the line that starts at a position.
    static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> LineEnd {
        var position = start
        var high: UInt64 = 0
        var odd: UInt64 = 0
        var lastSpace: UInt64 = 0
        while position < bytes.count {
            let word = word(bytes, position)
            let found = controls(word)
            if found == 0 {
                high |= word
                odd |= doubleSpaces(word, &lastSpace)
                position &+= 8
                continue
            }
            // The zeros behind the source's end are control characters too.
            let length = found.trailingZeroBitCount / 8
            if length > 0 {
                let before = word & ~(~0 << UInt64(length * 8))
                high |= before
                odd |= doubleSpaces(before, &lastSpace)
                position &+= length
                lastSpace = bytes[position - 1] == 0x20 ? 1 : 0
            }
            guard position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D else { break }
            odd |= 1
            lastSpace = 0
            position &+= 1
        }
        return end(position, high, odd)
    }

    private static func end(_ position: Int, _ high: UInt64, _ odd: UInt64) -> LineEnd {
        let isASCII = high & highBits == 0
        return LineEnd(position: position, isASCII: isASCII, isPlain: isASCII && odd == 0)
    }

    /// End of the stretch of plain bytes that a range begins with: ASCII without control characters, and spaces only one
    /// by one and not at the end.
    static func plainEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var position = range.lowerBound
        var lastSpace: UInt64 = 0
        while position + 8 <= range.upperBound {
            let word = word(bytes, position)
            let spaceBefore = lastSpace
            if (controls(word) | word & highBits | doubleSpaces(word, &lastSpace)) != 0 {
                lastSpace = spaceBefore
                break
            }
            position += 8
        }
        while position < range.upperBound {
            let byte = bytes[position]
            if byte < 0x20 || byte >= 0x80 || byte == 0x20 && lastSpace != 0 { break }
            lastSpace = byte == 0x20 ? 1 : 0
            position += 1
        }
        return lastSpace != 0 ? position - 1 : position
    }

    /// First position of a byte in a range.
    static func first(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let wanted = ones &* UInt64(byte)
        return first(in: bytes, range) { zeros($0 ^ wanted) }
    }

    /// First position of an ASCII digit in a range.
    static func firstDigit(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        first(in: bytes, range) { word in
            // A digit without its 0x30 is below 10. The subtraction may borrow only from bytes behind the first such one.
            let word = word ^ (ones &* 0x30)
            return (word &- ones &* 10) & ~word & highBits
        }
    }

    /// First position in a range of a byte that is no part of a word (`UInt8.isWord`).
    static func firstNoWord(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        first(in: bytes, range) { word in
            let low = word & ~highBits
            let lower = low | ones &* 0x20
            let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
            let digits = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
            return ~(letters | digits | word) & highBits
        }
    }

    /// Characters of UTF-8 that begin in a range: all bytes but those that go on with one.
    static func scalars(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = range.count
        var position = range.lowerBound
        while position + 8 <= range.upperBound {
            let word = wholeWord(bytes, position)
            // 10xxxxxx: the high bit, and not the one below.
            let further = word & ~(word << 1) & highBits
            count &-= Int(((further >> 7) &* ones) >> 56)
            position &+= 8
        }
        while position < range.upperBound {
            count &-= bytes[position] & 0xC0 == 0x80 ? 1 : 0
            position &+= 1
        }
        return count
    }

    /// First position in a range of a byte that `find` marks: it sets the high bit of the first such byte of a word, and
    /// no bit below it. What is read beyond the range, to its last word's end, is left out.
    @inline(__always)
    private static func first(in bytes: Span<UInt8>, _ range: Range<Int>, _ find: (UInt64) -> UInt64) -> Int? {
        var position = range.lowerBound
        // A whole word can be read from any position below.
        let lastWhole = min(range.upperBound, bytes.count - 7)
        while position < lastWhole {
            let found = find(wholeWord(bytes, position))
            if found != 0 {
                let place = position &+ found.trailingZeroBitCount / 8
                return place < range.upperBound ? place : nil
            }
            position &+= 8
        }
        guard position < range.upperBound else { return nil }
        let found = find(word(bytes, position))
        let place = position + found.trailingZeroBitCount / 8
        return place < range.upperBound ? place : nil
    }

    // MARK: - Words of eight bytes, the first lowest

    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Eight bytes; zeros stand for what lies behind the last.
    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
        if bytes.count - position >= 8 { return wholeWord(bytes, position) }
        var word: UInt64 = 0
        for index in (position..<bytes.count).reversed() { word = word << 8 | UInt64(bytes[index]) }
        return word
    }

    @inline(__always)
    private static func wholeWord(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
        // `RawSpan` checks that all eight bytes are inside, and every eight bytes are a valid integer.
        unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// Not zero if a byte is below 0x20.
    @inline(__always)
    private static func controls(_ word: UInt64) -> UInt64 { (word &- ones &* 0x20) & ~word & highBits }

    /// Not zero if a space follows a space, the last one of the word before among them.
    ///
    /// - Parameter lastSpace: 1 if a space ended the word before, else 0; then the same for this word.
    @inline(__always)
    private static func doubleSpaces(_ word: UInt64, _ lastSpace: inout UInt64) -> UInt64 {
        let spaces = zeros(word ^ (ones &* 0x20))
        defer { lastSpace = spaces >> 63 }
        return spaces & (spaces << 8 | lastSpace << 7)
    }

    /// The high bit of each byte that is zero.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        let low = ~highBits
        return ~((word & low) &+ low | word | low)
    }
}
