/// A phrase.
final class PhraseSource: FieldSource {
    private var cursor: PhraseCursor
    private let batch = PhraseBatch()

    init(_ cursor: PhraseCursor, field: LeafField, segment: LiveSegment) throws(IndexError) {
        self.cursor = cursor
        try super.init(cost: cursor.cost, field: field, segment: segment)
    }

    override func fill(_ window: DocWindow) throws(IndexError) { try fill(window, &cursor) }

    private func fill(_ window: DocWindow, _ cursor: inout PhraseCursor) throws(IndexError) {
        var doc = window.base
        while doc < window.end,
            let next = try cursor.candidates(batch, from: doc, to: window.end, tellsFrequencies: cursor.isPair)
        {
            try cursor.keepMatches(of: batch)
            insertMatches(into: window)
            doc = next
        }
    }

    private func insertMatches(into window: DocWindow) {
        for at in 0..<batch.count {
            let doc = batch.docs[at]
            if window.hasScores {
                window.insert(doc, score: Double(normalized(batch.frequencies[at], doc)))
            } else {
                window.insert(doc)
            }
        }
    }

    override func refine(_ window: DocWindow) throws(IndexError) { try refine(window, &cursor) }

    private func refine(_ window: DocWindow, _ cursor: inout PhraseCursor) throws(IndexError) {
        try cursor.keepCandidates(of: window)
        if cursor.isPair { return }
        var next = window.firstDoc(from: window.base)
        while next != nil {
            batch.removeAll()
            while let doc = next, batch.count < PhraseBatch.capacity {
                batch.append(doc, frequency: .max)
                window.remove(doc)
                next = window.firstDoc(from: doc)
            }
            try cursor.keepMatches(of: batch)
            // These are before the documents that are still to be looked at.
            for at in 0..<batch.count { window.insert(batch.docs[at]) }
        }
    }

    override func frequency(of doc: DocID) throws(IndexError) -> Float? {
        let frequency = try Self.frequency(of: doc, &cursor)
        return frequency > 0 ? normalized(frequency, doc) : nil
    }

    private static func frequency(of doc: DocID, _ cursor: inout PhraseCursor) throws(IndexError) -> UInt32 {
        try cursor.isCandidate(doc) ? try cursor.frequency(doc) : 0
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID { try cursor.nextDoc(from: doc) }
}
