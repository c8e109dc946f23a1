/// Documents that contain one term, in ascending `DocID` order, decoded a block of 128 at a time.
///
/// Starts before the first document. Skipping to a document reads the records of blocks between by bisection, and decodes
/// the block where it ends. Frequencies are decoded when they are first asked for, and positions apart from both. Every
/// number is checked against what the format allows, so damaged bytes end in an error. Format: `PostingsFormat`.
struct PostingsReader {
    /// The current document, or `endOfPostings`; undefined before the first call to `next()` or `advance(to:)`.
    private(set) var doc: DocID = 0
    let docFreq: Int
    let blockCount: Int

    let file: IndexFile
    let documentCount: Int
    let layout: Layout
    /// The term's postings; places in them count from their start.
    let data: FileBytes

    /// Documents of the current block, decoded when `isDecoded`.
    let docs = UInt32Block()
    let frequencies = UInt32Block()
    var isDecoded = false
    var hasFrequencies = false
    /// Place in the block; -1 before the first document.
    var index = -1

    /// Number of the current block; -1 before the first.
    var block = -1
    /// Documents in the current block.
    var count = 0
    var lastDocBefore: Int64 = -1
    /// Last document of the current block; -1 before the first.
    var lastDoc: Int64 = -1
    var docsCode: UInt8 = 0
    var frequenciesCode: UInt8 = 0
    var body: Range<Int>
    var positions = PositionsReader()
    /// Norms of the field, once positions have been asked for.
    var norms: FileBytes?

    /// Where the parts of the postings begin.
    struct Layout {
        var term: TermInfo
        /// Norms of the field, in the file.
        var norms: Range<Int>
        var records: BlockRecords
        var groups: Int
        var bodies: Int
    }

    /// - Parameter norms: where the norms of the term's field lie in the file.
    init(file: IndexFile, documentCount: Int, term: TermInfo, norms: Range<Int>) throws(IndexError) {
        self.file = file
        self.documentCount = documentCount
        docFreq = term.docFreq
        blockCount = PostingsFormat.blockCount(term.docFreq)
        data = try file.part(term.postings)
        let records = BlockRecords(code: blockCount > 1 && data.count > 0 ? data[0] : 0)
        let groups = 1 + records.length * blockCount
        let groupCount = (blockCount + PostingsFormat.blocksPerGroup - 1) / PostingsFormat.blocksPerGroup
        let bodies = blockCount == 1 ? PostingsFormat.shortHeaderLength : groups + 2 * groupCount
        layout = Layout(term: term, norms: norms, records: records, groups: groups, bodies: bodies)
        body = bodies..<bodies
        if term.isInline {
            try readInline()
        } else if bodies > data.count {
            throw damage("a term has more blocks than bytes")
        } else if blockCount == 1 {
            try readOnlyBlock()
        }
    }

    func damage(_ what: String) -> IndexError {
        .corrupt(file: file.path, offset: layout.term.postings.lowerBound + body.lowerBound, what: what)
    }

    // MARK: - Moving

    /// Moves to the next document, or to the end.
    @inline(__always)
    mutating func next() throws(IndexError) {
        if isDecoded, index &+ 1 < count {
            index &+= 1
            doc = docs[index]
            return
        }
        try nextBlock()
    }

    private mutating func nextBlock() throws(IndexError) {
        guard block + 1 < blockCount else { return end() }
        try enter(block + 1)
        try decode()
        index = 0
        doc = docs[0]
    }

    /// Moves to the first document that is not before `target`; never backward.
    @inline(__always)
    mutating func advance(to target: DocID) throws(IndexError) {
        if index >= 0, doc >= target { return }
        if isDecoded, Int64(target) <= lastDoc {
            index = docs.firstIndex(notBelow: target, from: max(index, 0), to: count)
            doc = docs[index]
            return
        }
        try advanceFar(to: target)
    }

    @inline(never)
    private mutating func advanceFar(to target: DocID) throws(IndexError) {
        guard try advanceBlock(to: target) else { return end() }
        try decode()
        // The block's last document is not before the target, so the search ends inside the block.
        index = docs.firstIndex(notBelow: target, from: max(index, 0), to: count)
        doc = docs[index]
    }

    /// Moves to the block whose last document is the first not before `target`, without decoding it; false when there is
    /// none. The current document is then undefined until the next move.
    mutating func advanceBlock(to target: DocID) throws(IndexError) -> Bool {
        if Int64(target) <= lastDoc { return true }
        guard block + 1 < blockCount else { return false }
        let found = try self.block(notBefore: target, from: block + 1)
        guard found < blockCount else { return false }
        try enter(found)
        return true
    }

    /// Number of the first block, from one on, whose last document is not before `target`; `blockCount` if there is none.
    func block(notBefore target: DocID, from start: Int) throws(IndexError) -> Int {
        guard blockCount > 1, start < blockCount else { return start }
        let records = layout.records
        func last(_ block: Int) -> UInt32 { records.lastDoc(block, data) }
        // Targets are near more often than not: double the step, then bisect.
        var step = 1
        var low = start
        while low + step <= blockCount, last(low + step - 1) < target {
            low += step
            step *= 2
        }
        var high = min(low + step, blockCount)
        while low < high {
            let middle = (low + high) / 2
            if last(middle) < target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Makes a document of the current block, which is decoded, the current one.
    mutating func place(at place: Int) {
        index = place
        doc = docs[place]
    }

    /// Moves to a place of the current block, or behind it to the next block's first document.
    mutating func move(to place: Int) throws(IndexError) {
        if place < count { self.place(at: place) } else { try nextBlock() }
    }

    /// No document of the current block is before this one.
    var firstPossibleDoc: Int64 { lastDocBefore + 1 }

    /// Goes back before the first document; for a term of several blocks.
    mutating func rewind() throws(IndexError) {
        guard blockCount > 1 else { return }
        doc = 0
        block = -1
        lastDocBefore = -1
        lastDoc = -1
        isDecoded = false
        count = 0
        index = -1
    }

    mutating func end() {
        doc = endOfPostings
        block = blockCount
        lastDoc = Int64(endOfPostings)
        isDecoded = true
        count = 0
        index = 0
        docs[0] = endOfPostings
    }
}

/// Stands for "no more documents"; no segment has a document of this number.
let endOfPostings = DocID.max
