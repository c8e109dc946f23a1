/// The best documents of one phrase.
///
/// Blocks of the rarest list are passed over by the bounds of all lists, then documents by the least of their
/// frequencies; positions are read of those that are left (the order of Lucene's pull request 15861).
struct PhraseTop {
    /// Documents looked at before the threshold is asked for anew.
    private static let batchLength = 32

    var scorer: PhraseScorer
    let number: Int
    let deleted: DeletedDocuments

    mutating func collect(into top: inout TopK) throws(IndexError) {
        let batch = PhraseBatch()
        var doc: DocID = 0
        while let block = try scorer.block(from: doc) {
            while doc < block.end, !top.isTooLow(block.bound) {
                guard
                    let next = try scorer.candidates(batch, from: doc, to: block.end, limit: Self.batchLength)
                else { return }
                try offer(batch, &top)
                doc = next
            }
            if block.end == endOfPostings { return }
            doc = max(doc, block.end)
        }
    }

    private mutating func offer(_ batch: PhraseBatch, _ top: inout TopK) throws(IndexError) {
        let scale = scorer.scale
        batch.filter { at in
            let doc = batch.docs[at]
            return !deleted.contains(doc) && !top.isTooLow(scale.score(frequency: batch.frequencies[at], of: doc))
        }
        try scorer.keepMatches(of: batch)
        for at in 0..<batch.count {
            let score = scale.score(frequency: batch.frequencies[at], of: batch.docs[at])
            if !top.isTooLow(score) { try top.offer(batch.docs[at], ofSegment: number, score: score) }
        }
    }
}
