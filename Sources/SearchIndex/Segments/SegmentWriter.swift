/// Puts the data of a segment together: first all documents, then all terms in order. Format: `SegmentLayout`.
struct SegmentWriter {
    private let fieldCount: Int
    private var keys: [String] = []
    private var sortKeys = ByteWriter()
    private var lengths: [[UInt32]]

    private var firstTerms: [Int]
    private var terms = ByteWriter()
    private var termRecords = ByteWriter()
    private var postings = PostingsWriter()
    private var termCount = 0
    private var openTerm: (field: Int, termStart: Int, postingsStart: Int, positionsStart: Int)?

    init(fieldCount: Int) {
        self.fieldCount = fieldCount
        lengths = Array(repeating: [], count: fieldCount)
        firstTerms = []
    }

    var documentCount: Int { keys.count }

    mutating func addDocument(key: String, sortKey: UInt64, lengths documentLengths: [UInt32]) {
        keys.append(key)
        sortKeys.append(uint64: sortKey)
        for field in 0..<fieldCount { lengths[field].append(documentLengths[field]) }
    }

    /// Starts the next term; fields ascend, and terms within a field.
    mutating func beginTerm(_ term: Span<UInt8>, field: Int) {
        // A field that has no terms starts where the next one does.
        while firstTerms.count <= field { firstTerms.append(termCount) }
        openTerm = (field, terms.count, postings.postings.count, postings.positions.count)
        terms.append(term)
        postings.beginTerm()
    }

    mutating func append(doc: DocID, positions: Span<UInt32>) {
        postings.append(doc: doc, positions: positions)
    }

    /// Ends the term that was begun, which has at least one document.
    mutating func endTerm() {
        guard let term = openTerm else { preconditionFailure("a term was begun") }
        postings.endTerm()
        appendRecord(term.termStart, term.postingsStart, term.positionsStart, docFreq: postings.docFreq)
        termCount += 1
        openTerm = nil
    }

    private mutating func appendRecord(_ term: Int, _ postings: Int, _ positions: Int, docFreq: Int) {
        termRecords.append(count: term)
        termRecords.append(count: postings)
        termRecords.append(count: positions)
        termRecords.append(uint32: UInt32(docFreq))
    }

    /// The data of the segment's file.
    consuming func finish() -> [UInt8] {
        while firstTerms.count < fieldCount { firstTerms.append(termCount) }
        appendRecord(terms.count, postings.postings.count, postings.positions.count, docFreq: 0)
        var keyBytes = ByteWriter()
        var keyStarts = ByteWriter()
        for key in keys {
            keyStarts.append(count: keyBytes.count)
            keyBytes.append(Array(key.utf8))
        }
        keyStarts.append(count: keyBytes.count)
        var keyOrder = ByteWriter()
        let utf8 = keys.map { Array($0.utf8) }
        for doc in keys.indices.sorted(by: { utf8[$0].lexicographicallyPrecedes(utf8[$1]) }) {
            keyOrder.append(uint32: UInt32(doc))
        }
        var lengthBytes = ByteWriter()
        var fields = ByteWriter()
        for field in 0..<fieldCount {
            for length in lengths[field] { lengthBytes.append(uint32: length) }
            fields.append(count: firstTerms[field])
            fields.append(count: lengths[field].reduce(0) { $0 + Int($1) })
            fields.append(uint32: UInt32(lengths[field].count { $0 > 0 }))
        }
        let sections = [
            keyBytes.bytes, keyStarts.bytes, keyOrder.bytes, sortKeys.bytes, lengthBytes.bytes, fields.bytes,
            terms.bytes, termRecords.bytes, postings.postings.bytes, postings.positions.bytes,
        ]
        let layout = SegmentLayout(documentCount: keys.count, fieldCount: fieldCount, lengths: sections.map(\.count))
        return sections.reduce(into: layout.encodedHeader()) { $0.append(contentsOf: $1) }
    }
}
