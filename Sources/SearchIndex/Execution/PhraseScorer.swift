/// A phrase in one field, with scores and their bounds.
struct PhraseScorer {
    private var cursor: PhraseCursor
    let scale: TermScale
    private let batch = PhraseBatch()

    var cost: Int { cursor.cost }

    init(_ cursor: PhraseCursor, leaf: Leaf, field: LeafField, segment: LiveSegment) throws(IndexError) {
        self.cursor = cursor
        scale = try TermScale(leaf: leaf, field: field, segment: segment)
    }

    mutating func range(from doc: DocID) throws(IndexError) -> (end: DocID, bound: Float)? {
        let first = try cursor.candidate(from: doc)
        if first == endOfPostings { return nil }
        let (end, bound) = try cursor.bound(from: first)
        return (end, scale.score(bound))
    }

    func bound(from: DocID, to: DocID) throws(IndexError) -> Float {
        scale.score(try cursor.bound(from: from, to: to))
    }

    mutating func candidate(from doc: DocID) throws(IndexError) -> DocID { try cursor.candidate(from: doc) }

    mutating func mostScore(of doc: DocID) throws(IndexError) -> Float? {
        guard try cursor.isCandidate(doc) else { return nil }
        return scale.score(frequency: try cursor.frequencyBound(doc), of: doc)
    }

    mutating func score(of doc: DocID) throws(IndexError) -> Float? {
        let frequency = try cursor.frequency(doc)
        return frequency > 0 ? scale.score(frequency: frequency, of: doc) : nil
    }

    // MARK: - Many documents at a time

    /// Documents from `doc` to before `end` that share a bound; `nil` when there are none from `doc` on. Decodes nothing.
    mutating func block(from doc: DocID) throws(IndexError) -> (end: DocID, bound: Float)? {
        guard let (end, bound) = try cursor.block(from: doc) else { return nil }
        return (end, scale.score(bound))
    }

    /// Fills a batch as `PhraseCursor.candidates` does, with the most times that the phrase can stand in each document.
    mutating func candidates(
        _ batch: PhraseBatch, from first: DocID, to end: DocID, limit: Int
    ) throws(IndexError) -> DocID? {
        try cursor.candidates(batch, from: first, to: end, limit: limit, tellsFrequencies: true)
    }

    mutating func keepMatches(of batch: PhraseBatch) throws(IndexError) { try cursor.keepMatches(of: batch) }

    /// Adds the documents of a range with their scores to a window, but for those of which `isTooLow` says by a bound that
    /// they need not be looked at.
    mutating func fill(
        _ window: DocWindow, from start: DocID, to end: DocID, _ isTooLow: (Float) -> Bool
    ) throws(IndexError) {
        let (batch, scale) = (batch, scale)
        var doc = start
        while doc < end, let next = try candidates(batch, from: doc, to: end, limit: PhraseBatch.capacity) {
            batch.filter { !isTooLow(scale.score(frequency: batch.frequencies[$0], of: batch.docs[$0])) }
            try keepMatches(of: batch)
            for at in 0..<batch.count {
                let score = scale.score(frequency: batch.frequencies[at], of: batch.docs[at])
                window.insert(batch.docs[at], score: Double(score))
            }
            doc = next
        }
    }
}
