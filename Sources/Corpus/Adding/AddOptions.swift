public import Letters

/// How files are added to a corpus.
public struct AddOptions: Sendable {
    /// Reads files again that look unchanged, as after an update of the program.
    public var force = false
    /// Forgets letters below the named folders whose files are gone.
    public var prune = false
    /// Says what would be done and changes nothing.
    public var dryRun = false
    /// Files parsed at once, at least 1.
    public var threads = 1
    /// Bytes of a file at most.
    public var fileLimit = SourceText.defaultLimit
    /// For a single file: what the user knows of it.
    public var letter = LetterParser.Options()

    public init() {}
}

/// What became of the files.
public struct AddSummary: Equatable, Sendable {
    public var added = 0
    public var updated = 0
    public var unchanged = 0
    /// Further files with a letter that the corpus holds already.
    public var duplicates = 0
    public var removed = 0
    /// Files left out, with the reason; the user may expect them.
    public var skipped: [LetterFiles.Skipped] = []
    /// Other forms of letters that the corpus holds, which say the same: `kst-1.pdf` beside `kst-1.xml`.
    public var witnesses: [LetterFiles.Skipped] = []
    /// Files that by their names are other forms of letters that the corpus holds, and that cannot be read: nothing is lost.
    public var unreadForms: [LetterFiles.Skipped] = []
    /// Letters in an encoding that had to be guessed, with what was guessed.
    public var guessed: [LetterFiles.Skipped] = []
    /// Files that could not be taken in.
    public var failed: [LetterFiles.Skipped] = []

    public init() {}

    /// Files whose letters the corpus now holds because of this run.
    public var kept: Int { added + updated }
}
