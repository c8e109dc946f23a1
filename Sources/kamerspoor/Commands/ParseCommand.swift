import ArgumentParser
import Integrity
import JSONText
import Letters

struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "One letter as JSON: head, sections, notes, markers, references.",
        discussion: """
            With --explain it lists instead what the parser decided: of every hyphen at a line's end whether it was a \
            break, and why; or every stretch of the file that stands in no text of the letter, and what it is.

            Examples:
              kamerspoor parse seeds/000_5f99a5f0db07f32d.txt
              kamerspoor parse --explain hyphens seeds/000_5f99a5f0db07f32d.txt
              kamerspoor parse --explain removals --json seeds/000_5f99a5f0db07f32d.txt
            """)

    enum Explained: String, CaseIterable, ExpressibleByArgument {
        case hyphens, removals
    }

    @OptionGroup var letterOptions: LetterOptions
    @Argument(help: "A file with a letter; - reads standard input.", completion: .file()) var file: String

    @Option(help: "Lists decisions instead of the letter: hyphens or removals.") var explain: Explained?
    @Flag(help: "JSON is what parse always prints, but for --explain.") var json = false

    func run() throws {
        let source = try InputFile.read(file, limit: letterOptions.maxFile)
        let options = try letterOptions.parserOptions()
        if let explain { return print(explain, LetterParser().explain(source, options: options)) }
        let letter = LetterParser().parse(source, options: options)
        let report = Verifier().verify([letter])
        Console.print(LetterJSON.value(letter, findings: report.findings).pretty(depth: 6))
    }

    private func print(_ explained: Explained, _ explanation: LetterParser.Explanation) {
        if json { return Console.print(ExplanationJSON.value(explained, explanation).pretty(depth: 2)) }
        switch explained {
        case .hyphens:
            for hyphen in explanation.hyphens {
                line(
                    hyphen.place, hyphen.outcome.rawValue, hyphen.reason.rawValue, hyphen.left + "-|" + hyphen.right,
                    hyphen.result)
            }
        case .removals:
            for removal in explanation.removals { line(removal.place, removal.kind.rawValue, removal.text) }
        }
    }

    /// One record, tab-separated.
    private func line(_ place: Place, _ fields: String...) {
        Console.print(Console.printable((["\(place.line):\(place.column)"] + fields).joined(separator: "\t")))
    }
}
