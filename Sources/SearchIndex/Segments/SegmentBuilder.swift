/// Documents that wait in memory for their segment.
///
/// Tokens are logged as they come, 12 bytes each, and sorted by term when the segment is written: a counting sort
/// keeps documents and positions in order.
struct SegmentBuilder {
    private let fieldCount: Int
    private var terms = TermTable()
    private var tokenTerms: [UInt32] = []
    private var tokenDocs: [DocID] = []
    private var tokenPositions: [UInt32] = []
    private var documents: [PendingDocument] = []
    /// By the bytes of the key: to `String`, two spellings of one accent are equal.
    private var docsByKey: [[UInt8]: DocID] = [:]

    private struct PendingDocument {
        var key: String
        var sortKey: UInt64
        var lengths: [UInt32]
        var isLive = true
    }

    init(fieldCount: Int) { self.fieldCount = fieldCount }

    var isEmpty: Bool { documents.isEmpty }

    /// Memory in use, in bytes, roughly.
    var size: Int { 12 * tokenTerms.count + terms.size + 100 * documents.count }

    /// Adds a document in place of one of the same key, if there is one.
    mutating func add(_ document: borrowing IndexDocument) throws(IndexError) {
        try check(document)
        remove(key: document.key)
        let doc = DocID(documents.count)
        var lengths = [UInt32](repeating: 0, count: fieldCount)
        var lastPositions = [Int64](repeating: -1, count: fieldCount)
        let bytes = document.bytes.span
        for token in document.tokens {
            tokenTerms.append(terms.number(of: bytes.extracting(token.start..<token.end), field: UInt8(token.field)))
            tokenDocs.append(doc)
            tokenPositions.append(token.position)
            if Int64(token.position) != lastPositions[token.field] { lengths[token.field] += 1 }
            lastPositions[token.field] = Int64(token.position)
        }
        documents.append(PendingDocument(key: document.key, sortKey: document.sortKey, lengths: lengths))
        docsByKey[Array(document.key.utf8)] = doc
    }

    /// Throws before anything has been taken over, so that a bad document leaves no trace.
    private func check(_ document: borrowing IndexDocument) throws(IndexError) {
        let key = document.key
        guard key.utf8.count <= 65_535 else {
            throw .invalidDocument(key: key, what: "its key is over 65,535 bytes long")
        }
        guard documents.count < Int(UInt32.max) - 1, tokenTerms.count + document.tokens.count < Int(UInt32.max) else {
            throw .invalidDocument(key: key, what: "there are too many documents since the last commit")
        }
        var lastPositions = [UInt32](repeating: 0, count: fieldCount)
        for token in document.tokens {
            guard (0..<fieldCount).contains(token.field) else {
                throw .invalidDocument(
                    key: key, what: "it has a field number \(token.field), fields are 0 to \(fieldCount - 1)")
            }
            guard token.end - token.start <= 65_535 else {
                throw .invalidDocument(key: key, what: "a term is over 65,535 bytes long")
            }
            guard token.position >= lastPositions[token.field] else {
                throw .invalidDocument(key: key, what: "positions in a field go back at \(token.position)")
            }
            lastPositions[token.field] = token.position
        }
    }

    mutating func remove(key: String) {
        guard let doc = docsByKey.removeValue(forKey: Array(key.utf8)) else { return }
        documents[Int(doc)].isLive = false
    }

    /// The data of a segment with the live documents, and their number; `nil` when there are none.
    func segmentData() -> (bytes: [UInt8], documentCount: Int)? {
        var writer = SegmentWriter(fieldCount: fieldCount)
        var newDocs: [DocID?] = []
        for document in documents {
            newDocs.append(document.isLive ? DocID(writer.documentCount) : nil)
            guard document.isLive else { continue }
            writer.addDocument(key: document.key, sortKey: document.sortKey, lengths: document.lengths)
        }
        guard writer.documentCount > 0 else { return nil }
        let (order, starts) = tokensByTerm()
        var positions: [UInt32] = []
        for term in terms.sortedNumbers() {
            var isBegun = false
            var at = starts[term]
            while at < starts[term + 1] {
                let doc = tokenDocs[Int(order[at])]
                positions.removeAll(keepingCapacity: true)
                while at < starts[term + 1], tokenDocs[Int(order[at])] == doc {
                    let position = tokenPositions[Int(order[at])]
                    // The same term twice at one position is one occurrence.
                    if positions.last != position { positions.append(position) }
                    at += 1
                }
                guard let newDoc = newDocs[Int(doc)] else { continue }
                if !isBegun {
                    writer.beginTerm(terms.bytes.span.extracting(terms.range(of: term)), field: terms.field(of: term))
                    isBegun = true
                }
                writer.append(doc: newDoc, positions: positions.span)
            }
            if isBegun { writer.endTerm() }
        }
        let count = writer.documentCount
        return (writer.finish(), count)
    }

    /// Token numbers grouped by term, in order of adding within a term, and where each term's group starts.
    private func tokensByTerm() -> (order: [UInt32], starts: [Int]) {
        var starts = [Int](repeating: 0, count: terms.count + 1)
        for term in tokenTerms { starts[Int(term) + 1] += 1 }
        for term in 0..<terms.count { starts[term + 1] += starts[term] }
        var next = starts
        var order = [UInt32](repeating: 0, count: tokenTerms.count)
        for (token, term) in tokenTerms.enumerated() {
            order[next[Int(term)]] = UInt32(token)
            next[Int(term)] += 1
        }
        return (order, starts)
    }
}
