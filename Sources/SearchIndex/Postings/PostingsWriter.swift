/// Postings and positions of one segment, term by term.
///
/// ```
/// postings of a term    blocks of 128 documents, the last one shorter
///   block   last        varint   last document of the block, less that of the block before (-1 before the first)
///           documents   varint   length in bytes of the rest of the block
///           positions   varint   length in bytes of the block's part of the positions
///           then        varint   per document: its number less that of the one before
///           then        varint   per document: term frequency
/// positions of a term   varint   per document, per occurrence: position, less that of the one before (0 before the first)
/// ```
/// The number of blocks follows from the document frequency, which the term dictionary has. A difference of documents
/// is at least 1; so is one of positions within a document, after the first.
struct PostingsWriter {
    /// Documents in a block. 128 is the block of every engine of the kind, so that whole-block codecs can follow.
    static let blockLength = 128

    private(set) var postings = ByteWriter()
    private(set) var positions = ByteWriter()
    private(set) var docFreq = 0

    private var documents = ByteWriter()
    private var frequencies = ByteWriter()
    private var inBlock = 0
    private var lastDoc: Int64 = -1
    private var lastDocOfBlock: Int64 = -1
    private var positionsStart = 0

    mutating func beginTerm() {
        docFreq = 0
        lastDoc = -1
        lastDocOfBlock = -1
        positionsStart = positions.count
    }

    /// Adds a document of the current term, with at least one position. Documents ascend, and so do positions.
    mutating func append(doc: DocID, positions ascending: Span<UInt32>) {
        precondition(Int64(doc) > lastDoc && !ascending.isEmpty, "documents of a term ascend and hold it")
        documents.append(varint: UInt32(Int64(doc) - lastDoc))
        frequencies.append(varint: UInt32(ascending.count))
        var last: UInt32 = 0
        for at in ascending.indices {
            precondition(at == 0 || ascending[at] > last, "positions of a term ascend")
            positions.append(varint: ascending[at] - last)
            last = ascending[at]
        }
        lastDoc = Int64(doc)
        docFreq += 1
        inBlock += 1
        if inBlock == Self.blockLength { finishBlock() }
    }

    mutating func endTerm() {
        if inBlock > 0 { finishBlock() }
    }

    private mutating func finishBlock() {
        postings.append(varint: UInt32(lastDoc - lastDocOfBlock))
        postings.append(varint: UInt32(documents.count + frequencies.count))
        // A block's positions stay under 4 GiB because a document's tokens are counted in UInt32 and memory-bound.
        postings.append(varint: UInt32(positions.count - positionsStart))
        postings.append(documents.bytes)
        postings.append(frequencies.bytes)
        documents.removeAll()
        frequencies.removeAll()
        inBlock = 0
        lastDocOfBlock = lastDoc
        positionsStart = positions.count
    }
}
