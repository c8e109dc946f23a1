/// Where the parts of the documents of a block begin, as far as they are known: those of one group of documents, from one
/// sample to the next.
final class PositionPlaces {
    /// Bits of a low part.
    let widths = IntBlock()
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
        var at = known
        while at <= last {
            let frequency = frequencies[at]
            // Documents are those of the segment, as their reader has checked.
            let width = PostingsFormat.lowWidth(base: base, termFreq: frequency, norm: norms[Int(docs[at])], logs)
            widths[at] = width
            lows[at] = low
            ones[at] = one
            low &+= width &* Int(frequency)
            one &+= Int(frequency)
            at &+= 1
        }
        (self.low, self.one) = (low, one)
        known = last + 1
    }
}
