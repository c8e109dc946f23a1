/// One term in one field, or one pair of words, with the scores of whole blocks and their bounds.
struct TermScorer {
    private(set) var postings: PostingsReader
    /// Greatest score of any document.
    let bound: Float

    let scale: TermScale
    private let scores = FloatBlock()
    /// Block whose scores are in `scores`.
    private var scoredBlock = -1

    init(_ info: TermInfo, leaf: Leaf, field: LeafField, segment: LiveSegment) throws(IndexError) {
        let postings = try segment.reader.postings(of: info)
        scale = try TermScale(leaf: leaf, field: field, segment: segment)
        bound = scale.score(try postings.bound())
        self.postings = postings
    }

    // MARK: - Bounds

    func bound(ofBlock block: Int) throws(IndexError) -> Float { scale.score(try postings.bound(ofBlock: block)) }

    /// Greatest score of documents from `from` to before `to`.
    func bound(from: DocID, to: DocID) throws(IndexError) -> Float {
        guard let bound = try postings.bound(from: from, to: to) else { return 0 }
        return scale.score(bound)
    }

    func groupBound(_ group: Int) throws(IndexError) -> Float { scale.score(try postings.bound(ofGroup: group)) }

    /// Moves to the block that reaches to a document; false at the end.
    mutating func advanceBlock(to doc: DocID) throws(IndexError) -> Bool { try postings.enterBlock(reaching: doc) }

    // MARK: - Scores

    /// Scores of the current block, which is decoded.
    mutating func blockScores() throws(IndexError) -> FloatBlock {
        if scoredBlock == postings.block { return scores }
        let frequencies = try postings.blockFrequencies()
        let docs = postings.docs
        let count = postings.count
        // Lanes behind the last document repeat it.
        var at = count
        while at & 3 != 0 {
            docs[at] = docs[count - 1]
            frequencies[at] = 1
            at &+= 1
        }
        let norms = scale.norms
        let factors = scale.normalization.factors
        let (weight, fieldWeight) = (scale.scorer.weight, scale.normalization.weight)
        for row in 0..<(count &+ 3) / 4 {
            let doc = docs[row: row]
            let factor = SIMD4(
                factors[norms[Int(doc[0])]], factors[norms[Int(doc[1])]], factors[norms[Int(doc[2])]],
                factors[norms[Int(doc[3])]])
            let tf = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: frequencies[row: row]))
            let frequency = fieldWeight * tf / factor
            scores[row: row] = weight * (frequency / (BM25.k1 + frequency))
        }
        scoredBlock = postings.block
        return scores
    }

    /// The same when they are already there, or when so many documents may be asked about that all at once cost less.
    mutating func blockScores(of asked: Int) throws(IndexError) -> FloatBlock? {
        scoredBlock == postings.block || asked >= Self.manyDocuments ? try blockScores() : nil
    }

    /// A score alone costs three times what one of a whole block does.
    private static let manyDocuments = 48

    mutating func blockFrequencies() throws(IndexError) -> UInt32Block { try postings.blockFrequencies() }

    /// Makes a document of the current block, which is decoded, the current one.
    mutating func placeInBlock(_ place: Int) { postings.place(at: place) }

    /// Score of a document, which is not before that of the last call; `nil` when it does not have the term.
    @inline(__always)
    mutating func score(of doc: DocID) throws(IndexError) -> Float? {
        try postings.advance(to: doc)
        return postings.doc == doc ? try currentScore() : nil
    }

    @inline(__always)
    mutating func advance(to doc: DocID) throws(IndexError) -> DocID {
        try postings.advance(to: doc)
        return postings.doc
    }

    mutating func currentScore() throws(IndexError) -> Float {
        if scoredBlock == postings.block { return scores[postings.index] }
        return scale.score(frequency: try postings.termFreq(), of: postings.doc)
    }

    // MARK: - Blocks

    /// Documents from `doc` to before `end` that share a bound; `nil` when there are none from `doc` on.
    mutating func range(from doc: DocID) throws(IndexError) -> (end: DocID, bound: Float)? {
        guard try advanceBlock(to: doc) else { return nil }
        let end = DocID(truncatingIfNeeded: min(postings.lastDoc + 1, Int64(endOfPostings)))
        return (end, try bound(ofBlock: postings.block))
    }

    /// Documents and scores of the current block.
    mutating func block() throws(IndexError) -> (docs: UInt32Block, scores: FloatBlock, count: Int) {
        try enter(postings.block)
        return (postings.docs, try blockScores(), postings.count)
    }

    /// Decodes a block that is not before the current one.
    mutating func enter(_ block: Int) throws(IndexError) {
        try postings.enterBlock(block)
    }

    /// Blocks with the greatest bounds, ascending by number: about so many, or none for a term of few blocks.
    func bestBlocks(_ wanted: Int) throws(IndexError) -> [Int] {
        guard postings.blockCount > 2 * wanted else { return [] }
        var best: [(bound: UInt16, block: Int)] = []
        best.reserveCapacity(wanted)
        var least: UInt16 = 0
        for block in 0..<postings.blockCount {
            let bound = try postings.bound(ofBlock: block)
            if best.count == wanted, bound <= least { continue }
            if best.count == wanted, let at = best.firstIndex(where: { $0.bound == least }) {
                best[at] = (bound, block)
            } else {
                best.append((bound, block))
            }
            if best.count == wanted { least = best.reduce(.max) { min($0, $1.bound) } }
        }
        return best.map(\.block).sorted()
    }

    /// A score that at least `count` documents reach by this term alone, as the bounds of so many blocks tell; `nil` when
    /// none is known.
    func reachedScore(count: Int) throws(IndexError) -> Float? {
        guard scale.isExact, count > 0, postings.blockCount > 1, count <= postings.blockCount else { return nil }
        var best = BestScores(capacity: count)
        for block in 0..<postings.blockCount { best.insert(Float(try postings.bound(ofBlock: block))) }
        return scale.reachedScore(UInt16(max(0, min(65_535, best.least))))
    }

    /// Goes back before the first document; for a term of several blocks.
    mutating func rewind() throws(IndexError) {
        try postings.rewind()
        scoredBlock = -1
    }
}

/// The greatest of some scores.
struct BestScores {
    private let capacity: Int
    private var heap: [Float] = []

    init(capacity: Int) { self.capacity = capacity }

    /// The least of them once they are as many as wanted; -1 before.
    var least: Float { heap.count < capacity ? -1 : heap.first ?? -1 }

    mutating func insert(_ score: Float) {
        if heap.count < capacity {
            heap.append(score)
            var child = heap.count - 1
            while child > 0, heap[(child - 1) / 2] > heap[child] {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
            return
        }
        guard let first = heap.first, score > first else { return }
        heap[0] = score
        var parent = 0
        while true {
            var least = parent
            for child in 2 * parent + 1...2 * parent + 2 where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
