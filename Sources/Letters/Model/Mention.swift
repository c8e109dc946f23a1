public import References

/// A reference where a letter makes it.
public struct Mention: Hashable, Sendable, Codable {
    /// Its `range` is in the text of the block, heading or note that holds it; empty for one in the letter's head, which hangs
    /// on the start of the text.
    public var reference: Reference
    /// Where its first character stands in the source.
    public var place: Place
    /// What holds it.
    public var container: Container

    public enum Container: Hashable, Sendable, Codable {
        /// The text at this anchor; the anchor's offset is the start of the reference.
        case body(Anchor)
        /// The note at this index of `Letter.footnotes`.
        case footnote(index: Int)
    }

    public init(reference: Reference, place: Place, container: Container) {
        self.reference = reference
        self.place = place
        self.container = container
    }
}

/// A sentence that says what has become of motions or promises, where the letter says so.
public struct StatusMention: Hashable, Sendable, Codable {
    /// Its `range` is in the text of the block, heading or note that holds it.
    public var status: PaperStatus
    /// Where the sentence begins in the source.
    public var place: Place
    public var container: Mention.Container

    public init(status: PaperStatus, place: Place, container: Mention.Container) {
        self.status = status
        self.place = place
        self.container = container
    }
}

/// A letter that the text names by its date, where neither the sentence nor its notes tell its number.
public struct DatedLetterMention: Hashable, Sendable, Codable {
    /// Its `range` is in the text of the block, heading or note that holds it.
    public var letter: DatedLetter
    public var place: Place
    public var container: Mention.Container

    public init(letter: DatedLetter, place: Place, container: Mention.Container) {
        self.letter = letter
        self.place = place
        self.container = container
    }
}

/// Something in the source that a reader or parser could not take as it stood.
public struct Diagnostic: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        /// Bytes that are no valid text.
        case encodingDamage
        /// The file is not in UTF-8, and says so at most by its bytes.
        case encodingGuessed
        /// Head, foot, sidecar or option name different papers.
        case identityConflict
        /// Head and foot, or two lines of the head, differ in date, session year or chamber.
        case headConflict
        /// The file has no sign of being a letter.
        case notALetter
        /// XML that is not well-formed, or a page that could not be laid out: what could be read is in the letter.
        case markupDamage
        /// An element that the format does not know: its text is kept.
        case unknownElement
        /// Much of a web page's text was taken for no part of the letter, or a page of a PDF is a picture.
        case textLeftOut
        /// The file says of itself another encoding than it has.
        case encodingMisdeclared
        /// A file beside the letter says otherwise than the letter.
        case metadataConflict
        /// A file beside the letter cannot be used, or only in part.
        case metadataDamage
    }

    public var kind: Kind
    public var place: Place
    /// The file that the place is in, where that is not the letter's own: one beside it.
    public var path: String?
    /// In words, for a person.
    public var detail: String

    public init(kind: Kind, place: Place, path: String? = nil, detail: String) {
        self.kind = kind
        self.place = place
        self.path = path
        self.detail = detail
    }
}
