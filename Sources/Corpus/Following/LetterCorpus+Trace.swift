import Catalog
public import Letters
public import References

extension LetterCorpus {
    /// Follows the notes of a letter to the papers that they name.
    ///
    /// - Parameters:
    ///   - note: one note; nil for all, and for the papers that the text itself names, in the order of the text.
    ///   - depth: how many papers to follow one behind the other, at least 1. A paper already on the way is not entered
    ///     again.
    /// - Throws: `CorpusError.noSuchLetter`, `.noSuchNote`.
    public func trace(_ id: PaperID, note: Int? = nil, depth: Int = 1) throws -> [Trace] {
        let letter = try letter(id)
        var cache = [letter.id: letter]
        if let note {
            guard letter.footnotes.contains(where: { $0.number == note }) || !letter.markers(of: note).isEmpty else {
                let highest = max(letter.footnotes.map(\.number).max() ?? 0, letter.markers.map(\.note).max() ?? 0)
                throw CorpusError.noSuchNote(number: note, id: letter.id, highest: highest)
            }
            return [try trace(note, of: letter, depth, on: [letter.id], &cache)]
        }
        return try traces(of: letter, depth, on: [letter.id], &cache)
    }

    /// The letter with an id or alias.
    ///
    /// - Throws: `CorpusError.noSuchLetter`.
    public func letter(_ id: PaperID) throws -> Letter {
        if let key = try catalog.resolve(id), let letter = try catalog.letter(id: key) { return letter }
        throw CorpusError.noSuchLetter(id: id, citedBy: Set(try catalog.mentions(of: id).map(\.letter)).count)
    }

    private func traces(
        of letter: Letter, _ depth: Int, on way: Set<PaperID>, _ cache: inout [PaperID: Letter]
    ) throws -> [Trace] {
        var found: [(byte: Int, trace: Trace)] = []
        var notes = Set(letter.footnotes.map(\.number)).union(letter.markers.map(\.note)).sorted()
        if letter.footnotes.isEmpty { notes = letter.markers.map(\.note) }
        for note in notes {
            let trace = try trace(note, of: letter, depth, on: way, &cache)
            let place = letter.markers(of: note).first?.place ?? trace.body?.place
            found.append((place?.byte ?? 0, trace))
        }
        for mention in letter.mentions {
            guard case .body(let anchor) = mention.container else { continue }
            let trace = Trace(
                paper: letter.id, path: letter.source.path, claim: letter.claim(at: anchor, place: mention.place),
                targets: try targets([mention], depth, way, &cache))
            found.append((mention.place.byte, trace))
        }
        return found.sorted { $0.byte < $1.byte }.map(\.trace)
    }

    private func trace(
        _ note: Int, of letter: Letter, _ depth: Int, on way: Set<PaperID>, _ cache: inout [PaperID: Letter]
    ) throws -> Trace {
        let index = letter.footnotes.firstIndex { $0.number == note }
        let mentions = letter.mentions.filter { mention in
            if case .footnote(let at) = mention.container { at == index } else { false }
        }
        return Trace(
            paper: letter.id, path: letter.source.path, note: note,
            claim: letter.claim(ofNote: note),
            body: index.map { letter.footnotes[$0] }.map {
                Trace.NoteBody(text: $0.text.text, place: $0.place, isComplete: $0.isComplete)
            },
            targets: try targets(mentions, depth, way, &cache))
    }

    private func targets(
        _ mentions: [Mention], _ depth: Int, _ way: Set<PaperID>, _ cache: inout [PaperID: Letter]
    ) throws -> [Trace.Target] {
        var targets: [Trace.Target] = []
        for mention in mentions {
            for id in mention.reference.targets {
                let letter = try lookUp(id, &cache)
                var target = Trace.Target(
                    id: id, relation: mention.reference.relation, isInCorpus: letter != nil, opening: letter?.opening,
                    url: id.officialURL, traces: [])
                if let letter, depth > 1, !way.contains(letter.id) {
                    target.traces = try traces(of: letter, depth - 1, on: way.union([letter.id]), &cache)
                }
                targets.append(target)
            }
        }
        return targets
    }

    private func lookUp(_ id: PaperID, _ cache: inout [PaperID: Letter]) throws -> Letter? {
        guard let key = try catalog.resolve(id) else { return nil }
        if let letter = cache[key] { return letter }
        let letter = try catalog.letter(id: key)
        cache[key] = letter
        return letter
    }
}
