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
    @inline(__always)
    private func insertBlock(into window: DocWindow, _ end: DocID) -> Int {
        if count == PostingsFormat.blockLength, docs[0] >= window.base, docs[count &- 1] < end, index <= 0 {
            for at in 0..<PostingsFormat.blockLength { window.insert(docs[at]) }
            return count
        }
        var at = docs.firstIndex(notBelow: window.base, from: max(index, 0), to: count)
        while at < count, docs[at] < end {
            window.insert(docs[at])
            at &+= 1
        }
        return at
    }

    /// Keeps of a window what the term's documents have: block by block, of the blocks in which the window has any. Bits
    /// meet bits; of packed blocks few documents are looked up and many are made bits first.
    ///
    /// - Parameter found: a window without scores to work in.
    mutating func refine(_ window: DocWindow, with found: DocWindow) throws(IndexError) {
        found.move(to: window.base)
        var next = window.firstDoc(from: window.base)
        while let doc = next, try advanceBlock(to: doc) {
            if !isDecoded, docsCode == PostingsFormat.bitsCode {
                try join(found)
            } else {
                try decode()
                let last = DocID(truncatingIfNeeded: min(lastDoc, Int64(window.end &- 1)))
                if window.count(ofWordsFrom: doc, through: last) < Self.fewDocuments {
                    lookUp(window, from: doc, through: last, into: found)
                } else {
                    _ = insertBlock(into: found, window.end)
                }
            }
            if lastDoc >= Int64(window.end) - 1 { break }
            next = window.firstDoc(from: DocID(truncatingIfNeeded: lastDoc + 1))
        }
        window.formIntersection(found)
    }

    /// Documents of a window that are looked up one by one in a block of 128.
    private static let fewDocuments = 24

    @inline(__always)
    private func lookUp(
        _ window: DocWindow, from first: DocID, through last: DocID, into found: DocWindow
    ) {
        var at = max(index, 0)
        var next: DocID? = first
        while let doc = next, doc <= last {
            at = docs.firstIndex(notBelow: doc, from: at, to: count)
            if at == count { return }
            if docs[at] == doc { found.insert(doc) }
            next = doc == last ? nil : window.firstDoc(from: doc &+ 1)
        }
    }

    /// A document that is not above the first one from `doc` on; `endOfPostings` when there is none. Decodes nothing.
    mutating func lowerBound(from doc: DocID) throws(IndexError) -> DocID {
        if isDecoded, Int64(doc) <= lastDoc {
            try advance(to: doc)
            return self.doc
        }
        guard try enterBlock(reaching: doc) else { return endOfPostings }
        return max(doc, DocID(truncatingIfNeeded: firstPossibleDoc))
    }

    /// Makes a block current that reaches to a document or beyond; false at the end.
    mutating func enterBlock(reaching doc: DocID) throws(IndexError) -> Bool {
        // At the end there is no current block.
        if block == blockCount { return false }
        if try advanceBlock(to: doc) { return true }
        end()
        return false
    }
}
