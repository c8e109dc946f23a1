/// What became of a hyphen at the end of a line, and why.
public struct HyphenDecision: Hashable, Sendable {
    public enum Outcome: String, Sendable {
        /// The word was broken: the hyphen goes.
        case join
        /// The hyphen belongs to the word (`PO-Raad`), the address or the bracket (`(leraren-)opleidingen`).
        case keep
        /// The hyphen stands for a word's second part that comes later (`po- en vo-ouders`).
        case keepWithSpace
        /// Nothing follows: the text is cut off.
        case none
    }

    public enum Reason: String, Sendable {
        /// Nothing else decided: most such hyphens are breaks.
        case broken
        /// A soft hyphen, which is nothing else than a break.
        case softHyphen
        /// The word is part of an address of the web or of mail.
        case address
        /// A bracket or comma follows, or no letter stands before.
        case sign
        /// A dash, not a hyphen: white space stands before it.
        case dash
        /// `en`, `of` or their like follows.
        case suspended
        case capitalOrDigit
        /// Capitals or one letter stand before.
        case acronym
        /// The name of an office that always has a hyphen: `minister-president`.
        case fixedCompound
        /// The letter writes the word with a hyphen inside a line.
        case writtenSo
        /// Two vowels meet that would be read as one sound.
        case vowelsClash
        case nothingFollows
    }

    public var outcome: Outcome
    public var reason: Reason
    /// Where the hyphen stands.
    public var place: Place
    /// The word before the hyphen as far as its line has it, and the first word of the line that goes on, empty if none.
    public var left: String
    public var right: String

    public init(outcome: Outcome, reason: Reason, place: Place, left: String, right: String) {
        self.outcome = outcome
        self.reason = reason
        self.place = place
        self.left = left
        self.right = right
    }

    /// Cuts a marker from the word that goes on: `groep-Derksen3` carries note 3.
    mutating func leaveOut(_ markers: [Marker]) {
        let word = right.trimming(".,;:)»")
        for marker in markers where marker.place.line > place.line && word.hasSuffix("\(marker.note)") {
            let rest = String(word.dropLast("\(marker.note)".count))
            if (left + rest).hasSuffix(marker.before) || (left + "-" + rest).hasSuffix(marker.before) {
                right = rest
                return
            }
        }
    }

    /// What stands in the cleaned text.
    public var result: String {
        switch outcome {
        case .join: left + right
        case .keep: left + "-" + right
        case .keepWithSpace: left + "- " + right
        case .none: left + "-"
        }
    }
}
