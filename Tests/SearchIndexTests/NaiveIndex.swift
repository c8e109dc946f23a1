import Foundation

@testable import SearchIndex

/// An index that scans every document for every query: slow, and plainly right.
struct NaiveIndex {
    struct Document {
        var key: String
        var sortKey: UInt64
        var tokens: [[Token]]
        var date: Int64?
        var kinds: [String] = []
    }

    struct Token: Hashable {
        var term: String
        var position: UInt32
    }

    var fields: [String]
    var documents: [String: Document] = [:] { didSet { memo = Memo() } }
    /// What has been counted since the last change.
    private var memo = Memo()

    private final class Memo {
        var docFreqs: [String: Int] = [:]
        var averages: [Int: Float] = [:]
    }

    init(fields: [String]) { self.fields = fields }

    mutating func add(_ document: Document) { documents[document.key] = document }

    func search(_ query: Query) -> [Hit] {
        documents.values.compactMap { document in
            score(query, 1, document).map { Hit(key: document.key, score: Float($0), sortKey: document.sortKey) }
        }.sorted { left, right in
            if left.score != right.score { return left.score > right.score }
            if left.sortKey != right.sortKey { return left.sortKey > right.sortKey }
            return Array(left.key.utf8).lexicographicallyPrecedes(Array(right.key.utf8))
        }
    }

    func facets(_ query: Query, _ column: String) -> [Facet] {
        var counts: [Facet.Value: Int] = [:]
        for hit in search(query) {
            guard let document = documents[hit.key] else { continue }
            if column == "date", let date = document.date { counts[.number(date), default: 0] += 1 }
            if column == "kind" { for kind in document.kinds { counts[.text(kind), default: 0] += 1 } }
        }
        return counts.map { Facet(value: $0.key, count: $0.value) }.sorted { left, right in
            if left.count != right.count { return left.count > right.count }
            switch (left.value, right.value) {
            case (.number(let a), .number(let b)): return a < b
            case (.text(let a), .text(let b)): return a.utf8.lexicographicallyPrecedes(b.utf8)
            default: return false
            }
        }
    }

    func sorted(_ query: Query, descending: Bool) -> [String] {
        let found = search(.constant(query, score: 1)).map(\.key)
        let dated = found.enumerated().filter { documents[$0.element]?.date != nil }.sorted { left, right in
            let (a, b) = (documents[left.element]?.date ?? 0, documents[right.element]?.date ?? 0)
            return a != b ? (descending ? a > b : a < b) : left.offset < right.offset
        }
        return dated.map(\.element) + found.filter { documents[$0]?.date == nil }
    }

    /// Documents that hold a term in any of the fields.
    func docFreq(_ term: String, _ fields: Int...) -> Int { docFreq(term, fields) }

    private func docFreq(_ term: String, _ fields: [Int]) -> Int {
        let question = "\(term) \(fields)"
        if let known = memo.docFreqs[question] { return known }
        let count = documents.values.count { document in
            fields.contains { document.tokens[$0].contains { $0.term == term } }
        }
        memo.docFreqs[question] = count
        return count
    }

    private func averageLength(_ field: Int) -> Float {
        if let known = memo.averages[field] { return known }
        let lengths = documents.values.map { length($0, field) }
        let average = Float(lengths.reduce(0, +)) / Float(lengths.count { $0 > 0 })
        memo.averages[field] = average
        return average
    }

    private func number(of field: String) -> Int {
        guard let number = fields.firstIndex(of: field) else {
            preconditionFailure("the query names a field that is there")
        }
        return number
    }

    // MARK: - Matching

