/// A query in the syntax that all engines of the comparison are asked in: `a b` any word, `+a +b` every word, `-a` not
/// this word, `"a b"` a phrase, `pre*` words with this beginning.
///
/// Words are tokens already: lower-case runs of letters and digits.
struct BenchmarkQuery: Equatable {
    enum Occurrence {
        case should
        case must
        case mustNot
    }

    enum Unit: Equatable {
        case term(String)
        case phrase([String])
        case prefix(String)
    }

    struct Clause: Equatable {
        var occurrence: Occurrence
        var unit: Unit
    }

    /// In the order of the text; at least one.
    private(set) var clauses: [Clause] = []

    /// `nil` when the text is not in the syntax.
    init?(_ text: String) {
        var rest = text.utf8[...]
        while let first = rest.first {
            if first == UInt8(ascii: " ") {
                rest.removeFirst()
                continue
            }
            guard let clause = Self.clause(&rest) else { return nil }
            clauses.append(clause)
        }
        if clauses.isEmpty { return nil }
    }

    /// Takes one clause off the start.
    private static func clause(_ rest: inout Substring.UTF8View) -> Clause? {
        let occurrence: Occurrence
        switch rest.first {
        case UInt8(ascii: "+"): occurrence = .must
        case UInt8(ascii: "-"): occurrence = .mustNot
        default: occurrence = .should
        }
        if occurrence != .should { rest.removeFirst() }
        return unit(&rest).map { Clause(occurrence: occurrence, unit: $0) }
    }

    private static func unit(_ rest: inout Substring.UTF8View) -> Unit? {
        if rest.first == UInt8(ascii: "\"") {
            rest.removeFirst()
            guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            let words = rest[..<end].split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            rest = rest[rest.index(after: end)...]
            return words.isEmpty ? nil : .phrase(words)
        }
        let end = rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
        let word = rest[..<end]
        rest = rest[end...]
        if word.last == UInt8(ascii: "*") {
            return word.count == 1 ? nil : .prefix(String(Substring(word.dropLast())))
        }
        return word.isEmpty ? nil : .term(String(Substring(word)))
    }
}
