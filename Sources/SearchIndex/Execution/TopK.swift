/// The best of the documents offered, in any order: highest score, then highest sort key, then lowest key in byte order.
///
/// A binary heap whose root is the worst of the kept. Within a segment documents are in the order of sort keys and keys,
/// so that their numbers decide; keys are read only where documents of two segments score alike.
struct TopK {
    let capacity: Int
    private let segments: [LiveSegment]
    private var heap: [Entry] = []
    /// A score that enough documents are known to reach, though they have not been offered yet.
    private var floor = -Float.infinity
    /// The least score with which a document can still get in, whatever its number.
    private var least = -Float.infinity
    /// The same for documents that come after all that have been offered.
    private var leastOfLater = -Float.infinity

    init(capacity: Int, segments: [LiveSegment]) {
        self.capacity = capacity
        self.segments = segments
    }

    /// Whether documents of this score, or less, cannot get in, when those of a segment are offered in ascending order.
    @inline(__always)
    func isTooLow(_ score: Float) -> Bool { score < leastOfLater }

    /// The same for documents that may come before some that have been offered.
    @inline(__always)
    func isTooLowInAnyOrder(_ score: Float) -> Bool { score < least }

    /// Tells of a score that as many documents as are wanted will reach.
    mutating func raise(to score: Float) {
        floor = max(floor, score)
        raiseLeast()
    }

    private mutating func raiseLeast() {
        let worst = heap.count == capacity ? heap.first?.score ?? .infinity : -.infinity
        least = max(floor, worst)
        // Of one segment, a later document of the same score comes after those that are kept.
        leastOfLater = segments.count == 1 ? max(floor, worst.nextUp) : least
    }

    mutating func offer(_ doc: DocID, ofSegment segment: Int, score: Float) throws(IndexError) {
        guard capacity > 0 else { return }
        let entry = Entry(score: score, doc: doc, segment: segment)
        if heap.count < capacity {
            heap.append(entry)
            try siftUp(entry)
            if heap.count == capacity { raiseLeast() }
        } else if try Self.isBetter(entry, heap[0], segments) {
            try siftDown(entry)
            raiseLeast()
        }
    }

    /// What was kept, best first, without the first few.
    consuming func ranked(dropping offset: Int) throws(IndexError) -> [RankedDocument] {
        var ranked: [RankedDocument] = []
        ranked.reserveCapacity(max(0, heap.count - offset))
        // Taken off the heap, the worst comes first.
        while heap.count > offset {
            let worst = heap[0]
            ranked.append(RankedDocument(score: worst.score, segment: worst.segment, doc: worst.doc))
            guard let last = heap.popLast(), !heap.isEmpty else { break }
            try siftDown(last)
        }
        ranked.reverse()
        return ranked
    }

    // MARK: - The heap

    /// A document that was offered; of one segment, the better has the greater rank.
    private struct Entry {
        private let rank: UInt64
        let segment: Int

        init(score: Float, doc: DocID, segment: Int) {
            // -0 becomes 0. Then the order of floats is that of their bits: above zero as they are, below zero reversed.
            let bits = (score + 0).bitPattern
            let ordered = bits >> 31 == 0 ? bits | 1 << 31 : ~bits
            rank = UInt64(ordered) << 32 | UInt64(~doc)
            self.segment = segment
        }

        var score: Float {
            let ordered = UInt32(truncatingIfNeeded: rank >> 32)
            return Float(bitPattern: ordered >> 31 == 1 ? ordered & ~(1 << 31) : ~ordered)
        }

        var doc: DocID { ~DocID(truncatingIfNeeded: rank) }

        @inline(__always)
        func isBetter(than other: Entry) -> Bool { rank > other.rank }

        @inline(__always)
        func scoresAlike(_ other: Entry) -> Bool { rank >> 32 == other.rank >> 32 }
    }

    @inline(__always)
    private static func isBetter(
        _ left: Entry, _ right: Entry, _ segments: [LiveSegment]
    ) throws(IndexError) -> Bool {
        if left.segment == right.segment || !left.scoresAlike(right) { return left.isBetter(than: right) }
        return try isBetterByKeys(left, right, segments)
    }

    @inline(never)
    private static func isBetterByKeys(
        _ left: Entry, _ right: Entry, _ segments: [LiveSegment]
    ) throws(IndexError) -> Bool {
        let (a, b) = (segments[left.segment].reader, segments[right.segment].reader)
        let (first, second) = (try a.sortKey(of: left.doc), try b.sortKey(of: right.doc))
        if first != second { return first > second }
        return try a.key(of: left.doc).utf8.lexicographicallyPrecedes(b.key(of: right.doc).utf8)
    }

    /// Moves the last entry up to its place.
    private mutating func siftUp(_ entry: Entry) throws(IndexError) {
        let segments = segments
        var entries = heap.mutableSpan
        var child = entries.count - 1
        while child > 0, try Self.isBetter(entries[(child - 1) / 2], entry, segments) {
            entries[child] = entries[(child - 1) / 2]
            child = (child - 1) / 2
        }
        entries[child] = entry
    }

    /// Puts an entry in the place of the root, and moves it down.
    private mutating func siftDown(_ entry: Entry) throws(IndexError) {
        let segments = segments
        var entries = heap.mutableSpan
        var parent = 0
        while true {
            var worst = 2 &* parent &+ 1
            if worst >= entries.count { break }
            if worst &+ 1 < entries.count, try Self.isBetter(entries[worst], entries[worst &+ 1], segments) {
                worst &+= 1
            }
            guard try Self.isBetter(entry, entries[worst], segments) else { break }
            entries[parent] = entries[worst]
            parent = worst
        }
        entries[parent] = entry
    }
}

/// A document that was found, before its keys are read: what `IndexReader.hits(of:)` takes.
public struct RankedDocument: Sendable, Equatable {
    public let score: Float
    /// Number of the segment in the reader.
    let segment: Int
    let doc: DocID
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
