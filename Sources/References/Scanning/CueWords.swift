/// Finds the places where a reference may start: words by their first letters, numbers by their first digits.
///
/// Starts of words and of numbers are found in 16 bytes at once; only there tables of bits, by the last five bits of three
/// and of four bytes, turn most words away before they are compared with the words looked for.
struct CueWords: Sendable {
    /// Bit by three signs of five bits each, which letters of either case share. 4 kB.
    private var bits = [UInt64](repeating: 0, count: tableCount)
    /// Bit by a hash of four signs: most words that share three signs with a cue are told from it by the fourth.
    private var longerBits = [UInt64](repeating: 0, count: tableCount)
    /// Words of 64 bits that 15 bits can name.
    private static let tableCount = (1 << 15) / 64
    /// The first eight signs of each word, packed, in the order of their first letters.
    private var beginnings: [EightBytes.Beginning] = []
    /// Where the words of each first letter begin in `beginnings`, by its last five bits, and behind them the end.
    private var firstBeginnings = [Int](repeating: 0, count: 33)

    /// - Parameter words: in lower case, of two letters at least.
    init(_ words: [String]) {
        var byLetter = [[EightBytes.Beginning]](repeating: [], count: 32)
        for word in words {
            let signs = word.utf8.prefix(3).map { UInt32($0 & 0x1F) }
            guard signs.count >= 2 else { continue }
            byLetter[Int(signs[0])].append(EightBytes.Beginning(word.utf8))
            let fourth = word.utf8.dropFirst(3).first.map { UInt32($0 & 0x1F) }
            for last in UInt32(0)..<32 where signs.count == 2 || signs[2] == last {
                let three = signs[0] | signs[1] << 8 | last << 16
                let hash = Self.hash(three)
                bits[hash >> 6] |= 1 << UInt64(hash & 63)
                for sign in UInt32(0)..<32 where fourth == nil || fourth == sign {
                    let longer = Self.hash(three | sign << 24)
                    longerBits[longer >> 6] |= 1 << UInt64(longer & 63)
                }
            }
        }
        for (letter, words) in byLetter.enumerated() {
            beginnings += words
            firstBeginnings[letter + 1] = beginnings.count
        }
    }

    /// First place from `start` on at which a grammar should look; nil if there is none.
    ///
    /// - Parameter before: the byte before `start`, as far as it matters there: a reference that ends at `start` is no
    ///   letter before it.
    func next(in bytes: [UInt8], from start: Int, before: UInt8) -> Int? {
        // Bytes have no gaps between them.
        let text = unsafe bytes.span.bytes
        var block = start
        // The kind of the byte before, where `classes` has that of the last byte.
        var last = Self.classes(SIMD16(repeating: before)).y >> 56
        while block < text.byteCount {
            let classes = Self.classes(Self.block(text, block))
            // Starts in the first eight bytes, then in the others: a byte whose kind the one before does not have.
            var starts = classes.x & ~(classes.x << 8 | last)
            var further = classes.y & ~(classes.y << 8 | classes.x >> 56)
            last = classes.y >> 56
            var position = block
            while true {
                while starts != 0 {
                    let place = position &+ starts.trailingZeroBitCount / 8
                    starts &= starts &- 1
                    if isCue(text, place) { return place }
                }
                if further == 0 { break }
                (starts, further) = (further, 0)
                position &+= 8
            }
            block &+= 16
        }
        return nil
    }

    /// Whether a word looked for begins at a place, or a number that matters: two digits, the first one to four, and no
    /// letter behind them (`31 497`, `31.497`).
    @inline(__always)
    private func isCue(_ text: RawSpan, _ place: Int) -> Bool {
        let signs = Self.signs(text, place)
        let first = UInt8(truncatingIfNeeded: signs)
        if first < 0x40 {
            return first &- 0x31 < 4 && UInt8(truncatingIfNeeded: signs >> 8).isDigit
                && !UInt8(truncatingIfNeeded: signs >> 16).isLetter
        }
        return Self.has(bits, Self.hash(signs & 0x1F_1F1F)) && Self.has(longerBits, Self.hash(signs & 0x1F1F_1F1F))
            && confirms(text, at: place)
    }

    /// A bit of a table, by 15 bits.
    @inline(__always)
    private static func has(_ table: [UInt64], _ hash: Int) -> Bool {
        // `hash` is below 64 times the table's count, and every eight bytes are a valid integer.
        let word = unsafe table.span.bytes.unsafeLoadUnaligned(
            fromUncheckedByteOffset: (hash >> 6) << 3, as: UInt64.self)
        return word & (1 << UInt64(hash & 63)) != 0
    }

    /// 15 bits of the last five bits of each sign (Knuth, "The Art of Computer Programming", 6.4: multiplicative hashing).
    @inline(__always)
    private static func hash(_ signs: UInt32) -> Int { Int((signs &* 0x9E37_79B1) >> 17) }

    /// Four bytes from a place in the text on, the first lowest; zeros stand for what lies behind the end.
    @inline(__always)
    private static func signs(_ text: RawSpan, _ place: Int) -> UInt32 {
        if place &+ 4 <= text.byteCount {
            // The text has these four bytes, and every four bytes are a valid integer.
            return unsafe UInt32(
                littleEndian: text.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt32.self))
        }
        return UInt32(truncatingIfNeeded: EightBytes.word(text, place))
    }

    /// Whether one of the words stands at a place, as far as its first eight signs tell.
    func confirms(_ bytes: [UInt8], at index: Int) -> Bool {
        // Bytes have no gaps between them.
        confirms(unsafe bytes.span.bytes, at: index)
    }

    private func confirms(_ text: RawSpan, at index: Int) -> Bool {
        let signs = EightBytes.lowercased(EightBytes.word(text, index))
        let letter = Int(signs & 31)
        for index in firstBeginnings[letter]..<firstBeginnings[letter + 1] where beginnings[index].begins(signs) {
            return true
        }
        return false
    }

    // MARK: - Blocks of 16 bytes

    /// 16 bytes; zeros stand for what lies behind the end.
    @inline(__always)
    private static func block(_ text: RawSpan, _ position: Int) -> SIMD16<UInt8> {
        if position &+ 16 <= text.byteCount {
            // The text has these 16 bytes, and every 16 bytes are a valid vector.
            return unsafe text.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: SIMD16<UInt8>.self)
        }
        return lastBlock(text, position)
    }

    @inline(never)
    private static func lastBlock(_ text: RawSpan, _ position: Int) -> SIMD16<UInt8> {
        var block = SIMD16<UInt8>(repeating: 0)
        for index in position..<text.byteCount { block[index - position] = EightBytes.byte(text, index) }
        return block
    }

    /// The high bit of each byte that is an ASCII letter, the bit below of each that is a digit; the first byte lowest.
    @inline(__always)
    private static func classes(_ block: SIMD16<UInt8>) -> (x: UInt64, y: UInt64) {
        let lower = block | 0x20
        let letters = (lower &+ (0x80 - 0x61)) & ~(lower &+ (0x80 - 0x7B))
        let digits = (block &+ (0x80 - 0x30)) & ~(block &+ (0x80 - 0x3A))
        let classes = (letters & ~block & 0x80) | ((digits & ~block & 0x80) &>> 1)
        // Both types are 16 bytes of which every pattern is valid.
        let halves = unsafe unsafeBitCast(classes, to: SIMD2<UInt64>.self)
        return (UInt64(littleEndian: halves.x), UInt64(littleEndian: halves.y))
    }
}
