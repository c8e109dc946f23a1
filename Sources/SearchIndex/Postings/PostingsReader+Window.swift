extension PostingsReader {
    /// Adds the documents of a window to it, from the current document or the window's start on, whichever is later, and
    /// moves behind them. Blocks kept as bits are joined without being decoded.
    mutating func fill(_ window: DocWindow) throws(IndexError) {
        let end = window.end
        guard doc != endOfPostings || index < 0, try enterBlock(reaching: window.base) else { return }
        while true {
            if !isDecoded, docsCode == PostingsFormat.bitsCode, lastDoc < Int64(end) {
                try join(window)
            } else {
                try decode()
                var at = docs.firstIndex(notBelow: window.base, from: max(index, 0), to: count)
                while at < count, docs[at] < end {
                    window.insert(docs[at])
                    at &+= 1
                }
                if at < count { return place(at: at) }
            }
            guard try advanceBlock(to: DocID(truncatingIfNeeded: lastDoc + 1)) else { return self.end() }
            if firstPossibleDoc >= Int64(end) { return }
        }
    }

    /// Makes a block current that reaches to a document or beyond; false at the end.
    mutating func enterBlock(reaching doc: DocID) throws(IndexError) -> Bool {
        if try advanceBlock(to: doc) { return true }
        end()
        return false
    }
}
