/// How much attention each paper gets when readers follow citations from paper to paper.
///
/// PageRank after Brin and Page, "The anatomy of a large-scale hypertextual Web search engine", WWW7, 1998. A reader
/// at a paper goes with probability `damping` to a paper that it cites, and else to any paper, all alike. What the
/// original leaves open is treated so:
///
/// - **Weights** are multiplicities: a paper mentioned three times gets three times the share of one mentioned once.
/// - **Papers that cite nothing** (in a corpus, most of the cited ones) send their readers to all papers alike,
///   themselves included, so that no probability is lost.
/// - **Scores are a distribution**: they sum to 1, not to the number of papers as in the formula of 1998.
public struct PageRank: Hashable, Sendable {
    /// In the order of the graph's nodes; sum 1, or empty for an empty graph.
    public let scores: [Double]
    /// Rounds that were computed.
    public let rounds: Int
    /// Whether the last round changed the scores by less than the tolerance, in the L1 norm.
    public let hasConverged: Bool
}

extension PaperGraph {
    /// PageRank of all papers, by power iteration from the uniform distribution.
    ///
    /// Every round shrinks the error to at most `damping` times its size, so that 0.85 needs about 140 rounds at worst
    /// for the default tolerance. Equal graphs give equal bits: sums run in the order of the nodes.
    ///
    /// - Parameters:
    ///   - damping: chance to follow a citation, `0..<1`.
    ///   - tolerance: change of a round, summed over all papers, below which the scores have converged.
    ///   - maxRounds: rounds after which the scores are taken as they are.
    public func pageRank(damping: Double = 0.85, tolerance: Double = 1e-10, maxRounds: Int = 200) -> PageRank {
        precondition((0..<1).contains(damping), "the damping of a PageRank is at least 0 and less than 1")
        guard !nodes.isEmpty else { return PageRank(scores: [], rounds: 0, hasConverged: true) }
        let count = Double(nodes.count)
        let outWeights = nodes.indices.map { Double(cited.weight(of: $0)) }
        var scores = [Double](repeating: 1 / count, count: nodes.count)
        var rounds = 0
        while rounds < maxRounds {
            let dangling = nodes.indices.reduce(0.0) { outWeights[$1] == 0 ? $0 + scores[$1] : $0 }
            let base = (1 - damping + damping * dangling) / count
            let next = nodes.indices.map { position in
                base
                    + damping
                    * citing[position].reduce(0.0) { sum, link in
                        let source = Int(link.node)
                        return sum + scores[source] * Double(link.weight) / outWeights[source]
                    }
            }
            let change = zip(scores, next).reduce(0.0) { $0 + abs($1.0 - $1.1) }
            scores = next
            rounds += 1
            if change < tolerance { return PageRank(scores: scores, rounds: rounds, hasConverged: true) }
        }
        return PageRank(scores: scores, rounds: rounds, hasConverged: false)
    }
}
