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
    /// Whether not all parts are terms.
    private let hasPhrases: Bool
    private let batch = PhraseBatch()
    /// What is left of a term's block when all parts are terms.
    private let candidates = ScoreBatch()
    /// Documents of the batch, and some that were dropped since, with what the other parts score.
    private var scored: [(doc: DocID, score: Double)] = []

    /// Documents of a phrase that are looked at before the threshold is asked for anew.
    private static let batchLength = 32

    init(parts: [ScoredPart], optional: [ScoredPart] = [], number: Int, deleted: DeletedDocuments) {
        self.parts = parts.sorted { $0.cost < $1.cost }
        hasPhrases = parts.contains(where: \.isPhrase)
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
                } else if hasPhrases {
                    try walkBlock(from: doc, to: range.end, others, &top)
                } else {
                    try walkTerms(from: doc, to: range.end, others, &top)
                }
            }
            if range.end == endOfPostings { return }
            doc = range.end
        }
    }

    /// The documents of the leading term's current block, when all parts are terms: the others are asked one after another
    /// about those that can still get in.
    private mutating func walkTerms(
        from: DocID, to: DocID, _ others: Float, _ top: inout TopK
    ) throws(IndexError) {
        guard let (docs, scores, count) = try parts[0].block() else { return }
        candidates.removeAll()
        var at = docs.firstIndex(notBelow: from, from: 0, to: count)
        while at < count, docs[at] < to {
            if !top.isTooLow(scores[at] + others) { candidates.append(docs[at], score: Double(scores[at])) }
            at &+= 1
        }
        var rest = others
        for part in parts.indices.dropFirst() where !candidates.isEmpty {
            rest -= parts[part].bound
            try parts[part].add(to: candidates, isNeeded: true, rest: rest, top)
        }
        for at in 0..<candidates.count { try offer(candidates.docs[at], candidates.scores[at], &top) }
    }

    /// Offers a document in which all parts stand, with what the others that may match add.
    private mutating func offer(_ doc: DocID, _ needed: Double, _ top: inout TopK) throws(IndexError) {
        if deleted.contains(doc) { return }
        var score = needed
        if !optional.isEmpty {
            guard let more = try preferred(doc, Float(score), &top) else { return }
            score += more
        }
        if !top.isTooLow(Float(score)) { try top.offer(doc, ofSegment: number, score: Float(score)) }
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
        guard parts.dropFirst().allSatisfy({ !$0.isPhrase }) else {
            return try walkPhraseOneByOne(from: from, to: to, others, &top)
        }
        var doc = from
        while doc < to, let next = try parts[0].candidates(batch, from: doc, to: to, limit: Self.batchLength) {
            try scoreOthers(others, top)
            try parts[0].keepMatches(of: batch)
            try offerBatch(&top)
            doc = next
        }
    }

    /// Keeps of a batch of the leading phrase's candidates those that the other parts, which are terms, match and that can
    /// score enough. Their scores without that of the phrase are then in `scored`.
    private mutating func scoreOthers(_ others: Float, _ top: TopK) throws(IndexError) {
        scored.removeAll(keepingCapacity: true)
        var progress = PhraseBatch.Progress()
        while progress.at < batch.count {
            let doc = batch.docs[progress.at]
            if let score = try scoreOfTerms(doc, parts[0].score(batch, at: progress.at) + others, top) {
                scored.append((doc, score))
                batch.keep(&progress, frequency: .max)
            }
            progress.at += 1
        }
        batch.end(progress)
    }

    /// What all parts but the first, which are terms, score together; `nil` when one does not match or the whole is too low.
    ///
    /// - Parameter most: a bound on the whole score.
    private mutating func scoreOfTerms(_ doc: DocID, _ most: Float, _ top: TopK) throws(IndexError) -> Double? {
        var bound = most
        if top.isTooLow(bound) || deleted.contains(doc) { return nil }
        var sum: Double = 0
        for at in 1..<max(1, parts.count) {
            guard let own = try parts[at].term?.score(of: doc) ?? nil else { return nil }
            sum += Double(own)
            bound += own - parts[at].bound
            if top.isTooLow(bound * 1.000_01) { return nil }
        }
        return sum
    }

    /// Offers the documents of a batch, in which the leading phrase stands.
    private mutating func offerBatch(_ top: inout TopK) throws(IndexError) {
        var next = 0
        for at in 0..<batch.count {
            let doc = batch.docs[at]
            while scored[next].doc != doc { next += 1 }
            try offer(doc, scored[next].score + Double(parts[0].score(batch, at: at)), &top)
        }
    }

    private mutating func walkPhraseOneByOne(
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
        guard let score = try scoreOfAll(doc, first + others, top) else { return }
        try offer(doc, score, &top)
    }

    /// What all parts score together, of which some are phrases; `nil` when one does not match or the whole is too low.
    ///
    /// - Parameter most: a bound on the whole score.
    private mutating func scoreOfAll(_ doc: DocID, _ most: Float, _ top: TopK) throws(IndexError) -> Double? {
        var bound = most
        for at in 1..<max(1, parts.count) {
            guard let most = try parts[at].mostScore(of: doc) else { return nil }
            bound += most - parts[at].bound
            if top.isTooLow(bound * 1.000_01) { return nil }
        }
        if deleted.contains(doc) { return nil }
        var score: Double = 0
        for at in parts.indices {
            guard let own = try parts[at].score(of: doc) else { return nil }
            score += Double(own)
        }
        return score
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
