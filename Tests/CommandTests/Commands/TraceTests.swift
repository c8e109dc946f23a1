import Foundation
import TestSupport
import Testing

@Suite struct TraceTests {
    let bench: Workbench

    init() throws { bench = try .withSeeds() }

    @Test func noteTwoEndsInTheLetterThatItNames() throws {
        let outcome = try bench.run("trace", "kst-31497-408", "--note", "2", "--json")
        #expect(outcome.status == 0)
        let trace = try outcome.json(TraceReply.self)
        #expect(trace.paper == "kst-31497-408")
        #expect(trace.note == 2)
        #expect(trace.claim?.text.hasPrefix("In antwoord op de motie van de leden Rog en Van Meenen") == true)
        #expect(trace.claim?.text.hasSuffix("bestaan.") == true)
        #expect(trace.claim?.section?.hasPrefix("Samenwerking speciaal en regulier onderwijs") == true)
        #expect(trace.claim?.line == 19)
        #expect(trace.footnote?.text == "Kamerstuk 31 293, nr. 573")
        #expect(trace.footnote?.line == 28)
        #expect(trace.targets.map(\.id) == ["kst-31293-573"])
        #expect(trace.targets.first?.inCorpus == true)
        let opening = try #require(trace.targets.first?.opening)
        let source = try String(contentsOfFile: Fixture.seed("003"), encoding: .utf8)
        #expect(opening.count > 100)
        #expect(source.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(opening.prefix(40)))
    }

    @Test func theTreeShowsClaimNoteAndOpening() throws {
        let outcome = try bench.run("trace", "31 497, nr. 408", "--note", "2")
        #expect(outcome.status == 0)
        #expect(outcome.lines.first == "kst-31497-408, note 2")
        for word in ["claim", "note", "→ kst-31293-573", "opens", "holds"] { #expect(outcome.text.contains(word)) }
        #expect(outcome.harmfulScalars.isEmpty)
    }

    @Test func withoutANoteAllAreTracedInTheOrderOfTheText() throws {
        let traces = try bench.run("trace", "kst-31497-408", "--json").json([TraceReply].self)
        #expect(traces.compactMap(\.note) == Array(1...12))
        #expect(traces.contains { $0.note == nil && $0.targets.contains { $0.id == "kst-31497-391" } })
    }

    @Test func aLostNoteHasAClaimAndNoBody() throws {
        let trace = try bench.run("trace", "kst-31497-440", "--note", "3", "--json").json(TraceReply.self)
        #expect(trace.claim != nil)
        #expect(trace.footnote == nil)
        #expect(trace.targets.isEmpty)
        let text = try bench.run("trace", "kst-31497-440", "--note", "3").text
        #expect(text.contains("lost: the file has the marker and not the body of this note"))
    }

    @Test func aCutNoteSaysSo() throws {
        #expect(
            try bench.run("trace", "kst-31293-573", "--note", "6").text.contains("it breaks off at the end of its page")
        )
    }

    @Test func aNoteThatIsNotThereIsNamedWithTheHighest() throws {
        let outcome = try bench.run("trace", "kst-31497-408", "--note", "13")
        #expect(outcome.status == 1)
        #expect(
            outcome.errors
                == "kamerspoor: kst-31497-408 has no note 13; its notes run to 12. "
                + "List them with: kamerspoor trace kst-31497-408\n")
    }

    @Test func aPaperThatIsOnlyCitedIsNamedWithItsCiters() throws {
        let outcome = try bench.run("trace", "31497-371", "--json")
        #expect(outcome.status == 1)
        #expect(outcome.text == "")
        #expect(
            outcome.errors
                == "kamerspoor: kst-31497-371 is not in the corpus, but 2 of its letters cite it. "
                + "See where with: kamerspoor cited-by kst-31497-371\n")
    }

    @Test(arguments: ["31497-4O8", "kst-31497-4O8"])
    func aMisspelledIdGetsASuggestion(id: String) throws {
        let outcome = try bench.run("trace", id)
        #expect(outcome.status == 2)
        #expect(outcome.errors == "kamerspoor: '\(id)' is no id of a paper. Did you mean kst-31497-408?\n")
    }

    @Test func backwardShowsWhoCitesThePaper() throws {
        let backward = try bench.run("trace", "31293-573", "--backward", "--json")
        #expect(backward.text == (try bench.run("cited-by", "31293-573", "--json").text))
        #expect(try backward.json(CitesReply.self).edges.map(\.from) == ["kst-31497-408"])
        #expect(try bench.run("trace", "31293-573", "--backward", "--note", "1").status == 2)
    }

    @Test func depthIsLimited() throws {
        for depth in ["0", "21", "x"] { #expect(try bench.run("trace", "31497-408", "--depth", depth).status == 2) }
        let deep = try bench.run("trace", "31497-408", "--note", "2", "--depth", "2", "--json").json(TraceReply.self)
        #expect(deep.targets.first?.traces.isEmpty == false)
    }
}
