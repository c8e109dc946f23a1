/// Some words, told by their bytes without regard to the case of ASCII letters; no string or array is made.
struct WordSet: Sendable {
    /// Bits for the lengths and the first two letters: they turn most other words away.
    private var lengths: UInt64 = 0
    private var beginnings = LetterPairs()
    /// A bit by first and last byte and the length together.
    private var edges: UInt64 = 0
    /// The words in lower case, one behind the other.
    private var letters: [UInt8] = []
    /// Where each word stands in `letters`, by its hash; an empty range where none does. A power of two, at most half full.
    private var slots: [Range<Int>]

    private static let longest = 63

    /// - Parameter words: in lower case, none longer than 63 bytes.
    init(_ words: some Sequence<String>) {
        let words = Set(words.map { Array($0.utf8) }.filter { (1...Self.longest).contains($0.count) })
        var capacity = 2
        while capacity < words.count * 2 { capacity *= 2 }
        slots = [Range<Int>](repeating: 0..<0, count: capacity)
        for word in words { insert(word) }
    }

    /// - Parameter words: parted by blanks.
    init(list words: String) { self.init(words.split(separator: " ").map(String.init)) }

    private mutating func insert(_ word: [UInt8]) {
        lengths |= 1 << UInt64(word.count)
        beginnings.insert(word.span)
        edges |= Self.edge(word.span)
        var slot = Self.hash(word.span) & (slots.count - 1)
        while !slots[slot].isEmpty { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = letters.count..<letters.count + word.count
        letters += word
    }

    func contains(_ word: Span<UInt8>) -> Bool { slot(of: word) != nil }

    /// Where a word stands among `slotCount` slots; nil where it is none of the words.
    fileprivate func slot(of word: Span<UInt8>) -> Int? {
        guard word.count <= Self.longest, lengths & 1 << UInt64(word.count) != 0,
            beginnings.mayOpen(word), edges & Self.edge(word) != 0
        else { return nil }
        var slot = Self.hash(word) & (slots.count - 1)
        while !slots[slot].isEmpty {
            if isEqual(word, slots[slot]) { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    fileprivate var slotCount: Int { slots.count }

    /// Whether a text may begin with one of the words, by its first two letters.
    @inline(__always)
    func mayOpen(_ text: Span<UInt8>) -> Bool { beginnings.mayOpen(text) }

    func contains(_ word: Substring) -> Bool { contains(word.utf8.span) }

    func contains(_ word: ArraySlice<UInt8>) -> Bool { contains(word.span) }

    func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { contains(bytes.span.extracting(range)) }

    private func isEqual(_ word: Span<UInt8>, _ known: Range<Int>) -> Bool {
        guard word.count == known.count else { return false }
        for index in word.indices where Self.lower(word[index]) != letters[known.lowerBound + index] { return false }
        return true
    }

    @inline(__always)
    private static func edge(_ word: Span<UInt8>) -> UInt64 {
        let (first, last) = (UInt64(lower(word[0])), UInt64(lower(word[word.count - 1])))
        return 1 << ((first &* 5 &+ last &* 11 &+ UInt64(word.count) &* 23) & 0x3F)
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { byte.isUpperASCII ? byte | 0x20 : byte }

    /// FNV-1a (Fowler, Noll and Vo), folded so that its low bits know of the high ones.
    private static func hash(_ word: Span<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for index in word.indices { hash = (hash ^ UInt32(lower(word[index]))) &* 0x0100_0193 }
        return Int(hash ^ hash >> 16)
    }
}

/// Some words, each with a value, told as those of a `WordSet` are.
struct WordTable<Value: Sendable>: Sendable {
    private let words: WordSet
    /// By the slots of the words.
    private var values: [Value?]

    /// - Parameter lists: of words parted by blanks; the first one that has a word gives its value.
    init(_ lists: [(words: String, value: Value)]) {
        words = WordSet(list: lists.map(\.words).joined(separator: " "))
        values = [Value?](repeating: nil, count: words.slotCount)
        for list in lists.reversed() {
            for word in list.words.split(separator: " ") {
                if let slot = words.slot(of: word.utf8.span) { values[slot] = list.value }
            }
        }
    }

    subscript(_ word: Span<UInt8>) -> Value? { words.slot(of: word).flatMap { values[$0] } }
}

/// Some pairs of letters, without regard to their case: a bit by the last five bits of both.
struct LetterPairs: Sendable {
    private var rows = [UInt32](repeating: 0, count: 32)

    mutating func insert(_ first: UInt8, _ second: UInt8) { rows[Int(first & 0x1F)] |= Self.bit(second) }

    @inline(__always)
    func contains(_ first: UInt8, _ second: UInt8) -> Bool { rows[Int(first & 0x1F)] & Self.bit(second) != 0 }

    @inline(__always)
    private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 0x1F) }

    /// Takes over the first two letters of a word.
    fileprivate mutating func insert(_ word: Span<UInt8>) { rows[Self.row(word)] |= Self.bit(word) }

    @inline(__always)
    fileprivate func mayOpen(_ text: Span<UInt8>) -> Bool { rows[Self.row(text)] & Self.bit(text) != 0 }

    @inline(__always)
    private static func row(_ text: Span<UInt8>) -> Int { text.isEmpty ? 0 : Int(text[0] & 0x1F) }

    /// Of a word of one letter any bit, since what follows it in a text is another word.
    @inline(__always)
    private static func bit(_ text: Span<UInt8>) -> UInt32 { text.count < 2 ? .max : bit(text[1]) }
}
