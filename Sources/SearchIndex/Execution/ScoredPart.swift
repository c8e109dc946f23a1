/// A term or a phrase in one field among the parts of a query, with scores and their bounds: one of the two is there.
struct ScoredPart {
    let cost: Int
    /// Greatest score of the documents for which `setBound` was called last.
    private(set) var bound: Float = 0

    var term: TermScorer?
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

    /// The score of any document, unless the most that it can be is too low; `nil` when it does not match.
    mutating func score(of doc: DocID, unless isTooLow: (Float) -> Bool) throws(IndexError) -> Float? {
        guard isPhrase else { return try term?.score(of: doc) ?? nil }
        guard let most = try mostScore(of: doc), !isTooLow(most) else { return nil }
        return try score(of: doc)
    }

    /// Adds a term's scores to those of a batch; see `TermScorer.add`.
    mutating func add(
        to batch: ScoreBatch, isNeeded: Bool, rest: Float, _ top: borrowing TopK
    ) throws(IndexError) {
        try term?.add(to: batch, isNeeded: isNeeded, rest: rest, top)
    }

    /// Adds the documents of a range with their scores to a window, but for those of which `isTooLow` says by a bound that
    /// they need not be looked at.
    mutating func fill(
        _ window: DocWindow, from start: DocID, to end: DocID, _ isTooLow: (Float) -> Bool
    ) throws(IndexError) {
        try term?.fill(window, from: start, to: end, isTooLow)
        try phrase?.fill(window, from: start, to: end, isTooLow)
    }

    // MARK: - Many documents of a phrase at a time

    /// Fills a batch as `PhraseCursor.candidates` does, with the most times that the phrase can stand in each document.
    mutating func candidates(
        _ batch: PhraseBatch, from first: DocID, to end: DocID, limit: Int
    ) throws(IndexError) -> DocID? {
        try phrase?.candidates(batch, from: first, to: end, limit: limit) ?? nil
    }

    mutating func keepMatches(of batch: PhraseBatch) throws(IndexError) { try phrase?.keepMatches(of: batch) }

    /// The score of a document of a batch by its frequency there.
    func score(_ batch: PhraseBatch, at place: Int) -> Float {
        phrase?.scale.score(frequency: batch.frequencies[place], of: batch.docs[place]) ?? 0
    }
}
