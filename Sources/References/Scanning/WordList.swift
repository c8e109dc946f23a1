/// Words in lower case of which one is looked for, told from other text by their first eight signs.
struct WordList: ExpressibleByArrayLiteral, Sendable {
    let words: [StaticString]
    /// Of the words, in their order.
    private let beginnings: [EightBytes.Beginning]
    /// Bit by the last five bits of a first letter, and of a second.
    private let firstLetters: UInt32
    private let secondLetters: UInt32

    init(arrayLiteral words: StaticString...) { self.init(words) }

    init(_ words: [StaticString]) {
        self.words = words
        beginnings = words.map { word in EightBytes.Beginning((0..<word.count).map { word[$0] }) }
        firstLetters = words.reduce(0) { $0 | 1 << UInt32($1[0] & 31) }
        secondLetters = words.reduce(0) { $0 | ($1.count > 1 ? 1 << UInt32($1[1] & 31) : .max) }
    }

    /// Whether one of the words may begin with a byte; digits and signs pass as the letters that share their bits.
    @inline(__always)
    func mayBegin(with byte: UInt8) -> Bool { firstLetters & 1 << UInt32(byte & 31) != 0 }

    /// Takes the first of the words that stands at the cursor with no letter behind it.
    func take(_ cursor: inout ByteCursor) -> Bool { takeIndex(&cursor) != nil }

    /// Takes the first of the words that stands at the cursor with no letter behind it; gives its index.
    func takeIndex(_ cursor: inout ByteCursor) -> Int? {
        guard mayBegin(with: cursor.byte), secondLetters & 1 << UInt32(cursor[1] & 31) != 0 else { return nil }
        let signs = cursor.eightSigns
        for index in beginnings.indices where beginnings[index].begins(signs) && cursor.takeWord(words[index]) {
            return index
        }
        // A word may be broken at the end of a line, within its first eight signs.
        guard EightBytes.contains(signs, UInt8(ascii: "-")) else { return nil }
        return words.firstIndex { cursor.takeWord($0) }
    }
}
