import SearchIndex
import Testing

@testable import kamerspoor_bench

@Suite("The query syntax of the benchmark")
struct BenchmarkQueryTests {
    private func clauses(_ text: String) -> [BenchmarkQuery.Clause]? { BenchmarkQuery(text)?.clauses }

    private func clause(
        _ unit: BenchmarkQuery.Unit, _ occurrence: BenchmarkQuery.Occurrence = .should
    ) -> BenchmarkQuery.Clause {
        BenchmarkQuery.Clause(occurrence: occurrence, unit: unit)
    }

    @Test("words, phrases and prefixes, each with or without a sign")
    func units() {
        #expect(clauses("de één") == [clause(.term("de")), clause(.term("één"))])
        #expect(clauses("+de -een") == [clause(.term("de"), .must), clause(.term("een"), .mustNot)])
        #expect(clauses("\"in de kamer\"") == [clause(.phrase(["in", "de", "kamer"]))])
        #expect(clauses("+\"in de\" wet") == [clause(.phrase(["in", "de"]), .must), clause(.term("wet"))])
        #expect(clauses("-voor*") == [clause(.prefix("voor"), .mustNot)])
    }

    @Test("what is not in the syntax is no query", arguments: ["", " ", "+", "a +", "*", "\"a", "\"\"", "\" \""])
    func malformed(text: String) { #expect(BenchmarkQuery(text) == nil) }

    @Test("words beside required ones only score")
    func required() {
        let query = BenchmarkQuery("+a \"b c\" -d")?.engineQuery(field: "f")
        let needed = Query.preferring(.term(field: "f", term: "a"), with: .phrase(field: "f", words: ["b", "c"]))
        #expect(query == .excluding(needed, not: .term(field: "f", term: "d")))
    }

    @Test("a query of excluded words alone matches nothing")
    func excludedAlone() { #expect(BenchmarkQuery("-a")?.engineQuery(field: "f") == .nothing) }
}
