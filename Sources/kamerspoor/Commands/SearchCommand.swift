public import ArgumentParser
import Corpus
import JSONText
import References
public import SearchIndex

extension QueryField: ExpressibleByArgument {}

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds letters, best first, with the sentences that match.",
        discussion: """
            Several words rank by relevance, letters with all of them first. +word must be there, -word must not, \
            "words in a row" match over line ends and notes, a AND (b OR c) NOT d combine, heading:word looks in one \
            field, =word takes the word as it is written. An id shows that paper first.

            Examples:
              kamerspoor search basisondersteuning
              kamerspoor search '"passend onderwijs" +thuiszitters' --limit 3
              kamerspoor search '31 497, nr. 408'
            """)

    @Argument(help: "What to look for; several words are one query.") var query: [String]
    @Option(help: "Letters to show.") var limit = 10
    @Option(help: "Letters to pass over.") var offset = 0
    @Option(name: .customLong("in"), help: "Looks in one field: title, heading, body or footnote.") var field:
        QueryField?
    @Option(help: "Sentences of a letter to show; the JSON has all.") var passages = 12
    @OptionGroup var corpus: CorpusLocation
    @OptionGroup var output: OutputOptions

    private var text: String { query.joined(separator: " ") }

    func run() throws {
        guard limit >= 0, offset >= 0, passages >= 0 else {
            throw Failure(.usage, "--limit, --offset and --passages are 0 or more.")
        }
        let answer: SearchAnswer
        do {
            answer = try corpus.open().search(text, in: field, limit: limit, offset: offset)
        } catch let error as QueryError {
            throw Failure(.usage, Self.pointing(error, in: text))
        }
        output.print(
            whole: SearchJSON.answer(answer, query: text), records: SearchJSON.lines(answer, query: text),
            rows: answer.hits.flatMap(Self.rows), human: human(answer))
        if answer.total == 0, answer.namedPaper?.isInCorpus != true { throw nothingFound(answer) }
    }

    /// The message, and under it the query with a caret at the place.
    private static func pointing(_ error: QueryError, in query: String) -> String {
        guard let range = error.range, !query.contains("\n"), query.count < 200 else { return error.description }
        let caret = String(repeating: " ", count: range.lowerBound) + String(repeating: "^", count: max(1, range.count))
        return "\(error.description)\n  \(query)\n  \(caret)"
    }

    private func nothingFound(_ answer: SearchAnswer) -> Failure {
        guard let paper = answer.namedPaper else {
            return Failure(.nothingFound, "no letter matches '\(text)'. Try fewer words, or see: kamerspoor list")
        }
        if paper.citedBy == 0 {
            return Failure(.nothingFound, "\(paper.id) is not in the corpus, and no letter cites it.")
        }
        return Failure(CorpusError.noSuchLetter(id: paper.id, citedBy: paper.citedBy))
    }

    /// A line a sentence: id, score, place, page, note, section, sentence.
    private static func rows(_ hit: SearchHit) -> [[String]] {
        guard !hit.passages.isEmpty else {
            return [[hit.id.rawValue, "\(hit.score)", hit.path, "", "", "", hit.title ?? ""]]
        }
        return hit.passages.map { passage in
            [
                hit.id.rawValue, "\(hit.score)", "\(hit.path):\(passage.line):\(passage.column)", "\(passage.page)",
                passage.note.map { "\($0)" } ?? "", passage.sectionHeading ?? "", passage.text,
            ]
        }
    }

    // MARK: - For people

    private func human(_ answer: SearchAnswer) -> String {
        let style = output.style
        var text = ""
        for (index, hit) in answer.hits.enumerated() {
            let count = "\(hit.occurrences) \(hit.occurrences == 1 ? "match" : "matches")"
            let facts = [count, hit.date, hit.title].compactMap(\.self).joined(separator: "  ")
            text += "\(offset + index + 1). \(style.strong(hit.id.rawValue))  \(Console.printable(facts))\n"
            text += "   \(style.faint(Console.printable(hit.path)))\n"
            for passage in hit.passages.prefix(passages) { text += human(passage, style) }
            let rest = hit.passages.count - passages
            if rest > 0 { text += style.faint("   … and \(rest) more sentences: --passages \(hit.passages.count)\n") }
            text += "\n"
        }
        if let paper = answer.namedPaper, !paper.isInCorpus, paper.citedBy > 0 {
            text +=
                "\(paper.id) is not in the corpus; \(paper.citedBy) letters cite it: kamerspoor cited-by \(paper.id)\n"
        }
        return text + "\(answer.total) \(answer.total == 1 ? "letter" : "letters"), \(answer.occurrences) matches\n"
    }

    private func human(_ passage: Passage, _ style: Style) -> String {
        var place = ["line \(passage.line)", "page \(passage.page)"]
        if let note = passage.note { place.append("note \(note)") }
        if let heading = passage.sectionHeading { place.append(heading) }
        if !passage.matched.contains(.surface) { place.append("other forms of the word") }
        let scalars = Array(passage.text.unicodeScalars)
        var text = ""
        var position = 0
        for range in passage.highlights where range.lowerBound >= position {
            text += Console.printable(Self.string(scalars[position..<range.lowerBound]))
            text += style.match(Console.printable(Self.string(scalars[range])))
            position = range.upperBound
        }
        text += Console.printable(Self.string(scalars[position...]))
        return "   \(text)\n   \(style.faint(Console.printable("(\(place.joined(separator: ", ")))")))\n"
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
