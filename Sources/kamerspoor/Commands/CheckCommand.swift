import ArgumentParser
import Corpus
import JSONText

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Every checksum and cross-link of the catalog and the index.",
        discussion: "Ends with 0 when all is well, with 3 when something is damaged.")

    @OptionGroup var corpus: CorpusLocation
    @Flag(help: "The problems as JSON.") var json = false

    func run() throws {
        let corpus = try corpus.open()
        let problems = try corpus.check()
        if json {
            Console.print(JSONValue.object([("problems", .strings(problems))]).pretty(depth: 2))
        } else {
            for problem in problems { Console.print(Console.printable(problem)) }
        }
        if !problems.isEmpty {
            throw Failure(
                .badInput, "\(problems.count) \(problems.count == 1 ? "problem" : "problems") in \(corpus.path).")
        }
        if !json { Console.print("\(corpus.path): catalog and index are whole, and agree.") }
    }
}

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Makes the index anew from the catalog.")

    @OptionGroup var corpus: CorpusLocation
    @Flag(help: "The outcome as JSON.") var json = false

    func run() throws {
        let corpus = try corpus.open()
        let count = try corpus.rebuild()
        if json { return Console.print(JSONValue.object([("letters", .int(count))]).compact) }
        Console.print("\(corpus.path): index made anew from \(count) \(count == 1 ? "letter" : "letters").")
    }
}
