/// Cleaned text as bytes, before it becomes a `PlacedText`: what the stages after assembly work on.
struct AssembledText {
    /// Valid UTF-8, whatever the source was.
    private(set) var bytes: [UInt8] = []
    private(set) var runs: [PlacedText.Run] = []
    /// False only where no byte is a digit.
    let mayHoldDigit: Bool

    /// What a builder has; it is empty then.
    init(_ builder: inout PlacedTextBuilder) {
        mayHoldDigit = builder.mayHoldDigit
        builder.move(to: &bytes, &runs)
    }

    /// A text of stretches that are copied from the source as they stand.
    init(verbatim bytes: [UInt8], _ runs: [PlacedText.Run], mayHoldDigit: Bool) {
        self.bytes = bytes
        self.runs = runs
        self.mayHoldDigit = mayHoldDigit
    }

    private init(of whole: AssembledText) {
        bytes = []
        runs = []
        mayHoldDigit = whole.mayHoldDigit
    }

    /// Valid, since the builder writes whole scalars that it has decoded, U+FFFD for what is none, and cuts are made around
    /// digits, spaces and labels, which are whole scalars too.
    var placed: PlacedText { PlacedText(bytes: bytes, runs: runs) }

    /// Removes some stretches, which ascend and do not overlap. Linear in the text.
    mutating func remove(_ cuts: [Range<Int>]) {
        // Each of a few moves what stands behind it.
        guard cuts.count <= Self.fewCuts else { return self = removing(cuts) }
        for cut in cuts.reversed() { remove(cut) }
    }

    private static let fewCuts = 4

    private mutating func remove(_ cut: Range<Int>) {
        guard !cut.isEmpty else { return }
        var first = runs.count
        while first > 0, runs[first - 1].textOffset >= cut.upperBound { first -= 1 }
        if cut.upperBound < bytes.count, first == runs.count || runs[first].textOffset > cut.upperBound {
            let place = place(in: runs[first - 1], at: cut.upperBound)
            runs.insert(PlacedText.Run(textOffset: cut.upperBound, place: place), at: first)
        }
        for run in first..<runs.count { runs[run].textOffset -= cut.count }
        var kept = first
        while kept > 0, runs[kept - 1].textOffset >= cut.lowerBound { kept -= 1 }
        if kept < first { runs.removeSubrange(kept..<first) }
        bytes.removeSubrange(cut)
    }

    /// The text without some stretches, which ascend and do not overlap. Linear in the text.
    private func removing(_ cuts: [Range<Int>]) -> AssembledText {
        var kept = AssembledText(of: self)
        kept.bytes.reserveCapacity(bytes.count)
        kept.runs.reserveCapacity(runs.count + cuts.count)
        var start = 0
        var run = 0
        for cut in cuts {
            copy(start..<cut.lowerBound, to: &kept, from: &run)
            start = cut.upperBound
        }
        copy(start..<bytes.count, to: &kept, from: &run)
        return kept
    }

    /// Copies a piece and the runs that cover it; `run` is at or before the one that holds the piece's start.
    private func copy(_ piece: Range<Int>, to kept: inout AssembledText, from run: inout Int) {
        guard !piece.isEmpty, !runs.isEmpty else { return }
        while run + 1 < runs.count, runs[run + 1].textOffset <= piece.lowerBound { run += 1 }
        kept.runs.append(
            PlacedText.Run(textOffset: kept.bytes.count, place: place(in: runs[run], at: piece.lowerBound)))
        while run + 1 < runs.count, runs[run + 1].textOffset < piece.upperBound {
            run += 1
            let offset = kept.bytes.count + runs[run].textOffset - piece.lowerBound
            kept.runs.append(PlacedText.Run(textOffset: offset, place: runs[run].place))
        }
        kept.bytes += bytes[piece]
    }

    private func place(in run: PlacedText.Run, at offset: Int) -> Place {
        var place = run.place
        place.byte += offset - run.textOffset
        place.column += ByteChunks.scalars(in: bytes.span, run.textOffset..<offset)
        return place
    }

    /// Place of the character at an offset; nil for an empty text.
    func place(at offset: Int) -> Place? {
        runs.isEmpty ? nil : place(in: runs[run(at: offset)], at: min(offset, bytes.count))
    }

    /// Offset of the character that a byte of the source gave, or of the last one before it. Logarithmic in the runs.
    func offset(ofByte byte: Int) -> Int { runs.offset(ofByte: byte, end: bytes.count) }

    /// Line of the character at an offset, which is that of its run; nil for an empty text.
    func line(at offset: Int) -> Int? { runs.isEmpty ? nil : runs[run(at: offset)].place.line }

    /// The run that holds an offset.
    private func run(at offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].textOffset <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
