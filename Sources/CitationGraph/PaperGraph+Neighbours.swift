public import References

// MARK: - Degrees

extension PaperGraph {
    /// Papers that cite this one; 0 for a paper that the graph does not have.
    public func inDegree(of id: PaperID) -> Int { position(of: id).map(citing.degree(of:)) ?? 0 }

    /// Mentions of this paper in all others; 0 for a paper that the graph does not have.
    public func weightedInDegree(of id: PaperID) -> Int { position(of: id).map(citing.weight(of:)) ?? 0 }

    /// Papers that this one cites; 0 for a paper that the graph does not have.
    public func outDegree(of id: PaperID) -> Int { position(of: id).map(cited.degree(of:)) ?? 0 }
}

// MARK: - Neighbours

extension PaperGraph {
    /// Papers that this one cites, by id; empty for a paper that the graph does not have.
    public func outNeighbours(of id: PaperID) -> [PaperID] { edges(from: id).map(\.target) }

    /// Papers that cite this one, by id; empty for a paper that the graph does not have.
    public func inNeighbours(of id: PaperID) -> [PaperID] { edges(to: id).map(\.source) }

    /// Citations that this paper makes, by the id of the cited paper.
    public func edges(from id: PaperID) -> [Edge] { position(of: id).map(edges(fromPosition:)) ?? [] }

    /// Citations of this paper, by the id of the citing paper.
    public func edges(to id: PaperID) -> [Edge] { position(of: id).map(edges(toPosition:)) ?? [] }
}

// MARK: - Neighbourhoods

extension PaperGraph {
    /// Which way a walk goes along citations.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// To the papers that a paper cites.
        case cited
        /// To the papers that cite a paper.
        case citing
        case both
    }

    /// The given papers, all that are at most `depth` citations away from one of them, and every citation among these.
    ///
    /// - Parameters:
    ///   - ids: where the walk starts; papers that the graph does not have are passed over.
    ///   - depth: citations to follow, from 0 (the given papers alone).
    public func neighbourhood(
        of ids: some Sequence<PaperID>, depth: Int, direction: Direction = .both
    ) -> PaperGraph {
        precondition(depth >= 0, "a neighbourhood reaches 0 citations or more")
        var isReached = [Bool](repeating: false, count: nodes.count)
        var frontier: [Int] = []
        for position in ids.lazy.compactMap({ position(of: $0) }) where !isReached[position] {
            isReached[position] = true
            frontier.append(position)
        }
        var steps = 0
        while steps < depth, !frontier.isEmpty {
            var next: [Int] = []
            for position in frontier {
                for neighbour in neighbours(of: position, direction: direction) where !isReached[neighbour] {
                    isReached[neighbour] = true
                    next.append(neighbour)
                }
            }
            frontier = next
            steps += 1
        }
        return induced(by: isReached)
    }

    private func neighbours(of position: Int, direction: Direction) -> [Int] {
        let forward = direction == .citing ? [] : cited[position]
        let backward = direction == .cited ? [] : citing[position]
        return forward.map { Int($0.node) } + backward.map { Int($0.node) }
    }

    /// The papers that `isKept` holds true for, and the citations among them.
    private func induced(by isKept: [Bool]) -> PaperGraph {
        let kept = nodes.indices.filter { isKept[$0] }
        let edges = kept.flatMap { position in
            cited[position].filter { isKept[Int($0.node)] }.map {
                Edge(from: nodes[position].id, to: nodes[Int($0.node)].id, weight: $0.weight)
            }
        }
        return PaperGraph(nodes: kept.map { nodes[$0] }, edges: edges)
    }
}
