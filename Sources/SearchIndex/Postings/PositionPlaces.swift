/// Where the parts of the documents of a block begin, as far as they are known: those of one group of documents, from one
/// sample to the next.
final class PositionPlaces {
    /// Bits of a low part.
    let widths = UInt32Block()
    /// Bits of low parts in documents before.
    let lows = IntBlock()
    /// Positions of documents before in the group.
    let ones = IntBlock()
    /// The first document that is not known, and what there is before it.
    private(set) var known = 0
    private var low = 0
    private var one = 0

    private let logs = PostingsFormat.lengthLogs

    /// Forgets what is known, and begins with the first document of a group.
    func begin(at first: Int, low: Int) {
        known = first
        self.low = low
        one = 0
    }

    /// Fills in documents through another, which is behind those that are known.
    func extend(
        through last: Int, _ docs: UInt32Block, _ frequencies: UInt32Block, base: Int, _ norms: FileBytes
    ) {
        var (low, one) = (low, one)
        fillWidths(through: last, docs, frequencies, base: base, norms)
        var at = known
        while at <= last {
            let frequency = Int(frequencies[at])
            lows[at] = low
            ones[at] = one
            low &+= Int(widths[at]) &* frequency
            one &+= frequency
            at &+= 1
        }
        (self.low, self.one) = (low, one)
        known = last + 1
    }

    /// Four documents at a time, from a multiple of four on; `PostingsFormat.lowWidth` for each.
    @inline(__always)
    private func fillWidths(
        through last: Int, _ docs: UInt32Block, _ frequencies: UInt32Block, base: Int, _ norms: FileBytes
    ) {
        let share = SIMD4(repeating: Int32(truncatingIfNeeded: base &- PostingsFormat.baseOfEqualShare))
        var at = known
        while at & 3 == 0, at &+ 3 <= last {
            let row = at &>> 2
            // Documents are those of the segment, as their reader has checked.
            let length = SIMD4(
                length(docs[at], norms), length(docs[at &+ 1], norms), length(docs[at &+ 2], norms),
                length(docs[at &+ 3], norms))
            let width = (share &+ length &- PostingsFormat.quarterLogs(frequencies[row: row])) &>> 2
            widths[row: row] = SIMD4<UInt32>(
                truncatingIfNeeded: width.clamped(lowerBound: .zero, upperBound: .init(repeating: 31)))
            at &+= 4
        }
        while at <= last {
            let width = PostingsFormat.lowWidth(
                base: base, termFreq: frequencies[at], norm: norms[Int(docs[at])], logs)
            widths[at] = UInt32(truncatingIfNeeded: width)
            at &+= 1
        }
    }

    @inline(__always)
    private func length(_ doc: DocID, _ norms: FileBytes) -> Int32 { Int32(logs[Int(norms[Int(doc)])]) }
}
