public import ArgumentParser
import CitationGraph
import Corpus
import JSONText
import References

extension GraphFormat: ExpressibleByArgument {}
extension PaperGraph.Measure: ExpressibleByArgument {}

struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "The citation graph, or the neighbourhood of papers.",
        discussion: """
            Examples:
              kamerspoor graph --format dot
              kamerspoor graph 31497-371 --depth 1 --format mermaid
              kamerspoor graph --measure indegree --top 5
            """)

    @Argument(help: "Papers whose neighbourhood is wanted, in any spelling; none for the whole graph.") var ids:
        [String] = []
    @Option(help: "How to print the graph: \(GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: GraphFormat = .json
    @Flag(help: "Short for --format json.") var json = false
    @Option(help: "Citations to follow from the papers.") var depth = 1
    @Option(help: "Ranks the papers: \(PaperGraph.Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
    var measure: PaperGraph.Measure?
    @Option(help: "Papers to rank.") var top = 20
    @OptionGroup var corpus: CorpusLocation

    func run() throws {
        guard depth >= 0, top >= 0 else { throw Failure(.usage, "--depth and --top are 0 or more.") }
        var graph = try corpus.open().graph()
        if !ids.isEmpty { graph = try neighbourhood(in: graph) }
        if let measure {
            rank(graph, by: measure)
        } else {
            Console.print(graph.exported(as: json ? .json : format), terminator: "")
        }
    }

    private func neighbourhood(in graph: PaperGraph) throws -> PaperGraph {
        let papers = try ids.map(PaperArguments.parse)
        for paper in papers where graph.position(of: paper) == nil {
            throw Failure(.nothingFound, "\(paper) is neither in the corpus nor cited there. See: kamerspoor list")
        }
        return graph.neighbourhood(of: papers, depth: depth)
    }

    private func rank(_ graph: PaperGraph, by measure: PaperGraph.Measure) {
        let ranked = graph.top(top, by: measure)
        if json {
            let papers = ranked.map { paper in
                JSONValue.object([
                    ("id", .string(paper.node.id.rawValue)), ("inCorpus", .bool(paper.node.isInCorpus)),
                    ("score", .double(paper.score)),
                ])
            }
            return Console.print(
                JSONValue.object([("measure", .string(measure.rawValue)), ("papers", .array(papers))]).pretty(depth: 2))
        }
        for paper in ranked {
            Console.print("\(paper.node.id)\t\(paper.score)\t\(paper.node.isInCorpus ? "in the corpus" : "")")
        }
    }
}
