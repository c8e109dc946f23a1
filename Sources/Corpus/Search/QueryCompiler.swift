import SearchIndex
import TextAnalysis

/// Turns the words of a query into terms of the index, by the same analysis as the letters.
struct QueryCompiler {
    /// What a stem is worth against the word itself.
    static let stemBoost: Float = 0.3

    private var analyzer: Analyzer
    /// Where words are looked for that name no field themselves.
    private let field: QueryField?

    init(field: QueryField?) throws {
        analyzer = try Analyzer()
        self.field = field
    }

    /// - Returns: nil for a leaf without words.
    mutating func query(for leaf: QueryLeaf) -> Query? {
        query(leaf.text, in: leaf.field ?? field, hasStems: !leaf.isExact && !leaf.isPhrase)
    }

    /// The words of a text as they stand, side by side.
    mutating func phrase(_ text: String) -> Query? { query(text, in: field, hasStems: false) }

    private mutating func query(_ text: String, in field: QueryField?, hasStems: Bool) -> Query? {
        let tokens = analyzer.tokens(of: text)
        guard let first = tokens.first, let last = tokens.last else { return nil }
        let fields = field.map { [$0] } ?? QueryField.allCases
        let written = fields.map { FieldWeight($0.rawValue, $0.boost) }
        var readings: [Query] = []
        if first.position == last.position {
            readings += tokens.map { .fields(written, term: $0.surface) }
            if hasStems {
                let stemmed = fields.map { FieldWeight($0.stemField, $0.boost) }
                readings += Self.stems(tokens).map { .fields(stemmed, term: $0, boost: Self.stemBoost) }
            }
        } else {
            readings.append(.fields(written, terms: Self.phrase(tokens)))
            readings += Self.joined(tokens).map { .fields(written, term: $0) }
        }
        return .any(readings)
    }

    private static func stems(_ tokens: [Token]) -> [String] {
        var seen: Set<String> = []
        return tokens.map(\.stemTerm).filter { seen.insert($0).inserted }
    }

    /// One term a position. Where a word has several readings, the first that does not run into the next position: of
    /// `VO-raad` the parts, of `(hoog)begaafde` the whole.
    private static func phrase(_ tokens: [Token]) -> [PhraseTerm] {
        var terms: [PhraseTerm] = []
        for (index, token) in tokens.enumerated() {
            if let last = terms.last, last.position == token.position { continue }
            let next = tokens[index...].first { $0.position > token.position }
            if let next, token.range.upperBound > next.range.lowerBound { continue }
            terms.append(PhraseTerm(token.surface, at: token.position))
        }
        return terms
    }

    /// Readings that cover all positions at once: `voraad` of `VO-raad`.
    private static func joined(_ tokens: [Token]) -> [String] {
        guard let first = tokens.first, let last = tokens.last else { return [] }
        return tokens.filter {
            $0.range.lowerBound <= first.range.lowerBound && $0.range.upperBound >= last.range.upperBound
        }.map(\.surface)
    }
}
