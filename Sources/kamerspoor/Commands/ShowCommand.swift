import ArgumentParser
import Catalog
import Corpus
import Integrity
import JSONText
import Letters

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A letter: head, outline, text, notes.",
        discussion: """
            Examples:
              kamerspoor show kst-31497-408
              kamerspoor show "31 497, nr. 408" --note 2
              kamerspoor show 31497-408 --section Thuiszitters
            """)

    @Argument(help: "Id of the letter, in any spelling.") var id: String
    @Option(help: "Only this section: its number from 0, or words of its heading.") var section: String?
    @Option(help: "Only this note.") var note: Int?
    @Flag(help: "The untouched text of the file.") var source = false
    @Flag(help: "The letter as JSON, as parse prints it.") var json = false
    @OptionGroup var corpus: CorpusLocation

    func run() throws {
        let corpus = try corpus.open()
        let letter = try corpus.letter(try PaperArguments.parse(id))
        let witnesses = try corpus.catalog.witnesses(of: letter.id)
        if source {
            let bytes = try corpus.catalog.source(id: letter.id) ?? []
            return Console.write(
                Console.isOutputTerminal ? Array(Console.printable(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
            )
        }
        if json {
            let findings = Verifier().verify([letter]).findings
            return Console.print(LetterJSON.value(letter, findings: findings, witnesses: witnesses).pretty(depth: 6))
        }
        if let note { return Console.print(try text(ofNote: note, letter)) }
        if let section {
            return Console.print(LetterText.section(letter, try index(ofSection: section, letter)), terminator: "")
        }
        Console.print(LetterText.whole(letter, alsoIn: witnesses.map(\.named)), terminator: "")
    }

    private func text(ofNote number: Int, _ letter: Letter) throws -> String {
        // An annex may have a note of the same number.
        let notes = letter.footnotes.filter { $0.number == number }
        guard !notes.isEmpty else {
            if letter.markers(of: number).isEmpty {
                let highest = letter.footnotes.map(\.number).max() ?? 0
                throw CorpusError.noSuchNote(number: number, id: letter.id, highest: highest)
            }
            throw Failure(
                .nothingFound,
                "note \(number) of \(letter.id) is lost: the text has its marker and not its body. "
                    + "See where with: kamerspoor trace \(letter.id) --note \(number)")
        }
        return Console.printable(notes.map(LetterText.note).joined(separator: "\n"))
    }

    private func index(ofSection wanted: String, _ letter: Letter) throws -> Int {
        if let number = Int(wanted), letter.sections.indices.contains(number) { return number }
        let words = wanted.lowercased()
        if let index = letter.sections.firstIndex(where: { $0.heading?.text.lowercased().contains(words) == true }) {
            return index
        }
        let headings = letter.sections.compactMap(\.heading?.text).joined(separator: "; ")
        throw Failure(
            .nothingFound,
            "\(letter.id) has no section '\(wanted)'. \(headings.isEmpty ? "It has no headings." : "Its headings: \(headings)")"
        )
    }
}
