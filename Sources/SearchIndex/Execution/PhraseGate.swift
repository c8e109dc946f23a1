/// Documents that hold all words of a phrase, at whatever distances, a window of 4,096 at a time.
///
/// Lists are walked apart from those whose positions are read: words kept as bits meet without being decoded, and a batch
/// takes what it can hold from all over the window, however few documents a block of each list has in common.
struct PhraseGate {
    /// The rarest first.
    private var lists: [PostingsReader]
    private let window = DocWindow(hasScores: false)
    private let found = DocWindow(hasScores: false)
    private var hasWindow = false

    init(_ lists: [PostingsReader]) { self.lists = lists }

    /// Fills a batch, which is empty, with documents from one on that is not before that of the last call, and before
    /// another.
    ///
    /// - Returns: from which document on the next may be looked for; `nil` when there are none.
    mutating func fill(
        _ batch: PhraseBatch, from first: DocID, to end: DocID, limit: Int
    ) throws(IndexError) -> DocID? {
        guard try enterWindow(reaching: first, before: end) else { return nil }
        var next = first < window.end ? window.firstDoc(from: max(first, window.base)) : nil
        while let doc = next, doc < end, batch.count < limit {
            batch.append(doc, frequency: .max)
            next = doc < window.end &- 1 ? window.firstDoc(from: doc &+ 1) : nil
        }
        // Behind the last window numbers begin anew.
        return next ?? (window.end > window.base ? window.end : nil)
    }

    /// Keeps of a window, which is not before that of the last call, the documents of all lists.
    mutating func refine(_ window: DocWindow) throws(IndexError) {
        for at in lists.indices { try lists[at].refine(window, with: found) }
    }

    /// A document that is not above the first one from `doc` on that all lists hold; `endOfPostings` when there is none.
    mutating func nextDoc(from doc: DocID) throws(IndexError) -> DocID {
        var next = doc
        for at in lists.indices { next = max(next, try lists[at].lowerBound(from: next)) }
        return next
    }

    /// Makes the window current that has the first documents from one on; false when there are none. One that begins
    /// behind `end` is not worked out.
    private mutating func enterWindow(reaching first: DocID, before end: DocID) throws(IndexError) -> Bool {
        if hasWindow, first < window.end { return true }
        let next = try nextDoc(from: first)
        if next == endOfPostings { return false }
        window.move(to: next)
        // All documents of a later window are behind the end, so that it may stay empty until it is asked for.
        hasWindow = window.base < end
        guard hasWindow else { return true }
        for at in lists.indices {
            if at == 0 { try lists[at].fill(window) } else { try lists[at].refine(window, with: found) }
        }
        return true
    }
}
