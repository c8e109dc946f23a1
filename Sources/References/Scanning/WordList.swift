/// Words in lower case of which one is looked for, told from most other text by their first letters.
struct WordList: ExpressibleByArrayLiteral, Sendable {
    let words: [StaticString]
    /// Bit by the last five bits of a first letter.
    private let firstLetters: UInt32

    init(arrayLiteral words: StaticString...) {
        self.words = words
        firstLetters = words.reduce(0) { $0 | 1 << UInt32($1[0] & 31) }
    }

    /// Whether one of the words may begin with a byte; digits and signs pass as the letters that share their bits.
    @inline(__always)
    func mayBegin(with byte: UInt8) -> Bool { firstLetters & 1 << UInt32(byte & 31) != 0 }
}
