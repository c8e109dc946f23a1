import Foundation
import TestSupport
import Testing

@Suite struct IndexTests {
    let bench: Workbench

    init() throws {
        bench = try Workbench()
        for number in 1...3 { try bench.write(MadeLetter(number: number, "De school staat in het dorp.")) }
    }

    private func list() throws -> [ListedLetter] { try bench.run("list", "--ndjson").jsonLines(ListedLetter.self) }

    @Test func theFirstRunMakesACorpusAndSaysSo() throws {
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 0)
        #expect(outcome.text == "3 added, 0 updated, 0 unchanged\n")
        #expect(
            outcome.errors == """
                kamerspoor: a new corpus in .kamerspoor
                kamerspoor: now search it with: kamerspoor search WORDS

                """)
        #expect(try list().map(\.id) == ["kst-31497-1", "kst-31497-2", "kst-31497-3"])
    }

    @Test func theSecondRunChangesNothing() throws {
        try bench.run("index", "letters")
        let before = try list()
        let outcome = try bench.run("index", "letters")
        #expect(outcome.text == "0 added, 0 updated, 3 unchanged\n")
        #expect(outcome.errors == "")
        #expect(try list() == before)
    }

    @Test func aChangedFileIsUpdated() throws {
        try bench.run("index", "letters")
        try bench.write(MadeLetter(number: 2, "De fietsenstalling is vol en de school ook."))
        #expect(try bench.run("index", "letters").text == "0 added, 1 updated, 2 unchanged\n")
        let reply = try bench.run("search", "fietsenstalling", "--json").json(SearchReply.self)
        #expect(reply.hits.map(\.id) == ["kst-31497-2"])
        #expect(try bench.run("search", "dorp", "--json").json(SearchReply.self).total == 2)
    }

    @Test func aFileThatHoldsAnotherLetterTakesThePlaceOfTheOld() throws {
        try bench.run("index", "letters")
        try bench.write(MadeLetter(number: 9, "De gemeente betaalt."), to: "letters/kst-31497-2.txt")
        #expect(try bench.run("index", "letters").status == 0)
        #expect(try list().map(\.id) == ["kst-31497-1", "kst-31497-3", "kst-31497-9"])
        #expect(try bench.run("search", "dorp", "--json").json(SearchReply.self).total == 2)
        #expect(try bench.run("check").status == 0)
    }

    @Test func forceReadsUnchangedFilesAgain() throws {
        try bench.run("index", "letters")
        #expect(try bench.run("index", "letters", "--force").text == "0 added, 3 updated, 0 unchanged\n")
    }

    @Test func pruneForgetsFilesThatAreGone() throws {
        try bench.run("index", "letters")
        try bench.remove("letters/kst-31497-1.txt")
        #expect(try bench.run("index", "letters").text == "0 added, 0 updated, 2 unchanged\n")
        #expect(try list().count == 3)
        #expect(try bench.run("index", "letters", "--prune").text == "0 added, 0 updated, 2 unchanged, 1 removed\n")
        #expect(try list().map(\.id) == ["kst-31497-2", "kst-31497-3"])
        #expect(try bench.run("search", "dorp", "--json").json(SearchReply.self).total == 2)
        #expect(try bench.run("check").status == 0)
    }

    @Test func pruneLeavesLettersOutsideTheNamedFolders() throws {
        try bench.write(MadeLetter(number: 7, "Elders staat ook een school."), to: "lettersElders/7.txt")
        try bench.run("index", "letters", "lettersElders")
        try bench.remove("lettersElders")
        try bench.remove("letters/kst-31497-1.txt")
        #expect(try bench.run("index", "letters", "--prune").text.hasSuffix("1 removed\n"))
        #expect(try list().map(\.id) == ["kst-31497-2", "kst-31497-3", "kst-31497-7"])
    }

    @Test func pruneCanEmptyAFolder() throws {
        try bench.run("index", "letters")
        for number in 1...3 { try bench.remove("letters/kst-31497-\(number).txt") }
        let outcome = try bench.run("index", "letters", "--prune")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasSuffix("3 removed\n"))
        #expect(try bench.run("list").status == 1)
        #expect(try bench.run("search", "school").status == 1)
    }

    @Test func aDryRunSaysWhatWouldBeAndChangesNothing() throws {
        try bench.run("index", "letters")
        try bench.write(MadeLetter(number: 2, "De fietsenstalling is vol."))
        try bench.write(MadeLetter(number: 4, "Een nieuwe brief."))
        let before = try list()
        let index = try bench.contents(of: ".kamerspoor/index")
        let outcome = try bench.run("index", "letters", "--dry-run")
        #expect(outcome.status == 0)
        #expect(outcome.text == "would be: 1 added, 1 updated, 2 unchanged\n")
        #expect(try list() == before)
        #expect(try bench.contents(of: ".kamerspoor/index") == index)
        #expect(try bench.run("search", "fietsenstalling").status == 1)
    }

    @Test func aDryRunWithoutACorpusMakesNone() throws {
        let outcome = try bench.run("index", "letters", "--dry-run")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasPrefix("would be: "))
        #expect(outcome.text.hasSuffix(" added, 0 updated, 0 unchanged\n"))
        #expect(!bench.exists(".kamerspoor"))
    }

    @Test func aDryRunWithoutACorpusRefusesWhatTheRunWouldRefuse() throws {
        let dry = try bench.run("index", "letters", "--id", "31293-620", "--dry-run")
        let wet = try bench.run("index", "letters", "--id", "31293-620")
        #expect(dry.status == wet.status && dry.status == 2)
        #expect(wet.errors.hasSuffix(dry.errors))
    }

    // MARK: - What the user knows of a letter

    @Test func idDateAndTitleOfASingleFileAreTaken() throws {
        try bench.write("Een tekst zonder hoofd over de school.\n", to: "los.txt")
        let outcome = try bench.run(
            "index", "los.txt", "--id", "31 293, nr. 620", "--date", "2022-02-03", "--title", "Over de school")
        #expect(outcome.status == 0)
        let letter = try #require(try list().first)
        #expect(letter.id == "kst-31293-620")
        #expect(letter.date == "2022-02-03")
        #expect(letter.title == "Over de school")
        #expect(letter.path == "los.txt")
        #expect(try bench.run("search", "title:school", "--json").json(SearchReply.self).total == 1)
    }

    @Test(arguments: [["--id", "31293-620"], ["--date", "2022-02-03"], ["--title", "Brief"]])
    func theyAreForASingleFileOnly(option: [String]) throws {
        let outcome = try bench.start(
            ["index", "letters/kst-31497-1.txt", "letters/kst-31497-2.txt"] + option
        ).outcome()
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.hasSuffix(
                "kamerspoor: --id, --date and --title are for a single file, but 2 were named. "
                    + "Index that file by itself.\n"))
    }

    @Test func aLeapDayIsADate() throws {
        #expect(try bench.run("index", "letters/kst-31497-1.txt", "--date", "2024-02-29").status == 0)
    }

    @Test(arguments: [
        "2022-13-01", "2022-02-30", "2023-02-29", "1900-02-29", "2022-04-31", "2022-00-10", "03-02-2022", "gisteren",
        "2022-2-3",
    ])
    func aDateThatIsNoneIsRefused(date: String) throws {
        let outcome = try bench.run("index", "letters/kst-31497-1.txt", "--date", date)
        #expect(outcome.status == 2)
        #expect(outcome.errors == "kamerspoor: '\(date)' is no date. Write it as 2021-06-11.\n")
        #expect(!bench.exists(".kamerspoor"))
    }

    // MARK: - Threads

    @Test func anyNumberOfThreadsGivesTheSameCorpus() throws {
        let words = ["school", "dorp", "leraar", "klas", "ouder"]
        for number in 10..<90 {
            let text = (0..<(number % 7 + 2)).map { "De \(words[($0 * number) % 5]) nummer \($0)." }
            try bench.write(MadeLetter(number: number, paragraphs: text))
        }
        var answers: [String] = []
        for (corpus, threads) in [("een", "1"), ("twee", "2"), ("acht", "8"), ("weer", "2")] {
            #expect(try bench.run("index", "letters", "--corpus", corpus, "--threads", threads).status == 0)
            let search = try bench.run("search", "school leraar", "--json", "--corpus", corpus, "--limit", "100").text
            answers.append(
                try search + bench.run("list", "--corpus", corpus).text
                    + bench.run(
                        "graph", "--corpus", corpus
                    ).text)
        }
        #expect(Set(answers).count == 1)
    }

    @Test(arguments: ["0", "-1", "257", "veel"])
    func threadsHaveALimit(threads: String) throws {
        let outcome = try bench.run("index", "letters", "--threads=\(threads)")
        #expect(outcome.status == 2)
        #expect(!bench.exists(".kamerspoor"))
    }

    @Test func progressGoesToStandardError() throws {
        for kind in ["auto", "json", "off"] {
            let outcome = try bench.run("index", "letters", "--progress", kind, "--force")
            #expect(outcome.status == 0)
            #expect(outcome.lines.count == 1)
        }
    }
}
