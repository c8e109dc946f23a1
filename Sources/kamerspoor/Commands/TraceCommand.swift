import ArgumentParser
import Catalog
import Corpus
import JSONText

struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "From a claim to its note, to the paper that the note names, and on.",
        discussion: """
            Examples:
              kamerspoor trace kst-31497-408 --note 2
              kamerspoor trace 31497-408 --depth 2 --json
              kamerspoor trace 31293-573 --backward
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case tree, json
    }

    @Argument(help: "Id of the letter, in any spelling.") var id: String
    @Option(help: "One note; all without it, and the papers that the text itself names.") var note: Int?
    @Option(help: "Papers to follow one behind the other.") var depth = 1
    @Flag(help: "Who cites this paper, with the sentence.") var backward = false
    @Option(help: "How to print: tree or json.") var format: Format = .tree
    @Flag(help: "Short for --format json.") var json = false
    @Option(help: "Colour: auto, always or never.") var color: Style.Choice = .auto
    @OptionGroup var corpus: CorpusLocation

    func run() throws {
        guard (1...20).contains(depth) else { throw Failure(.usage, "--depth is 1 to 20.") }
        let paper = try PaperArguments.parse(id)
        let corpus = try corpus.open()
        if backward {
            guard note == nil else { throw Failure(.usage, "--backward is for a whole paper; leave --note out.") }
            return try CitationList.print(
                corpus.edges(to: paper), of: paper, isInCorpus: corpus.catalog.contains(paper),
                format: json || format == .json ? .json : .human, style: Style(color))
        }
        let traces = try corpus.trace(paper, note: note, depth: depth)
        if json || format == .json {
            let values = traces.map(TraceJSON.value)
            let value = note == nil ? JSONValue.array(values) : values.first ?? .null
            return Console.print(value.pretty(depth: 6))
        }
        if traces.isEmpty { throw Failure(.nothingFound, "\(paper) has no notes and names no papers.") }
        Console.print(TraceText(style: Style(color)).tree(traces), terminator: "")
    }
}
