import TestSupport

@testable import SearchIndex

/// Random documents and queries over so few words that most queries match something.
struct RandomCollection {
    static let fields = ["title", "body", "footnote"]
    static let kinds = ["brief", "motie", "één"]
    static let schema = IndexSchema(fields: fields, columns: [Column("date", .number), Column("kind", .texts)])
    static let words = ["zorg", "school", "leraar", "motie", "kamer", "één", "a", "b"]

    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func key() -> String { "kst-\(Int.random(in: 0..<40, using: &generator))" }

    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: choices.indices, using: &generator)] }

    mutating func word() -> String {
        // Low numbers come more often, so that terms differ in frequency.
        let bound = Int.random(in: 1...Self.words.count, using: &generator)
        return Self.words[Int.random(in: 0..<bound, using: &generator)]
    }

    mutating func document() -> NaiveIndex.Document {
        let fields = Self.fields.map { _ in tokens(count: Int.random(in: 0...12, using: &generator)) }
        return NaiveIndex.Document(
            key: key(), sortKey: UInt64.random(in: 0...2, using: &generator), tokens: fields,
            date: pick([nil, number(), number()]), kinds: Self.kinds.filter { _ in pick([true, false]) })
    }

    private mutating func tokens(count: Int) -> [NaiveIndex.Token] {
        var position: UInt32 = 0
        var tokens: [NaiveIndex.Token] = []
        for _ in 0..<count {
            tokens.append(NaiveIndex.Token(term: word(), position: position))
            // Shared positions, neighbours and gaps.
            position += pick([0, 1, 1, 1, 5])
        }
        return tokens
    }

    mutating func query(depth: Int = 3) -> Query {
        let field = pick(Self.fields)
        switch Int.random(in: 0..<(depth == 0 ? 10 : 17), using: &generator) {
        case 0, 1: return .term(field: field, term: word(), boost: Float.random(in: 0.5...2, using: &generator))
        case 2: return .phrase(field: field, words: [word(), word()])
        case 3:
            return .phrase(field: field, terms: phrase())
        case 4: return .fields(weights(), term: word(), boost: Float.random(in: 0.5...2, using: &generator))
        case 5: return .fields(weights(), terms: phrase())
        case 6: return .pattern(field: field, pattern(), score: Float.random(in: 0.5...2, using: &generator))
        case 7: return .number(column: "date", from: pick([nil, number()]), through: pick([nil, number()]))
        case 8: return .texts(column: "kind", Self.kinds.filter { _ in pick([true, false]) } + ["x"])
        case 9: return .near(field: field, near(depth: 2), boost: 1.5)
        case 10, 11: return .any(queries(depth))
        case 12, 13: return .all(queries(depth))
        case 14: return .excluding(query(depth: depth - 1), not: query(depth: depth - 1))
        case 15: return .preferring(query(depth: depth - 1), with: query(depth: depth - 1))
        default:
            let part = query(depth: depth - 1)
            return pick([.boosted(part, by: 3), .constant(part, score: 2), .everything, .nothing])
        }
    }

    private mutating func near(depth: Int) -> NearPart {
        if depth == 0 || Int.random(in: 0..<3, using: &generator) == 0 { return .term(word()) }
        let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in near(depth: depth - 1) }
        return .group(parts, slop: pick([0, 1, 2, 7, .max]), isOrdered: pick([true, false]))
    }

    private mutating func number() -> Int64 { pick([.min, -70_000, -1, 0, 1, 2, 2, 3, 300, .max]) }

    private mutating func pattern() -> TermPattern {
        let word = word()
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return .prefix(String(word.prefix(Int.random(in: 0...2, using: &generator))))
        case 1: return .range(from: pick([nil, word]), through: pick([nil, self.word()]))
        case 2: return .wildcard(pick(["*", "?", "*o*", "s?hool", "*r", "m*e", "\\*", "?é?", word + "*"]))
        default:
            let other = String(word.shuffled(using: &generator))
            return .similar(pick([word, other, word + "x"]), edits: pick([0, 1, 2]), prefix: pick([0, 0, 1]))
        }
    }

    private mutating func phrase() -> [PhraseTerm] {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            PhraseTerm(word(), at: UInt32.random(in: 2...6, using: &generator))
        }
    }

    /// None to all of the fields, in any order.
    private mutating func weights() -> [FieldWeight] {
        let count = Int.random(in: 0...Self.fields.count, using: &generator)
        return Self.fields.shuffled(using: &generator).prefix(count).map { FieldWeight($0, pick([0, 0.7, 1, 3])) }
    }

    private mutating func queries(_ depth: Int) -> [Query] {
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in query(depth: depth - 1) }
    }
}
