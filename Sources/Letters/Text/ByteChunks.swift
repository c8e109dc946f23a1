#if canImport(Glibc)
    import Glibc
#endif

/// Looks at eight bytes at once, for the passes that touch every byte of a source.
///
/// The tests on words are those of Warren, "Hacker's Delight", 2nd edition, 6-1: each gives the high bit of the bytes
/// that have a property. What is asked of a whole line (`LineSigns`) is found in vectors of sixteen bytes, without masks.
enum ByteChunks {
    /// What a line's bytes are, found on the way to its end.
    struct LineEnd {
        /// Position of its line feed or carriage return, or the end of the source.
        var position: Int
        /// No byte above 0x7F.
        var isASCII: Bool
        /// No control characters, no two spaces in a row.
        var isEven: Bool
        /// False only where no byte is a digit.
        var mayHoldDigit: Bool
    }

    /// What the bytes of a line have been so far: not zero where one had the property.
    private struct Seen {
        var high: UInt64 = 0
        var odd: UInt64 = 0
        var digits: UInt64 = 0
    }

    /// The end of the line that starts at a position.
    @inline(never)
    static func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> LineEnd {
        var position = start
        var seen = Seen()
        precondition(start >= 0, "a line starts in its source")
        while position < bytes.count {
            // Where a word and the byte behind it are inside, no call disturbs the loop.
            while position < bytes.count &- 8 {
                let word = wholeWord(bytes, position)
                let found = controls(word)
                let doubles = doubleSpaces(word, wholeWord(bytes, position &+ 1))
                guard found == 0 else {
                    position &+= take(word, doubles, before: found, &seen)
                    break
                }
                seen.high |= word
                seen.odd |= doubles
                seen.digits |= likelyDigits(word)
                position &+= 8
            }
            if position >= bytes.count &- 8 {
                // The zeros behind the source's end are control characters too.
                let word = lastWord(bytes, position)
                let doubles = doubleSpaces(word, lastWord(bytes, position &+ 1))
                position &+= take(word, doubles, before: controls(word), &seen)
            }
            guard position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D else { break }
            seen.odd |= 1
            position &+= 1
        }
        return end(position, seen)
    }

    /// The same of a line whose line feed is known, in a source without carriage returns.
    @inline(__always)
    static func lineEnd(_ bytes: Span<UInt8>, from start: Int, feed: Int) -> LineEnd {
        guard feed &- start >= LineSigns.width, feed < bytes.count else { return lineEnd(bytes, from: start) }
        let signs = LineSigns(bytes, start..<feed)
        let isASCII = signs.isASCII
        return LineEnd(
            position: feed, isASCII: isASCII, isEven: signs.isEven, mayHoldDigit: signs.holdsDigit)
    }

    /// Takes over what the bytes of a word are before its first control character, or all of them. Returns their number.
    @inline(__always)
    private static func take(
        _ word: UInt64, _ doubles: UInt64, before control: UInt64, _ seen: inout Seen
    ) -> Int {
        let length = control.trailingZeroBitCount / 8
        let before: UInt64 = ~(~0 << UInt64(length * 8))
        seen.high |= word & before
        seen.odd |= doubles & before
        seen.digits |= likelyDigits(word & before)
        return length
    }

    private static func end(_ position: Int, _ seen: Seen) -> LineEnd {
        let isASCII = seen.high & highBits == 0
        return LineEnd(
            position: position, isASCII: isASCII, isEven: seen.odd == 0,
            mayHoldDigit: seen.digits & (ones &* 0x20) != 0)
    }

