import Letters
import References

/// A rule that can be applied to letters.
///
/// Checks keep no state and say only what they see; level, fingerprint and order are the verifier's.
protocol Check: Sendable {
    static var rule: Rule { get }

    /// What breaks the rule in one letter, in any order.
    func observations(in letter: Letter, context: CheckContext) -> [Observation]

    /// What breaks the rule between letters, each with the index of the letter where it is reported.
    func observations(among letters: [Letter]) -> [(letter: Int, observation: Observation)]
}

extension Check {
    func observations(in letter: Letter, context: CheckContext) -> [Observation] { [] }

    func observations(among letters: [Letter]) -> [(letter: Int, observation: Observation)] { [] }
}

/// What a check may know beside the letter itself.
struct CheckContext {
    /// The notes and markers of the letter, split where numbering starts anew.
    var series: [NumberedNotes]
    /// Says which papers exist; nil where nothing can say it.
    var papers: (any PaperLookup)?
}

/// One breach of a rule in a letter.
struct Observation {
    /// The file beside the letter that it is in; nil for the letter's own.
    var path: String?
    var page: Int
    var line: Int
    var column: Int
    /// What is wrong in this very case, and what to do.
    var message: String
    /// The note numbers concerned.
    var numbers: [Int]
    /// What makes this breach the same one after the letter has changed elsewhere: goes into the fingerprint.
    var spot: String
    /// Caps the rule's level for this breach.
    var atMost: Level?

    init(at place: Place, _ message: String, numbers: [Int] = [], spot: String, atMost: Level? = nil) {
        page = place.page
        line = place.line
        column = place.column
        self.message = message
        self.numbers = numbers
        self.spot = spot
        self.atMost = atMost
    }

    /// A breach that a reader has found.
    init(of found: Diagnostic, _ message: String) {
        self.init(at: found.place, message, spot: found.detail)
        path = found.path
    }
}

extension Place {
    /// For what concerns a letter as a whole.
    static let startOfFile = Place(byte: 0, line: 1, column: 1, page: 1)
}
