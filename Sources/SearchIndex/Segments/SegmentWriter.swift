/// Writes the file of a segment: first the postings, term by term, then what finds them. Format: `SegmentLayout`.
///
/// Postings go to the disk as they come; the dictionary and the documents stay in memory until the end.
struct SegmentWriter: ~Copyable {
    private let fieldCount: Int
    private let documents: DocumentTable
    private let name: String
    private var file: IndexFileWriter
    private var postings = PostingsWriter(hasPositions: true)
    private var pairs = PostingsWriter(hasPositions: false)
    private var dictionary = TermDictionaryWriter()
    private var pairThresholds: [UInt32]
    private var field = -1
    private var data: [UInt8] = []

    init(
        directory: IndexDirectory, name: String, documents: DocumentTable
    ) throws(IndexError) {
        fieldCount = documents.fieldCount
        self.documents = documents
        self.name = name
        file = IndexFileWriter(directory: directory, name: name, kind: .segment)
        pairThresholds = Array(repeating: .max, count: documents.fieldCount)
    }

    /// Starts the terms of the next field; after those of the last field come the pairs of the first.
    mutating func beginField(_ number: Int) {
        field = number
        let textField = number % fieldCount
        let saturation = Saturation(
            norms: documents.norms(ofField: textField),
            averageLength: documents.statistics(ofField: textField).averageLength)
        if number < fieldCount { postings.beginField(saturation) } else { pairs.beginField(saturation) }
    }

    // MARK: - Terms

    mutating func beginTerm() { postings.beginTerm() }

    /// Adds an occurrence of the term that was begun. Documents ascend, and positions within one.
    @inline(__always)
    mutating func append(doc: DocID, position: UInt32) { postings.append(doc: doc, position: position) }

    /// Ends the term that was begun, which has at least one document; terms of a field ascend.
    ///
    /// - Returns: its documents.
    @discardableResult
    mutating func endTerm(_ term: Span<UInt8>) throws(IndexError) -> Int {
        data.removeAll(keepingCapacity: true)
        let length = postings.endTerm(&data)
        try add(term, postings.docFreq, length)
        return postings.docFreq
    }

    private mutating func add(
        _ term: Span<UInt8>, _ docFreq: Int, _ length: PostingsLength
    ) throws(IndexError) {
        let start = file.count
        dictionary.append(term, field: field, docFreq: docFreq, start: start, length: length, data: data)
        if case .apart = length { try file.append(data) }
    }

    // MARK: - Pairs

    /// Tells from how many documents on a word of a field is frequent: pairs of two such words are all there.
    mutating func setPairThreshold(_ threshold: UInt32, field: Int) { pairThresholds[field] = threshold }

    mutating func beginPair() { pairs.beginTerm() }

    @inline(__always)
    mutating func appendPair(doc: DocID, frequency: UInt32) { pairs.append(doc: doc, frequency: frequency) }

    mutating func endPair(_ pair: Span<UInt8>) throws(IndexError) {
        data.removeAll(keepingCapacity: true)
        let length = pairs.endTerm(&data)
        try add(pair, pairs.docFreq, length)
    }

    // MARK: - Finishing

    /// Writes the rest of the file and forces it onto the disk.
    consuming func finish() throws(IndexError) -> SegmentEntry {
        dictionary.finish(fieldCount: 2 * fieldCount)
        var keyStarts = ByteWriter()
        for start in documents.keyStarts { keyStarts.append(uint32: UInt32(start)) }
        var keyOrder = ByteWriter()
        for doc in documents.docsInKeyOrder() { keyOrder.append(uint32: doc) }
        var sortKeys = ByteWriter()
        for key in documents.sortKeys { sortKeys.append(uint64: key) }
        var lengths = ByteWriter()
        var norms = ByteWriter()
        var fields = ByteWriter()
        for field in 0..<fieldCount {
            for length in documents.lengths[field] { lengths.append(uint32: length) }
            norms.append(documents.norms(ofField: field))
            let statistics = documents.statistics(ofField: field)
            fields.append(count: statistics.totalLength)
            fields.append(uint32: UInt32(statistics.documentCount))
            fields.append(uint32: UInt32(dictionary.firstBlocks[field]))
            fields.append(uint32: UInt32(dictionary.firstBlocks[fieldCount + field]))
            fields.append(uint32: pairThresholds[field])
        }
        var lengthsOfSections = [file.count]
        for section in [
            documents.keyBytes, keyStarts.bytes, keyOrder.bytes, sortKeys.bytes, lengths.bytes, norms.bytes,
            fields.bytes, documents.encodedColumns(),
            dictionary.terms.bytes, dictionary.blocks.bytes,
        ] {
            lengthsOfSections.append(section.count)
            try file.append(section)
        }
        let layout = SegmentLayout(
            documentCount: documents.count, fieldCount: fieldCount, columnCount: documents.columnCount,
            lengths: lengthsOfSections)
        try file.append(layout.encoded())
        let count = documents.count
        return SegmentEntry(file: try file.finish(), documentCount: count, deletes: nil)
    }
}
