/// The best of the documents offered: highest score, then highest sort key, then lowest key in byte order.
///
/// A binary heap whose root is the worst of the kept. A key is fetched only for a document that gets in or ties.
struct TopK {
    private let capacity: Int
    private var heap: [Hit] = []

    init(capacity: Int) { self.capacity = capacity }

    /// Whether a document of this score cannot get in, whatever its keys are.
    func isTooLow(_ score: Float) -> Bool { heap.count == capacity && (heap.first.map { score < $0.score } ?? true) }

    mutating func offer(
        score: Float, sortKey: UInt64, key: () throws(IndexError) -> String
    ) throws(IndexError) {
        guard capacity > 0 else { return }
        if heap.count < capacity {
            heap.append(Hit(key: try key(), score: score, sortKey: sortKey))
            siftUp()
            return
        }
        let worst = heap[0]
        if score < worst.score || (score == worst.score && sortKey < worst.sortKey) { return }
        let hit = Hit(key: try key(), score: score, sortKey: sortKey)
        guard hit.isBetter(than: worst) else { return }
        heap[0] = hit
        siftDown()
    }

    /// What was kept, best first.
    consuming func sorted() -> [Hit] { heap.sorted { $0.isBetter(than: $1) } }

    private mutating func siftUp() {
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2].isBetter(than: heap[child]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[worst].isBetter(than: heap[child]) { worst = child }
            }
            if worst == parent { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}

/// A document that was found.
public struct Hit: Sendable, Equatable {
    public var key: String
    public var score: Float
    public var sortKey: UInt64

    func isBetter(than other: Hit) -> Bool {
        if score != other.score { return score > other.score }
        if sortKey != other.sortKey { return sortKey > other.sortKey }
        return key.utf8.lexicographicallyPrecedes(other.key.utf8)
    }
}

/// The answer to a query.
public struct TopDocuments: Sendable, Equatable {
    /// The page that was asked for, best first.
    public var hits: [Hit]
    /// How many documents match, exactly.
    public var total: Int
}

/// A place in a document where a term or a phrase of a query stands.
public struct Occurrence: Sendable, Equatable {
    public var field: String
    /// Position of the first token.
    public var position: UInt32
    /// Positions covered; 1 for a term.
    public var length: UInt32
    /// Which term or phrase of the query it is, counted from 0 in reading order; excluded ones count too.
    public var leaf: Int
}
