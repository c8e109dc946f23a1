/// Finds the pairs of frequent words in a document's words, which come in the order of their positions.
struct NeighbourFinder {
    /// Words at the position before the current one, and at the current one.
    private var before: [UInt16] = []
    private var current: [UInt16] = []
    private var position: UInt32 = 0

    /// Takes the next word and names every pair that it ends. A word that stands twice at a position counts once.
    @inline(__always)
    mutating func append(_ word: UInt16, at next: UInt32, _ words: FrequentWords, _ found: (UInt32) -> Void) {
        if next != position || current.isEmpty {
            swap(&before, &current)
            if next &- 1 != position || next == 0 { before.removeAll(keepingCapacity: true) }
            current.removeAll(keepingCapacity: true)
            position = next
        } else if current.contains(word) {
            return
        }
        current.append(word)
        let second = words.second[Int(word)]
        for first in before { found(words.first[Int(first)] &* UInt32(words.count) &+ second) }
    }
}

extension SegmentWriter {
    /// Writes all pairs of a field, which has begun.
    mutating func appendPairs(
        _ collector: consuming PairCollector, _ words: FrequentWords
    ) throws(IndexError) {
        try collector.forEachPair(
            begin: { beginPair() }, append: { appendPair(doc: $0, frequency: $1) },
            end: { pair throws(IndexError) in try endPair(words.term(ofPair: pair).span) })
    }
}
