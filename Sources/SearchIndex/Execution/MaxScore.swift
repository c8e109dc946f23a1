/// The best documents of several terms and phrases of which any may match.
///
/// Block-max MaxScore, after Turtle and Flood, "Query evaluation: strategies and optimizations", Information Processing
/// & Management 1995, and Ding and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011: in each
/// range of documents the terms whose bounds together cannot reach the threshold are not walked, only asked about
/// documents that the others have brought close to it.
struct MaxScore {
    private var terms: [ScoredPart]
    /// Documents of a range: about four blocks of the longest list. A divisor of a window's length.
    private let rangeLength: DocID
    let number: Int
    let deleted: DeletedDocuments
    let documentCount: Int
    private let window = DocWindow(hasScores: true)
    private let hasPhrases: Bool
    /// Documents of terms that were walked, until others are asked about them.
    private let candidates = ScoreBatch()

    init(terms: [ScoredPart], number: Int, deleted: DeletedDocuments, documentCount: Int) {
        self.terms = terms
        hasPhrases = terms.contains(where: \.isPhrase)
        self.number = number
        self.deleted = deleted
        self.documentCount = documentCount
        let most = terms.map(\.cost).max() ?? 0
        var length: DocID = 512
        while length < DocWindow.length, Int(length) * most < 4 * PostingsFormat.blockLength * documentCount {
            length *= 2
        }
        rangeLength = length
    }

    mutating func collect(into top: inout TopK) throws(IndexError) {
        if deleted.count == 0 {
            for at in terms.indices {
                if let reached = try terms[at].term?.reachedScore(count: top.capacity) { top.raise(to: reached) }
            }
        }
        var bounds = [Float](repeating: 0, count: terms.count)
        var order = Array(terms.indices)
        var prefix = [Float](repeating: 0, count: terms.count)
        var start: DocID = 0
        while Int(start) < documentCount {
            let end = start + rangeLength
            for at in terms.indices {
                try terms[at].setBound(from: start, to: end)
                bounds[at] = terms[at].bound
            }
            order.sort { (bounds[$0], $0) < (bounds[$1], $1) }
            var sum: Float = 0
            var optional = 0
            for (rank, term) in order.enumerated() {
                sum += bounds[term]
                prefix[rank] = sum
                if top.isTooLow(sum) { optional = rank + 1 }
            }
            if optional < terms.count {
                try walk(order, bounds, prefix, optional, start, end, &top)
            }
            start = end
        }
    }

    /// - Parameters:
    ///   - order: the terms, the least bound first.
    ///   - prefix: sums of bounds in that order.
    ///   - optional: how many of the first are not walked.
    private mutating func walk(
        _ order: [Int], _ bounds: [Float], _ prefix: [Float], _ optional: Int, _ start: DocID, _ end: DocID,
        _ top: inout TopK
    ) throws(IndexError) {
        let rest = optional > 0 ? prefix[optional - 1] : 0
        if optional == terms.count - 1, !terms[order[optional]].isPhrase {
            return try walkOne(order, prefix, rest, start, end, &top)
        }
        let total = prefix[terms.count - 1]
        let window = window
        window.move(to: start)
        for rank in optional..<terms.count {
            try terms[order[rank]].fill(window, from: start, to: end) { bound in
                top.isTooLow(bound + total - bounds[order[rank]])
            }
        }
        try window.forEach(from: start, to: end) { doc throws(IndexError) in
            let score = window.score(of: doc)
            if !top.isTooLow(Float(score) + rest) { try add(doc, score, order, prefix, optional, &top) }
        }
        try completeBatch(order, prefix, optional, &top)
    }

