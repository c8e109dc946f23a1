import ArgumentParser
import Integrity
import JSONText
import Letters

struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "One letter as JSON: head, sections, notes, markers, references.",
        discussion: "Example:\n  kamerspoor parse seeds/000_5f99a5f0db07f32d.txt")

    @OptionGroup var letterOptions: LetterOptions
    @Argument(help: "A file with a letter; - reads standard input.", completion: .file()) var file: String

    @Flag(help: "JSON is what parse always prints.") var json = false

    func run() throws {
        let source = try InputFile.read(file, limit: letterOptions.maxFile)
        let letter = LetterParser().parse(source, options: try letterOptions.parserOptions())
        let report = Verifier().verify([letter])
        Console.print(LetterJSON.value(letter, findings: report.findings).pretty(depth: 6))
    }
}
