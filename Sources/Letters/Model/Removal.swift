/// A stretch of a source line that stands in no cleaned text, and what it is.
///
/// The cleaned texts of a letter (headings, blocks, notes) and its removals together hold every printed character of the
/// source once.
public struct Removal: Hashable, Sendable {
    public enum Kind: String, Sendable {
        /// `Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1`.
        case footer
        /// `kst-31497-408`, `ISSN 0921 - 7371`.
        case printersMark
        case pageNumber
        /// Navigation and tables of facts of a web site.
        case webPage
        /// Dossier, number, addressee, place and date: read into `Letter.head`.
        case head
        /// Read into `Letter.head.signatories`.
        case signature
        /// The number in front of a note's body: `Footnote.number`.
        case noteNumber
        /// `Noten` over the notes at the end of a letter.
        case noteHeading
        /// `Block.label` of an item, `Section.label` of a heading.
        case label
        /// A note's number in the text: `Letter.markers`.
        case marker
        /// A hyphen that a line break made.
        case lineHyphen
        /// Soft hyphens, zero-width characters, byte order marks.
        case invisible
        /// None of these: a fault of the parser.
        case unexplained
    }

    public var kind: Kind
    /// Where it starts.
    public var place: Place
    /// As the source has it.
    public var text: String

    public init(kind: Kind, place: Place, text: String) {
        self.kind = kind
        self.place = place
        self.text = text
    }
}
