/// Where one leaf of a query stands in one field: its documents and normalised frequencies.
class FieldSource {
    /// Documents, about.
    let cost: Int
    let normalization: FieldNormalization
    private let norms: FileBytes

    init(cost: Int, field: LeafField, segment: LiveSegment) throws(IndexError) {
        self.cost = cost
        normalization = field.normalization
        norms = try segment.reader.norms(ofField: field.number)
    }

    /// Adds the documents of a window, with frequencies in the place of scores.
    func fill(_ window: DocWindow) throws(IndexError) { preconditionFailure("every source fills windows") }

    /// Keeps of a window, which has no scores, the documents that match.
    func refine(_ window: DocWindow) throws(IndexError) {
        try window.forEach { doc throws(IndexError) in
            if try frequency(of: doc) == nil { window.remove(doc) }
        }
    }

    /// The frequency in a document, which is not before that of the last call; `nil` when it does not match.
    func frequency(of doc: DocID) throws(IndexError) -> Float? { nil }

    func nextDoc(from doc: DocID) throws(IndexError) -> DocID { doc }

    @inline(__always)
    final func normalized(_ frequency: UInt32, _ doc: DocID) -> Float {
        normalization.frequency(frequency, norm: norms[Int(doc)])
    }
}

/// One term.
final class TermSource: FieldSource {
    private var postings: PostingsReader
    private let own = DocWindow(hasScores: false)

    init(_ info: TermInfo, field: LeafField, segment: LiveSegment) throws(IndexError) {
        postings = try segment.reader.postings(of: info)
        try super.init(cost: info.docFreq, field: field, segment: segment)
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        guard window.hasScores else { return try postings.fill(window) }
        // One access to the property for the whole window: each is checked when the program runs.
        try fill(window, &postings)
    }

    private func fill(_ window: DocWindow, _ postings: inout PostingsReader) throws(IndexError) {
        try postings.advance(to: window.base)
        let end = window.end
        while postings.doc < end {
            let frequencies = try postings.blockFrequencies()
            let docs = postings.docs
            let count = postings.count
            var at = postings.index
            while at < count, docs[at] < end {
                window.insert(docs[at], score: Double(normalized(frequencies[at], docs[at])))
                at &+= 1
            }
            try postings.move(to: at)
        }
    }

    override func frequency(of doc: DocID) throws(IndexError) -> Float? {
        guard let frequency = try Self.frequency(of: doc, &postings) else { return nil }
        return normalized(frequency, doc)
    }

    private static func frequency(
        of doc: DocID, _ postings: inout PostingsReader
    ) throws(IndexError) -> UInt32? {
        try postings.advance(to: doc)
        return postings.doc == doc ? try postings.termFreq() : nil
    }

    override func refine(_ window: DocWindow) throws(IndexError) { try postings.refine(window, with: own) }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID { try postings.lowerBound(from: doc) }
}

/// A term or a phrase of a query, in one field or in several.
final class LeafNode: DocNode {
    private let sources: [FieldSource]
    private let scorer: BM25
    private let own: DocWindow
    private let isExpensive: Bool
    /// Documents of the leaf in a window, about.
    private let windowCost: Int

    /// - Parameter isExpensive: whether a document costs so much that it is better asked for than found: a phrase.
    init(_ sources: [FieldSource], scorer: BM25, hasScores: Bool, isExpensive: Bool, documentCount: Int) {
        self.sources = sources
        self.scorer = scorer
        self.isExpensive = isExpensive
        own = DocWindow(hasScores: hasScores)
        let cost = sources.reduce(0) { $0 + $1.cost }
        windowCost = cost * Int(DocWindow.length) / max(documentCount, Int(DocWindow.length))
        super.init(cost: cost)
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        guard window.hasScores else {
            for source in sources { try source.fill(window) }
            return
        }
        own.move(to: window.base)
        for source in sources { try source.fill(own) }
        try own.forEach { doc throws(IndexError) in
            window.insert(doc, score: Double(scorer.score(frequency: Float(own.score(of: doc)))))
        }
    }

    override func refine(_ window: DocWindow) throws(IndexError) {
        if !window.hasScores, sources.count == 1 { return try sources[0].refine(window) }
        // Filling takes a step for each of the leaf's documents, asking several for each that is asked for.
        if !isExpensive, 8 * window.count > windowCost {
            if window.hasScores { return try super.refine(window) }
            own.move(to: window.base)
            for source in sources { try source.fill(own) }
            return window.formIntersection(own)
        }
        try window.forEach { doc throws(IndexError) in
            var sum: Double = 0
            var isMatch = false
            for source in sources {
                guard let frequency = try source.frequency(of: doc) else { continue }
                sum += Double(frequency)
                isMatch = true
            }
            if isMatch {
                window.add(Double(scorer.score(frequency: Float(sum))), to: doc)
            } else {
                window.remove(doc)
            }
        }
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID {
        var next = endOfPostings
        for source in sources { next = min(next, try source.nextDoc(from: doc)) }
        return next
    }
}
