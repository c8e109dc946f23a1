import Catalog
public import CitationGraph
public import Letters
public import References

/// One paper that cites another, with each place where it does.
public struct CitationEdge: Sendable {
    public struct Mention: Sendable {
        /// The sentence of the text; for a note without a marker the note itself.
        public var sentence: String
        public var sectionHeading: String?
        public var note: Int?
        public var raw: String
        public var line: Int
        /// In a PDF the line is one of this page.
        public var page: Int
        public var relation: Reference.Relation
        public var confidence: Double
        /// What the text calls the paper, if that is a motion, an amendment or a promise.
        public var motion: Motion?
    }

    public var source: PaperID
    public var target: PaperID
    public var isTargetInCorpus: Bool
    /// Of the citing letter.
    public var path: String
    public var mentions: [Mention]
    /// What the citing letter says has become of the paper.
    public var statuses: [StatusMention]
}

extension LetterCorpus {
    /// The letters of the corpus that cite a paper, by id; the paper itself need not be in the corpus.
    public func edges(to id: PaperID) throws -> [CitationEdge] {
        let target = try catalog.resolve(id) ?? id
        let tracer = Tracer(catalog)
        var found = Dictionary(grouping: try catalog.mentions(of: target), by: \.letter).mapValues { $0.map(\.mention) }
        if let date = try catalog.letter(id: target)?.head.date {
            for source in try catalog.lettersNaming(date: date) {
                guard let letter = try tracer.finder(source)?.letter else { continue }
                let dated = try datedMentions(of: letter).filter { $0.reference.targets == [target] }
                if !dated.isEmpty { found[source, default: []] += dated }
            }
        }
        return try found.keys.sorted().compactMap { source in
            guard let finder = try tracer.finder(source) else { return nil }
            return try edge(finder, target, found[source, default: []])
        }
    }

    /// The papers that a letter cites, by id.
    ///
    /// - Throws: `CorpusError.noSuchLetter`.
    public func edges(from id: PaperID) throws -> [CitationEdge] {
        let finder = ClaimFinder(try letter(id))
        var found: [PaperID: [Letters.Mention]] = [:]
        for mention in try finder.letter.mentions + datedMentions(of: finder.letter) {
            for target in mention.reference.targets { found[target, default: []].append(mention) }
        }
        return try found.keys.sorted().map { try edge(finder, $0, found[$0, default: []]) }
    }

    private func edge(_ finder: ClaimFinder, _ target: PaperID, _ mentions: [Letters.Mention]) throws -> CitationEdge {
        CitationEdge(
            source: finder.letter.id, target: target, isTargetInCorpus: try catalog.contains(target),
            path: finder.letter.source.path, mentions: mentions.map { finder.citation($0) },
            statuses: finder.letter.statuses.filter { $0.status.targets.contains(target) })
    }

    // MARK: - Graph

    /// All citations between papers, in and outside the corpus.
    public func graph() throws -> PaperGraph {
        let known = try catalog.summaries().map { PaperGraph.Node(id: $0.id, isInCorpus: true, date: $0.date) }
        let edges = try catalog.edges().map { PaperGraph.Edge(from: $0.source, to: $0.target, weight: $0.weight) }
        return PaperGraph(nodes: known, edges: edges)
    }
}

extension ClaimFinder {
    fileprivate func citation(_ mention: Letters.Mention) -> CitationEdge.Mention {
        var note: Footnote?
        var claim: Trace.Claim?
        switch mention.container {
        case .body(let anchor):
            claim = self.claim(at: anchor, place: mention.place)
        case .footnote(let index):
            note = letter.footnotes[index]
            claim = self.claim(ofFootnoteAt: index)
        }
        return CitationEdge.Mention(
            sentence: claim?.text ?? note?.text.text ?? mention.reference.raw, sectionHeading: claim?.sectionHeading,
            note: note?.number, raw: mention.reference.raw, line: mention.place.line, page: mention.place.page,
            relation: mention.reference.relation, confidence: mention.reference.confidence,
            motion: mention.reference.motion)
    }
}
