/// Makes one segment of several: decodes them and writes what is live anew, as if it had been added in that order.
struct SegmentMerger {
    let segments: [LiveSegment]
    let fieldCount: Int

    /// The data of the merged segment and its number of documents; `nil` when no document is live.
    func merge() throws(IndexError) -> (bytes: [UInt8], documentCount: Int)? {
        var writer = SegmentWriter(fieldCount: fieldCount)
        var newDocs: [[DocID]] = []
        for segment in segments { newDocs.append(try copyDocuments(of: segment, to: &writer)) }
        guard writer.documentCount > 0 else { return nil }
        for field in 0..<fieldCount { try mergeTerms(ofField: field, newDocs: newDocs, to: &writer) }
        let count = writer.documentCount
        return (writer.finish(), count)
    }

    /// Adds the live documents; the new number of each old one, `endOfPostings` for a deleted one.
    private func copyDocuments(of segment: LiveSegment, to writer: inout SegmentWriter) throws(IndexError) -> [DocID] {
        var newDocs: [DocID] = []
        for doc in 0..<DocID(segment.reader.documentCount) {
            guard segment.isLive(doc) else {
                newDocs.append(endOfPostings)
                continue
            }
            newDocs.append(DocID(writer.documentCount))
            var lengths: [UInt32] = []
            for field in 0..<fieldCount { lengths.append(try segment.reader.length(of: doc, field: field)) }
            writer.addDocument(
                key: try segment.reader.key(of: doc), sortKey: try segment.reader.sortKey(of: doc), lengths: lengths)
        }
        return newDocs
    }

    /// Walks the term lists of all segments at once, always taking the lowest term.
    private func mergeTerms(ofField field: Int, newDocs: [[DocID]], to writer: inout SegmentWriter) throws(IndexError) {
        var walkers = segments.map { TermWalker(reader: $0.reader, field: field) }
        for at in walkers.indices { try walkers[at].load() }
        var positions: [UInt32] = []
        while let lowest = Self.lowestTerm(of: walkers) {
            var isBegun = false
            for at in walkers.indices where walkers[at].term == lowest {
                var postings = segments[at].reader.postings(of: try walkers[at].info())
                try postings.next()
                while postings.doc != endOfPostings {
                    let newDoc = newDocs[at][Int(postings.doc)]
                    if newDoc != endOfPostings {
                        if !isBegun { writer.beginTerm(lowest.span, field: field) }
                        isBegun = true
                        try postings.readPositions(into: &positions)
                        writer.append(doc: newDoc, positions: positions.span)
                    }
                    try postings.next()
                }
                try walkers[at].advance()
            }
            if isBegun { writer.endTerm() }
        }
    }

    private static func lowestTerm(of walkers: [TermWalker]) -> [UInt8]? {
        var lowest: [UInt8]?
        for walker in walkers {
            guard let term = walker.term else { continue }
            guard let current = lowest else {
                lowest = term
                continue
            }
            if precedes(term.span, current.span) { lowest = term }
        }
        return lowest
    }
}

/// Goes through the terms of one field of a segment in order.
private struct TermWalker {
    let reader: SegmentReader
    private var number: Int
    private let end: Int
    /// The current term; `nil` at the end.
    private(set) var term: [UInt8]?

    init(reader: SegmentReader, field: Int) {
        self.reader = reader
        let terms = reader.terms.terms(inField: field)
        number = terms.lowerBound
        end = terms.upperBound
    }

    mutating func load() throws(IndexError) {
        guard number < end else {
            term = nil
            return
        }
        let range = try reader.terms.bytesRange(of: number)
        let file = reader.file
        let span = try file.bytes(in: range)
        var bytes: [UInt8] = []
        for at in span.indices { bytes.append(span[at]) }
        // Terms out of order would make a segment in which nothing is found.
        if let term, !precedes(term.span, bytes.span) {
            throw .corrupt(file: reader.file.path, offset: range.lowerBound, what: "a term is out of order")
        }
        term = bytes
    }

    mutating func advance() throws(IndexError) {
        number += 1
        try load()
    }

    func info() throws(IndexError) -> TermInfo { try reader.terms.info(ofTerm: number) }
}
