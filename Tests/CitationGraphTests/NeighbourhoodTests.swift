import CitationGraph
import References
import Testing

@Suite struct NeighbourhoodTests {
    private let chain = PaperGraph.of("a b", "b c", "c d", "e c", inCorpus: "a")

    @Test(arguments: [
        (PaperGraph.Direction.both, 0, ["b"]), (.both, 1, ["a", "b", "c"]), (.both, 2, ["a", "b", "c", "d", "e"]),
        (.cited, 1, ["b", "c"]), (.cited, 9, ["b", "c", "d"]), (.citing, 1, ["a", "b"]), (.citing, 9, ["a", "b"]),
    ])
    func aWalkGoesItsDepthInItsDirection(direction: PaperGraph.Direction, depth: Int, expected: [String]) {
        let reached = chain.neighbourhood(of: ["b"], depth: depth, direction: direction)
        #expect(reached.nodes.map(\.id.rawValue) == expected)
    }

    @Test func citationsAmongTheReachedPapersAreKept() {
        let reached = chain.neighbourhood(of: ["c"], depth: 1)
        #expect(reached.edges.map { "\($0.source) \($0.target)" } == ["b c", "c d", "e c"])
        #expect(chain.neighbourhood(of: ["a"], depth: 0).nodes.map(\.isInCorpus) == [true])
    }

    @Test func unknownPapersArePassedOver() {
        #expect(chain.neighbourhood(of: ["x"], depth: 3).nodes == [])
        #expect(chain.neighbourhood(of: ["x", "d"], depth: 0).nodes.map(\.id) == ["d"])
    }

    @Test(arguments: UInt64(1)...200)
    func neighbourhoodsEqualRepeatedExpansion(seed: UInt64) {
        let random = RandomGraph(seed: seed)
        let graph = random.graph
        let ids = random.ids
        guard let first = ids.first else { return }
        for direction in PaperGraph.Direction.allCases {
            for depth in 0...3 {
                var reached: Set<PaperID> = [first]
                for _ in 0..<depth {
                    reached.formUnion(
                        ids.filter { id in
                            reached.contains { known in
                                (direction != .citing && random.weight(from: known, to: id) > 0)
                                    || (direction != .cited && random.weight(from: id, to: known) > 0)
                            }
                        })
                }
                let result = graph.neighbourhood(of: [first], depth: depth, direction: direction)
                #expect(result.nodes.map(\.id) == reached.sorted())
                #expect(
                    result.edges == graph.edges.filter { reached.contains($0.source) && reached.contains($0.target) })
            }
        }
    }
}
