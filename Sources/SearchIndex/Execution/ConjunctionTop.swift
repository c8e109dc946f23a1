/// The best documents in which several terms and phrases all stand; others may add to the score.
///
/// The rarest part leads. Its blocks are passed over when their bound and those of the others over the same documents
/// cannot reach the threshold; then its documents by their own scores; and positions are read last, when even the most
/// that a phrase can score leaves the document a chance (the order of Lucene's pull request 15861).
struct ConjunctionTop {
    /// The rarest first.
    private var parts: [ScoredPart]
    /// Parts that need not match.
    private var optional: [ScoredPart]
    private let number: Int
    private let deleted: DeletedDocuments

    init(parts: [ScoredPart], optional: [ScoredPart] = [], number: Int, deleted: DeletedDocuments) {
        self.parts = parts.sorted { $0.cost < $1.cost }
        self.optional = optional
        self.number = number
        self.deleted = deleted
    }

    mutating func collect(into top: inout TopK) throws(IndexError) {
        var doc: DocID = 0
        while let range = try parts[0].range(from: doc) {
            var others: Float = 0
            for at in parts.indices.dropFirst() {
                try parts[at].setBound(from: doc, to: range.end)
                others += parts[at].bound
            }
            for at in optional.indices {
                try optional[at].setBound(from: doc, to: range.end)
                others += optional[at].bound
            }
            if !top.isTooLow(range.bound + others) {
                if parts[0].isPhrase {
                    try walkPhrase(from: doc, to: range.end, others, &top)
                } else {
                    try walkBlock(from: doc, to: range.end, others, &top)
                }
            }
            if range.end == endOfPostings { return }
            doc = range.end
        }
    }

    /// The documents of the leading term's current block.
    private mutating func walkBlock(
        from: DocID, to: DocID, _ others: Float, _ top: inout TopK
    ) throws(IndexError) {
        guard let (docs, scores, count) = try parts[0].block() else { return }
        var at = docs.firstIndex(notBelow: from, from: 0, to: count)
        while at < count, docs[at] < to {
            if !top.isTooLow(scores[at] + others) { try complete(docs[at], scores[at], others, &top) }
            at &+= 1
        }
    }

    private mutating func walkPhrase(
        from: DocID, to: DocID, _ others: Float, _ top: inout TopK
    ) throws(IndexError) {
        var doc = try parts[0].candidate(from: from)
        while doc < to {
            if let most = try parts[0].mostScore(of: doc), !top.isTooLow(most + others) {
                try complete(doc, most, others, &top)
            }
            doc = try parts[0].candidate(from: doc + 1)
        }
    }

    /// Checks the other parts, the rarest first, and then what can only be told by positions.
    private mutating func complete(
        _ doc: DocID, _ first: Float, _ others: Float, _ top: inout TopK
    ) throws(IndexError) {
        // A bound on the whole score: what parts have scored, and what the rest can at most.
        var bound = first + others
        for at in 1..<max(1, parts.count) {
            guard let most = try parts[at].mostScore(of: doc) else { return }
            bound += most - parts[at].bound
            if top.isTooLow(bound * 1.000_01) { return }
        }
        if deleted.contains(doc) { return }
        var score: Double = 0
        for at in parts.indices {
            guard let own = try parts[at].score(of: doc) else { return }
            score += Double(own)
        }
        if !optional.isEmpty {
            guard let more = try preferred(doc, Float(score), &top) else { return }
            score += more
        }
        if !top.isTooLow(Float(score)) { try top.offer(doc, ofSegment: number, score: Float(score)) }
    }

    /// What the parts that need not match add to a score; `nil` when the whole is then too low.
    private mutating func preferred(
        _ doc: DocID, _ needed: Float, _ top: inout TopK
    ) throws(IndexError) -> Double? {
        var rest = optional.reduce(0) { $0 + $1.bound }
        var sum: Double = 0
        for at in optional.indices {
            if top.isTooLow((needed + Float(sum) + rest) * 1.000_01) { return nil }
            let bound = optional[at].bound
            let others = needed + Float(sum) + rest - bound
            var isTooLow = false
            let own = try optional[at].score(of: doc) { most in
                isTooLow = top.isTooLow((most + others) * 1.000_01)
                return isTooLow
            }
            if isTooLow { return nil }
            sum += Double(own ?? 0)
            rest -= bound
        }
        return sum
    }
}
