import Foundation
import TestSupport
import Testing

/// Letters of every format go the same way through all commands.
@Suite struct FormatTests {
    private let bench: Workbench

    init() throws {
        bench = try Workbench()
        for name in ["kst-36410-VIII-12.xml", "kst-24447-6.xml", "kst-31497-999.html", "pdf/kst-27625-577.pdf"] {
            let file = name.split(separator: "/").last.map(String.init) ?? name
            try bench.write(try Fixture.bytes("Fixtures/formats/\(name)"), to: "letters/\(file)")
        }
    }

    private func ids() throws -> [String] {
        try bench.run("list", "--json").json(ListReply.self).letters.map(\.id).sorted()
    }

    @Test func aFolderWithAllFormatsIsIndexedAndSearched() throws {
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 0)
        #expect(outcome.text == "4 added, 0 updated, 0 unchanged\n")
        #expect(try ids() == ["kst-24447-6", "kst-27625-577", "kst-31497-999", "kst-36410-VIII-12"])
        #expect(try bench.run("search", "IJsselmeer").text.contains("kst-27625-577"))
        #expect(try bench.run("search", "samenwerkingsverband").text.contains("kst-36410-VIII-12"))
        #expect(try bench.run("show", "kst-31497-999", "--note", "1").text.contains("31 497, nr. 371"))
        #expect(try bench.run("cited-by", "kst-31497-371").text.contains("kst-31497-999"))
        #expect(try bench.run("check").status == 0)
    }

    @Test func theSourceOfALetterIsItsFile() throws {
        _ = try bench.run("index", "letters")
        let source = try bench.run("show", "kst-24447-6", "--source")
        #expect(source.text.hasPrefix("<?xml version"))
    }

    @Test func theBestFormIsReadAndTheOthersAreItsWitnesses() throws {
        try bench.write(Array("Een andere vorm.\n".utf8), to: "letters/kst-31497-999.txt")
        try bench.write(Array("Een andere vorm.\n".utf8), to: "letters/kst-24447-6.html")
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 0)
        #expect(outcome.text == "4 added, 0 updated, 0 unchanged, 2 other forms of letters\n")
        #expect(try ids().count == 4)
    }

    @Test func aChangedSidecarIsNoticed() throws {
        let letter = "Den Haag, 22 januari 2021\n\nEen zin over scholen.\n"
        try bench.write(Array(letter.utf8), to: "brief.txt")
        _ = try bench.run("index", "brief.txt")
        try bench.write(Array(#"{"id": "kst-31293-573"}"#.utf8), to: "brief.meta.json")
        #expect(try bench.run("index", "brief.txt").status == 0)
        #expect(try ids().contains("kst-31293-573"))
    }

    @Test func brokenMarkupIsAFindingAtItsLine() throws {
        try bench.write(
            Array("<?xml version=\"1.0\"?>\n<kamerstuk><al>Half <b>vet</al></kamerstuk>".utf8), to: "stuk.xml")
        let outcome = try bench.run("verify", "stuk.xml", "--rule", "identity-missing=off")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("stuk.xml:2:"))
        #expect(outcome.text.contains("format-damage"))
    }

    @Test(arguments: [
        ("%PDF-1.7\n", "m.pdf", 1, "The file is a PDF that cannot be read: "),
        ("PK\u{3}\u{4}", "m.txt", 1, "The file is a ZIP or office file, which is not read."),
        ("<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "m.xml", 2, "The file is not read: "),
        (
            "<!DOCTYPE html>\n<title>Pagina niet gevonden</title><p>Helaas", "m.html", 2,
            "The file is the error page of a web site"
        ),
    ])
    func aFileThatCannotBeReadIsAFindingThatNamesFileAndLine(
        content: String, name: String, line: Int, message: String
    ) throws {
        try bench.write(Array(content.utf8), to: "slecht/\(name)")
        let outcome = try bench.run("verify", "slecht", "--json")
        #expect(outcome.status == 3)
        let finding = try #require(try outcome.json(VerifyReply.self).findings.first)
        #expect(finding.rule == "file-unreadable")
        #expect(finding.level == "error")
        #expect(finding.path == "slecht/\(name)")
        #expect(finding.line == line)
        #expect(finding.message.hasPrefix(message))
        #expect(try bench.run("verify", "slecht").text.hasPrefix("slecht/\(name):\(line):1: error file-unreadable: "))
        _ = try bench.run("verify", "slecht", "--write-baseline", "b.jsonl")
        #expect(try bench.run("verify", "slecht", "--baseline", "b.jsonl", "--strict-baseline").status == 0)
    }

    @Test func aFileThatCannotBeReadFailsNothingWhereItsRuleIsOffOrItIsAccepted() throws {
        try bench.write(Array("PK\u{3}\u{4}".utf8), to: "slecht/m.txt")
        let outcome = try bench.run("verify", "slecht", "--rule", "file-unreadable=off")
        #expect(outcome.status == 0)
        #expect(outcome.text == "0 letters: no findings.\n")
        #expect(outcome.errors.contains("slecht/m.txt is a ZIP or office file"))
        #expect(try bench.run("verify", "slecht", "--rule", "file-unreadable=note").status == 3)
        #expect(try bench.run("verify", "slecht", "--write-baseline", "b.jsonl").status == 0)
    }

    @Test func findingsInAPDFNamePageAndLine() throws {
        let outcome = try bench.run("verify", "letters/kst-27625-577.pdf", "--closed", "--json")
        let findings = try outcome.json(VerifyReply.self).findings.filter { $0.rule == "reference-unresolved" }
        #expect(findings.map { "\($0.page) \($0.line):\($0.column)" } == ["1 45:3", "1 46:3", "2 16:34"])
        #expect(findings.last?.message.hasPrefix("Page 2: ") == true)
    }

    @Test func xmlOnStandardInputIsRecognised() throws {
        let text = "<?xml version=\"1.0\"?><kamerstuk><al>Zie Kamerstuk 31 497, nr. 371.</al></kamerstuk>"
        let outcome = try bench.run("extract", "-", input: text)
        #expect(outcome.text.contains("kst-31497-371"))
    }
}
