import CitationGraph
import References
import Testing

@Suite struct PageRankTests {
    @Test func anEmptyGraphHasNoScores() {
        let rank = PaperGraph(nodes: [], edges: []).pageRank()
        #expect(rank.scores == [])
        #expect(rank.hasConverged)
    }

    @Test func twoPapersThatCiteEachOtherShareAlike() {
        #expect(PaperGraph.of("a b", "b a").pageRank().scores.allSatisfy { abs($0 - 0.5) < 1e-12 })
    }

    /// By hand: a = 0.15/2 + 0.85 b/2 and b = a + 0.85 a, since b is dangling.
    @Test func aCitedPaperThatCitesNothingHasItsShareByHand() {
        let scores = PaperGraph.of("a b").pageRank().scores
        let cited = 1.85 / 2.85
        #expect(abs(scores[0] - (1 - cited)) < 1e-9)
        #expect(abs(scores[1] - cited) < 1e-9)
    }

    /// By hand, as four linear equations: d = 0.15/4; a = d + 0.85 c; b = d + 0.85 a/2; c = d + 0.85 (a/2 + b + d).
    @Test func aKnownGraphHasItsKnownScores() {
        let scores = PaperGraph.of("a b", "a c", "b c", "c a", "d c").pageRank().scores
        let expected = [0.372526, 0.195824, 0.394150, 0.0375]
        for (score, value) in zip(scores, expected) { #expect(abs(score - value) < 1e-5) }
    }

    @Test func aPaperMentionedThreeTimesGetsThreeShares() {
        let scores = PaperGraph.of("a b 3", "a c 1", "b a", "c a").pageRank().scores
        let base = 0.15 / 3
        #expect(abs((scores[1] - base) - 3 * (scores[2] - base)) < 1e-9)
    }

    @Test func tooFewRoundsAreSaid() {
        let rank = PaperGraph.of("a b", "b c", "d c").pageRank(maxRounds: 2)
        #expect(rank.rounds == 2)
        #expect(!rank.hasConverged)
    }

    @Test(arguments: UInt64(1)...200)
    func scoresSumToOneAndEqualADensePowerIteration(seed: UInt64) {
        let random = RandomGraph(seed: seed)
        guard !random.ids.isEmpty else { return }
        let rank = random.graph.pageRank()
        #expect(rank.hasConverged)
        #expect(abs(rank.scores.reduce(0, +) - 1) < 1e-9)
        for (score, expected) in zip(rank.scores, densePageRank(random)) { #expect(abs(score - expected) < 1e-8) }
    }

    /// The whole matrix, every entry written out, multiplied 300 times.
    private func densePageRank(_ random: RandomGraph) -> [Double] {
        let ids = random.ids
        let count = Double(ids.count)
        let matrix = ids.map { source in
            let weights = ids.map { Double(random.weight(from: source, to: $0)) }
            let sum = weights.reduce(0, +)
            return weights.map { 0.15 / count + 0.85 * (sum == 0 ? 1 / count : $0 / sum) }
        }
        var scores = ids.map { _ in 1 / count }
        for _ in 0..<300 {
            scores = ids.indices.map { target in
                ids.indices.reduce(0.0) { $0 + scores[$1] * matrix[$1][target] }
            }
        }
        return scores
    }
}

@Suite struct RankingTests {
    private let graph = PaperGraph.of("a z", "b z", "a y 5", "c x", "d x")

    @Test func papersOfEqualScoreStandByID() {
        #expect(graph.top(3, by: .indegree).map(\.node.id) == ["x", "z", "y"])
        #expect(graph.top(2, by: .indegree).map(\.score) == [2, 2])
    }

    @Test func mentionsCountEveryMention() {
        #expect(graph.top(1, by: .mentions).map(\.node.id) == ["y"])
        #expect(graph.top(1, by: .mentions).map(\.score) == [5])
    }

    @Test func lastBitsOfAPageRankDecideNothing() {
        // Every b cites every c: the c's are in one and the same position.
        let edges = (0..<7).flatMap { from in
            (0..<9).map { PaperGraph.Edge(from: PaperID(canonical: "b\(from)"), to: PaperID(canonical: "c\($0)")) }
        }
        let top = PaperGraph(nodes: [], edges: edges.shuffled()).top(9, by: .pagerank)
        #expect(top.map(\.node.id.rawValue) == (0..<9).map { "c\($0)" })
    }

    @Test func moreThanThereAreIsAll() {
        #expect(graph.top(100, by: .pagerank).count == graph.nodes.count)
        #expect(graph.top(0, by: .indegree).isEmpty)
    }
}
