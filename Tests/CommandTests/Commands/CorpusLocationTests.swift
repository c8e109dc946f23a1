import Foundation
import TestSupport
import Testing

@Suite struct CorpusLocationTests {
    let bench: Workbench

    init() throws {
        bench = try Workbench()
        try bench.write(MadeLetter(number: 1, "De school staat in het dorp."), to: "a.txt")
        try bench.write(MadeLetter(number: 2, "De school staat in de stad."), to: "b.txt")
    }

    @Test func withoutACorpusEveryReaderSaysHowToMakeOne() throws {
        let commands = [
            ["search", "x"], ["list"], ["check"], ["rebuild"], ["show", "31497-1"], ["trace", "31497-1"],
            ["cites", "31497-1"], ["cited-by", "31497-1"], ["graph"],
        ]
        for command in commands {
            let outcome = try bench.start(command).outcome()
            #expect(outcome.status == 3)
            #expect(outcome.text == "")
            #expect(
                outcome.errors
                    == "kamerspoor: no corpus in \(bench.folder.path). Make one with: kamerspoor index PATH\n")
        }
        #expect(!bench.exists(".kamerspoor"))
    }

    @Test func theNearestCorpusUpwardIsTaken() throws {
        try bench.run("index", "a.txt")
        try bench.makeFolder("diep/dieper")
        #expect(try bench.run("list", in: "diep/dieper").lines.count == 1)
        #expect(try bench.run("index", "../../b.txt", in: "diep/dieper").status == 0)
        #expect(!bench.exists("diep/dieper/.kamerspoor"))
        #expect(try bench.run("list").lines.count == 2)
    }

    @Test func theOptionGoesBeforeTheEnvironmentAndThatBeforeTheFolder() throws {
        try bench.run("index", "a.txt")
        try bench.run("index", "b.txt", "--corpus", "ander")
        let environment = ["KAMERSPOOR_CORPUS": bench.path("ander")]
        #expect(try bench.run("list").text.contains("kst-31497-1"))
        #expect(try bench.run("list", environment: environment).text.contains("kst-31497-2"))
        #expect(try bench.run("list", "--corpus", ".kamerspoor", environment: environment).text.contains("kst-31497-1"))
        #expect(try bench.run("list", environment: ["KAMERSPOOR_CORPUS": ""]).text.contains("kst-31497-1"))
    }

    @Test func theUsersOwnCorpusComesLast() throws {
        let data = bench.path("gegevens")
        #expect(try bench.run("index", "b.txt", "--corpus", "\(data)/kamerspoor").status == 0)
        #expect(try bench.run("list", environment: ["XDG_DATA_HOME": data]).text.contains("kst-31497-2"))
        try bench.run("index", "b.txt", "--corpus", "thuis/.local/share/kamerspoor")
        let home = ["XDG_DATA_HOME": "", "HOME": bench.path("thuis")]
        #expect(try bench.run("list", environment: home).text.contains("kst-31497-2"))
    }

    @Test func aCorpusThatIsNamedAndNotThereIsNotReplacedByAnother() throws {
        try bench.run("index", "a.txt")
        let outcome = try bench.run("list", "--corpus", "nergens")
        #expect(outcome.status == 3)
        #expect(outcome.errors == "kamerspoor: no corpus in nergens. Make one with: kamerspoor index PATH\n")
    }

    @Test func aCorpusCannotBeMadeInsideAFile() throws {
        let outcome = try bench.run("index", "a.txt", "--corpus", "b.txt/corpus")
        #expect(outcome.status == 3)
        #expect(outcome.text == "")
        #expect(outcome.errors.contains("b.txt/corpus cannot be made"))
        #expect(outcome.errors.contains("--corpus DIR"))
    }

    @Test func namesWithSpacesAreNames() throws {
        let name = "mijn map/het corpus é"
        #expect(try bench.run("index", "a.txt", "--corpus", name).status == 0)
        #expect(try bench.run("search", "school", "--corpus", name).status == 0)
        #expect(try bench.run("check", "--corpus", name).status == 0)
    }
}
