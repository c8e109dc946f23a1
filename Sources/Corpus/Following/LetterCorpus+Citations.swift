import Catalog
public import CitationGraph
import Letters
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
        public var relation: Reference.Relation
        public var confidence: Double
    }

    public var source: PaperID
    public var target: PaperID
    public var isTargetInCorpus: Bool
    /// Of the citing letter.
    public var path: String
    public var mentions: [Mention]
}

extension LetterCorpus {
    /// The letters of the corpus that cite a paper, by id; the paper itself need not be in the corpus.
    public func edges(to id: PaperID) throws -> [CitationEdge] {
        let key = try catalog.resolve(id)
        let mentions = try catalog.mentions(of: key ?? id)
        return try edges(mentions.map { ($0.letter, key ?? id, $0.mention) })
    }

    /// The papers that a letter cites, by id.
    ///
    /// - Throws: `CorpusError.noSuchLetter`.
    public func edges(from id: PaperID) throws -> [CitationEdge] {
        let letter = try letter(id)
        return try edges(
            letter.mentions.flatMap { mention in mention.reference.targets.map { (letter.id, $0, mention) } })
    }

    private func edges(_ pairs: [(source: PaperID, target: PaperID, mention: Letters.Mention)]) throws -> [CitationEdge]
    {
        var letters: [PaperID: Letter] = [:]
        var edges: [[PaperID]: CitationEdge] = [:]
        for (source, target, mention) in pairs {
            if letters[source] == nil { letters[source] = try letter(source) }
            guard let letter = letters[source] else { continue }
            let key = [source, target]
            if edges[key] == nil {
                edges[key] = CitationEdge(
                    source: source, target: target, isTargetInCorpus: try catalog.contains(target),
                    path: letter.source.path, mentions: [])
            }
            edges[key]?.mentions.append(letter.citation(mention))
        }
        return edges.values.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    }

    // MARK: - Graph

    /// All citations between papers, in and outside the corpus.
    public func graph() throws -> PaperGraph {
        let known = try catalog.summaries().map { PaperGraph.Node(id: $0.id, isInCorpus: true, date: $0.date) }
        let edges = try catalog.edges().map { PaperGraph.Edge(from: $0.source, to: $0.target, weight: $0.weight) }
        return PaperGraph(nodes: known, edges: edges)
    }
}

extension Letter {
    fileprivate func citation(_ mention: Letters.Mention) -> CitationEdge.Mention {
        var note: Int?
        var claim: Trace.Claim?
        switch mention.container {
        case .body(let anchor):
            claim = self.claim(at: anchor, place: mention.place)
        case .footnote(let index):
            note = footnotes[index].number
            claim = note.flatMap { self.claim(ofNote: $0) }
        }
        var text = mention.reference.raw
        if case .footnote(let index) = mention.container { text = footnotes[index].text.text }
        return CitationEdge.Mention(
            sentence: claim?.text ?? text, sectionHeading: claim?.sectionHeading, note: note,
            raw: mention.reference.raw,
            line: mention.place.line, relation: mention.reference.relation, confidence: mention.reference.confidence)
    }
}