    /// Score of a document that matches, `nil` for one that does not.
    private func score(_ query: Query, _ boost: Float, _ document: Document) -> Double? {
        switch query {
        case .nothing: return nil
        case .everything: return 0
        case .term(let field, let term, let own):
            return score([PhraseTerm(term, at: 0)], [FieldWeight(field)], boost * own, document)
        case .phrase(let field, let terms, let own):
            return score(terms, [FieldWeight(field)], boost * own, document)
        case .near(let field, let part, let own):
            return score(part, number(of: field), boost * own, document)
        case .fields(let fields, let terms, let own):
            return score(terms, fields, boost * own, document)
        case .pattern(let field, let pattern, let constant):
            let matches = document.tokens[number(of: field)].contains { pattern.naivelyMatches($0.term) }
            return matches ? Double(constant * boost) : nil
        case .number(_, let from, let through):
            guard let date = document.date, date >= from ?? .min, date <= through ?? .max else { return nil }
            return 0
        case .texts(_, let texts):
            return document.kinds.contains(where: texts.contains) ? 0 : nil
        case .any(let parts):
            let scores = parts.compactMap { score($0, boost, document) }
            return scores.isEmpty ? nil : scores.reduce(0, +)
        case .all(let parts):
            let scores = parts.compactMap { score($0, boost, document) }
            return scores.count < parts.count || parts.isEmpty ? nil : scores.reduce(0, +)
        case .excluding(let included, let excluded):
            return score(excluded, 1, document) == nil ? score(included, boost, document) : nil
        case .preferring(let needed, let wanted):
            guard let own = score(needed, boost, document) else { return nil }
            return score(wanted, boost, document).map { own + $0 } ?? own
        case .boosted(let part, let factor):
            return score(part, boost * factor, document)
        case .constant(let part, let constant):
            return score(part, 1, document) == nil ? nil : Double(constant * boost)
        }
    }

    private func score(
        _ terms: [PhraseTerm], _ weights: [FieldWeight], _ boost: Float, _ document: Document
    ) -> Double? {
        let parts = weights.compactMap { frequency(terms, number(of: $0.field), $0.weight, document) }
        if parts.isEmpty { return nil }
        let fields = weights.map { number(of: $0.field) }
        let idf = terms.reduce(Float(0)) { sum, term in
            let n = Double(docFreq(term.term, fields))
            return sum + Float(log(1 + (Double(documents.count) - n + 0.5) / (n + 0.5)))
        }
        // Sums are kept in twice the precision, in which they do not depend on an order.
        let tf = Float(parts.reduce(Double(0)) { $0 + Double($1) })
        return Double(idf * boost * (tf / (1.2 + tf)))
    }

    private func score(_ part: NearPart, _ field: Int, _ boost: Float, _ document: Document) -> Double? {
        let count = part.naiveSpans(document.tokens[field]).count
        if count == 0 { return nil }
        var words: [String] = []
        for word in part.words where !words.contains(word) { words.append(word) }
        let idf = words.reduce(Float(0)) { sum, word in
            let n = Double(docFreq(word, [field]))
            return sum + Float(log(1 + (Double(documents.count) - n + 0.5) / (n + 0.5)))
        }
        let tf = normalized(count, field, 1, document)
        return Double(idf * boost * (tf / (1.2 + tf)))
    }

    /// What a field adds to the term frequency of a document, `nil` when the phrase is not in it.
    private func frequency(_ terms: [PhraseTerm], _ field: Int, _ weight: Float, _ document: Document) -> Float? {
        let count = starts(terms, document.tokens[field]).count
        return count == 0 ? nil : normalized(count, field, weight, document)
    }

    private func normalized(_ count: Int, _ field: Int, _ weight: Float, _ document: Document) -> Float {
        let average = averageLength(field)
        let kept = FieldNorm.length(ofByte: FieldNorm.byte(ofLength: UInt32(length(document, field))))
        return weight * Float(count) / (1 - 0.75 + 0.75 / average * Float(kept))
    }

    private func length(_ document: Document, _ field: Int) -> Int { Set(document.tokens[field].map(\.position)).count }

