import CitationGraph
import References
import TestSupport
import Testing

@Suite struct PaperGraphTests {
    @Test func partsInAnyOrderGiveNodesByIDAndEdgesByTheirEnds() {
        let graph = PaperGraph.of("b c", "a c 2", "b a", inCorpus: "b a")
        #expect(graph.nodes.map(\.id) == ["a", "b", "c"])
        #expect(graph.nodes.map(\.isInCorpus) == [true, true, false])
        #expect(
            graph.edges == [
                PaperGraph.Edge(from: "a", to: "c", weight: 2), PaperGraph.Edge(from: "b", to: "a"),
                PaperGraph.Edge(from: "b", to: "c"),
            ])
    }

    @Test func edgesOfTheSamePapersBecomeOne() {
        let graph = PaperGraph.of("a b 2", "b a", "a b 3")
        #expect(graph.edges == [PaperGraph.Edge(from: "a", to: "b", weight: 5), PaperGraph.Edge(from: "b", to: "a")])
        #expect(graph.edgeCount == 2)
    }

    @Test func edgesToThePaperItselfAreLeftOutButItsNodeStays() {
        let graph = PaperGraph.of("a a 3")
        #expect(graph.nodes == [PaperGraph.Node(id: "a", isInCorpus: false)])
        #expect(graph.edges == [])
    }

    @Test func nodesOfOneIDBecomeOneWhateverTheirOrder() {
        let nodes = [
            PaperGraph.Node(id: "a", isInCorpus: false, date: "2021-06-11"),
            PaperGraph.Node(id: "a", isInCorpus: true, date: nil),
            PaperGraph.Node(id: "a", isInCorpus: false, date: "2020-01-02"),
        ]
        let expected = [PaperGraph.Node(id: "a", isInCorpus: true, date: "2020-01-02")]
        #expect(PaperGraph(nodes: nodes, edges: []).nodes == expected)
        #expect(PaperGraph(nodes: nodes.reversed(), edges: []).nodes == expected)
    }

    @Test func unknownPapersHaveNoPlaceAndNoNeighbours() {
        let graph = PaperGraph.of("a b")
        #expect(graph.position(of: "c") == nil)
        #expect(graph.inDegree(of: "c") == 0)
        #expect(graph.outNeighbours(of: "c") == [])
        #expect(PaperGraph(nodes: [], edges: []).position(of: "a") == nil)
    }

    @Test(arguments: UInt64(1)...200)
    func degreesAndNeighboursEqualThoseCountedEdgeByEdge(seed: UInt64) {
        let random = RandomGraph(seed: seed)
        let graph = random.graph
        let ids = random.ids
        #expect(graph.nodes.map(\.id) == ids)
        for id in ids {
            let cited = ids.filter { random.weight(from: id, to: $0) > 0 }
            let citing = ids.filter { random.weight(from: $0, to: id) > 0 }
            #expect(graph.position(of: id) == ids.firstIndex(of: id))
            #expect(graph.outNeighbours(of: id) == cited)
            #expect(graph.inNeighbours(of: id) == citing)
            #expect(graph.outDegree(of: id) == cited.count)
            #expect(graph.inDegree(of: id) == citing.count)
            #expect(graph.weightedInDegree(of: id) == citing.reduce(0) { $0 + random.weight(from: $1, to: id) })
            #expect(graph.edges(from: id).map(\.weight) == cited.map { random.weight(from: id, to: $0) })
            #expect(graph.edges(to: id).map(\.weight) == citing.map { random.weight(from: $0, to: id) })
        }
        #expect(graph.edges == ids.flatMap { graph.edges(from: $0) })
        #expect(graph.edgeCount == graph.edges.count)
    }

    @Test(arguments: UInt64(1)...50)
    func theOrderOfThePartsMakesNoDifference(seed: UInt64) {
        var random = RandomGraph(seed: seed)
        let first = random.graph
        var generator = SeededGenerator(seed: seed)
        random.nodes.shuffle(using: &generator)
        random.edges.shuffle(using: &generator)
        for format in GraphFormat.allCases {
            #expect(random.graph.exported(as: format) == first.exported(as: format))
        }
    }
}
