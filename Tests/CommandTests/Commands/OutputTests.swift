import TestSupport
import Testing

/// What is printed is whole, or the exit code says that it is not.
@Suite struct OutputTests {
    @Test(arguments: ["list", "search school", "graph", "verify letters"])
    func outputThatCannotBeWrittenIsAFault(line: String) throws {
        let bench = try Workbench()
        try bench.write(MadeLetter(number: 1, "De school staat in het dorp."))
        try bench.run("index", "letters")
        let outcome = try bench.shell("kamerspoor \(line) > /dev/full")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("standard output cannot be written"))
    }

    @Test func aPaperThatIsSearchedByItsIdHasALineInAPipe() throws {
        let bench = try Workbench()
        try bench.write(MadeLetter(number: 7, "De school staat in het dorp."))
        try bench.run("index", "letters")
        let outcome = try bench.run("search", "31 497, nr. 7", "--format", "plain")
        #expect(outcome.status == 0)
        #expect(outcome.lines.first?.hasPrefix("kst-31497-7\t") == true)
    }

    @Test(arguments: [["check", "--json"], ["rebuild", "--json"], ["index", "letters", "--json"]])
    func everyCommandSpeaksJSON(arguments: [String]) throws {
        let bench = try Workbench()
        try bench.write(MadeLetter(number: 1, "De school staat in het dorp."))
        try bench.run("index", "letters")
        let outcome = try bench.start(arguments).outcome()
        #expect(outcome.status == 0)
        #expect(try outcome.json([String: AnyJSON].self).isEmpty == false)
    }

    @Test func extractReadsWhatParseReads() throws {
        let bench = try Workbench()
        try bench.write("1 Kamerstuk 31 497, nr. 371, p. 5\n2 Idem, p. 9\n", to: "noten.txt")
        let reply = try bench.run("extract", "noten.txt", "--json").json(ExtractReply.self)
        #expect(reply.references.map(\.targets) == [["kst-31497-371"], ["kst-31497-371"]])
    }

    @Test func aGuessedEncodingIsTold() throws {
        let bench = try Workbench()
        try bench.write(Array("De co".utf8) + [0xF6] + Array("peratie staat in het dorp.\n".utf8), to: "brief.txt")
        #expect(try bench.run("verify", "brief.txt").errors.contains("brief.txt is read as Windows-1252"))
        #expect(try bench.run("index", "brief.txt").errors.contains("brief.txt is read as Windows-1252"))
        #expect(try bench.run("search", "coöperatie").status == 0)
    }

    @Test func aQueryOfTooManyWordsIsRefused() throws {
        let bench = try Workbench()
        try bench.write(MadeLetter(number: 1, "De school staat in het dorp."))
        try bench.run("index", "letters")
        let words = Array(repeating: "de", count: 5_000).joined(separator: " ")
        #expect(try bench.run("search", "\"\(words)\"").status == 2)
    }

    @Test func lettersThatCiteOneAnotherAreTracedOnceEach() throws {
        let bench = try Workbench()
        for number in 1...12 {
            let notes = (1...12).filter { $0 != number }
            let text = notes.indices.map { "Een claim staat hier.\($0 + 1)" }.joined(separator: " ")
            try bench.write(
                MadeLetter(number: number, paragraphs: [text], notes: notes.map { "Kamerstuk 31 497, nr. \($0)" }))
        }
        try bench.run("index", "letters")
        let outcome = try bench.run("trace", "31497-1", "--depth", "20", "--json")
        #expect(outcome.status == 0)
        #expect(outcome.output.count < 2_000_000)
    }
}

/// Any JSON value.
private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) throws {}
}
