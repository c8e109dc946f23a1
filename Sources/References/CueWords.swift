/// First two letters of the words that can start a reference, as bits: a word is looked at closer only if its pair is in.
struct CueWords {
    /// Bit `32 * first + second`, where a letter counts from `a` = 1, and 0 is any byte that is no letter.
    private var pairs = InlineArray<16, UInt64>(repeating: 0)

    init(_ words: [String]) {
        for word in words {
            let letters = Array(word.utf8.prefix(2))
            guard letters.count == 2 else { continue }
            let bit = Self.bit(letters[0], letters[1])
            pairs[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    @inline(__always)
    private static func bit(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first & 31) << 5 | (second.isLetter ? Int(second & 31) : 0)
    }

    /// Whether a word with these first bytes can start a reference, in any case; `first` is a letter.
    @inline(__always)
    func mayStart(_ first: UInt8, _ second: UInt8) -> Bool {
        let bit = Self.bit(first, second)
        return pairs[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }
}
