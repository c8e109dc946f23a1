/// What a user typed, as a tree. Every node knows its place, in characters from the start of the query.
public struct QuerySyntax: Sendable, Equatable {
    public indirect enum Kind: Sendable, Equatable {
        /// A word, or several that the analysis of text will make of it. `isExact` for `=word`.
        case word(String, isExact: Bool)
        /// Text between quotation marks, which are not part of it. `isExact` for `="some words"`.
        case phrase(String, isExact: Bool)
        /// Parts side by side: what matches more of them ranks higher.
        case clauses([Clause])
        /// Parts joined by AND.
        case all([QuerySyntax])
        /// Parts joined by OR.
        case any([QuerySyntax])
        /// What must not match, within `all` or `any`.
        case not(QuerySyntax)
        /// A part that is looked for in one field.
        case field(QueryField, QuerySyntax)
    }

    /// A part among others side by side.
    public struct Clause: Sendable, Equatable {
        public var occurrence: Occurrence
        public var syntax: QuerySyntax
    }

    /// What a part asks of a document.
    public enum Occurrence: Sendable, Equatable {
        case should
        /// `+part`
        case must
        /// `-part`, or NOT among parts side by side.
        case mustNot
    }

    public var kind: Kind
    public var range: Range<Int>
}

/// The fields that a query can name.
public enum QueryField: String, Sendable, CaseIterable {
    case title
    case heading
    case body
    case footnote

    /// The name that Dutch users type.
    var alias: String {
        switch self {
        case .title: "titel"
        case .heading: "kop"
        case .body: "tekst"
        case .footnote: "voetnoot"
        }
    }

    /// The field of a name or an alias, in any case.
    init?(name: String) {
        let name = name.lowercased()
        guard let field = Self.allCases.first(where: { $0.rawValue == name || $0.alias == name }) else { return nil }
        self = field
    }
}

// MARK: - From syntax to query

/// A word or phrase of a query, for whoever turns text into terms.
public struct QueryLeaf: Sendable, Equatable {
    public var text: String
    public var isPhrase: Bool
    /// The surface form alone: no stems.
    public var isExact: Bool
    /// The one field to look in; nil for all.
    public var field: QueryField?
    /// Place in the query, in characters.
    public var range: Range<Int>
}

extension QuerySyntax {
    /// The query that this tree means.
    ///
    /// - Parameter terms: the query for a word or phrase, which takes analysis and choice of fields; nil for one that has
    ///   no words, such as a dash, which then asks for nothing.
    /// - Returns: nil when no part has words.
    public func query<Failure: Error>(
        _ terms: (QueryLeaf) throws(Failure) -> Query?
    ) throws(Failure) -> Query? {
        try query(in: nil, terms)
    }

    private func query<Failure: Error>(
        in field: QueryField?, _ terms: (QueryLeaf) throws(Failure) -> Query?
    ) throws(Failure) -> Query? {
        switch kind {
        case .word(let text, let isExact):
            return try terms(QueryLeaf(text: text, isPhrase: false, isExact: isExact, field: field, range: range))
        case .phrase(let text, let isExact):
            return try terms(QueryLeaf(text: text, isPhrase: true, isExact: isExact, field: field, range: range))
        case .field(let inner, let part):
            return try part.query(in: inner, terms)
        case .not(let part):
            return try part.query(in: field, terms).map { .excluding(.everything, not: $0) }
        case .any(let parts):
            var queries: [Query] = []
            for part in parts { if let query = try part.query(in: field, terms) { queries.append(query) } }
            return queries.isEmpty ? nil : .any(queries)
        case .all(let parts):
            let clauses = parts.map { part in
                if case .not(let inner) = part.kind { return Clause(occurrence: .mustNot, syntax: inner) }
                return Clause(occurrence: .must, syntax: part)
            }
            return try Self.query(of: clauses, in: field, terms)
        case .clauses(let clauses):
            return try Self.query(of: clauses, in: field, terms)
        }
    }

    private static func query<Failure: Error>(
        of clauses: [Clause], in field: QueryField?, _ terms: (QueryLeaf) throws(Failure) -> Query?
    ) throws(Failure) -> Query? {
        var must: [Query] = []
        var should: [Query] = []
        var mustNot: [Query] = []
        for clause in clauses {
            guard let query = try clause.syntax.query(in: field, terms) else { continue }
            switch clause.occurrence {
            case .must: must.append(query)
            case .should: should.append(query)
            case .mustNot: mustNot.append(query)
            }
        }
        var query: Query?
        if !must.isEmpty {
            query = must.count == 1 ? must[0] : .all(must)
            if let needed = query, !should.isEmpty { query = .preferring(needed, with: .any(should)) }
        } else if !should.isEmpty {
            query = should.count == 1 ? should[0] : .any(should)
        } else if !mustNot.isEmpty {
            query = .everything
        }
        guard let included = query, !mustNot.isEmpty else { return query }
        return .excluding(included, not: mustNot.count == 1 ? mustNot[0] : .any(mustNot))
    }
}
