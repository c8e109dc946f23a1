public import References

/// A parliamentary letter, read: who sent it, its sections, notes, markers and references, each with its place in the
/// file.
public struct Letter: Hashable, Sendable, Codable {
    public var source: SourceInfo
    public var identity: Identity
    public var head: Head
    /// Pages counted in the source, at least 1.
    public var pages: Int
    /// At least one; the first, without a heading, holds what stands before the first heading (it may hold no blocks).
    public var sections: [Section]
    /// In the order of the text.
    public var footnotes: [Footnote]
    /// In the order of the text.
    public var markers: [Marker]
    /// In the order of the source, with duplicates.
    public var mentions: [Mention]
    /// What the letter says has become of motions and promises; in the order of its texts.
    public var statuses: [StatusMention]
    /// Letters named by their dates alone; in the order of its texts.
    public var datedLetters: [DatedLetterMention]
    /// That the letter itself defines; in the order of the source, the first definition of each.
    public var abbreviations: [Abbreviation]
    /// What the reader and the parser noticed; the rules that judge it are in `Integrity`.
    public var diagnostics: [Diagnostic]

    public init(
        source: SourceInfo, identity: Identity, head: Head = Head(), pages: Int = 1, sections: [Section] = [],
        footnotes: [Footnote] = [], markers: [Marker] = [], mentions: [Mention] = [],
        statuses: [StatusMention] = [], datedLetters: [DatedLetterMention] = [], abbreviations: [Abbreviation] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.source = source
        self.identity = identity
        self.head = head
        self.pages = pages
        self.sections = sections
        self.footnotes = footnotes
        self.markers = markers
        self.mentions = mentions
        self.statuses = statuses
        self.datedLetters = datedLetters
        self.abbreviations = abbreviations
        self.diagnostics = diagnostics
    }

    public var id: PaperID { identity.id }
}

/// The file that a letter was read from.
public struct SourceInfo: Hashable, Sendable, Codable {
    public enum Format: String, Hashable, Sendable, Codable {
        case text, html, xml, legacyXML, pdf

        /// How little a form says of a letter, from 0: of several the one that says most is read.
        package var poverty: Int {
            switch self {
            case .xml, .legacyXML: 0
            case .html: 1
            case .pdf: 2
            case .text: 3
            }
        }
    }

    /// As the user named it; relative paths stay relative.
    public var path: String
    public var format: Format
    public var bytes: Int
    /// Lower-case hexadecimal, 64 digits.
    public var sha256: String

    public init(path: String, format: Format, bytes: Int, sha256: String) {
        self.path = path
        self.format = format
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// Which paper a letter is, and what says so.
public struct Identity: Hashable, Sendable, Codable {
    public enum Origin: String, Hashable, Sendable, Codable {
        case option, sidecar, metadata, header, footer
        /// Nothing names the letter; the id is made from the SHA-256 of the file.
        case contentHash
    }

    public var id: PaperID
    public var origin: Origin
    /// Other ids of the same paper.
    public var aliases: [PaperID]
    /// Where the letter names itself, in the order of the source: such a mention is no reference.
    public var selfMentions: [SelfMention]

    public init(id: PaperID, origin: Origin, aliases: [PaperID] = [], selfMentions: [SelfMention] = []) {
        self.id = id
        self.origin = origin
        self.aliases = aliases
        self.selfMentions = selfMentions
    }
}

/// A place in the head or foot of a page where a letter names itself.
public struct SelfMention: Hashable, Sendable, Codable {
    public var id: PaperID
    public var origin: Identity.Origin
    public var place: Place

    public init(id: PaperID, origin: Identity.Origin, place: Place) {
        self.id = id
        self.origin = origin
        self.place = place
    }
}
