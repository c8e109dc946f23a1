/// What a grammar has found, before it becomes a `Reference` with its text.
struct Recognition {
    var range: Range<Int>
    var kind: Reference.Kind
    var targets: [PaperID] = []
    var alsoDossiers: [String] = []
    var relation = Reference.Relation.cites
    var confidence = Confidence.exact
    var warnings: [Reference.Warning] = []
    var sessionYear: SessionYear?
    /// Of a law.
    var article: String?
    /// Reads the next paper of the same label, if this one may have such.
    var list: KamerstukGrammar?

    var isBroken: Bool { warnings.contains { $0 == .partial || $0 == .truncated || $0 == .placeholder } }

    consuming func reference(in cursor: ByteCursor) -> Reference {
        // Fields are exchanged for empty ones, since to read them would copy them.
        var (names, also, warned): ([PaperID], [String], [Reference.Warning]) = ([], [], [])
        swap(&names, &targets)
        swap(&also, &alsoDossiers)
        swap(&warned, &warnings)
        return Reference(
            raw: cursor.string(range), range: range, kind: kind, targets: names, alsoDossiers: also,
            sessionYear: sessionYear?.hyphenated, article: article, relation: relation, confidence: confidence,
            warnings: warned, candidates: [], motion: nil)
    }
}

/// How sure each form of a reference is, `0...1`; the order is what matters, the values are chosen, not measured.
enum Confidence {
    /// A label and a number (`Kamerstuk 31 497, nr. 391`), or an official id.
    static let exact = 1.0
    /// No label, but `nr.` or a letter in parentheses, or a word before it that announces a paper: `(31497, nr. 496)`.
    static let parenthesised = 0.9
    /// A label, and a number without `nr.`: `Kamerstuk 31 497, 383`.
    static let bareNumber = 0.9
    /// No label and no parentheses: `36 600 XIV, nr. 2`.
    static let unlabelled = 0.8
    /// A dossier or a sitting, named as a whole.
    static let partial = 0.8
    /// A short form with one candidate: `Idem`.
    static let shortForm = 0.8
    /// A label, and a number with nothing in between: `Kamerstuk 31 459 22`.
    static let juxtaposed = 0.7
    /// Broken off, a placeholder, impossible, or several candidates.
    static let damaged = 0.5
}
