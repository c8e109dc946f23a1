/// What stands around a letter's text. What the source does not say is nil or empty.
public struct Head: Hashable, Sendable, Codable {
    public enum Chamber: String, Hashable, Sendable, Codable {
        /// Tweede Kamer.
        case tk
        /// Eerste Kamer.
        case ek
    }

    public struct Dossier: Hashable, Sendable, Codable {
        /// With its chapter or suffix, as the id has it: `31497`, `35300-VIII`, `21501-20`.
        public var number: String
        public var title: String?
        /// Where the source names it: at its title, else at its number; the start of the file where it does not.
        public var place: Place

        public init(number: String, title: String?, place: Place) {
            self.number = number
            self.title = title
            self.place = place
        }
    }

    public struct Signatory: Hashable, Sendable, Codable {
        /// Office as printed; empty where a letter is signed with a name alone.
        public var role: String
        /// nil for an office on whose behalf another signs.
        public var name: String?

        public init(role: String, name: String?) {
            self.role = role
            self.name = name
        }
    }

    /// An annex that stands in the letter's own file, under a heading of its own.
    public struct Annex: Hashable, Sendable, Codable {
        /// Number or letter: `1`, `A`; nil for the only annex.
        public var number: String?
        public var title: String?
        public var place: Place

        public init(number: String?, title: String?, place: Place) {
            self.number = number
            self.title = title
            self.place = place
        }
    }

    /// A part of the head, by the name that `parse` gives it.
    public enum Field: String, Hashable, Sendable, Codable, CaseIterable {
        case chamber, sessionYear, dossiers, number, kind, title, sender, addressee, place, date, signatories
        case reference, yourReference, annexCount
    }

    /// What says a part of the head, and where.
    public struct Origin: Hashable, Sendable, Codable {
        public enum Source: String, Hashable, Sendable, Codable {
            /// What stands above the text, also the table of facts over a web page.
            case head
            /// Foot of a page.
            case footer
            /// Closing lines.
            case signature
            /// The user.
            case option
            /// Follows from the letter's id.
            case id
            /// Official metadata, in the file or beside it.
            case metadata
            /// A file that the user has put beside the letter.
            case sidecar
        }

        public var field: Field
        public var source: Source
        /// The first place that says it; the start of the file where none does.
        public var place: Place

        public init(field: Field, source: Source, place: Place) {
            self.field = field
            self.source = source
            self.place = place
        }
    }

    public var chamber: Chamber?
    /// `2020-2021`.
    public var sessionYear: String?
    public var dossiers: [Dossier]
    /// Number within the dossier: `408`, or letters in the Eerste Kamer.
    public var number: String?
    /// Lower case: `brief`, `gewijzigde motie`, `memorie van toelichting`.
    public var kind: String?
    /// Subject of the letter.
    public var title: String?
    /// Office of the sender, as the head has it; in a ministry's own letter the ministry.
    public var sender: String?
    public var addressee: String?
    /// Town.
    public var place: String?
    /// ISO 8601, `2021-06-11`.
    public var date: String?
    public var signatories: [Signatory]
    /// Number under which the sender keeps the letter (`Onze referentie`, `Ons kenmerk`).
    public var reference: String?
    /// What the letter answers (`Uw kenmerk`, `Uw brief van`), as printed.
    public var yourReference: String?
    /// How many annexes the head announces.
    public var annexCount: Int?
    public var annexes: [Annex]
    /// For each part that has a value, in the order of `Field`.
    public var origins: [Origin]

    public init(
        chamber: Chamber? = nil, sessionYear: String? = nil, dossiers: [Dossier] = [], number: String? = nil,
        kind: String? = nil, title: String? = nil, sender: String? = nil, addressee: String? = nil,
        place: String? = nil, date: String? = nil, signatories: [Signatory] = [], reference: String? = nil,
        yourReference: String? = nil, annexCount: Int? = nil, annexes: [Annex] = [], origins: [Origin] = []
    ) {
        self.chamber = chamber
        self.sessionYear = sessionYear
        self.dossiers = dossiers
        self.number = number
        self.kind = kind
        self.title = title
        self.sender = sender
        self.addressee = addressee
        self.place = place
        self.date = date
        self.signatories = signatories
        self.reference = reference
        self.yourReference = yourReference
        self.annexCount = annexCount
        self.annexes = annexes
        self.origins = origins
    }

    /// What says a part of the head; nil where nothing does.
    public func origin(of field: Field) -> Origin? { origins.first { $0.field == field } }
}
