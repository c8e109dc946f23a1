import CitationGraph
import References
import TestSupport

/// Parts of a graph as they may come: in any order, with edges twice, edges to themselves and papers without a node.
struct RandomGraph {
    var nodes: [PaperGraph.Node]
    var edges: [PaperGraph.Edge]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let ids = (0..<Int.random(in: 1...30, using: &random)).map { PaperID(canonical: "kst-31497-\($0)") }
        nodes = ids.filter { _ in Bool.random(using: &random) }.map {
            PaperGraph.Node(id: $0, isInCorpus: true, date: Bool.random(using: &random) ? "2021-06-11" : nil)
        }
        nodes.shuffle(using: &random)
        edges = []
        for _ in 0..<Int.random(in: 0...80, using: &random) {
            let source = ids[Int.random(in: ids.indices, using: &random)]
            let target = ids[Int.random(in: ids.indices, using: &random)]
            edges.append(PaperGraph.Edge(from: source, to: target, weight: Int.random(in: 1...4, using: &random)))
        }
    }

    var graph: PaperGraph { PaperGraph(nodes: nodes, edges: edges) }

    /// Ids of nodes and edges, ascending.
    var ids: [PaperID] {
        Set(nodes.map(\.id) + edges.flatMap { [$0.source, $0.target] }).sorted()
    }

    /// Mentions of one paper in another, counted edge by edge; 0 for a paper and itself.
    func weight(from source: PaperID, to target: PaperID) -> Int {
        source == target
            ? 0 : edges.filter { $0.source == source && $0.target == target }.reduce(0) { $0 + $1.weight }
    }
}

extension PaperGraph {
    /// A graph from edges written as `a b` or `a b 3`; papers named in `inCorpus` are in the corpus.
    static func of(_ edges: String..., inCorpus: String = "") -> PaperGraph {
        PaperGraph(
            nodes: inCorpus.split(separator: " ").map {
                Node(id: PaperID(canonical: String($0)), isInCorpus: true)
            },
            edges: edges.map { text in
                let parts = text.split(separator: " ").map(String.init)
                return Edge(
                    from: PaperID(canonical: parts[0]), to: PaperID(canonical: parts[1]),
                    weight: parts.count > 2 ? Int(parts[2]) ?? 1 : 1)
            })
    }
}

extension PaperID: ExpressibleByStringLiteral {
    init(stringLiteral value: String) { self.init(canonical: value) }
}
