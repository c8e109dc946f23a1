import TestSupport
import Testing

/// `parse --explain` says what the parser decided.
@Suite struct ParseTests {
    private struct Explained: Decodable {
        struct Hyphen: Decodable {
            var line: Int
            var left: String
            var right: String
            var decision: String
            var reason: String
            var result: String
        }

        struct Removal: Decodable {
            var line: Int
            var kind: String
            var text: String
        }

        var schema: String
        var hyphens: [Hyphen]?
        var removals: [Removal]?
    }

    private let text = "De samen-\nwerking van po-\nen vo-scholen is goed.\n\nkst-31497-408\n"

    @Test func everyHyphenIsListedOnALineOfItsOwn() throws {
        let bench = try Workbench()
        try bench.write(text, to: "brief.txt")
        let outcome = try bench.run("parse", "--explain", "hyphens", "brief.txt")
        #expect(outcome.status == 0)
        #expect(
            outcome.lines == [
                "1:9\tjoin\tbroken\tsamen-|werking\tsamenwerking", "2:15\tkeepWithSpace\tsuspended\tpo-|en\tpo- en",
            ])
    }

    @Test func decisionsAreJSONToo() throws {
        let bench = try Workbench()
        try bench.write(text, to: "brief.txt")
        let hyphens = try bench.run("parse", "--explain", "hyphens", "--json", "brief.txt").json(Explained.self)
        #expect(hyphens.schema == "kamerspoor.explanation/1")
        #expect(hyphens.hyphens?.map(\.result) == ["samenwerking", "po- en"])
        let removals = try bench.run("parse", "--explain", "removals", "--json", "brief.txt").json(Explained.self)
        #expect(removals.removals?.map(\.kind) == ["lineHyphen", "printersMark"])
        #expect(removals.removals?.map(\.line) == [1, 5])
    }

    @Test func anotherWordIsWrongUsage() throws {
        let outcome = try Workbench().run("parse", "--explain", "hyphen", "brief.txt")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("'hyphens'") || outcome.errors.contains("hyphens"))
    }
}
