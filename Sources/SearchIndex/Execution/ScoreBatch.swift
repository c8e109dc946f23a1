/// Up to a block of documents, ascending, with what they have scored so far: what is left of one list's documents while
/// other lists are asked about them, one list after another.
final class ScoreBatch {
    static let capacity = UInt32Block.count

    let docs = UInt32Block()
    let scores = DoubleBlock()
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }
    var isFull: Bool { count == Self.capacity }

    func removeAll() { count = 0 }

    /// - Precondition: the batch is not full.
    @inline(__always)
    func append(_ doc: DocID, score: Double) {
        docs[count] = doc
        scores[count] = score
        count &+= 1
    }

    /// Moves a document, with another score, to a place that is not behind its own.
    @inline(__always)
    func move(_ at: Int, to place: Int, score: Double) {
        docs[place] = docs[at]
        scores[place] = score
    }

    /// Drops all documents but the first.
    func keepFirst(_ kept: Int) { count = min(count, kept) }
}

extension TermScorer {
    /// Adds the term's scores to those of a batch. Documents are dropped that cannot get in with what others can add.
    ///
    /// - Parameters:
    ///   - isNeeded: whether documents without the term are dropped too.
    ///   - rest: the most that lists which are still to be asked can add.
    mutating func add(
        to batch: ScoreBatch, isNeeded: Bool, rest: Float, _ top: borrowing TopK
    ) throws(IndexError) {
        var (at, kept) = (0, 0)
        while at < batch.count {
            _ = try advance(to: batch.docs[at])
            if postings.doc == endOfPostings { break }
            let scores = try blockScores(of: batch.count)
            let frequencies = try blockFrequencies()
            let (docs, count, scale) = (postings.docs, postings.count, scale)
            let last = docs[count &- 1]
            var place = postings.index
            while at < batch.count, batch.docs[at] <= last {
                let doc = batch.docs[at]
                place = docs.firstIndex(notBelow: doc, from: place, to: count)
                let isMatch = docs[place] == doc
                if isMatch || !isNeeded {
                    var score = batch.scores[at]
                    if isMatch {
                        score += Double(scores?[place] ?? scale.score(frequency: frequencies[place], of: doc))
                    }
                    if !top.isTooLow((Float(score) + rest) * 1.000_01) {
                        batch.move(at, to: kept, score: score)
                        kept &+= 1
                    }
                }
                at &+= 1
            }
            placeInBlock(place)
        }
        if !isNeeded {
            while at < batch.count {
                batch.move(at, to: kept, score: batch.scores[at])
                kept &+= 1
                at &+= 1
            }
        }
        batch.keepFirst(kept)
    }
}
