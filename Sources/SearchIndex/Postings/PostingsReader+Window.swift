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
                let at = insertBlock(into: window, end)
                if at < count { return place(at: at) }
            }
            guard try advanceBlock(to: DocID(truncatingIfNeeded: lastDoc + 1)) else { return self.end() }
            if firstPossibleDoc >= Int64(end) { return }
        }
    }

    /// Inserts the documents of the current block that lie before the window's end; returns the place of the next.
    private func insertBlock(into window: DocWindow, _ end: DocID) -> Int {
        let (docs, count, base) = (docs, count, window.base)
        var at = docs.firstIndex(notBelow: base, from: max(index, 0), to: count)
        // Neighbours mostly share a word, which is kept out of memory until another comes.
        var word = 0
        var bits: UInt64 = 0
        while at < count, docs[at] < end {
            let place = docs[at] &- base
            if Int(place &>> 6) != word {
                window[word: word] |= bits
                word = Int(place &>> 6)
                bits = 0
            }
            bits |= 1 &<< UInt64(place & 63)
            at &+= 1
        }
        window[word: word] |= bits
        return at
    }

    /// Makes a block current that reaches to a document or beyond; false at the end.
    mutating func enterBlock(reaching doc: DocID) throws(IndexError) -> Bool {
        if try advanceBlock(to: doc) { return true }
        end()
        return false
    }
}