    /// Positions at which a phrase's lowest position stands.
    private func starts(_ terms: [PhraseTerm], _ tokens: [Token]) -> [UInt32] {
        guard let first = terms.map(\.position).min() else { return [] }
        let present = Set(tokens)
        // The phrase need not begin with a token: try every start from which one of its terms reaches a token.
        var starts: Set<UInt32> = []
        for token in present {
            for term in terms where token.position >= term.position - first {
                let start = token.position - (term.position - first)
                let isWhole = terms.allSatisfy { other in
                    present.contains(Token(term: other.term, position: start + (other.position - first)))
                }
                if isWhole { starts.insert(start) }
            }
        }
        return starts.sorted()
    }

    // MARK: - Occurrences

    func occurrences(_ query: Query, inKey key: String) -> [Occurrence] {
        guard let document = documents[key] else { return [] }
        var leaf = 0
        return (collect(query, document, &leaf) ?? []).sorted {
            let (a, b) = (number(of: $0.field), number(of: $1.field))
            return (a, $0.position, $0.leaf) < (b, $1.position, $1.leaf)
        }
    }

    private func collect(_ query: Query, _ document: Document, _ leaf: inout Int) -> [Occurrence]? {
        switch query {
        case .nothing: return nil
        case .everything: return []
        case .term(let field, let term, _):
            return collect([PhraseTerm(term, at: 0)], [field], document, &leaf)
        case .phrase(let field, let terms, _):
            return collect(terms, [field], document, &leaf)
        case .near(let field, let part, _):
            defer { leaf += 1 }
            let spans = part.naiveSpans(document.tokens[number(of: field)])
            let number = leaf
            if spans.isEmpty { return nil }
            return spans.map {
                Occurrence(field: field, position: UInt32($0.start), length: UInt32($0.end - $0.start), leaf: number)
            }
        case .fields(let fields, let terms, _):
            return collect(terms, fields.map(\.field), document, &leaf)
        case .pattern(let field, let pattern, _):
            defer { leaf += 1 }
            let number = leaf
            let tokens = Set(document.tokens[self.number(of: field)]).filter { pattern.naivelyMatches($0.term) }
            if tokens.isEmpty { return nil }
            return tokens.map { Occurrence(field: field, position: $0.position, length: 1, leaf: number) }
        case .number, .texts:
            return score(query, 1, document) == nil ? nil : []
        case .any(let parts):
            let found = parts.map { collect($0, document, &leaf) }.compactMap { $0 }
            return found.isEmpty ? nil : found.flatMap { $0 }
        case .all(let parts):
            let found = parts.map { collect($0, document, &leaf) }
            return found.contains { $0 == nil } || found.isEmpty ? nil : found.compactMap { $0 }.flatMap { $0 }
        case .excluding(let included, let excluded):
            let left = collect(included, document, &leaf)
            return collect(excluded, document, &leaf) == nil ? left : nil
        case .preferring(let needed, let wanted):
            let left = collect(needed, document, &leaf)
            let right = collect(wanted, document, &leaf)
            return left.map { $0 + (right ?? []) }
        case .boosted(let part, _), .constant(let part, _):
            return collect(part, document, &leaf)
        }
    }

    private func collect(
        _ terms: [PhraseTerm], _ fields: [String], _ document: Document, _ leaf: inout Int
    ) -> [Occurrence]? {
        defer { leaf += 1 }
        guard let first = terms.map(\.position).min(), let last = terms.map(\.position).max() else { return nil }
        let number = leaf
        let found = fields.flatMap { field in
            starts(terms, document.tokens[self.number(of: field)]).map {
                Occurrence(field: field, position: $0, length: last - first + 1, leaf: number)
            }
        }
        return found.isEmpty ? nil : found
    }
}

