/// The best of the documents offered: highest score, then highest sort key, then lowest key in byte order.
///
/// A binary heap whose root is the worst of the kept. Within a segment documents are in the order of sort keys and keys,
/// so that their numbers decide; keys are read only where documents of two segments score alike.
struct TopK {
    let capacity: Int
    private let segments: [LiveSegment]
    private var heap: [RankedDoc] = []
    /// A score that enough documents are known to reach, though they have not been offered yet.
    private var floor: Float = -1

    init(capacity: Int, segments: [LiveSegment]) {
        self.capacity = capacity
        self.segments = segments
    }

    /// A document must score this to get in, if its keys are good enough; below zero while every document gets in.
    @inline(__always)
    var threshold: Float { heap.count < capacity ? floor : max(floor, heap.first?.score ?? .infinity) }

    /// Whether documents of this score, or less, cannot get in.
    @inline(__always)
    func isTooLow(_ score: Float) -> Bool {
        if score < floor { return true }
        guard heap.count == capacity else { return false }
        let worst = heap.first?.score ?? .infinity
        // Of one segment, a later document of the same score comes after those that are kept.
        return segments.count == 1 ? score <= worst : score < worst
    }

    /// Tells of a score that as many documents as are wanted will reach.
    mutating func raise(to score: Float) { floor = max(floor, score) }

    mutating func offer(_ doc: DocID, ofSegment segment: Int, score: Float) throws(IndexError) {
        guard capacity > 0 else { return }
        let ranked = RankedDoc(score: score, segment: segment, doc: doc)
        if heap.count < capacity {
            heap.append(ranked)
            try siftUp()
        } else if try isBetter(ranked, heap[0]) {
            heap[0] = ranked
            try siftDown()
        }
    }

    /// What was kept, best first, without the first few.
    consuming func hits(dropping offset: Int) throws(IndexError) -> [Hit] {
        var hits: [Hit] = []
        // Taken off the heap, the worst comes first.
        while heap.count > offset {
            let worst = heap[0]
            let reader = segments[worst.segment].reader
            hits.append(
                Hit(
                    key: try reader.key(of: worst.doc), score: worst.score,
                    sortKey: try reader.sortKey(of: worst.doc)))
            let last = heap.removeLast()
            guard !heap.isEmpty else { break }
            heap[0] = last
            try siftDown()
        }
        return hits.reversed()
    }

    @inline(__always)
    private func isBetter(_ left: RankedDoc, _ right: RankedDoc) throws(IndexError) -> Bool {
        if left.score != right.score { return left.score > right.score }
        if left.segment == right.segment { return left.doc < right.doc }
        return try isBetterByKeys(left, right)
    }

    private func isBetterByKeys(_ left: RankedDoc, _ right: RankedDoc) throws(IndexError) -> Bool {
        let (a, b) = (segments[left.segment].reader, segments[right.segment].reader)
        let (first, second) = (try a.sortKey(of: left.doc), try b.sortKey(of: right.doc))
        if first != second { return first > second }
        return try a.key(of: left.doc).utf8.lexicographicallyPrecedes(b.key(of: right.doc).utf8)
    }

    private mutating func siftUp() throws(IndexError) {
        var child = heap.count - 1
        while child > 0, try isBetter(heap[(child - 1) / 2], heap[child]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func siftDown() throws(IndexError) {
        var parent = 0
        while true {
            var worst = parent
            for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
                if try isBetter(heap[worst], heap[child]) { worst = child }
            }
            if worst == parent { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}

/// A document that was found, before its keys are read.
struct RankedDoc {
    var score: Float
    var segment: Int
    var doc: DocID
}

/// A document that was found.
public struct Hit: Sendable, Equatable {
    public var key: String
    public var score: Float
    public var sortKey: UInt64
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
