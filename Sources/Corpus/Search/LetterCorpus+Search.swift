import Catalog
import Letters
import References
public import SearchIndex

extension LetterCorpus {
    /// Finds letters, best first: those with all words of the query before the others, then by BM25.
    ///
    /// A query that spells the id of a paper gives that paper first, and then the letters whose text has it so.
    /// Time is that of the query, and of reading each letter that is returned from the catalog.
    ///
    /// - Parameters:
    ///   - field: where to look for words that name no field themselves; nil for everywhere.
    ///   - limit, offset: the part of the letters to return.
    /// - Throws: `QueryError`, `IndexError`, `CatalogError`.
    public func search(_ text: String, in field: QueryField? = nil, limit: Int = 10, offset: Int = 0) throws
        -> SearchAnswer
    {
        let named = try namedPaper(text)
        let tiers = try tiers(of: text, isID: named != nil, field)
        let reader = try indexReader()
        var found: [RankedLetter] = []
        for query in tiers {
            found += try reader.search(query, limit: reader.documentCount).hits.map { hit in
                RankedLetter(key: hit.key, score: hit.score, places: try places(of: query, in: hit.key, reader))
            }
        }
        let pending = try pendingChanges(since: reader.revision)
        found.removeAll { pending.removed.contains($0.key) }
        if let named, named.isInCorpus, let id = try catalog.resolve(named.id) {
            let itself = found.first { $0.key == id.rawValue } ?? RankedLetter(key: id.rawValue, score: 0, places: [])
            found = [itself] + found.filter { $0.key != id.rawValue }
        }
        let finder = PassageFinder(feeder: try IndexFeeder())
        return SearchAnswer(
            total: found.count, occurrences: found.reduce(0) { $0 + $1.occurrences },
            hits: try found.dropFirst(offset).prefix(limit).compactMap {
                // The index knows where words stood in the letter as it was; in the letter as it is they may not.
                try hit($0, finder, showsPassages: !pending.saved.contains($0.key))
            },
            namedPaper: named)
    }

    /// Letters that another process has changed in the catalog and not yet in the index.
    private func pendingChanges(since revision: UInt64) throws -> (saved: Set<String>, removed: Set<String>) {
        guard try catalog.revision != revision else { return ([], []) }
        let changes = try catalog.changes(since: revision)
        return (Set(changes.saved.map(\.rawValue)), Set(changes.removed.map(\.rawValue)))
    }

    /// A letter that was found, before it is read from the catalog.
    private struct RankedLetter {
        var key: String
        var score: Float
        var places: [Occurrence]

        /// Matches of words as typed.
        var occurrences: Int { places.count { !$0.field.hasSuffix(QueryField.stemSuffix) } }
    }

    private func namedPaper(_ text: String) throws -> SearchAnswer.NamedPaper? {
        guard let id = PaperID(text) ?? PaperID(spelling: text), !id.isPartial else { return nil }
        return SearchAnswer.NamedPaper(
            id: id, isInCorpus: try catalog.contains(id), citedBy: Set(try catalog.mentions(of: id).map(\.letter)).count
        )
    }

    /// Queries that exclude one another, in the order of their rank.
    private func tiers(of text: String, isID: Bool, _ field: QueryField?) throws -> [Query] {
        var compiler = try QueryCompiler(field: field)
        if isID { return [compiler.phrase(text) ?? .nothing] }
        let syntax = try QueryParser.parse(text)
        guard case .clauses(let clauses) = syntax.kind, clauses.count > 1,
            clauses.allSatisfy({ $0.occurrence == .should })
        else { return [try syntax.query { leaf throws(QueryError) in try compiler.query(for: leaf) } ?? .nothing] }
        var words: [Query] = []
        for clause in clauses {
            let word = try clause.syntax.query { leaf throws(QueryError) in try compiler.query(for: leaf) }
            if let word { words.append(word) }
        }
        return words.count > 1 ? [.all(words), .excluding(.any(words), not: .all(words))] : words
    }

    /// Where a query matches in a letter. Readings of one word, such as `VO-raad` as one word and as two, stand at one
    /// position and count once, by the longest.
    private func places(of query: Query, in key: String, _ reader: IndexReader) throws -> [Occurrence] {
        try reader.occurrences(of: query, inKey: key).reduce(into: []) { places, next in
            guard let last = places.last, last.field == next.field, last.position == next.position else {
                return places.append(next)
            }
            if next.length > last.length { places[places.count - 1] = next }
        }
    }

    private func hit(_ found: RankedLetter, _ finder: PassageFinder, showsPassages: Bool) throws -> SearchHit? {
        guard let letter = try catalog.letter(id: PaperID(canonical: found.key)) else { return nil }
        return SearchHit(
            id: letter.id, score: found.score, occurrences: found.occurrences,
            title: letter.head.title ?? letter.head.dossiers.compactMap(\.title).first, date: letter.head.date,
            path: letter.source.path, passages: showsPassages ? finder.passages(in: letter, at: found.places) : [])
    }
}
