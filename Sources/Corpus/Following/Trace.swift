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
        guard let text = sections.lazy.flatMap(\.blocks).first(where: { $0.kind == .paragraph })?.text.text else {
            return ""
        }
        var end = 0
        while end < min(Self.openingLength, text.utf8.count) {
            end = max(end + 1, SentenceFinder.sentence(in: text, around: end + 2).upperBound)
        }
        return String(decoding: text.utf8.prefix(end), as: UTF8.self)
    }

    /// The sentence around an anchor, which stands at a place of the source.
    func claim(at anchor: Anchor, place: Place) -> Trace.Claim? {
        guard let text = text(at: anchor)?.text else { return nil }
        let sentence = Array(text.utf8)[SentenceFinder.sentence(in: text, around: anchor.offset)]
        return Trace.Claim(
            text: String(decoding: sentence, as: UTF8.self), sectionHeading: sections[anchor.section].heading?.text,
            place: place)
    }

    /// The sentence that carries the (first) marker of a note.
    func claim(ofNote number: Int) -> Trace.Claim? {
        markers(of: number).first.flatMap { claim(at: $0.anchor, place: $0.place) }
    }
}
