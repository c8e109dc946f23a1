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

    private func join(_ window: DocWindow) throws(IndexError) {
        let file = file
        let range = bitsRange
        guard range.upperBound <= body.upperBound else { throw damage("a block of documents is too short") }
        let bytes = try file.bytes(in: range)
        // Words of the block and of the window are both counted from a multiple of 64.
        let offset = Int(firstWord) &- Int(window.base / 64)
        var word = max(0, -offset)
        while 8 &* word < bytes.count {
            let at = word &+ offset
            if at >= 64 { break }
            window[word: at] |= bytes.littleEndian64(at: 8 &* word)
            word &+= 1
        }
    }
}
