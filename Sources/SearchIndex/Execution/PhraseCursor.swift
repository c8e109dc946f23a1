/// Documents of a segment in which the terms of a leaf stand at their distances in one field, in ascending order.
struct PhraseCursor {
    /// The current document, or `endOfPostings`; undefined before the first move.
    private(set) var doc: DocID = 0
    /// Where the phrase starts in the current document, ascending; never empty. For a single term it is not filled.
    private(set) var starts: [UInt32] = []

    private var postings: [PostingsReader]
    private let offsets: [UInt32]
    private var positions: [UInt32] = []

    /// `nil` when the segment lacks one of the terms.
    init?(_ field: LeafField, segment number: Int, of segment: LiveSegment) throws(IndexError) {
        var found: [(info: TermInfo, offset: UInt32)] = []
        for term in field.terms {
            guard let info = term.infos[number] else { return nil }
            found.append((info, term.offset))
        }
        // The rarest term first: it leads, and the others skip.
        found.sort { $0.info.docFreq < $1.info.docFreq }
        postings = []
        for term in found { postings.append(try segment.reader.postings(of: term.info)) }
        offsets = found.map(\.offset)
    }

    /// Occurrences in the current document.
    mutating func frequency() throws(IndexError) -> UInt32 {
        postings.count == 1 ? try postings[0].termFreq() : UInt32(truncatingIfNeeded: starts.count)
    }

    mutating func next() throws(IndexError) {
        try postings[0].next()
        try settle()
    }

    /// Moves to the first document that is not before `target`; never backward.
    mutating func advance(to target: DocID) throws(IndexError) {
        try postings[0].advance(to: target)
        try settle()
    }

    /// The places in the current document where the phrase starts, also for a single term.
    mutating func occurrences() throws(IndexError) -> [UInt32] {
        if postings.count == 1 { try postings[0].readPositions(into: &starts) }
        return starts
    }

    /// Moves from the leader's document to the first one that all share and where the distances are right.
    private mutating func settle() throws(IndexError) {
        while true {
            doc = postings[0].doc
            if doc == endOfPostings || postings.count == 1 { return }
            var shared = doc
            for at in 1..<postings.count {
                try postings[at].advance(to: doc)
                shared = postings[at].doc
                if shared != doc { break }
            }
            if shared == doc {
                try findStarts()
                if !starts.isEmpty { return }
                try postings[0].next()
            } else {
                try postings[0].advance(to: shared)
            }
        }
    }

    /// Keeps of the leader's places those at which every other term has its place too.
    private mutating func findStarts() throws(IndexError) {
        try postings[0].readPositions(into: &positions)
        // A term that stands before its offset cannot be part of a whole phrase.
        starts.removeAll(keepingCapacity: true)
        for position in positions where position >= offsets[0] { starts.append(position - offsets[0]) }
        for at in 1..<postings.count where !starts.isEmpty {
            try postings[at].readPositions(into: &positions)
            keepStarts(offset: offsets[at])
        }
    }

    private mutating func keepStarts(offset: UInt32) {
        var kept = 0
        var at = 0
        for start in starts {
            let (wanted, overflows) = start.addingReportingOverflow(offset)
            if overflows { break }
            while at < positions.count, positions[at] < wanted { at += 1 }
            if at == positions.count { break }
            if positions[at] == wanted {
                starts[kept] = start
                kept += 1
            }
        }
        starts.removeLast(starts.count - kept)
    }
}
