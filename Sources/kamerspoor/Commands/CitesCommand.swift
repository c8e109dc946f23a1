import ArgumentParser
import Catalog
import Corpus
import References

struct CitesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cites", abstract: "The papers that a letter cites, with the sentence of each mention.",
        discussion: "Example:\n  kamerspoor cites kst-31497-408")

    @Argument(help: "Id of the letter, in any spelling.") var id: String
    @OptionGroup var corpus: CorpusLocation
    @OptionGroup var output: OutputOptions

    func run() throws {
        let paper = try PaperArguments.parse(id)
        let corpus = try corpus.open()
        try CitationList.print(
            corpus.edges(from: paper), of: paper, isInCorpus: true, format: output.chosen, style: output.style)
    }
}

struct CitedByCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cited-by", abstract: "The letters that cite a paper, with the sentence of each mention.",
        discussion: "The paper need not be in the corpus. Example:\n  kamerspoor cited-by 31497-371")

    @Argument(help: "Id of the paper, in any spelling.") var id: String
    @OptionGroup var corpus: CorpusLocation
    @OptionGroup var output: OutputOptions

    func run() throws {
        let paper = try PaperArguments.parse(id)
        let corpus = try corpus.open()
        try CitationList.print(
            corpus.edges(to: paper), of: paper, isInCorpus: corpus.catalog.contains(paper), format: output.chosen,
            style: output.style)
    }
}