    /// One term is left to walk: its blocks' scores need no window.
    private mutating func walkOne(
        _ order: [Int], _ prefix: [Float], _ rest: Float, _ start: DocID, _ end: DocID, _ top: inout TopK
    ) throws(IndexError) {
        let walked = order[terms.count - 1]
        guard var scorer = terms[walked].term, try scorer.advanceBlock(to: start) else { return }
        var isInside = true
        while isInside, scorer.postings.firstPossibleDoc < Int64(end) {
            if !top.isTooLow(try scorer.bound(ofBlock: scorer.postings.block) + rest) {
                let (docs, scores, count) = try scorer.block()
                var at = docs.firstIndex(notBelow: start, from: 0, to: count)
                while at < count, docs[at] < end {
                    if !top.isTooLow(scores[at] + rest) {
                        try add(docs[at], Double(scores[at]), order, prefix, terms.count - 1, &top)
                    }
                    at &+= 1
                }
                try completeBatch(order, prefix, terms.count - 1, &top)
            }
            let last = scorer.postings.lastDoc
            isInside = last < Int64(end) - 1
            if isInside { isInside = try scorer.advanceBlock(to: DocID(truncatingIfNeeded: last + 1)) }
        }
        terms[walked].term = scorer
    }

    /// A document that terms which were walked have brought close to the threshold.
    @inline(__always)
    private mutating func add(
        _ doc: DocID, _ walked: Double, _ order: [Int], _ prefix: [Float], _ optional: Int, _ top: inout TopK
    ) throws(IndexError) {
        if hasPhrases { return try complete(doc, walked, order, prefix, optional, &top) }
        candidates.append(doc, score: walked)
        if candidates.isFull { try completeBatch(order, prefix, optional, &top) }
    }

    /// Adds the scores of the terms that were not walked to those of the batch, and offers what can get in.
    private mutating func completeBatch(
        _ order: [Int], _ prefix: [Float], _ optional: Int, _ top: inout TopK
    ) throws(IndexError) {
        var rank = optional - 1
        while rank >= 0, !candidates.isEmpty {
            try terms[order[rank]].add(to: candidates, isNeeded: false, rest: rank > 0 ? prefix[rank - 1] : 0, top)
            rank -= 1
        }
        for at in 0..<candidates.count {
            let (doc, score) = (candidates.docs[at], Float(candidates.scores[at]))
            if !top.isTooLow(score), !deleted.contains(doc) { try top.offer(doc, ofSegment: number, score: score) }
        }
        candidates.removeAll()
    }

    /// Adds the scores of the terms that were not walked, as long as the document can still get in.
    @inline(never)
    private mutating func complete(
        _ doc: DocID, _ walked: Double, _ order: [Int], _ prefix: [Float], _ optional: Int, _ top: inout TopK
    ) throws(IndexError) {
        var score = walked
        var rank = optional - 1
        while rank >= 0 {
            if top.isTooLow(Float(score) + prefix[rank] * 1.000_01) { return }
            let below = Float(score) + (rank > 0 ? prefix[rank - 1] : 0)
            if let own = try terms[order[rank]].score(of: doc, unless: { top.isTooLow(($0 + below) * 1.000_01) }) {
                score += Double(own)
            }
            rank -= 1
        }
        if !top.isTooLow(Float(score)), !deleted.contains(doc) {
            try top.offer(doc, ofSegment: number, score: Float(score))
        }
    }
}

extension TermScorer {
    /// Adds the documents of a range with their scores to a window, but for blocks of which `isTooLow` says by their bound
    /// that they need not be looked at.
    mutating func fill(
        _ window: DocWindow, from start: DocID, to end: DocID, _ isTooLow: (Float) -> Bool
    ) throws(IndexError) {
        guard try advanceBlock(to: start) else { return }
        while postings.firstPossibleDoc < Int64(end) {
            if !isTooLow(try bound(ofBlock: postings.block)) {
                try enter(postings.block)
                let scores = try blockScores()
                let docs = postings.docs
                let count = postings.count
                var at = docs.firstIndex(notBelow: start, from: 0, to: count)
                while at < count, docs[at] < end {
                    window.insert(docs[at], score: Double(scores[at]))
                    at &+= 1
                }
            }
            guard postings.lastDoc < Int64(end) - 1,
                try advanceBlock(to: DocID(truncatingIfNeeded: postings.lastDoc + 1))
            else { return }
        }
    }
}
