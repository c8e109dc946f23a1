/// Encodes the terms of a segment in their order. Format: `TermDictionary`.
struct TermDictionaryWriter {
    private(set) var terms = ByteWriter()
    private(set) var blocks = ByteWriter()
    /// Per field, its first block.
    private(set) var firstBlocks: [Int] = []
    private(set) var termCount = 0

    private var last: [UInt8] = []
    private var inBlock = 0
    private var blockCount = 0

    /// Adds a term, which comes after those before it in the order of fields and bytes.
    ///
    /// - Parameters:
    ///   - start: where its data begin in the section of postings; they follow those of the term before.
    ///   - data: the data of a term that lie in the dictionary.
    mutating func append(
        _ term: Span<UInt8>, field: Int, docFreq: Int, start: Int, length: PostingsLength, data: [UInt8]
    ) {
        if field >= firstBlocks.count { beginField(field) }
        if inBlock == TermDictionary.blockLength || inBlock == 0 { beginBlock(start) }
        var shared = 0
        while shared < last.count, shared < term.count, last[shared] == term[shared] { shared += 1 }
        terms.append(varint: UInt32(shared))
        terms.append(varint: UInt32(term.count - shared))
        terms.append(term.extracting(shared..<term.count))
        switch length {
        case .inline(let count):
            terms.append(varint: UInt32(docFreq) << 1 | 1)
            terms.append(varint: UInt32(count))
            terms.append(data)
        case .apart(let postings, let positions):
            precondition(postings <= UInt32.max && positions <= UInt32.max, "a term has less than 4 GiB")
            terms.append(varint: UInt32(docFreq) << 1)
            terms.append(varint: UInt32(postings))
            terms.append(varint: UInt32(positions))
        }
        last.removeLast(last.count - shared)
        for at in shared..<term.count { last.append(term[at]) }
        inBlock += 1
        termCount += 1
    }

    private mutating func beginField(_ field: Int) {
        // A field without terms begins where the next one does.
        while firstBlocks.count <= field { firstBlocks.append(blockCount) }
        inBlock = 0
    }

    private mutating func beginBlock(_ start: Int) {
        blocks.append(count: terms.count)
        blocks.append(count: start)
        blockCount += 1
        inBlock = 0
        last.removeAll(keepingCapacity: true)
    }

    /// Ends the dictionary of so many fields.
    mutating func finish(fieldCount: Int) {
        while firstBlocks.count < fieldCount { firstBlocks.append(blockCount) }
    }
}
