/// Finds the pairs of frequent words in a document's words, which come in the order of their positions.
struct NeighbourFinder {
    private static let none = UInt16.max

    /// Words at the position before the current one, and at the current one; nearly always one each, so that the others
    /// have a place of their own.
    private var before = Self.none
    private var current = Self.none
    private var othersBefore: [UInt16] = []
    private var others: [UInt16] = []
    private var position: UInt32 = 0

    /// Takes the next word and names every pair that it ends. A word that stands twice at a position counts once.
    @inline(__always)
    mutating func append(_ word: UInt16, at next: UInt32, _ words: FrequentWords, _ found: (UInt32) -> Void) {
        if next != position || current == Self.none {
            before = next &- 1 == position ? current : Self.none
            if !others.isEmpty || !othersBefore.isEmpty { moveOthers(areNeighbours: next &- 1 == position) }
            current = word
            position = next
        } else if current == word || others.contains(word) {
            return
        } else {
            others.append(word)
        }
        guard before != Self.none else { return }
        let second = words.second[Int(word)]
        found(words.first[Int(before)] &* UInt32(words.count) &+ second)
        for first in othersBefore { found(words.first[Int(first)] &* UInt32(words.count) &+ second) }
    }

    private mutating func moveOthers(areNeighbours: Bool) {
        swap(&others, &othersBefore)
        others.removeAll(keepingCapacity: true)
        if !areNeighbours { othersBefore.removeAll(keepingCapacity: true) }
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
