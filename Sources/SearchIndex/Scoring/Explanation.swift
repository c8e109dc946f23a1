/// Why a document scores what it scores: a value, and the parts that add up to it.
public struct Explanation: Sendable, Equatable {
    /// What was looked for, and how its value comes about.
    public var what: String
    public var value: Double
    /// Their values add up to that of the whole; none for a term or phrase.
    public var parts: [Explanation] = []

    /// A line for each part, further in than the whole.
    public var text: String { lines(depth: 0).joined(separator: "\n") }

    private func lines(depth: Int) -> [String] {
        [String(repeating: "  ", count: depth) + "\(value) \(what)"] + parts.flatMap { $0.lines(depth: depth + 1) }
    }
}

extension IndexReader {
    /// How the score of a document comes about; `nil` when it does not match.
    public func explain(_ query: Query, key: String) throws(IndexError) -> Explanation? {
        let prepared = try prepare(query)
        guard let (number, doc) = try place(of: key) else { return nil }
        return try SegmentSearch(segment: segments[number], number: number).explain(prepared, doc, schema)
    }
}

extension SegmentSearch {
    fileprivate func explain(
        _ query: PreparedQuery, _ doc: DocID, _ schema: IndexSchema
    ) throws(IndexError) -> Explanation? {
        switch query {
        case .nothing: return nil
        case .everything: return Explanation(what: "every document", value: 0)
        case .leaf(let leaf): return try explain(leaf, doc, schema)
        case .any(let parts):
            let matching = try explainAll(parts, doc, schema).compactMap { $0 }
            return matching.isEmpty ? nil : sum("any of", matching)
        case .all(let parts):
            let found = try explainAll(parts, doc, schema)
            let matching = found.compactMap { $0 }
            return matching.count == found.count && !found.isEmpty ? sum("all of", matching) : nil
        case .excluding(let included, let excluded):
            guard try explain(excluded, doc, schema) == nil else { return nil }
            return try explain(included, doc, schema)
        case .preferring(let needed, let wanted):
            guard let own = try explain(needed, doc, schema) else { return nil }
            return sum("needed and preferred", [own] + [try explain(wanted, doc, schema)].compactMap { $0 })
        case .constant(let part, let score):
            guard try explain(part, doc, schema) != nil else { return nil }
            return Explanation(what: "a constant", value: Double(score))
        case .terms, .number, .texts:
            var found: [LeafOccurrence] = []
            return try collectOccurrences(of: query, in: doc, into: &found)
                ? Explanation(what: "a filter", value: 0) : nil
        }
    }

    private func explainAll(
        _ parts: [PreparedQuery], _ doc: DocID, _ schema: IndexSchema
    ) throws(IndexError) -> [Explanation?] {
        var found: [Explanation?] = []
        for part in parts { found.append(try explain(part, doc, schema)) }
        return found
    }

    private func sum(_ what: String, _ parts: [Explanation]) -> Explanation {
        Explanation(what: what, value: parts.reduce(0) { $0 + $1.value }, parts: parts)
    }

    private func explain(
        _ leaf: Leaf, _ doc: DocID, _ schema: IndexSchema
    ) throws(IndexError) -> Explanation? {
        var total: Double = 0
        var fields: [String] = []
        for field in leaf.fields {
            guard let source = try source(field), let frequency = try source.frequency(of: doc) else { continue }
            total += Double(frequency)
            fields.append("\(schema.fields[field.number]) \(frequency)")
        }
        if fields.isEmpty { return nil }
        let words = leaf.fields[0].terms.sorted { $0.offset < $1.offset }.map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
        let what =
            "\(words.joined(separator: " ")): weight \(leaf.scorer.weight) times f / (\(BM25.k1) + f), "
            + "f = \(Float(total)) from \(fields.joined(separator: ", "))"
        return Explanation(what: what, value: Double(leaf.scorer.score(frequency: Float(total))))
    }
}
