/// Many documents of a phrase at a time: a loop for a block and not a call for a document.
extension PostingsReader {
    /// Keeps of a batch without starts the documents that the term has, and the lesser of two frequencies.
    mutating func keepDocuments(of batch: PhraseBatch, tellsFrequencies: Bool) throws(IndexError) {
        var progress = PhraseBatch.Progress()
        let (docs, wanted) = (docs, batch.docs)
        while progress.at < batch.count {
            try advance(to: wanted[progress.at])
            if doc == endOfPostings { break }
            let frequencies = tellsFrequencies ? try blockFrequencies() : nil
            var place = index
            let (count, last) = (count, docs[count - 1])
            while progress.at < batch.count, wanted[progress.at] <= last {
                place = docs.firstIndex(notBelow: wanted[progress.at], from: place, to: count)
                if docs[place] == wanted[progress.at] {
                    batch.keep(&progress, frequency: frequencies?[place] ?? .max)
                }
                progress.at &+= 1
            }
            self.place(at: place)
        }
        batch.end(progress)
    }

    /// Keeps of a batch the documents in which the term stands at a distance behind a start, and those starts; for the
    /// first word, of which the starts are made, the documents in which it does not stand before the distance alone.
    ///
    /// - Parameter buffer: a place for positions.
    mutating func narrow(
        _ batch: PhraseBatch, at distance: UInt32, with buffer: UInt32Buffer
    ) throws(IndexError) {
        var progress = PhraseBatch.Progress()
        while progress.at < batch.count {
            try moveEitherWay(to: batch.docs[progress.at])
            if doc == endOfPostings { break }
            if layout.term.isInline {
                try narrowOne(batch, &progress, at: distance, with: buffer)
            } else {
                let block = try positionsBlock()
                place(at: try positions.narrow(batch, &progress, at: distance, in: block, from: index))
            }
        }
        batch.endStarts(progress)
    }

    /// Moves to the first document that is not before `target`, back too.
    private mutating func moveEitherWay(to target: DocID) throws(IndexError) {
        if Int64(target) < firstPossibleDoc { try rewind() }
        guard isDecoded, index >= 0, Int64(target) <= lastDoc, count > 0 else { return try advance(to: target) }
        place(at: docs.firstIndex(notBelow: target, from: doc > target ? 0 : index, to: count))
    }

    /// The same for the next document of a batch, and an inlined term.
    private mutating func narrowOne(
        _ batch: PhraseBatch, _ progress: inout PhraseBatch.Progress, at distance: UInt32, with buffer: UInt32Buffer
    ) throws(IndexError) {
        if doc == batch.docs[progress.at] {
            try readPositions(into: buffer)
            if batch.hasStarts {
                let kept = batch.starts.keep(
                    batch.starts(of: progress.at), movingTo: progress.starts, at: distance, in: buffer)
                batch.keep(&progress, endOfStarts: kept)
            } else {
                for at in 0..<buffer.count { batch.starts.append(buffer[at]) }
                batch.starts.subtract(distance, from: progress.starts)
                batch.keep(&progress, endOfStarts: batch.starts.count)
            }
        }
        progress.at &+= 1
    }
}
