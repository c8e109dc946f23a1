/// Finds the places where a reference may start: words by their first letters, numbers by their first digits.
///
/// Starts of words and of numbers are found in 16 bytes at once; only there tables by the last five bits of three and of
/// four bytes turn most words away before they are compared with the words looked for.
struct CueWords: Sendable {
    /// By a hash of three signs of five bits each, which letters of either case share: whether a word may begin so.
    private var threes = [Bool](repeating: false, count: 1 << 13)
    /// Bit by a hash of four signs: most words that share three signs with a cue are told from it by the fourth. 4 kB.
    private var fours = [UInt64](repeating: 0, count: (1 << 15) / 64)
    /// The first eight signs of each word, packed, in the order of their first two letters.
    private var beginnings: [EightBytes.Beginning] = []
    /// Where the words of each first two letters begin in `beginnings`, by the last five bits of each, and behind them the
    /// end.
    private var firstBeginnings = [Int](repeating: 0, count: (1 << 10) + 1)

    /// - Parameter words: in lower case, of two letters at least.
    init(_ words: [String]) {
        var byLetters = [[EightBytes.Beginning]](repeating: [], count: 1 << 10)
        for word in words {
            let signs = word.utf8.prefix(3).map { UInt32($0 & 0x1F) }
            guard signs.count >= 2 else { continue }
            byLetters[Int(signs[0] | signs[1] << 5)].append(EightBytes.Beginning(word.utf8))
            let fourth = word.utf8.dropFirst(3).first.map { UInt32($0 & 0x1F) }
            for last in UInt32(0)..<32 where signs.count == 2 || signs[2] == last {
                let three = signs[0] | signs[1] << 8 | last << 16
                threes[Self.hash(three, bits: 13)] = true
                for sign in UInt32(0)..<32 where fourth == nil || fourth == sign {
                    let hash = Self.hash(three | sign << 24, bits: 15)
                    fours[hash >> 6] |= 1 << UInt64(hash & 63)
                }
            }
        }
        for (letters, words) in byLetters.enumerated() {
            beginnings += words
            firstBeginnings[letters + 1] = beginnings.count
        }
    }

    /// First place from `start` on at which a grammar should look; nil if there is none.
    ///
    /// - Parameter before: the byte before `start`, as far as it matters there: a reference that ends at `start` is no
    ///   letter before it.
    func next(in bytes: [UInt8], from start: Int, before: UInt8) -> Int? {
        // Bytes have no gaps between them.
        let text = unsafe bytes.span.bytes
        let threes = threes.span
        let fours = unsafe fours.span.bytes
        var block = start
        // What the byte before is not, where `lacks` has that of the last byte.
        var last = Self.lacks(SIMD16(repeating: before)).y >> 56
        // Twice the same, so that only the last blocks take care where the text ends.
        while block &+ Self.reach <= text.byteCount {
            let starts = Self.starts(Self.block(text, block), behind: &last)
            if let place = first(starts.x, text, block, threes, fours, isNearEnd: false)
                ?? first(starts.y, text, block &+ 8, threes, fours, isNearEnd: false)
            {
                return place
            }
            block &+= 16
        }
        while block < text.byteCount {
            let starts = Self.starts(Self.lastBlock(text, block), behind: &last)
            if let place = first(starts.x, text, block, threes, fours, isNearEnd: true)
                ?? first(starts.y, text, block &+ 8, threes, fours, isNearEnd: true)
            {
                return place
            }
            block &+= 16
        }
        return nil
    }

    /// First of some places at which a grammar should look.
    ///
    /// - Parameters:
    ///   - starts: a bit in each byte that is one of the places.
    ///   - position: where the lowest of these bytes stands.
    ///   - isNearEnd: whether the text may end within four bytes of a place.
    @inline(__always)
    private func first(
        _ starts: UInt64, _ text: RawSpan, _ position: Int, _ threes: Span<Bool>, _ fours: RawSpan, isNearEnd: Bool
    ) -> Int? {
        var starts = starts
        while starts != 0 {
            let place = position &+ starts.trailingZeroBitCount / 8
            starts &= starts &- 1
            let signs = isNearEnd ? Self.lastSigns(text, place) : Self.signs(text, place)
            if UInt8(truncatingIfNeeded: signs) < 0x40 {
                if Self.isNumber(signs), Self.isNumber(text, place) { return place }
                // A hash of 13 bits is below the table's count.
            } else if unsafe threes[unchecked: Self.hash(signs & 0x1F_1F1F, bits: 13)],
                Self.has(fours, Self.hash(signs & 0x1F1F_1F1F, bits: 15)), confirms(text, at: place)
            {
                return place
            }
        }
        return nil
    }

    /// Whether four signs may begin a number that matters: two digits, the first one to four, and no letter behind them
    /// (`31 497`, `31.497`).
    @inline(__always)
    private static func isNumber(_ signs: UInt32) -> Bool {
        UInt8(truncatingIfNeeded: signs) &- 0x31 < 4 && UInt8(truncatingIfNeeded: signs >> 8).isDigit
            && !UInt8(truncatingIfNeeded: signs >> 16).isLetter
    }

