import Catalog
public import Letters
public import References

extension LetterCorpus {
    /// Follows the notes of a letter to the papers that they name.
    ///
    /// - Parameters:
    ///   - note: one note, of the letter and of each annex that numbers its own; nil for all, and for the papers that the
    ///     text itself names, in the order of the text.
    ///   - depth: how many papers to follow one behind the other, at least 1. Each letter is entered
    ///     once.
    /// - Throws: `CorpusError.noSuchLetter`, `.noSuchNote`.
    public func trace(_ id: PaperID, note: Int? = nil, depth: Int = 1) throws -> [Trace] {
        let tracer = Tracer(catalog)
        guard let start = try tracer.finder(id) else { throw try noSuchLetter(id) }
        guard let note else { return try tracer.traces(of: start, depth: depth) }
        let notes = start.notes.filter { $0.number == note }
        guard !notes.isEmpty else {
            let highest = start.notes.map(\.number).max() ?? 0
            throw CorpusError.noSuchNote(number: note, id: start.letter.id, highest: highest)
        }
        return try notes.map { try tracer.trace($0, of: start, depth: depth) }
    }

    /// The letter with an id or alias.
    ///
    /// - Throws: `CorpusError.noSuchLetter`.
    public func letter(_ id: PaperID) throws -> Letter {
        if let key = try catalog.resolve(id), let letter = try catalog.letter(id: key) { return letter }
        throw try noSuchLetter(id)
    }

    private func noSuchLetter(_ id: PaperID) throws -> CorpusError {
        .noSuchLetter(id: id, citedBy: Set(try catalog.mentions(of: id).map(\.letter)).count)
    }
}
