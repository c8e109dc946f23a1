/// The best documents in which several terms and phrases all stand.
///
/// The rarest part leads. Its blocks are passed over when their bound and those of the others over the same documents
/// cannot reach the threshold; then its documents by their own scores; and positions are read last, when even the most
/// that a phrase can score leaves the document a chance (the order of Lucene's pull request 15861).
struct ConjunctionTop {
    /// The rarest first.
    private let parts: [ConjunctionPart]
    private let number: Int
    private let deleted: DeletedDocuments

    init(parts: [ConjunctionPart], number: Int, deleted: DeletedDocuments) {
        self.parts = parts.sorted { $0.cost < $1.cost }
        self.number = number
        self.deleted = deleted
    }

    func collect(into top: inout TopK) throws(IndexError) {
        let lead = parts[0]
        var doc: DocID = 0
        while true {
            guard let range = try lead.range(from: doc) else { return }
            var others: Float = 0
            for part in parts.dropFirst() { others += try part.bound(from: doc, to: range.end) }
            if !top.isTooLow(range.bound + others) {
                try lead.forEach(from: doc, to: range.end) { doc, score throws(IndexError) in
                    if !top.isTooLow(score + others) { try complete(doc, score, others, &top) }
                }
            }
            if range.end == endOfPostings { return }
            doc = range.end
        }
    }

    /// Checks the other parts, the cheap ones first, and then what can only be told by positions.
    private func complete(_ doc: DocID, _ first: Float, _ others: Float, _ top: inout TopK) throws(IndexError) {
        // A bound on the whole score: what parts have scored, and what they can at most.
        var bound = first + others
        for part in parts.dropFirst() {
            guard let most = try part.mostScore(of: doc) else { return }
            bound += most - part.lastBound
            if top.isTooLow(bound * 1.000_01) { return }
        }
        if deleted.contains(doc) { return }
        var score: Double = 0
        for part in parts {
            guard let own = try part.score(of: doc) else { return }
            score += Double(own)
        }
        if !top.isTooLow(Float(score)) { try top.offer(doc, ofSegment: number, score: Float(score)) }
    }
}

/// A term or phrase among others that must all match.
class ConjunctionPart {
    let cost: Int
    /// What `bound(from:to:)` returned last.
    fileprivate(set) var lastBound: Float = 0

    init(cost: Int) { self.cost = cost }

    /// Documents from `doc` to before `end` that share a bound; `nil` when there are none from `doc` on.
    func range(from doc: DocID) throws(IndexError) -> (end: DocID, bound: Float)? { nil }

    /// Greatest score of documents from `from` to before `to`.
    func bound(from: DocID, to: DocID) throws(IndexError) -> Float { 0 }

    /// Calls `body` with each candidate of a range and the most that it can score.
    func forEach(
        from: DocID, to: DocID, _ body: (DocID, Float) throws(IndexError) -> Void
    ) throws(IndexError) {}

    /// The most that a document can score; `nil` when it does not match.
    func mostScore(of doc: DocID) throws(IndexError) -> Float? { nil }

    /// The score of a candidate; `nil` when it does not match after all.
    func score(of doc: DocID) throws(IndexError) -> Float? { nil }
}

final class TermPart: ConjunctionPart {
    private let scorer: TermScorer

    init(_ scorer: TermScorer) {
        self.scorer = scorer
        super.init(cost: scorer.postings.docFreq)
    }

    override func range(from doc: DocID) throws(IndexError) -> (end: DocID, bound: Float)? {
        guard try scorer.advanceBlock(to: doc) else { return nil }
        let end = DocID(truncatingIfNeeded: min(scorer.postings.lastDoc + 1, Int64(endOfPostings)))
        return (end, try scorer.bound(ofBlock: scorer.postings.block))
    }

    override func bound(from: DocID, to: DocID) throws(IndexError) -> Float {
        lastBound = try scorer.bound(from: from, to: to)
        return lastBound
    }

    override func forEach(
        from: DocID, to: DocID, _ body: (DocID, Float) throws(IndexError) -> Void
    ) throws(IndexError) {
        try scorer.enter(scorer.postings.block)
        let scores = try scorer.blockScores()
        let docs = scorer.postings.docs
        let count = scorer.postings.count
        var at = docs.firstIndex(notBelow: from, from: 0, to: count)
        while at < count, docs[at] < to {
            try body(docs[at], scores[at])
            at &+= 1
        }
    }

    override func mostScore(of doc: DocID) throws(IndexError) -> Float? { try scorer.score(of: doc) }
    override func score(of doc: DocID) throws(IndexError) -> Float? { try scorer.score(of: doc) }
}

final class PhrasePart: ConjunctionPart {
    private var cursor: PhraseCursor
    private let scale: TermScale

    init(_ cursor: PhraseCursor, leaf: Leaf, field: LeafField, segment: LiveSegment) {
        self.cursor = cursor
        scale = TermScale(leaf: leaf, field: field, segment: segment)
        super.init(cost: cursor.cost)
    }

    override func range(from doc: DocID) throws(IndexError) -> (end: DocID, bound: Float)? {
        let first = try cursor.candidate(from: doc)
        if first == endOfPostings { return nil }
        let (end, bound) = try cursor.bound(from: first)
        return (end, scale.score(bound))
    }

    override func bound(from: DocID, to: DocID) throws(IndexError) -> Float {
        lastBound = scale.score(try cursor.bound(from: from, to: to))
        return lastBound
    }

    override func forEach(
        from: DocID, to: DocID, _ body: (DocID, Float) throws(IndexError) -> Void
    ) throws(IndexError) {
        var doc = try cursor.candidate(from: from)
        while doc < to {
            try body(doc, try scale.score(frequency: try cursor.frequencyBound(doc), of: doc))
            doc = try cursor.candidate(from: doc + 1)
        }
    }

    override func mostScore(of doc: DocID) throws(IndexError) -> Float? {
        guard try cursor.isCandidate(doc) else { return nil }
        return try scale.score(frequency: try cursor.frequencyBound(doc), of: doc)
    }

    override func score(of doc: DocID) throws(IndexError) -> Float? {
        let frequency = try cursor.frequency(doc)
        return frequency > 0 ? try scale.score(frequency: frequency, of: doc) : nil
    }
}
