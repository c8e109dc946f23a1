import Foundation
import TestSupport
import Testing

/// Folders that hold letters in several forms.
@Suite struct WitnessCommandTests {
    private struct Listed: Decodable {
        struct Form: Decodable, Equatable {
            var path: String
            var format: String
        }
        var id: String
        var format: String
        var witnesses: [Form]
    }

    private let bench: Workbench

    init() throws { bench = try Workbench() }

    private func copy(_ fixture: String, to name: String) throws {
        try bench.write(try Fixture.bytes("Fixtures/formats/\(fixture)"), to: name)
    }

    private func listed() throws -> [String] {
        try bench.run("list", "--ndjson").jsonLines(Listed.self).map { letter in
            "\(letter.id) \(letter.format) "
                + letter.witnesses.map { "\($0.format) \($0.path)" }.joined(separator: ", ")
        }
    }

    /// A plain-text letter that names itself at its foot.
    private let text = """
        Den Haag, 1 februari 2022

        Zoals toegezegd informeer ik u over passend onderwijs.

        Tweede Kamer, vergaderjaar 2021–2022, 31 497, nr. 999                                1

        """

    @Test func formsAreMatchedByWhatTheySayTheyAre() throws {
        try copy("kst-31497-999.html", to: "letters/web/pagina.html")
        try bench.write(text, to: "letters/tekst/een-brief.txt")
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 0)
        #expect(outcome.text == "1 added, 0 updated, 0 unchanged, 1 other form of a letter\n")
        #expect(try listed() == ["kst-31497-999 html text letters/tekst/een-brief.txt"])
        #expect(try bench.run("index", "letters").text == "0 added, 0 updated, 1 unchanged, 1 other form of a letter\n")
        #expect(try bench.run("show", "kst-31497-999").text.contains("also     letters/tekst/een-brief.txt\n"))
        #expect(try bench.run("show", "kst-31497-999", "--json").text.contains("\"witnesses\""))
        #expect(try bench.run("check").status == 0)
    }

    @Test func aBetterFormThatComesLaterReplacesThePoorerOne() throws {
        try bench.write(text, to: "letters/brief.txt")
        _ = try bench.run("index", "letters")
        try copy("kst-31497-999.html", to: "letters/brief.html")
        #expect(try bench.run("index", "letters").text == "0 added, 1 updated, 0 unchanged, 1 other form of a letter\n")
        #expect(try listed() == ["kst-31497-999 html text letters/brief.txt"])
        #expect(try bench.run("search", "leerlingen").text.contains("kst-31497-999"))
    }

    @Test func aFormThatDoesNotSayWhichPaperItIsIsMatchedByItsName() throws {
        try bench.write("Den Haag, 1 februari 2022\n\nEen zin over iets.\n", to: "letters/brief.txt")
        _ = try bench.run("index", "letters")
        #expect(try listed().count == 1)
        try copy("kst-31497-999.html", to: "letters/brief.html")
        _ = try bench.run("index", "letters")
        #expect(try listed() == ["kst-31497-999 html text letters/brief.txt"])
        #expect(try bench.run("check").status == 0)
    }

    @Test func filesOfOneNameThatSayTheyAreDifferentPapersAreTwoLetters() throws {
        try copy("kst-31497-999.html", to: "letters/brief.html")
        try copy("kst-24447-6.xml", to: "letters/brief.xml")
        #expect(try bench.run("index", "letters").text == "2 added, 0 updated, 0 unchanged\n")
        #expect(try listed() == ["kst-24447-6 legacyXML ", "kst-31497-999 html "])
        #expect(try bench.run("index", "letters").text == "0 added, 0 updated, 2 unchanged\n")
    }

    @Test func whereTheBestFormCannotBeReadTheNextIs() throws {
        try bench.write("<!DOCTYPE x [<!ENTITY a \"b\">]>\n<kamerstuk/>", to: "letters/kst-31497-999.xml")
        try copy("kst-31497-999.html", to: "letters/kst-31497-999.html")
        let outcome = try bench.run("index", "letters")
        #expect(outcome.text == "1 added, 0 updated, 0 unchanged, 1 not taken in\n")
        #expect(try listed() == ["kst-31497-999 html "])
    }

    @Test func aPoorerFormThatCannotBeReadIsToldAndNoFailure() throws {
        try copy("kst-36410-VIII-12.xml", to: "letters/kst-x.xml")
        try copy("pdf/encrypted.pdf", to: "letters/kst-x.pdf")
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 0)
        #expect(outcome.text == "1 added, 0 updated, 0 unchanged, 1 other form of a letter not read\n")
        #expect(
            outcome.errors.contains(
                "letters/kst-x.pdf is a PDF that cannot be read: it is encrypted and needs a password. "
                    + "Name a file with its text instead. It is another form of kst-36410-VIII-12, which is there.\n"))
        #expect(try listed() == ["kst-36410-VIII-12 xml "])
        let again = try bench.run("index", "letters", "--json")
        #expect(again.status == 0)
        #expect(again.text.contains(#""unreadForms": ["letters/kst-x.pdf"]"#))
    }

    @Test func verifyReadsTheNextFormWhereTheBestCannotBeRead() throws {
        try bench.write("<!DOCTYPE x [<!ENTITY a \"b\">]>\n<kamerstuk/>", to: "letters/kst-31497-999.xml")
        try copy("kst-31497-999.html", to: "letters/kst-31497-999.html")
        let outcome = try bench.run("verify", "letters", "--json")
        #expect(outcome.status == 3)
        let reply = try outcome.json(VerifyReply.self)
        #expect(reply.letters == 1)
        #expect(reply.findings.map(\.rule).contains("file-unreadable"))
    }

    @Test func verifyTakesTheBestFormAndTheOthersForItsWitnesses() throws {
        try copy("kst-31497-999.html", to: "letters/web/pagina.html")
        try bench.write(text, to: "letters/tekst/een-brief.txt")
        try bench.write("Den Haag, 1 februari 2022\n\nEen zin over iets.\n", to: "letters/web/pagina.txt")
        let outcome = try bench.run("verify", "letters", "--json")
        let reply = try outcome.json(VerifyReply.self)
        #expect(reply.letters == 1)
        #expect(!reply.findings.contains { $0.rule == "identity-duplicate" })
        #expect(Set(reply.findings.map(\.path)).subtracting(["letters/web/pagina.html"]) == [])
        #expect(outcome.errors == "kamerspoor: 2 other forms of letters are not verified\n")
    }

    @Test func verifyReadsFilesOfOneNameThatAreDifferentPapers() throws {
        try copy("kst-31497-999.html", to: "letters/brief.html")
        try copy("kst-24447-6.xml", to: "letters/brief.xml")
        #expect(try bench.run("verify", "letters", "--json").json(VerifyReply.self).letters == 2)
    }

    @Test func verifyTellsAPoorerFormThatCannotBeReadAndDoesNotFail() throws {
        try copy("kst-36410-VIII-12.xml", to: "letters/kst-x.xml")
        try copy("pdf/encrypted.pdf", to: "letters/kst-x.pdf")
        let outcome = try bench.run("verify", "letters", "--fail-on", "off")
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasSuffix("It is another form of kst-36410-VIII-12, which is there.\n"))
    }

    @Test func whenTheBestFormIsGoneTheNextIsTheLetter() throws {
        try copy("kst-31497-999.html", to: "letters/brief.html")
        try bench.write(text, to: "letters/brief.txt")
        _ = try bench.run("index", "letters")
        try bench.remove("letters/brief.html")
        let outcome = try bench.run("index", "letters", "--prune")
        #expect(outcome.text == "1 added, 0 updated, 0 unchanged, 1 removed\n")
        #expect(try listed() == ["kst-31497-999 text "])
        #expect(try bench.run("search", "toegezegd").text.contains("kst-31497-999"))
        #expect(try bench.run("check").status == 0)
    }
}
