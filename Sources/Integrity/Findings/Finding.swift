public import References

/// One breach of a rule, at its place in a letter. Its coding keys are those of `verify --json`.
public struct Finding: Hashable, Sendable, Codable {
    /// Id of the rule.
    public var rule: String
    public var level: Level
    /// The letter concerned.
    public var letter: PaperID
    /// File of the letter, as the user named it; for `suppression-unused` the baseline.
    public var path: String
    /// Page of the letter, from 1.
    public var page: Int
    /// From 1; in a PDF among the lines of the page, in every other file among those of the file.
    public var line: Int
    /// In Unicode scalars, from 1.
    public var column: Int
    /// What is wrong in this very case, and what to do: one line, fit for a terminal.
    public var message: String
    /// The note numbers concerned, ascending.
    public var numbers: [Int]
    /// The same for the same breach as long as the letter says the same there; see `Fingerprint.swift`.
    public var fingerprint: String
    /// Accepted: it stands in the baseline.
    public var baselined: Bool

    public init(
        rule: String, level: Level, letter: PaperID, path: String, page: Int = 1, line: Int, column: Int,
        message: String, numbers: [Int] = [], fingerprint: String, baselined: Bool = false
    ) {
        self.rule = rule
        self.level = level
        self.letter = letter
        self.path = path
        self.page = page
        self.line = line
        self.column = column
        self.message = message
        self.numbers = numbers
        self.fingerprint = fingerprint
        self.baselined = baselined
    }
}
