/// What a text says has become of motions or promises: `De motie is hiermee afgedaan.`
public struct PaperStatus: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Dealt with: `afgedaan`, `afgehandeld`.
        case afgedaan
        /// Carried out: `uitgevoerd`, `geef ik uitvoering aan`, `is invulling gegeven aan`.
        case uitgevoerd
        /// Kept, of a promise: `nagekomen`, `gestand gedaan`, `voldaan`.
        case nagekomen
    }

    public var kind: Kind
    /// What the sentence speaks of: `motie`, `amendement`, `toezegging`.
    public var matter: Motion.Kind
    /// The sentence that says so, and where it stands in the text: UTF-8 offsets.
    public var sentence: String
    public var range: Range<Int>
    /// The papers meant, each once; empty when they cannot be told.
    public var targets: [PaperID]

    public init(kind: Kind, matter: Motion.Kind, sentence: String, range: Range<Int>, targets: [PaperID] = []) {
        self.kind = kind
        self.matter = matter
        self.sentence = sentence
        self.range = range
        self.targets = targets
    }
}
