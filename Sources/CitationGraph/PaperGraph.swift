public import References

/// Which papers cite which: papers as nodes, citations as weighted edges from the citing to the cited paper.
///
/// Built once and never changed. Nodes stand in ascending order of their ids, and every list that the graph hands out
/// follows that order, so that equal input gives equal output whatever the order of its parts. Neighbours lie in two
/// compressed sparse rows, one for each direction: a node's edges are found in constant time and read in sequence.
public struct PaperGraph: Sendable {
    /// A paper.
    public struct Node: Hashable, Sendable {
        public var id: PaperID
        /// False for a paper that is only known because others cite it.
        public var isInCorpus: Bool
        /// ISO 8601, `2021-06-11`; nil where it is not known.
        public var date: String?

        public init(id: PaperID, isInCorpus: Bool, date: String? = nil) {
            self.id = id
            self.isInCorpus = isInCorpus
            self.date = date
        }
    }

    /// A citation, with all mentions of the cited paper in the citing one.
    public struct Edge: Hashable, Sendable {
        /// The paper that cites.
        public var source: PaperID
        /// The paper that is cited.
        public var target: PaperID
        /// Mentions, at least 1.
        public var weight: Int

        public init(from source: PaperID, to target: PaperID, weight: Int = 1) {
            self.source = source
            self.target = target
            self.weight = weight
        }
    }

    /// In ascending order of their ids.
    public let nodes: [Node]
    /// From a paper to those it cites.
    let cited: Adjacency
    /// From a paper to those that cite it.
    let citing: Adjacency

    /// A graph of these papers and citations, in any order.
    ///
    /// A paper that only edges name becomes a node outside the corpus. Nodes of one id become one: it is in the corpus
    /// if any of them is, and has the earliest date that any of them has. Edges between the same papers become one
    /// with the sum of their weights. An edge from a paper to itself is left out, since it says nothing about how
    /// papers hang together (`Integrity` reports it as `reference-self`); its paper still becomes a node.
    public init(nodes: some Sequence<Node>, edges: some Sequence<Edge>) {
        var known: [PaperID: Node] = [:]
        for node in nodes {
            known[node.id] = known[node.id].map { $0.merged(with: node) } ?? node
        }
        let edges = Array(edges)
        for edge in edges {
            precondition(edge.weight > 0, "an edge of a paper graph stands for at least one mention")
            for id in [edge.source, edge.target] where known[id] == nil {
                known[id] = Node(id: id, isInCorpus: false)
            }
        }
        self.nodes = known.values.sorted { $0.id < $1.id }
        precondition(self.nodes.count < Int(UInt32.max), "a paper graph numbers its nodes with 32 bits")

        var positions: [PaperID: UInt32] = [:]
        positions.reserveCapacity(self.nodes.count)
        for (position, node) in self.nodes.enumerated() { positions[node.id] = UInt32(position) }
        var links: [Adjacency.Link] = []
        for edge in edges {
            guard let from = positions[edge.source], let to = positions[edge.target], from != to else { continue }
            links.append(Adjacency.Link(from: from, to: to, weight: edge.weight))
        }
        cited = Adjacency(nodeCount: self.nodes.count, links: links)
        citing = cited.transposed()
    }

    /// Citations, by the id of the citing paper, then of the cited one.
    public var edges: [Edge] {
        nodes.indices.flatMap { edges(fromPosition: $0) }
    }

    /// Number of citations, each pair of papers counted once.
    public var edgeCount: Int { cited.linkCount }

    /// Where a paper stands in `nodes`; nil if the graph does not have it. Logarithmic.
    public func position(of id: PaperID) -> Int? {
        var low = 0
        var high = nodes.count
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < nodes.count && nodes[low].id == id ? low : nil
    }

    func edges(fromPosition position: Int) -> [Edge] {
        cited[position].map { Edge(from: nodes[position].id, to: nodes[Int($0.node)].id, weight: $0.weight) }
    }

    func edges(toPosition position: Int) -> [Edge] {
        citing[position].map { Edge(from: nodes[Int($0.node)].id, to: nodes[position].id, weight: $0.weight) }
    }
}

extension PaperGraph.Node {
    /// One node for two of the same paper; the order of the two makes no difference.
    fileprivate func merged(with other: Self) -> Self {
        let dates = [date, other.date].compactMap(\.self)
        return Self(id: id, isInCorpus: isInCorpus || other.isInCorpus, date: dates.min())
    }
}
