import Catalog
import Letters
import References

/// Follows notes from letter to letter; reads each letter once.
final class Tracer {
    private let catalog: LetterCatalog
    private var finders: [PaperID: ClaimFinder] = [:]
    /// Letters whose own traces are shown already: each is entered once, or letters that cite one another would be shown
    /// more often than anyone can read.
    private var entered: Set<PaperID> = []

    init(_ catalog: LetterCatalog) { self.catalog = catalog }

    /// The letter with an id or alias; nil if it is not in the corpus.
    func finder(_ id: PaperID) throws -> ClaimFinder? {
        guard let key = try catalog.resolve(id) else { return nil }
        if let finder = finders[key] { return finder }
        let finder = try catalog.letter(id: key).map(ClaimFinder.init)
        finders[key] = finder
        return finder
    }

    /// The notes of a letter and the papers that its text names, in the order of the text.
    func traces(of finder: ClaimFinder, depth: Int) throws -> [Trace] {
        entered.insert(finder.letter.id)
        var found: [(byte: Int, trace: Trace)] = []
        for note in finder.notes {
            let trace = try trace(note, of: finder, depth: depth)
            found.append(((trace.claim?.place ?? trace.body?.place)?.byte ?? 0, trace))
        }
        for mention in finder.letter.mentions {
            guard case .body(let anchor) = mention.container else { continue }
            let trace = Trace(
                paper: finder.letter.id, path: finder.letter.source.path,
                claim: finder.claim(at: anchor, place: mention.place), targets: try targets([mention], depth))
            found.append((mention.place.byte, trace))
        }
        return found.sorted { $0.byte < $1.byte }.map(\.trace)
    }

    func trace(_ note: NumberedNote, of finder: ClaimFinder, depth: Int) throws -> Trace {
        entered.insert(finder.letter.id)
        return Trace(
            paper: finder.letter.id, path: finder.letter.source.path, note: note.number, claim: finder.claim(of: note),
            body: finder.body(of: note).map {
                Trace.NoteBody(text: $0.text.text, place: $0.place, isComplete: $0.isComplete)
            },
            targets: try targets(finder.mentions(in: note), depth))
    }

    private func targets(_ mentions: [Mention], _ depth: Int) throws -> [Trace.Target] {
        var targets: [Trace.Target] = []
        for mention in mentions {
            for id in mention.reference.targets {
                let next = try finder(id)
                var target = Trace.Target(
                    id: id, relation: mention.reference.relation, isInCorpus: next != nil,
                    opening: next?.letter.opening, url: id.officialURL, traces: [])
                if let next, depth > 1, !entered.contains(next.letter.id) {
                    target.traces = try traces(of: next, depth: depth - 1)
                }
                targets.append(target)
            }
        }
        return targets
    }
}
