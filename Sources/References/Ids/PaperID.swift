/// Stable name of an official publication, such as `kst-31497-408`, `h-tk-20192020-46-31` or `2020Z19073`.
///
/// Ids are opaque strings in canonical spelling: prefix in lower case, budget chapters and letters of the Eerste Kamer
/// in upper case. Two spellings of one paper are equal only after canonicalisation, so every id that enters the program
/// passes through one of the initialisers. Forms: officielebekendmakingen.nl.
public struct PaperID: Hashable, Sendable {
    /// The canonical spelling.
    public let rawValue: String

    /// Trusts that `rawValue` is canonical already; for ids that this program has made or stored itself.
    public init(canonical rawValue: String) {
        self.rawValue = rawValue
    }
}

extension PaperID: CustomStringConvertible {
    public var description: String { rawValue }
}

extension PaperID: Comparable {
    /// Byte order of the canonical spelling: stable, and the same on every machine.
    public static func < (left: PaperID, right: PaperID) -> Bool { left.rawValue < right.rawValue }
}

extension PaperID: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(canonical: try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
