import TestSupport
import Testing

@Suite struct ExtractTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    @Test(arguments: [["extract", "-"], ["extract"]])
    func standardInputIsRead(arguments: [String]) throws {
        let outcome = try bench.start(arguments, input: "zie Kamerstuk 31 497, nr. 371\n").outcome()
        #expect(outcome.status == 0)
        #expect(outcome.text == "1:5\tkamerstuk\tkst-31497-371\tKamerstuk 31 497, nr. 371\n")
    }

    @Test func jsonHasThePlaces() throws {
        let reply = try bench.run("extract", "--json", input: "één\nzie Kamerstuk 31 497, nr. 371\n").json(
            ExtractReply.self)
        #expect(reply.references.map(\.raw) == ["Kamerstuk 31 497, nr. 371"])
        #expect(reply.references.map(\.targets) == [["kst-31497-371"]])
        #expect(reply.references.map(\.line) == [2])
        #expect(reply.references.map(\.column) == [5])
    }

    @Test func aTextWithoutReferencesEndsWithOne() throws {
        let outcome = try bench.run("extract", "-", "--json", input: "niets\n")
        #expect(outcome.status == 1)
        #expect(try outcome.json(ExtractReply.self).references.isEmpty)
        #expect(outcome.errors == "kamerspoor: no references in the input.\n")
    }

    @Test func aStatusAloneIsAnAnswerInJSON() throws {
        let outcome = try bench.run("extract", "-", "--json", input: "De motie-Rog is hiermee afgedaan.\n")
        #expect(outcome.status == 0)
        #expect(try outcome.json(ExtractReply.self).references.isEmpty)
    }

    @Test func plainLinesTellStatusesInTheOrderOfTheText() throws {
        let alone = try bench.run("extract", "-", input: "De motie is hiermee afgedaan.\n")
        #expect(alone.status == 0)
        #expect(alone.text == "1:1\tafgedaan\t-\tDe motie is hiermee afgedaan.\n")
        let text = "Dit volgt.\nDe motie-Stoffer (29 398, nr. 812) is\nhiermee afgedaan. Zie 2020Z19073.\n"
        let outcome = try bench.run("extract", "-", input: text)
        #expect(
            outcome.lines == [
                "2:1\tafgedaan\tkst-29398-812\tDe motie-Stoffer (29 398, nr. 812) is hiermee afgedaan.",
                "2:19\tkamerstuk\tkst-29398-812\t29 398, nr. 812", "3:23\tzaak\t2020Z19073\t2020Z19073",
            ])
    }

    @Test func ndjsonGivesALineForALine() throws {
        let input = """
            {"text": "Kamerstuk 31 497, nr. 371"}
            {"text": "niets"}
            {"text": "Kamerstukken II 2023/24, 29 398, nr. 1080", "meer": 1}

            """
        let outcome = try bench.run("extract", "-", "--ndjson", input: input)
        #expect(outcome.status == 0)
        let replies = try outcome.jsonLines(ExtractReply.self)
        #expect(replies.map { $0.references.flatMap(\.targets) } == [["kst-31497-371"], [], ["kst-29398-1080"]])
    }

    @Test(arguments: ["kapot", "{\"txt\": \"x\"}", "{\"text\": 1}", "[]", "{\"text\": \"x\""])
    func aBrokenLineIsNamedAndTheOthersAreRead(line: String) throws {
        let outcome = try bench.run(
            "extract", "--ndjson", input: "{\"text\": \"goed\"}\n\(line)\n{\"text\": \"Kamerstuk 31 497, nr. 371\"}\n")
        #expect(outcome.status == 3)
        #expect(outcome.lines.first == "{\"references\": [], \"statuses\": []}")
        #expect(outcome.lines.dropFirst().first?.contains("\"error\": \"line 2 is no JSON object") == true)
        let replies = try outcome.jsonLines(ExtractReply.self)
        #expect(replies.map { $0.references.flatMap(\.targets) } == [[], [], ["kst-31497-371"]])
        #expect(
            outcome.errors
                == "kamerspoor: line 2 of standard input is no JSON object with a \"text\". "
                + "Write one such object a line; the others were read.\n")
    }

    @Test func hugeNumbersAreNoCrash() throws {
        let text = "Kamerstuk 99999999999999999999, nr. 4294967297 en 31 497, nr. 99999999999999999999"
        let outcome = try bench.run("extract", "--json", input: text)
        #expect(outcome.status.map { $0 <= 1 } == true)
    }

    /// Counting each column from the start of the line would take minutes here.
    @Test func everyReferenceOfALongLineHasItsColumn() throws {
        let part = "zie één Kamerstuk 31 497, nr. 371 en "
        let outcome = try bench.run("extract", input: String(repeating: part, count: 20_000))
        #expect(outcome.status == 0)
        let places = outcome.lines.map { String($0.prefix { $0 != "\t" }) }
        #expect(places == (0..<20_000).map { "1:\(part.count * $0 + 9)" })
    }

    /// Longer than a window, which must lose nothing at its ends and know its lines and columns.
    @Test func aTextOfSeveralWindowsIsReadWhole() throws {
        let line = "Zie hiervoor Kamerstuk 31 497,\nnr. 371 en de brief daarover. "
        let outcome = try bench.run("extract", input: String(repeating: line, count: 150_000))
        #expect(outcome.status == 0)
        let lines = outcome.lines
        #expect(lines.count == 150_000)
        #expect(lines.first?.hasPrefix("1:14\t") == true)
        #expect(lines.last?.hasPrefix("150000:44\t") == true)
    }

    @Test func motionsAndStatusesAreToldInJSON() throws {
        let text = "De motie-Rog c.s. (31 497, nr. 3) is hiermee afgedaan."
        let reply = try bench.run("extract", "--json", input: text).json(ExtractReply.self)
        #expect(reply.references.first?.motion?.type == "motie")
        #expect(reply.references.first?.motion?.movers == ["Rog"])
        #expect(reply.references.first?.motion?.others == true)
        #expect(reply.statuses.map(\.sentence) == [text])
        #expect(reply.statuses.map(\.targets) == [["kst-31497-3"]])
    }

    @Test func lawsAndAddressesAreReadWhereAskedFor() throws {
        let text = "artikel 24 van de Wet op de expertisecentra, zie https://example.nl/x\n"
        #expect(try bench.run("extract", input: text).status == 1)
        let outcome = try bench.run("extract", "--laws", "--addresses", input: text)
        #expect(outcome.lines.map { $0.split(separator: "\t")[1] } == ["regeling", "adres"])
    }

    @Test func placesInMarkupAreThoseOfTheFile() throws {
        try bench.write(
            "<?xml version=\"1.0\"?>\n<kamerstuk><al>Een &amp; ander.</al>\n\n<al>Zie <nadruk>ook</nadruk> Kamerstuk 31 497, nr. 3."
                + "</al></kamerstuk>", to: "stuk.xml")
        #expect(try bench.run("extract", "stuk.xml").lines.first?.hasPrefix("4:30\t") == true)
    }

    @Test func placesInAPDFAreThoseOfThePage() throws {
        try bench.write(try Fixture.bytes("Fixtures/formats/pdf/kst-27625-577.pdf"), to: "stuk.pdf")
        let reply = try bench.run("extract", "stuk.pdf", "--json").json(ExtractReply.self)
        #expect(try bench.run("extract", "stuk.pdf").lines.allSatisfy { $0.contains(#/\tpage \d$/#) })
        #expect(reply.references.map(\.line).suffix(3) == [45, 46, 16])
    }

    @Test func anotherFormatIsNamed() throws {
        let outcome = try bench.run("extract", input: "%PDF-1.4 \u{0}\u{0}\u{0}")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("is a PDF"))
    }
}
