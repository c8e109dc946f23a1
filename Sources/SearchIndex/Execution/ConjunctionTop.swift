/// The best documents in which several terms and phrases all stand.
///
/// The rarest part leads. Its blocks are passed over when their bound and those of the others over the same documents
/// cannot reach the threshold; then its documents by their own scores; and positions are read last, when even the most
/// that a phrase can score leaves the document a chance (the order of Lucene's pull request 15861).
struct ConjunctionTop {
    /// The rarest first.
    private var parts: [ConjunctionPart]
    private let number: Int
    private let deleted: DeletedDocuments

    init(parts: [ConjunctionPart], number: Int, deleted: DeletedDocuments) {
        self.parts = parts.sorted { $0.cost < $1.cost }
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
        if !top.isTooLow(Float(score)) { try top.offer(doc, ofSegment: number, score: Float(score)) }
    }
}

/// A term or phrase among others that must all match: one of the two is there.
struct ConjunctionPart {
    let cost: Int
    /// Greatest score of the documents for which `setBound` was called last.
    private(set) var bound: Float = 0

    private var term: TermScorer?
    private var phrase: PhraseScorer?

    init(_ scorer: TermScorer) {
        term = scorer
        cost = scorer.postings.docFreq
    }

    init(_ scorer: PhraseScorer) {
        phrase = scorer
        cost = scorer.cost
    }

    var isPhrase: Bool { phrase != nil }

    /// Documents from `doc` to before `end` that share a bound; `nil` when there are none from `doc` on.
    mutating func range(from doc: DocID) throws(IndexError) -> (end: DocID, bound: Float)? {
        isPhrase ? try phrase?.range(from: doc) ?? nil : try term?.range(from: doc) ?? nil
    }

    mutating func setBound(from: DocID, to: DocID) throws(IndexError) {
        if let own = try term?.bound(from: from, to: to) { bound = own }
        if let own = try phrase?.bound(from: from, to: to) { bound = own }
    }

    /// Documents and scores of a term's current block.
    mutating func block() throws(IndexError) -> (docs: UInt32Block, scores: FloatBlock, count: Int)? {
        try term?.block()
    }

    /// The first document from `doc` on in which all words of a phrase stand.
    mutating func candidate(from doc: DocID) throws(IndexError) -> DocID {
        try phrase?.candidate(from: doc) ?? endOfPostings
    }

    /// The most that a document can score; `nil` when it does not match.
    mutating func mostScore(of doc: DocID) throws(IndexError) -> Float? {
        isPhrase ? try phrase?.mostScore(of: doc) ?? nil : try term?.score(of: doc) ?? nil
    }

    /// The score of a candidate; `nil` when it does not match after all.
    mutating func score(of doc: DocID) throws(IndexError) -> Float? {
        isPhrase ? try phrase?.score(of: doc) ?? nil : try term?.score(of: doc) ?? nil
    }
}

/// A phrase in one field, with scores and their bounds.
struct PhraseScorer {
    private var cursor: PhraseCursor
    private let scale: TermScale

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
}
