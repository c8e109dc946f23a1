import ArgumentParser
import Catalog
import Corpus
import JSONText
import Letters
import References

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The letters of the corpus.")

    @OptionGroup var corpus: CorpusLocation
    @OptionGroup var output: OutputOptions

    func run() throws {
        let letters = try corpus.open().catalog.summaries()
        output.print(
            whole: .object([("letters", .array(letters.map(Self.json)))]), records: letters.map(Self.json),
            rows: letters.map(Self.row), human: human(letters))
        if letters.isEmpty {
            throw Failure(.nothingFound, "the corpus is empty. Add letters with: kamerspoor index PATH")
        }
    }

    private static func json(_ letter: LetterSummary) -> JSONValue {
        .object([
            ("id", .string(letter.id.rawValue)), ("date", .string(letter.date)), ("title", .string(letter.title)),
            ("path", .string(letter.path)), ("words", .int(letter.words)), ("footnotes", .int(letter.footnotes)),
            ("references", .int(letter.references)), ("format", .string(letter.format.rawValue)),
            ("witnesses", .array(letter.witnesses.map(LetterJSON.witness))),
        ])
    }

    private static func row(_ letter: LetterSummary) -> [String] {
        [
            letter.id.rawValue, letter.date ?? "", letter.title ?? "", letter.path, "\(letter.words)",
            "\(letter.footnotes)", "\(letter.references)",
        ]
    }

    private func human(_ letters: [LetterSummary]) -> String {
        letters.map { letter in
            let facts = [letter.date ?? "no date", letter.title].compactMap(\.self).joined(separator: "  ")
            let counts = "\(letter.words) words, \(letter.footnotes) notes, \(letter.references) references"
            return "\(output.style.strong(letter.id.rawValue))  \(Console.printable(facts))\n"
                + "    \(counts)  \(output.style.faint(Console.printable(letter.path)))\n"
                + letter.witnesses.map { "    \(output.style.faint(Console.printable("also \($0.named)")))\n" }.joined()
        }.joined()
    }
}