    /// Whether the number at a place goes on as that of a dossier (five digits in a row, or two with white space or a
    /// stop behind them) or of a case or document (four and a letter); most numbers are years and amounts.
    private static func isNumber(_ text: RawSpan, _ place: Int) -> Bool {
        let signs = EightBytes.word(text, place)
        let third = UInt8(truncatingIfNeeded: signs >> 16)
        let fourth = UInt8(truncatingIfNeeded: signs >> 24)
        let fifth = UInt8(truncatingIfNeeded: signs >> 32)
        if third.isDigit { return fourth.isDigit && (fifth.isDigit || fifth.isUpper) }
        if third == UInt8(ascii: ".") { return fourth.isDigit }
        return third >= 0x80 || third <= 0x20 && !fourth.isLetter
    }

    /// A bit of a table, by 15 bits.
    @inline(__always)
    private static func has(_ table: RawSpan, _ hash: Int) -> Bool {
        // `hash` is below eight times the table's bytes, and every eight bytes are a valid integer.
        let word = unsafe table.unsafeLoadUnaligned(fromUncheckedByteOffset: (hash >> 6) << 3, as: UInt64.self)
        return word & (1 << UInt64(hash & 63)) != 0
    }

    /// Some bits of the last five bits of each sign (Knuth, "The Art of Computer Programming", 6.4: multiplicative hashing).
    @inline(__always)
    private static func hash(_ signs: UInt32, bits: UInt32) -> Int { Int((signs &* 0x9E37_79B1) &>> (32 - bits)) }

    /// Four bytes from a place in the text on, the first lowest; the text has them.
    @inline(__always)
    private static func signs(_ text: RawSpan, _ place: Int) -> UInt32 {
        // As the caller has seen; and every four bytes are a valid integer.
        unsafe UInt32(littleEndian: text.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt32.self))
    }

    /// Four bytes near the end of the text; zeros stand for what lies behind it.
    @inline(never)
    private static func lastSigns(_ text: RawSpan, _ place: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: EightBytes.word(text, place))
    }

    /// Whether one of the words stands at a place, as far as its first eight signs tell.
    func confirms(_ bytes: [UInt8], at index: Int) -> Bool {
        // Bytes have no gaps between them.
        confirms(unsafe bytes.span.bytes, at: index)
    }

    private func confirms(_ text: RawSpan, at index: Int) -> Bool {
        let signs = EightBytes.lowercased(EightBytes.word(text, index))
        let letters = Int(signs & 31 | (signs >> 8 & 31) << 5)
        for index in firstBeginnings[letters]..<firstBeginnings[letters + 1] where beginnings[index].begins(signs) {
            return true
        }
        return false
    }

    // MARK: - Blocks of 16 bytes

    /// Bytes from the start of a block up to the last of four signs from its last byte on.
    private static let reach = 19

    /// 16 bytes, which the text has.
    @inline(__always)
    private static func block(_ text: RawSpan, _ position: Int) -> SIMD16<UInt8> {
        // As the caller has seen; and every 16 bytes are a valid vector.
        unsafe text.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: SIMD16<UInt8>.self)
    }

    /// 16 bytes near the end of the text; zeros stand for what lies behind it.
    @inline(never)
    private static func lastBlock(_ text: RawSpan, _ position: Int) -> SIMD16<UInt8> {
        var block = SIMD16<UInt8>(repeating: 0)
        for index in position..<min(position + 16, text.byteCount) {
            block[index - position] = EightBytes.byte(text, index)
        }
        return block
    }

    /// A bit in each byte, of the first eight and of the others, that is of a kind of which the byte before is not.
    @inline(__always)
    private static func starts(_ block: SIMD16<UInt8>, behind last: inout UInt64) -> (x: UInt64, y: UInt64) {
        let lacks = lacks(block)
        defer { last = lacks.y >> 56 }
        return ((lacks.x << 8 | last) & ~lacks.x, (lacks.y << 8 | lacks.x >> 56) & ~lacks.y)
    }

    /// The high bit of each byte that is no ASCII letter, the bit below of each that is no digit; the first byte lowest.
    @inline(__always)
    private static func lacks(_ block: SIMD16<UInt8>) -> (x: UInt64, y: UInt64) {
        // A difference is below 26, or below 10, if neither it nor its sum with what is left up to 128 has the high bit.
        let letter = (block | 0x20) &- 0x61
        let digit = block &- 0x30
        let noLetter = (letter | (letter &+ (0x80 - 26))) & 0x80
        let noDigit = (digit | (digit &+ (0x80 - 10))) & 0x80
        // Both types are 16 bytes of which every pattern is valid.
        let halves = unsafe unsafeBitCast(noLetter | noDigit &>> 1, to: SIMD2<UInt64>.self)
        return (UInt64(littleEndian: halves.x), UInt64(littleEndian: halves.y))
    }
}
