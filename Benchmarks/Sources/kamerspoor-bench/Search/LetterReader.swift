import SearchIndex

/// The letters of a corpus as documents of the index, one after the other in the same memory.
struct LetterReader: ~Copyable {
    private(set) var document = IndexDocument(key: "")
    var tokenCount: Int { words.ends.count }

    private var file: CorpusFile
    private var block: [UInt8] = []
    private var at = 0
    private var lineNumber = 0
    private var letter = LetterLine()
    private var words = WordScanner()

    init(path: String) throws { file = try CorpusFile(path: path) }

    /// Reads the next letter; `false` at the end.
    mutating func next() throws -> Bool {
        if at == block.count {
            guard let next = try file.nextBlock() else { return false }
            block = next
            at = 0
        }
        let end = block[at...].firstIndex(of: UInt8(ascii: "\n")) ?? block.count
        lineNumber += 1
        guard letter.read(block[at..<end]) else {
            throw BenchmarkError.notALetter(path: file.path, line: lineNumber)
        }
        at = min(end + 1, block.count)
        words.scan(letter.text)
        Self.fill(&document, id: letter.id, words)
        return true
    }

    private static func fill(_ document: inout IndexDocument, id: [UInt8], _ words: WordScanner) {
        document.removeAll(key: String(decoding: id, as: UTF8.self))
        let bytes = words.bytes.span
        var start = 0
        for (position, end) in words.ends.enumerated() {
            document.add(bytes.extracting(start..<end), at: UInt32(truncatingIfNeeded: position), in: 0)
            start = end
        }
    }

    /// Gives the letter that was read another name, and one more word at its end.
    mutating func rename(to key: String, lastWord: String) {
        document.key = key
        document.add(lastWord, at: UInt32(truncatingIfNeeded: words.ends.count), in: 0)
    }
}
