import SearchIndex

extension BenchmarkQuery {
    /// The same query for the engine; `nil` when the engine has nothing for a part of it.
    ///
    /// Beside words that must match, other words only add to the score. A query of excluded words alone matches nothing.
    func engineQuery(field: String) -> Query? {
        var must: [Query] = []
        var should: [Query] = []
        var mustNot: [Query] = []
        for clause in clauses {
            guard let query = clause.unit.engineQuery(field: field) else { return nil }
            switch clause.occurrence {
            case .must: must.append(query)
            case .should: should.append(query)
            case .mustNot: mustNot.append(query)
            }
        }
        guard let included = Self.included(must: must, should: should) else { return .nothing }
        return mustNot.isEmpty ? included : .excluding(included, not: Self.any(mustNot))
    }

    private static func included(must: [Query], should: [Query]) -> Query? {
        if must.isEmpty { return should.isEmpty ? nil : any(should) }
        let needed = must.count == 1 ? must[0] : .all(must)
        return should.isEmpty ? needed : .preferring(needed, with: any(should))
    }

    private static func any(_ parts: [Query]) -> Query { parts.count == 1 ? parts[0] : .any(parts) }
}

extension BenchmarkQuery.Unit {
    func engineQuery(field: String) -> Query? {
        switch self {
        case .term(let word): .term(field: field, term: word)
        case .phrase(let words): .phrase(field: field, words: words)
        case .prefix(let beginning): .pattern(field: field, .prefix(beginning))
        }
    }
}
