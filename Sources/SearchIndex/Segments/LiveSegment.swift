/// A segment as one commit sees it: its documents less the deleted ones.
struct LiveSegment: Sendable {
    let reader: SegmentReader
    var deleted: DeletedDocuments

    init(reader: SegmentReader, deleted: DeletedDocuments? = nil) {
        self.reader = reader
        self.deleted = deleted ?? DeletedDocuments(documentCount: reader.documentCount)
    }

    init(directory: IndexDirectory, entry: SegmentEntry, fieldCount: Int) throws(IndexError) {
        reader = try SegmentReader(directory: directory, entry: entry, fieldCount: fieldCount)
        if let deletes = entry.deletes {
            deleted = try DeletedDocuments(directory: directory, entry: deletes, documentCount: entry.documentCount)
        } else {
            deleted = DeletedDocuments(documentCount: entry.documentCount)
        }
    }

    var liveCount: Int { reader.documentCount - deleted.count }

    func isLive(_ doc: DocID) -> Bool { !deleted.contains(doc) }

    /// The live document of a key.
    func doc(of key: String) throws(IndexError) -> DocID? {
        guard let doc = try reader.doc(of: key), isLive(doc) else { return nil }
        return doc
    }

    /// Live documents that hold a term: from the dictionary, or counted where documents have been deleted.
    func docFreq(of term: TermInfo) throws(IndexError) -> Int {
        if deleted.count == 0 { return term.docFreq }
        var count = 0
        var postings = try reader.postings(of: term)
        try postings.next()
        while postings.doc != endOfPostings {
            if isLive(postings.doc) { count += 1 }
            try postings.next()
        }
        return count
    }

    /// Live documents that hold at least one of some terms. Cost for two or more: that of reading their postings.
    func docFreq(ofAny terms: [TermInfo]) throws(IndexError) -> Int {
        if terms.isEmpty { return 0 }
        if terms.count == 1 { return try docFreq(of: terms[0]) }
        var count = 0
        var postings: [PostingsReader] = []
        for term in terms {
            var reader = try reader.postings(of: term)
            try reader.next()
            postings.append(reader)
        }
        while true {
            var doc = endOfPostings
            for at in postings.indices { doc = min(doc, postings[at].doc) }
            if doc == endOfPostings { return count }
            if isLive(doc) { count += 1 }
            for at in postings.indices where postings[at].doc == doc { try postings[at].next() }
        }
    }

    /// Statistics of a field over the live documents.
    func statistics(ofField field: Int) throws(IndexError) -> FieldStatistics {
        var statistics = reader.fieldStatistics[field]
        if deleted.count == 0 { return statistics }
        for doc in 0..<DocID(reader.documentCount) where !isLive(doc) {
            let length = try reader.length(of: doc, field: field)
            statistics.totalLength &-= Int(length)
            statistics.documentCount &-= length > 0 ? 1 : 0
        }
        return statistics
    }
}
