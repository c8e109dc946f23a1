import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
    static let commands = [
        "index", "search", "show", "trace", "cites", "cited-by", "graph", "verify", "rules", "parse", "extract", "list",
        "check", "rebuild",
    ]

    @Test(arguments: [("serch", "search"), ("indx", "index"), ("citedby", "cited-by"), ("verfy", "verify")])
    func aMisspelledCommandIsNamedWithTheRightOne(word: String, command: String) throws {
        let outcome = try Workbench().run(word, "x")
        #expect(outcome.status == 2)
        #expect(outcome.text == "")
        #expect(outcome.errors == "kamerspoor: '\(word)' is no command. Did you mean \(command)?\n")
    }

    @Test func aMisspelledOptionIsNamedWithTheRightOne() throws {
        let outcome = try Workbench().run("search", "x", "--limt", "3")
        #expect(outcome.status == 2)
        #expect(outcome.text == "")
        #expect(outcome.errors.hasPrefix("kamerspoor: Unknown option '--limt'. Did you mean '--limit'?\n"))
    }

    @Test(arguments: [
        ["search"], ["index"], ["show"], ["search", "x", "--limit", "veel"], ["search", "x", "--format", "xlsx"],
        ["search", "x", "--in", "headng"], ["graph", "--format", "jpeg"], ["verify"], ["parse", "a", "b"],
        ["list", "--color", "soms"], ["show", "31497-1", "--note", "een"], ["--wat"],
    ])
    func wrongUsageEndsWithTwoAndSaysWhat(arguments: [String]) throws {
        let outcome = try Workbench().start(arguments).outcome()
        #expect(outcome.status == 2)
        #expect(outcome.text == "")
        #expect(outcome.errors.hasPrefix("kamerspoor: "))
        #expect(!outcome.errors.contains("Error:"))
    }

    @Test(arguments: [["--help"], ["help"], [], ["--version"], ["help", "search"]])
    func helpAndVersionAreData(arguments: [String]) throws {
        let outcome = try Workbench().start(arguments).outcome()
        #expect(outcome.status == 0)
        #expect(!outcome.text.isEmpty)
        #expect(outcome.errors == "")
    }

    @Test(arguments: commands)
    func everyCommandHasHelp(command: String) throws {
        let outcome = try Workbench().run(command, "--help")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasPrefix("OVERVIEW: "))
        #expect(try Workbench().run("help").text.contains("  \(command) "))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreWritten(shell: String) throws {
        let outcome = try Workbench().run("--generate-completion-script", shell)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("cited-by"))
    }

    /// What the help shows is what a user tries first.
    @Test(arguments: commands)
    func everyExampleOfTheHelpRuns(command: String) throws {
        let bench = try Workbench.withSeeds()
        try bench.write(
            MadeLetter(number: 408, "Een brief zonder hoofd over Kamerstuk 31 497, nr. 371."), to: "letter.txt")
        try bench.run("verify", "seeds/", "--write-baseline", "seeds/baseline.jsonl")
        for line in try bench.run(command, "--help").text.split(separator: "\n").map({ $0.drop { $0 == " " } })
        where line.hasPrefix("kamerspoor ") || line.hasPrefix("echo ") {
            // An example of index for a letter that the seeds hold already goes to a corpus of its own.
            let corpus = command == "index" ? "'\(bench.path("ander"))'" : "'\(bench.path(".kamerspoor"))'"
            let script =
                "kamerspoor() { '\(RunningCommand.executable.path)' \"$@\"; }\nKAMERSPOOR_CORPUS=\(corpus) \n"
                + "export KAMERSPOOR_CORPUS\n\(line)\n"
            let outcome = try bench.shell(script)
            // verify ends with 1 where there are findings.
            let expected: [Int32] = line.contains("verify seeds/") ? [0, 1] : [0]
            #expect(outcome.status.map { expected.contains($0) } == true, "\(line)\n\(outcome.errors)")
            try bench.removeIfThere("ander")
        }
    }

    @Test func aReaderThatLeavesEarlyIsNoFault() throws {
        let bench = try Workbench.withSeeds()
        for command in ["search onderwijs", "list", "parse seeds/003_56a7ae6bc5fd76ed.txt", "trace 31497-408", "graph"]
        {
            let outcome = try bench.shell("'\(RunningCommand.executable.path)' \(command) | head -n 1")
            #expect(outcome.status == 0)
            #expect(outcome.lines.count == 1)
            #expect(outcome.errors == "", "\(command)")
        }
    }

    @Test func jsonIsAllThereIsOnStandardOutput() throws {
        let bench = try Workbench.withSeeds()
        let commands = [
            ["search", "school"], ["search", "nergens"], ["list"], ["cites", "31497-408"], ["cited-by", "31497-371"],
            ["cited-by", "12345-1"], ["trace", "31497-408"], ["trace", "31497-408", "--note", "2"], ["graph"],
            ["graph", "--measure", "indegree"], ["verify", "seeds"], ["rules"], ["rules", "note-missing"],
            ["show", "31497-408"], ["extract", "seeds/README.md"],
        ]
        for command in commands {
            let outcome = try bench.start(command + ["--json"]).outcome()
            #expect(throws: Never.self, "\(command)") {
                try JSONSerialization.jsonObject(with: outcome.output, options: .fragmentsAllowed)
            }
            #expect(try bench.start(command + ["--json"]).outcome().output == outcome.output)
        }
        let parsed = try bench.run("parse", "seeds/000_5f99a5f0db07f32d.txt")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: parsed.output) }
    }
}
