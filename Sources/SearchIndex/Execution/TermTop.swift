/// The best documents of one term: blocks with the greatest bounds first, so that the others are passed over by theirs.
struct TermTop {
    var scorer: TermScorer
    let number: Int
    let deleted: DeletedDocuments

    mutating func collect(into top: inout TopK) throws(IndexError) {
        let best = try scorer.bestBlocks(8 + top.capacity / 8)
        for block in best { try offer(block, &top) }
        if !best.isEmpty { try scorer.rewind() }
        let groupLength = PostingsFormat.blocksPerGroup
        var seen = best[...]
        var block = 0
        while block < scorer.postings.blockCount {
            if block % groupLength == 0, top.isTooLowInAnyOrder(try scorer.groupBound(block / groupLength)) {
                block += groupLength
                while let next = seen.first, next < block { seen.removeFirst() }
                continue
            }
            if seen.first == block {
                seen.removeFirst()
            } else if !top.isTooLowInAnyOrder(try scorer.bound(ofBlock: block)) {
                try offer(block, &top)
            }
            block += 1
        }
    }

    private mutating func offer(_ block: Int, _ top: inout TopK) throws(IndexError) {
        try scorer.enter(block)
        let scores = try scorer.blockScores()
        let docs = scorer.postings.docs
        for at in 0..<scorer.postings.count where !top.isTooLowInAnyOrder(scores[at]) && !deleted.contains(docs[at]) {
            try top.offer(docs[at], ofSegment: number, score: scores[at])
        }
    }
}
