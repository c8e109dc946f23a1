import SearchIndex

/// The letters of a corpus as documents of the index, one after the other in the same memory.
struct LetterReader: ~Copyable {
    private(set) var document = IndexDocument(key: "")
    var tokenCount: Int { words.ends.count }

    private let blocks: SharedBlocks
    private var block: [UInt8] = []
    private var at = 0
    private var letter = LetterLine()
    private var words = WordScanner()

    init(_ blocks: SharedBlocks) { self.blocks = blocks }

    /// Reads the next letter; `false` at the end.
    mutating func next() throws -> Bool {
        if at == block.count {
            guard let next = try blocks.next() else { return false }
            block = next
            at = 0
        }
        let end = block[at...].firstIndex(of: UInt8(ascii: "\n")) ?? block.count
        guard letter.read(block[at..<end]) else {
            let start = String(decoding: block[at..<end].prefix(40), as: UTF8.self)
            throw BenchmarkError.notALetter(path: blocks.path, start: start)
        }
        at = min(end + 1, block.count)
        words.scan(letter.text)
        Self.fill(&document, id: letter.id, words)
        return true
    }

    private static func fill(_ document: inout IndexDocument, id: [UInt8], _ words: WordScanner) {
        document.removeAll(key: String(decoding: id, as: UTF8.self))
        let base = document.append(text: words.bytes)
        var start = base
        for (position, end) in words.ends.enumerated() {
            document.add(termAt: start..<base + end, at: UInt32(truncatingIfNeeded: position), in: 0)
            start = base + end
        }
    }

    /// Gives the letter that was read another name, and one more word at its end.
    mutating func rename(to key: String, lastWord: String) {
        document.key = key
        document.add(lastWord, at: UInt32(truncatingIfNeeded: words.ends.count), in: 0)
    }
}
