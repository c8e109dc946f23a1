extension PaperGraph {
    /// What papers are ranked by.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        /// Papers that cite the paper.
        case indegree
        /// Mentions of the paper in all others.
        case mentions
        /// `pageRank()` with its default values.
        case pagerank
    }

    /// A paper and its score in a ranking.
    public struct RankedPaper: Hashable, Sendable {
        public var node: Node
        public var score: Double
    }

    /// Scores by a measure, in the order of `nodes`.
    public func scores(by measure: Measure) -> [Double] {
        switch measure {
        case .indegree: nodes.indices.map { Double(citing.degree(of: $0)) }
        case .mentions: nodes.indices.map { Double(citing.weight(of: $0)) }
        case .pagerank: pageRank().scores
        }
    }

    /// The papers with the highest scores, highest first; papers of equal score by id.
    ///
    /// Scores that differ by less than about 1e-12 count as equal: two papers in the same position get PageRanks whose
    /// last bits depend on the order of a sum, and that must not decide their order.
    ///
    /// - Parameter count: papers to return at most, from 0.
    public func top(_ count: Int, by measure: Measure) -> [RankedPaper] {
        precondition(count >= 0, "a ranking has 0 papers or more")
        let scores = scores(by: measure)
        let ranks = scores.map { ($0 * 1e12).rounded() }
        let order = nodes.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
        return order.prefix(count).map { RankedPaper(node: nodes[$0], score: scores[$0]) }
    }
}
