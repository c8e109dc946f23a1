/// Weighted links of numbered nodes in compressed sparse rows: the links of node `n` stand at
/// `offsets[n]..<offsets[n + 1]`, in ascending order of the node that they lead to.
struct Adjacency: Sendable {
    struct Link: Sendable {
        var from: UInt32
        var to: UInt32
        var weight: Int
    }

    /// A link as its own node sees it: where it leads, and its weight.
    struct Neighbour: Hashable, Sendable {
        var node: UInt32
        var weight: Int
    }

    /// One more than there are nodes; the last is the number of links.
    private let offsets: [Int]
    private let neighbours: [Neighbour]

    /// Links in any order; those between the same nodes become one with the sum of their weights.
    init(nodeCount: Int, links: [Link]) {
        var offsets = [Int](repeating: 0, count: nodeCount + 1)
        var neighbours: [Neighbour] = []
        neighbours.reserveCapacity(links.count)
        var last: Link?
        for link in links.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last, last.from == link.from, last.to == link.to {
                neighbours[neighbours.count - 1].weight += link.weight
            } else {
                neighbours.append(Neighbour(node: link.to, weight: link.weight))
                offsets[Int(link.from) + 1] += 1
            }
            last = link
        }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        self.offsets = offsets
        self.neighbours = neighbours
    }

    var nodeCount: Int { offsets.count - 1 }

    var linkCount: Int { neighbours.count }

    subscript(node: Int) -> ArraySlice<Neighbour> { neighbours[offsets[node]..<offsets[node + 1]] }

    /// Number of links of a node.
    func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }

    /// Sum of the weights of a node's links.
    func weight(of node: Int) -> Int { self[node].reduce(0) { $0 + $1.weight } }

    /// The same links, each in the other direction.
    func transposed() -> Adjacency {
        var links: [Link] = []
        links.reserveCapacity(linkCount)
        for node in 0..<nodeCount {
            for neighbour in self[node] {
                links.append(Link(from: neighbour.node, to: UInt32(node), weight: neighbour.weight))
            }
        }
        return Adjacency(nodeCount: nodeCount, links: links)
    }
}
