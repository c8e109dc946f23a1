public import References

/// What a search found.
public struct SearchAnswer: Sendable {
    /// Letters that match.
    public var total: Int
    /// Matches of the words as they were typed, in all of these letters.
    public var occurrences: Int
    /// The part that was asked for, best first; ties by date, newest first, then by id.
    public var hits: [SearchHit]
    /// The paper that the query spells, if it spells one.
    public var namedPaper: NamedPaper?

    /// A paper that was searched for by its id.
    public struct NamedPaper: Sendable {
        public var id: PaperID
        public var isInCorpus: Bool
        /// Letters of the corpus that cite it.
        public var citedBy: Int
    }
}

/// A letter that matches.
public struct SearchHit: Sendable {
    public var id: PaperID
    /// BM25 over all fields, above zero.
    public var score: Float
    /// Matches of the words as they were typed.
    public var occurrences: Int
    public var title: String?
    public var date: String?
    public var path: String
    /// In the order of the text; empty while another process is changing the letter.
    public var passages: [Passage]
}

/// A sentence with matches.
public struct Passage: Sendable {
    /// Why a word matched.
    public enum Reason: String, Sendable {
        /// The word as it was typed, but for case and accents.
        case surface
        /// Another form of the word with the same Dutch stem.
        case stem
    }

    public var text: String
    /// Matches in `text`, in Unicode scalars, ascending.
    public var highlights: [Range<Int>]
    public var sectionHeading: String?
    public var page: Int
    public var note: Int?
    /// Of the first match.
    public var line: Int
    public var column: Int
    public var matched: [Reason]
}
