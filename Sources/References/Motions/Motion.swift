/// A motion, amendment or promise as a text calls it: what it is, and who moved it.
public struct Motion: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case motie
        case gewijzigdeMotie = "gewijzigde motie"
        case naderGewijzigdeMotie = "nader gewijzigde motie"
        case amendement
        case gewijzigdAmendement = "gewijzigd amendement"
        case naderGewijzigdAmendement = "nader gewijzigd amendement"
        case subamendement
        /// A promise of a minister; its movers are the members to whom it was made.
        case toezegging
    }

    public var kind: Kind
    /// As printed, in the order of the text: `Rog`, `Van Meenen`, `Jasper van Dijk`; empty if none is named.
    public var movers: [String]
    /// Whether unnamed members moved it too: `c.s.`
    public var hasOthers: Bool

    public init(kind: Kind, movers: [String] = [], hasOthers: Bool = false) {
        self.kind = kind
        self.movers = movers
        self.hasOthers = hasOthers
    }
}

/// Where a text names a motion.
package struct MotionPhrase: Hashable, Sendable {
    package let motion: Motion
    /// Offsets in the UTF-8 of the text.
    package let range: Range<Int>
    /// `moties`: the papers behind it may be several.
    package let isPlural: Bool
}
