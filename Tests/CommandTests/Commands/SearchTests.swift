import Foundation
import TestSupport
import Testing

@Suite struct SearchTests {
    let bench: Workbench

    init() throws { bench = try .withSeeds() }

    private func search(_ arguments: String...) throws -> SearchReply {
        try bench.start(["search", "--json"] + arguments).outcome().json(SearchReply.self)
    }

    @Test func basisondersteuningStandsInFourLetters() throws {
        let outcome = try bench.run("search", "basisondersteuning", "--json")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let reply = try outcome.json(SearchReply.self)
        #expect(reply.schema == "kamerspoor.search/1")
        #expect(reply.query == "basisondersteuning")
        #expect(reply.total == 4)
        #expect(reply.occurrences == 28)
        #expect(reply.hits.map(\.occurrences).sorted(by: >) == [11, 8, 5, 4])
        #expect(reply.hits.map(\.score) == reply.hits.map(\.score).sorted(by: >))
    }

    @Test func aPassageHasItsPlaceAndItsWords() throws {
        for hit in try search("basisondersteuning").hits {
            let lines = try String(contentsOfFile: bench.path(hit.path), encoding: .utf8).components(separatedBy: "\n")
            for passage in hit.passages where passage.matched == ["surface"] {
                let scalars = Array(passage.text.unicodeScalars)
                for highlight in passage.highlights {
                    let word = String(String.UnicodeScalarView(scalars[highlight[0]..<highlight[1]]))
                    #expect(word.lowercased().replacing("-", with: "").contains("basisondersteuning"))
                }
                let rest = lines[passage.line - 1].unicodeScalars.dropFirst(passage.column - 1)
                #expect(String(rest).lowercased().hasPrefix("b"), "\(hit.path):\(passage.line):\(passage.column)")
            }
        }
    }

    @Test func ndjsonHasAHitALineAndTheSummaryLast() throws {
        struct Summary: Decodable {
            var schema: String
            var total: Int
        }
        let lines = try bench.run("search", "basisondersteuning", "--ndjson").lines
        #expect(lines.count == 5)
        let whole = try search("basisondersteuning")
        let hits = try lines.dropLast().map { try JSONDecoder().decode(SearchReply.Hit.self, from: Data($0.utf8)) }
        #expect(hits == whole.hits)
        let summary = try JSONDecoder().decode(Summary.self, from: Data((lines.last ?? "").utf8))
        #expect(summary.schema == "kamerspoor.search/1")
        #expect(summary.total == 4)
    }

    @Test func limitAndOffsetCutTheListAndNotTheTotal() throws {
        let all = try search("onderwijs").hits
        let part = try search("onderwijs", "--limit", "2", "--offset", "1")
        #expect(part.hits == Array(all[1...2]))
        #expect(part.total == all.count)
        #expect(try search("onderwijs", "--offset", "99").hits == [])
    }

    @Test func aPlainLineIsASentenceWithSevenFields() throws {
        let outcome = try bench.run("search", "basisondersteuning")
        #expect(!outcome.lines.isEmpty)
        for line in outcome.lines {
            #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 7)
        }
    }

    @Test(arguments: ["kst-31497-408", "31 497, nr. 408", "31497-408", "Kamerstuk 31 497, nr. 408"])
    func aQueryThatSpellsAnIdShowsThatPaperFirst(query: String) throws {
        let outcome = try bench.run("search", query, "--json")
        #expect(outcome.status == 0)
        #expect(try outcome.json(SearchReply.self).hits.first?.id == "kst-31497-408")
    }

    @Test func aPaperThatIsOnlyCitedIsNamedWithTheNextStep() throws {
        let outcome = try bench.run("search", "31497-371")
        #expect(outcome.text.contains("kst-31497-371") || outcome.errors.contains("kst-31497-371"))
    }

    @Test func nothingFoundEndsWithOne() throws {
        let outcome = try bench.run("search", "fietsenstalling")
        #expect(outcome.status == 1)
        #expect(outcome.text == "")
        #expect(
            outcome.errors
                == "kamerspoor: no letter matches 'fietsenstalling'. Try fewer words, or see: kamerspoor list\n")
        let json = try bench.run("search", "fietsenstalling", "--json")
        #expect(json.status == 1)
        #expect(try json.json(SearchReply.self).total == 0)
    }

    @Test func anUnclosedQuoteIsPointedAt() throws {
        let outcome = try bench.run("search", "school \"passend onderwijs", "--json")
        #expect(outcome.status == 2)
        #expect(outcome.text == "")
        #expect(
            outcome.errors == """
                kamerspoor: This quotation mark is not closed. Add a " at the end of the phrase.
                  school "passend onderwijs
                         ^

                """)
    }

    @Test func aMisspelledFieldIsNamedWithTheRightOne() throws {
        let outcome = try bench.run("search", "headng:school")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("kamerspoor: There is no field headng. Did you mean heading?\n"))
    }

    @Test(arguments: ["", "   ", "( )", "()", "AND", "school )", "(school", "\"\""])
    func aQueryThatCannotBeReadEndsWithTwo(query: String) throws {
        let outcome = try bench.run("search", query)
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.text == "")
        #expect(outcome.errors.hasPrefix("kamerspoor: "))
    }

    @Test func endlessQueriesEndInAMessage() throws {
        let deep = String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
        let wide = String(repeating: "a ", count: 20_000)
        for query in [deep, wide] {
            let outcome = try bench.run("search", query)
            #expect(outcome.status == 2)
            #expect(outcome.errors.utf8.count < 1_000)
        }
    }

    @Test func aFieldLimitsWhereWordsAreLookedFor() throws {
        let notes = try search("Kamerstuk", "--in", "footnote")
        #expect(notes.total > 0)
        #expect(notes.hits.flatMap(\.passages).allSatisfy { $0.note != nil })
        let named = try search("footnote:Kamerstuk")
        #expect(named.hits == notes.hits)
    }

    @Test func humanTextMarksMatchesWithoutColour() throws {
        let outcome = try bench.run("search", "basisondersteuning", "--format", "human")
        #expect(outcome.text.lowercased().contains("[basisondersteuning]"))
        #expect(outcome.harmfulScalars.isEmpty)
    }

    @Test func negativeNumbersAreWrongUsage() throws {
        let outcome = try bench.run("search", "school", "--limit=-1")
        #expect(outcome.status == 2)
        #expect(outcome.errors == "kamerspoor: --limit, --offset and --passages are 0 or more.\n")
    }
}