extension NaiveIndex.Document {
    /// The same document for the real index.
    var indexDocument: IndexDocument {
        var document = IndexDocument(key: key, sortKey: sortKey)
        for (field, tokens) in tokens.enumerated() {
            for token in tokens { document.add(token.term, at: token.position, in: field) }
        }
        if let date { document.set(date, inColumn: 0) }
        for kind in kinds { document.add(kind, toColumn: 1) }
        return document
    }
}

extension TermPattern {
    func naivelyMatches(_ term: String) -> Bool {
        switch self {
        case .prefix(let prefix): return Array(term.utf8).starts(with: Array(prefix.utf8))
        case .range(let from, let through):
            if let from, precedes(Array(term.utf8), Array(from.utf8)) { return false }
            if let through, precedes(Array(through.utf8), Array(term.utf8)) { return false }
            return true
        case .wildcard(let pattern): return Self.matches(Array(pattern)[...], Array(term)[...])
        case .similar(let wanted, let edits, let prefix):
            return term.hasPrefix(String(wanted.prefix(prefix))) && Self.distance(Array(wanted), Array(term)) <= edits
        }
    }

    private static func matches(_ pattern: ArraySlice<Character>, _ term: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return term.isEmpty }
        let rest = pattern.dropFirst()
        switch first {
        case "*": return matches(rest, term) || (!term.isEmpty && matches(pattern, term.dropFirst()))
        case "?": return !term.isEmpty && matches(rest, term.dropFirst())
        case "\\": return !rest.isEmpty && rest.first == term.first && matches(rest.dropFirst(), term.dropFirst())
        default: return first == term.first && matches(rest, term.dropFirst())
        }
    }

    /// Edits from one word to another, an exchange of neighbours counting as one.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var table = (0...a.count).map { row in (0...b.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
        for row in a.indices {
            for column in b.indices {
                var best = min(
                    table[row][column] + (a[row] == b[column] ? 0 : 1), table[row][column + 1] + 1,
                    table[row + 1][column] + 1)
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    best = min(best, table[row - 1][column - 1] + 1)
                }
                table[row + 1][column + 1] = best
            }
        }
        return table[a.count][b.count]
    }
}

extension NearPart {
    fileprivate var words: [String] {
        switch self {
        case .term(let word): [word]
        case .group(let parts, _, _): parts.flatMap(\.words)
        }
    }

    /// Where the part stands, by trying every position and every way from there.
    fileprivate func naiveSpans(_ tokens: [NaiveIndex.Token]) -> [(start: Int, end: Int)] {
        switch self {
        case .term(let word):
            return Set(tokens.filter { $0.term == word }.map { Int($0.position) }).sorted().map { ($0, $0 + 1) }
        case .group(let parts, let slop, let isOrdered):
            let spans = parts.map { $0.naiveSpans(tokens) }
            return Set(spans.joined().map(\.start)).sorted().compactMap { start in
                let ends =
                    isOrdered
                    ? Self.orderedEnds(spans[...], from: start, first: true)
                    : Self.anyEnds(spans[...], from: start, latest: start)
                guard let end = ends.min(), end - start <= words.count + Int(slop) else { return nil }
                return (start, end)
            }
        }
    }

    /// Ends of all ways to place the parts one after another.
    private static func orderedEnds(
        _ parts: ArraySlice<[(start: Int, end: Int)]>, from start: Int, first: Bool
    ) -> Set<Int> {
        guard let next = parts.first else { return [start] }
        return next.filter { first ? $0.start == start : $0.start >= start }.reduce(into: []) { ends, span in
            ends.formUnion(orderedEnds(parts.dropFirst(), from: span.end, first: false))
        }
    }

    private static func anyEnds(
        _ parts: ArraySlice<[(start: Int, end: Int)]>, from start: Int, latest: Int
    ) -> Set<Int> {
        guard let next = parts.first else { return [latest] }
        return next.filter { $0.start >= start }.reduce(into: []) { ends, span in
            ends.formUnion(anyEnds(parts.dropFirst(), from: start, latest: max(latest, span.end)))
        }
    }
}
