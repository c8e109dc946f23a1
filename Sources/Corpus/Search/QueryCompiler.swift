import SearchIndex
import TextAnalysis

/// Turns the words of a query into terms of the index, by the same analysis as the letters.
struct QueryCompiler {
    /// What a stem is worth against the word itself.
    static let stemBoost: Float = 0.3

    /// Words of a query at most; each costs a look at its postings.
    static let mostWords = 1_000

    private var analyzer: Analyzer
    private var words = 0
    /// Where words are looked for that name no field themselves.
    private let field: QueryField?

    init(field: QueryField?) throws {
        analyzer = try Analyzer()
        self.field = field
    }

    /// - Returns: nil for a leaf without words.
    mutating func query(for leaf: QueryLeaf) throws(QueryError) -> Query? {
        words += leaf.text.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: " ") || $1 == UInt8(ascii: "-") ? 1 : 0) }
        guard words <= Self.mostWords else { throw .tooManyClauses(range: leaf.range) }
        return query(leaf.text, in: leaf.field ?? field, hasStems: !leaf.isExact && !leaf.isPhrase)
    }

    /// The words of a text as they stand, side by side.
    mutating func phrase(_ text: String) -> Query? { query(text, in: field, hasStems: false) }

    private mutating func query(_ text: String, in field: QueryField?, hasStems: Bool) -> Query? {
        let fields = field.map { [$0] } ?? QueryField.allCases
        let written = fields.map { FieldWeight($0.rawValue, $0.boost) }
        let stemmed = fields.map { FieldWeight($0.stemField, $0.boost) }
        var parts: [Query] = []
        for reading in analyzer.readings(of: text) {
            guard let first = reading.first else { continue }
            parts.append(.fields(written, terms: reading.map { PhraseTerm($0.surface, at: $0.position) }))
            if hasStems, reading.count == 1 {
                parts.append(.fields(stemmed, term: first.stemTerm, boost: Self.stemBoost))
            }
        }
        return parts.isEmpty ? nil : .any(parts)
    }
}
