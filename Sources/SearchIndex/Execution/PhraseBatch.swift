/// Documents in which a phrase may stand, up to a block of them, with the places where it may start in each.
///
/// Filled with documents of one list and narrowed by the others, one after another. What is kept moves to the front of
/// the same memory.
final class PhraseBatch {
    static let capacity = UInt32Block.count

    let docs = UInt32Block()
    /// Per document, the most times that the phrase can stand in it, as far as they have been told; at the end, how often
    /// it does.
    let frequencies = UInt32Block()
    /// Of all documents, one after another; ascending in each.
    let starts = UInt32Buffer()
    private(set) var count = 0
    /// Whether the positions of a first word have been read.
    private(set) var hasStarts = false
    /// Per document, where its starts end.
    private let ends = IntBlock()
    /// The same for those that a walk has kept: it still needs the ends as they were.
    private let keptEnds = IntBlock()

    /// How far a walk over the batch has come.
    struct Progress {
        /// The document that is looked at.
        var at = 0
        /// Documents that were kept.
        var kept = 0
        /// Starts that were kept.
        var starts = 0
    }

    var isEmpty: Bool { count == 0 }

    func removeAll() {
        count = 0
        hasStarts = false
        starts.removeAll()
    }

    /// Adds a document to those without starts.
    ///
    /// - Precondition: the batch has room for it.
    @inline(__always)
    func append(_ doc: DocID, frequency: UInt32) {
        docs[count] = doc
        frequencies[count] = frequency
        count &+= 1
    }

    @inline(__always)
    func starts(of at: Int) -> Range<Int> {
        let first = at > 0 ? ends[at &- 1] : 0
        // Ends ascend, as each is at or behind the one before.
        return first..<max(first, ends[at])
    }

    // MARK: - Narrowing

    /// Keeps the document that is looked at, with the lesser of two frequencies.
    @inline(__always)
    func keep(_ progress: inout Progress, frequency: UInt32) {
        docs[progress.kept] = docs[progress.at]
        frequencies[progress.kept] = min(frequencies[progress.at], frequency)
        progress.kept &+= 1
    }

    /// Keeps the document that is looked at when any starts of it were kept.
    @inline(__always)
    func keep(_ progress: inout Progress, endOfStarts end: Int) {
        guard end > progress.starts else { return }
        docs[progress.kept] = docs[progress.at]
        keptEnds[progress.kept] = end
        progress.kept &+= 1
        progress.starts = end
    }

    /// Drops documents that a walk has not kept.
    func end(_ progress: Progress) { count = progress.kept }

    /// Drops documents and starts that a walk has not kept.
    func endStarts(_ progress: Progress) {
        count = progress.kept
        for at in 0..<count { ends[at] = keptEnds[at] }
        starts.keepFirst(progress.starts)
        hasStarts = true
    }

    /// Tells as frequencies how many starts there are.
    func countStarts() {
        for at in 0..<count { frequencies[at] = UInt32(truncatingIfNeeded: starts(of: at).count) }
    }

    /// Keeps the documents for which a condition on their place in the batch, which has no starts yet, holds.
    @inline(__always)
    func filter(_ isKept: (Int) -> Bool) {
        var progress = Progress()
        while progress.at < count {
            if isKept(progress.at) { keep(&progress, frequency: .max) }
            progress.at &+= 1
        }
        end(progress)
    }
}
