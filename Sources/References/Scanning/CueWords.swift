/// Finds the places where a reference may start: words by their first three letters, numbers by their first digits.
///
/// Starts of words and of numbers are found in eight bytes at once; only there a table of bits, by the last five bits of
/// three bytes, says whether a grammar should look.
struct CueWords: Sendable {
    /// Bit by three signs of five bits each, which letters of either case share. 4 kB.
    private var bits = [UInt64](repeating: 0, count: tableCount)
    /// Bit by a hash of four signs: most words that share three signs with a cue are told from it by the fourth.
    private var longerBits = [UInt64](repeating: 0, count: tableCount)
    /// Words of 64 bits that a window of 15 bits can name.
    private static let tableCount = (1 << 15) / 64
    /// The first eight signs of each word, packed, by its first letter.
    private var beginnings = [[Beginning]](repeating: [], count: 32)

    /// Signs from the lowest byte up, and a mask of the bytes that the word has.
    private struct Beginning {
        var signs: UInt64
        var mask: UInt64
    }

    /// - Parameter words: in lower case, of two letters at least.
    init(_ words: [String]) {
        for word in words {
            let packed = Beginning(
                signs: word.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) },
                mask: word.utf8.prefix(8).reduce(0) { mask, _ in mask << 8 | 0xFF })
            let signs = word.utf8.prefix(3).map { UInt32($0 & 0x1F) }
            guard signs.count >= 2 else { continue }
            beginnings[Int(signs[0])].append(packed)
            let fourth = word.utf8.dropFirst(3).first.map { UInt32($0 & 0x1F) }
            for last in UInt32(0)..<32 where signs.count == 2 || signs[2] == last {
                let window = Self.window(signs[0] | signs[1] << 8 | last << 16)
                bits[window >> 6] |= 1 << UInt64(window & 63)
                for sign in UInt32(0)..<32 where fourth == nil || fourth == sign {
                    let longer = Self.hash(window, sign)
                    longerBits[longer >> 6] |= 1 << UInt64(longer & 63)
                }
            }
        }
    }

    /// First place from `start` on at which a grammar should look; nil if there is none.
    ///
    /// Only starts of words and of numbers are looked at, which are found in eight bytes at once.
    ///
    /// - Parameter before: the byte before `start`, as far as it matters there: a reference that ends at `start` is no
    ///   letter before it.
    func next(in bytes: [UInt8], from start: Int, before: UInt8) -> Int? {
        let text = bytes.span
        var letterBefore: UInt64 = before.isLetter ? 1 : 0
        var digitBefore: UInt64 = before.isDigit ? 1 : 0
        var position = start
        while position < text.count {
            let word = Self.word(text, position)
            let letters = Self.letters(word)
            let digits = Self.digits(word)
            var starts = letters & ~(letters << 8 | letterBefore << 7) | digits & ~(digits << 8 | digitBefore << 7)
            while starts != 0 {
                let place = position + starts.trailingZeroBitCount / 8
                starts &= starts &- 1
                if isCue(Self.signs(text, place)) { return place }
            }
            letterBefore = letters >> 63
            digitBefore = digits >> 63
            position += 8
        }
        return nil
    }

    /// Whether the signs of a place, the first lowest, begin a word or a number that matters: two digits, the first one
    /// to four, and no letter behind them (`31 497`, `31.497`).
    @inline(__always)
    private func isCue(_ signs: UInt32) -> Bool {
        let first = UInt8(truncatingIfNeeded: signs)
        if first < 0x40 {
            return first &- 0x31 < 4 && UInt8(truncatingIfNeeded: signs >> 8).isDigit
                && !UInt8(truncatingIfNeeded: signs >> 16).isLetter
        }
        let window = Self.window(signs)
        guard bits[window >> 6] & (1 << UInt64(window & 63)) != 0 else { return false }
        let longer = Self.hash(window, signs >> 24 & 0x1F)
        return longerBits[longer >> 6] & (1 << UInt64(longer & 63)) != 0
    }

    /// 15 bits of a window of three signs and the fourth behind it (Knuth, "The Art of Computer Programming", 6.4:
    /// multiplicative hashing).
    @inline(__always)
    private static func hash(_ window: Int, _ fourth: UInt32) -> Int {
        Int(((UInt32(truncatingIfNeeded: window) << 5 | fourth) &* 0x9E37_79B1) >> 17)
    }

    /// The last five bits of the first three signs.
    @inline(__always)
    private static func window(_ signs: UInt32) -> Int {
        Int((signs & 0x1F) << 10 | (signs >> 3) & 0x3E0 | (signs >> 16) & 0x1F)
    }

    /// Three bytes from a place on, the first lowest; zeros stand for what lies behind the end.
    @inline(__always)
    private static func signs(_ text: Span<UInt8>, _ place: Int) -> UInt32 {
        if place + 4 <= text.count {
            // `RawSpan` checks that all four bytes are inside, and every four bytes are a valid integer.
            return unsafe UInt32(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
        }
        return UInt32(truncatingIfNeeded: word(text, place))
    }

    /// Whether one of the words stands at a place, as far as its first eight signs tell.
    func confirms(_ bytes: [UInt8], at index: Int) -> Bool {
        let signs = Self.lowercased(Self.word(bytes.span, index))
        for word in beginnings[Int(signs & 31)] where signs & word.mask == word.signs { return true }
        return false
    }

    // MARK: - Words of eight bytes, the first lowest (Warren, "Hacker's Delight", 2nd edition, 6-1)

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Eight bytes; zeros stand for what lies behind the end.
    @inline(__always)
    private static func word(_ text: Span<UInt8>, _ position: Int) -> UInt64 {
        if position + 8 <= text.count {
            // `RawSpan` checks that all eight bytes are inside, and every eight bytes are a valid integer.
            return unsafe UInt64(
                littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
        var word: UInt64 = 0
        for index in (position..<text.count).reversed() { word = word << 8 | UInt64(text[index]) }
        return word
    }

    /// The high bit of each byte that is an ASCII letter.
    @inline(__always)
    private static func letters(_ word: UInt64) -> UInt64 {
        let lower = (word | ones &* 0x20) & ~highBits
        return (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B)) & ~word & highBits
    }

    /// With the ASCII capitals in lower case.
    @inline(__always)
    private static func lowercased(_ word: UInt64) -> UInt64 {
        let low = word & ~highBits
        let capitals = (low &+ ones &* (0x80 - 0x41)) & ~(low &+ ones &* (0x80 - 0x5B)) & ~word & highBits
        return word | capitals >> 2
    }

    /// The high bit of each byte that is an ASCII digit.
    @inline(__always)
    private static func digits(_ word: UInt64) -> UInt64 {
        let low = word & ~highBits
        return (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A)) & ~word & highBits
    }
}
