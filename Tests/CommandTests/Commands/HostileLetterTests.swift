import Foundation
import TestSupport
import Testing

/// A letter may hold what moves the cursor or turns the text of a terminal; the terminal must not see it.
@Suite struct HostileLetterTests {
    let bench: Workbench

    init() throws {
        bench = try Workbench()
        let hostile =
            "\u{1B}[31mrood\u{1B}[0m \u{1B}]0;titel\u{7} \u{9B}2J \u{7F} \u{8}\u{8} \u{202E}mo\u{202C} \u{2067}x\u{2069}"
        let marks = "links\u{200E}rechts\u{200F} \u{61C}mark"
        let letter = MadeLetter(
            number: 9,
            paragraphs: [
                "Kop \u{1B}[1m over de school",
                "Het schoolplein \(hostile) is groot.1 Het schoolplein \(marks) ook.2 De rest is klein.",
            ],
            notes: ["Kamerstuk 31 497, nr. 371 \(hostile)", "Zie 31 \u{1B}[1m293, nr. 573 \(hostile)"])
        try bench.write(letter, to: "letters/naam \u{1B}[2J \u{202E}.txt")
        try bench.run("index", "letters")
    }

    @Test(
        arguments: [
            ["search", "schoolplein"], ["search", "kamerstuk"], ["list"], ["cites", "31497-9"],
            ["cited-by", "31497-371"],
        ],
        ["plain", "human"])
    func listsPrintNoControlCharacters(command: [String], format: String) throws {
        let outcome = try bench.start(command + ["--format", format]).outcome()
        #expect(outcome.status == 0)
        #expect(outcome.harmfulScalars.isEmpty)
    }

    @Test(arguments: [
        ["show", "31497-9"], ["show", "31497-9", "--note", "1"], ["show", "31497-9", "--section", "0"],
        ["trace", "31497-9"], ["verify", "letters"], ["verify", "letters", "--format", "github"], ["check"],
        ["graph", "--format", "dot"], ["graph", "--format", "mermaid"], ["graph", "--format", "csv"],
    ])
    func textsPrintNoControlCharacters(command: [String]) throws {
        let outcome = try bench.start(command).outcome()
        #expect(outcome.status.map { $0 <= 1 } == true)
        #expect(outcome.harmfulScalars.isEmpty)
    }

    @Test func extractPrintsNoControlCharacters() throws {
        let text = "zie Kamerstuk 31\u{9B}497, nr. 371 en 31 497, \u{202E}nr. 371 \u{1B}[1m Kamerstuk 31 497, nr. 372"
        #expect(try bench.run("extract", input: text).harmfulScalars.isEmpty)
    }

    @Test func jsonEscapesThem() throws {
        for command in [["search", "schoolplein"], ["list"], ["cites", "31497-9"], ["trace", "31497-9"]] {
            let outcome = try bench.start(command + ["--json"]).outcome()
            #expect(outcome.status == 0)
            #expect(!outcome.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        }
    }

    @Test func messagesPrintNoControlCharacters() throws {
        for command in [["search", "\u{1B}[2Jweg"], ["show", "\u{1B}[2J"], ["parse", "\u{1B}[2J\u{202E}.txt"]] {
            let errors = try bench.start(command).outcome().errors
            #expect(!errors.isEmpty)
            #expect(!errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        }
    }

    @Test func theUntouchedTextIsUntouched() throws {
        let name = try #require(try bench.contents(of: "letters").first)
        #expect(try bench.run("show", "31497-9", "--source").output == name.value)
    }

    @Test func colourIsOurs() throws {
        for command in [["search", "schoolplein"], ["list"], ["cites", "31497-9"]] {
            let text = try bench.start(command + ["--format", "human", "--color", "always"]).outcome().text
            let rest = text.replacing(/\u{1B}\[(0|1|2|1;33)m/, with: "")
            #expect(rest != text)
            #expect(!rest.contains("\u{1B}"))
            #expect(!rest.contains("\u{FFFD}[1mkst"))
        }
    }
}
