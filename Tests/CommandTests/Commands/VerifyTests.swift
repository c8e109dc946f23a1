import Foundation
import TestSupport
import Testing

@Suite struct VerifyTests {
    let bench: Workbench

    init() throws {
        bench = try Workbench()
        try bench.copySeeds()
    }

    private func verify(_ arguments: String...) throws -> Outcome {
        try bench.start(["verify", "seeds/"] + arguments).outcome()
    }

    @Test func theLostNotesOfTheSeedsAreReported() throws {
        let outcome = try verify("--json")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "")
        let reply = try outcome.json(VerifyReply.self)
        #expect(reply.schema == "kamerspoor.verify/1")
        #expect(reply.letters == 5)
        let lost = reply.findings.filter { $0.rule == "note-lost-in-extraction" }
        let numbers = Dictionary(grouping: lost, by: \.letter).mapValues { $0.flatMap(\.numbers).sorted() }
        #expect(
            numbers == [
                "kst-31497-440": Array(1...8), "kst-31293-573": [1, 2] + Array(42...49) + Array(52...56),
            ])
        #expect(lost.reduce(0) { $0 + $1.numbers.count } == 23)
        #expect(reply.findings.allSatisfy { !$0.baselined })
    }

    @Test func againstTheirBaselineTheSeedsAreClean() throws {
        let outcome = try verify("--baseline", "seeds/baseline.jsonl")
        #expect(outcome.status == 0)
        #expect(outcome.text == "5 letters: no findings. 7 findings are in the baseline.\n")
        let reply = try verify("--baseline", "seeds/baseline.jsonl", "--json").json(VerifyReply.self)
        #expect(reply.findings.count == 7)
        #expect(reply.findings.allSatisfy { $0.baselined })
    }

    @Test func aWrittenBaselineAcceptsWhatItWasWrittenFrom() throws {
        let written = try verify("--write-baseline", "nieuw.jsonl")
        #expect(written.status == 0)
        #expect(written.text == "")
        #expect(written.errors == "kamerspoor: nieuw.jsonl now accepts 7 findings.\n")
        #expect(try verify("--baseline", "nieuw.jsonl", "--strict-baseline").status == 0)
        #expect(try verify("--write-baseline", "seeds/baseline.jsonl").status == 0)
        let kept = try Fixture.bytes("seeds/baseline.jsonl")
        #expect(try Fixture.bytes(from: bench.path("seeds/baseline.jsonl")) == kept)
    }

    @Test func aStrictBaselineFailsWhenAFindingIsGone() throws {
        try bench.remove("seeds/001_d8b07f9066b1f513.txt")
        #expect(try verify("--baseline", "seeds/baseline.jsonl").status == 0)
        let outcome = try verify("--baseline", "seeds/baseline.jsonl", "--strict-baseline", "--json")
        #expect(outcome.status == 1)
        let new = try outcome.json(VerifyReply.self).findings.filter { !$0.baselined }
        #expect(new.map(\.rule) == ["suppression-unused"])
        #expect(new.first?.path == "seeds/baseline.jsonl")
    }

    @Test func aBaselineThatIsNotThereOrIsNoneEndsWithThree() throws {
        let missing = try verify("--baseline", "nergens.jsonl")
        #expect(missing.status == 3)
        #expect(
            missing.errors
                == "kamerspoor: Cannot read the baseline nergens.jsonl: there is no such file or folder. "
                + "Write one with: kamerspoor verify PATH --write-baseline nergens.jsonl\n")
        let wrong = try verify("--baseline", "seeds/README.md")
        #expect(wrong.status == 3)
        #expect(wrong.text == "")
        #expect(wrong.errors.hasPrefix("kamerspoor: seeds/README.md is no baseline"))
        #expect(try verify("--write-baseline", "nergens/b.jsonl").status == 3)
    }

    @Test(arguments: [("note", 1), ("warning", 1), ("error", 0), ("off", 0)])
    func theLevelThatFailsIsAChoice(level: String, status: Int32) throws {
        #expect(try verify("--fail-on", level).status == status)
    }

    @Test func rulesTakeALevel() throws {
        let off = try verify("--rule", "note-lost-in-extraction=off", "--json").json(VerifyReply.self)
        #expect(!off.findings.contains { $0.rule == "note-lost-in-extraction" })
        let error = try verify(
            "--rule", "note-lost-in-extraction=error", "--rule", "note-truncated=off", "--fail-on", "error", "--json")
        #expect(error.status == 1)
        let findings = try error.json(VerifyReply.self).findings
        #expect(findings.filter { $0.rule == "note-lost-in-extraction" }.allSatisfy { $0.level == "error" })
        #expect(!findings.contains { $0.rule == "note-truncated" })
    }

    @Test func aMisspelledRuleIsNamedWithTheRightOne() throws {
        let outcome = try verify("--rule", "note-misng=error")
        #expect(outcome.status == 2)
        #expect(outcome.text == "")
        #expect(outcome.errors == "kamerspoor: No rule is called “note-misng”. Did you mean note-missing?\n")
        #expect(try verify("--rule", "note-missing=ernstig").status == 2)
        #expect(try verify("--rule", "note-missing").status == 2)
        #expect(try verify("--fail-on", "ernstig").status == 2)
        #expect(try bench.run("rules", "note-misng").status == 2)
    }

    @Test func githubLinesNameFileLineAndColumn() throws {
        let outcome = try verify("--format", "github")
        #expect(outcome.status == 1)
        let notes = outcome.lines.filter { $0.hasPrefix("::") }
        #expect(notes.count == 7)
        #expect(
            notes.allSatisfy { $0.hasPrefix("::warning file=seeds/") && $0.contains(",line=") && $0.contains(",col=") })
    }

    @Test func ndjsonHasAFindingALine() throws {
        #expect(try verify("--format", "ndjson").jsonLines(VerifyReply.Finding.self).count == 7)
    }

    @Test func closedTakesTheLettersAtHandForAll() throws {
        let reply = try verify("--closed", "--json").json(VerifyReply.self)
        let unresolved = reply.findings.filter { $0.rule == "reference-unresolved" }
        #expect(!unresolved.isEmpty)
        #expect(unresolved.allSatisfy { $0.level == "error" })
        #expect(unresolved.contains { $0.message.contains("31497-371") })
        #expect(!unresolved.contains { $0.message.contains("31293-573") })
    }

    @Test func aCorpusResolvesTargets() throws {
        try bench.run("index", "seeds")
        let reply = try bench.run(
            "verify", "seeds/000_5f99a5f0db07f32d.txt", "--corpus", ".kamerspoor", "--json"
        ).json(VerifyReply.self)
        let unresolved = reply.findings.filter { $0.rule == "reference-unresolved" }
        #expect(!unresolved.isEmpty)
        #expect(unresolved.allSatisfy { $0.level == "note" })
        #expect(!unresolved.contains { $0.message.contains("31293-573") })
        let missing = try verify("--corpus", "nergens")
        #expect(missing.status == 3)
        #expect(missing.text == "")
    }

    @Test func cleanLettersEndWithZero() throws {
        try bench.write(MadeLetter(number: 1, "De school staat in het dorp."), to: "schoon/1.txt")
        let outcome = try bench.run("verify", "schoon")
        #expect(outcome.status == 0)
        #expect(outcome.text == "1 letter: no findings.\n")
    }
}
