public import Letters
public import References

/// The way of one claim: the sentence, its note, the papers that the note names, and on from there.
public struct Trace: Sendable {
    /// A sentence of a letter, and the place in it where its marker or reference stands.
    public struct Claim: Sendable {
        public var text: String
        public var sectionHeading: String?
        public var place: Place
    }

    /// The body of a note.
    public struct NoteBody: Sendable {
        public var text: String
        public var place: Place
        public var isComplete: Bool
    }

    /// A paper that is named, and what the corpus knows of it.
    public struct Target: Sendable {
        public var id: PaperID
        public var relation: Reference.Relation
        public var isInCorpus: Bool
        /// Head and first sentences, for a paper in the corpus.
        public var opening: Opening?
        public var url: String?
        /// The claims of that paper with their notes, as deep as asked.
        public var traces: [Trace]
    }

    public var paper: PaperID
    public var path: String
    /// nil for a paper that the text itself names.
    public var note: Int?
    /// nil for a note without a marker.
    public var claim: Claim?
    /// nil where the text names the paper itself, and where the note is lost.
    public var body: NoteBody?
    public var targets: [Target]
}

/// How a letter begins: enough to see what it is.
public struct Opening: Sendable {
    public var title: String?
    public var date: String?
    public var signatories: [Head.Signatory]
    /// The first sentences of its text.
    public var text: String
    public var path: String
    public var footnotes: Int
    public var references: Int
}

extension Letter {
    /// Characters of an opening at least, unless the letter is shorter.
    private static let openingLength = 240

    var opening: Opening {
        Opening(
            title: head.title ?? head.dossiers.compactMap(\.title).first, date: head.date,
            signatories: head.signatories, text: firstSentences, path: source.path, footnotes: footnotes.count,
            references: mentions.count)
    }

    private var firstSentences: String {
        let paragraph = sections.lazy.flatMap(\.blocks).first { $0.kind == .paragraph }
        guard let text = paragraph?.text.text else { return "" }
        let sentences = SentenceFinder(text).sentences
        let last = sentences.first { $0.upperBound >= Self.openingLength } ?? sentences[sentences.count - 1]
        return String(decoding: text.utf8.prefix(last.upperBound), as: UTF8.self)
    }
}