    /// End of the stretch of plain bytes that a range begins with: ASCII without control characters, and spaces only one
    /// by one and not at the end.
    static func plainEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a stretch lies in its source")
        var position = range.lowerBound
        var lastSpace: UInt8 = 0
        while position + 9 <= range.upperBound {
            let word = wholeWord(bytes, position)
            if controls(word) | word & highBits | doubleSpaces(word, wholeWord(bytes, position + 1)) != 0 { break }
            position += 8
        }
        if position > range.lowerBound { lastSpace = bytes[position - 1] == 0x20 ? 1 : 0 }
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
        // `extracting` checks the range; memchr reads the bytes of the buffer, which lives for the call, and no others.
        unsafe bytes.extracting(range).withUnsafeBufferPointer { part in
            guard let start = part.baseAddress, let found = unsafe memchr(start, Int32(byte), part.count) else {
                return nil
            }
            return unsafe range.lowerBound + (UnsafeRawPointer(found) - UnsafeRawPointer(start))
        }
    }

    /// First position of an ASCII digit in a range.
    static func firstDigit(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0, "a range lies in its source")
        let end = min(range.upperBound, bytes.count)
        var start = range.lowerBound
        while start &+ 32 <= end, !holdsDigit(bytes, at: start) { start &+= 32 }
        return first(in: bytes, start..<max(start, end)) { word in
            // A digit without its 0x30 is below 10. The subtraction may borrow only from bytes behind the first such one.
            let word = word ^ (ones &* 0x30)
            return (word &- ones &* 10) & ~word & highBits
        }
    }

    /// Whether a digit stands among thirty-two bytes, all of which are inside.
    @inline(__always)
    private static func holdsDigit(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        let digits = SixteenBytes(bytes, at: position).digitValues
            .lesser(SixteenBytes(bytes, at: position &+ 16).digitValues)
        return SixteenBytes.bits(1, where: digits .< SixteenBytes(repeating: 10)).union != 0
    }

    /// First position of a byte above 0x7F in a range.
    static func firstWide(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        first(in: bytes, range) { $0 & highBits }
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

    /// Letters of ASCII with which the text at a position begins, at most eight.
    @inline(__always)
    static func leadingLetters(_ bytes: Span<UInt8>, _ position: Int) -> Int {
        precondition(position >= 0, "a text begins in its source")
        let word = word(bytes, position)
        let lower = word & ~highBits | ones &* 0x20
        let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B)) & ~word
        return (~letters & highBits).trailingZeroBitCount / 8
    }

    /// Characters of UTF-8 that begin in a range: all bytes but those that go on with one.
    static func scalars(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a range lies in its source")
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
        precondition(range.lowerBound >= 0, "a range lies in its source")
        var position = range.lowerBound
        let end = min(range.upperBound, bytes.count)
        while position &+ 16 <= end {
            let found = find(wholeWord(bytes, position))
            if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
            let next = find(wholeWord(bytes, position &+ 8))
            if next != 0 { return position &+ 8 &+ next.trailingZeroBitCount / 8 }
            position &+= 16
        }
        while position < end {
            let found = find(word(bytes, position))
            let place = position &+ found.trailingZeroBitCount / 8
            if found != 0 { return place < end ? place : nil }
            position &+= 8
        }
        return nil
    }

    // MARK: - Words of eight bytes, the first lowest

    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Eight bytes; zeros stand for what lies behind the last.
    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
        position <= bytes.count &- 8 ? wholeWord(bytes, position) : lastWord(bytes, position)
    }

    @inline(never)
    private static func lastWord(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in (position..<bytes.count).reversed() { word = word << 8 | UInt64(bytes[index]) }
        return word
    }

    /// - Parameter position: not below 0, and with seven bytes behind it, as every caller has tested.
    @inline(__always)
    private static func wholeWord(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
        // All eight bytes are inside, and every eight bytes are a valid integer.
        unsafe UInt64(
            littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self))
    }

    /// Bit 5 of each byte that has the bits 4 and 5 and not bit 6: the digits, the six signs behind them, and parts of
    /// characters above ASCII. Needs no constants, which would crowd the loop over a line's words out of its registers.
    @inline(__always)
    private static func likelyDigits(_ word: UInt64) -> UInt64 { (word << 1) & word & ~(word >> 1) }

    /// Not zero if a byte is below 0x20.
    @inline(__always)
    private static func controls(_ word: UInt64) -> UInt64 { (word &- ones &* 0x20) & ~word & highBits }

    /// Not zero if a space follows a space; no bit is set below the first such space.
    ///
    /// - Parameter next: the word that begins a byte further on.
    @inline(__always)
    private static func doubleSpaces(_ word: UInt64, _ next: UInt64) -> UInt64 {
        // A byte is zero where both are a space. The subtraction borrows only from bytes behind the first such one.
        let pairs = (word ^ ones &* 0x20) | (next ^ ones &* 0x20)
        return (pairs &- ones) & ~pairs & highBits
    }
}
