/// Encodes the positions of a term, block by block. Format: `PostingsFormat`.
struct PositionsWriter {
    /// Positions of the finished blocks.
    private(set) var bytes: [UInt8] = []

    private let gaps = UInt32Buffer()
    /// Per document of the block, its last position plus one.
    private var spans: [UInt64] = []
    /// Per document of the block, its length in one byte.
    private let norms = UInt32Block()
    private let widths = UInt32Block()
    /// Per document of the block, bits of high parts and of low parts before it.
    private let highsBefore = IntBlock()
    private let lowsBefore = IntBlock()
    private var low = BitWriter()
    private var high = BitWriter()

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        gaps.removeAll()
        spans.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func append(gap: UInt32) { gaps.append(gap) }

    @inline(__always)
    mutating func endDocument(span: UInt64, norm: UInt8) {
        norms[spans.count] = UInt32(norm)
        spans.append(span)
    }

    /// Gaps of the block that is being collected.
    var pendingCount: Int { gaps.count }

    func pendingGap(_ at: Int) -> UInt32 { gaps[at] }

    mutating func finishBlock(frequencies: UInt32Block, count: Int) {
        let base = base(frequencies, count)
        bytes.append(UInt8(base))
        for at in 0..<count { widths[at] = UInt32(width(base, frequencies, at)) }
        writeHigh(frequencies, count)
        writeLow(frequencies, count)
        let samples = PositionSamples(
            documents: count, partsLength: (high.bitCount + 7) / 8 + (low.bitCount + 7) / 8)
        for sample in 1..<samples.count + 1 {
            let at = sample << samples.shift
            samples.append(high: highsBefore[at], low: lowsBefore[at], to: &bytes)
        }
        high.move(to: &bytes)
        low.move(to: &bytes)
        gaps.removeAll()
        spans.removeAll(keepingCapacity: true)
    }

    private func width(_ base: Int, _ frequencies: UInt32Block, _ at: Int) -> Int {
        PostingsFormat.lowWidth(
            base: base, termFreq: frequencies[at], norm: UInt8(truncatingIfNeeded: norms[at]),
            PostingsFormat.lengthLogs)
    }

    /// Writes the high parts; in the place of the gaps, the low parts are left.
    private mutating func writeHigh(_ frequencies: UInt32Block, _ count: Int) {
        var next = 0
        for at in 0..<count {
            highsBefore[at] = high.bitCount
            let width = widths[at]
            let mask = (1 as UInt32) << width &- 1
            if frequencies[at] < PostingsFormat.longDocument {
                for _ in 0..<frequencies[at] {
                    let gap = gaps[next]
                    high.append(unary: gap >> width)
                    gaps.replace(at: next, with: gap & mask)
                    next &+= 1
                }
                continue
            }
            var position: UInt32 = .max
            var highBefore: UInt32 = 0
            for _ in 0..<frequencies[at] {
                position = position &+ 1 &+ gaps[next]
                high.append(unary: position >> width &- highBefore)
                highBefore = position >> width
                gaps.replace(at: next, with: position & mask)
                next &+= 1
            }
        }
    }

    /// Writes the low parts from the last to the first, so that they can be counted from the block's end without knowing
    /// where they begin.
    private mutating func writeLow(_ frequencies: UInt32Block, _ count: Int) {
        var bits = 0
        for at in 0..<count {
            lowsBefore[at] = bits
            bits &+= Int(frequencies[at]) &* Int(widths[at])
        }
        low.append(0, count: (8 - bits % 8) % 8)
        var next = gaps.count
        for at in stride(from: count - 1, through: 0, by: -1) {
            let width = Int(widths[at])
            for _ in 0..<frequencies[at] {
                next &-= 1
                low.append(gaps[next], count: width)
            }
        }
    }

    /// The base at which gaps are cheapest when they are the block's mean share of their documents' lengths; where some
    /// are far longer, the one at which a bound on the whole length is least.
    private func base(_ frequencies: UInt32Block, _ count: Int) -> Int {
        var spanned = 0.0
        var length = 0.0
        for at in 0..<count {
            let frequency = Double(frequencies[at])
            spanned += frequency * Double(spans[at])
            length += frequency * Double(FieldNorm.lengths[Int(norms[at] & 255)])
        }
        // Rice's parameter is best near log2(ln 2 · mean gap); a width is a sum of quarters rounded down.
        let share = Float(max(spanned, 1) / max(length, 1) * 0.69)
        let base = min(255, max(0, PostingsFormat.baseOfEqualShare + PostingsFormat.quarterLog(share) + 2))
        if bitBound(base, frequencies, count) <= 24 * gaps.count { return base }
        return stride(from: 0, through: 255, by: 4).min {
            bitBound($0, frequencies, count) < bitBound($1, frequencies, count)
        } ?? base
    }

    /// Bits that the block takes at most: high parts of a document add up to no more than its span's.
    private func bitBound(_ base: Int, _ frequencies: UInt32Block, _ count: Int) -> Int {
        var bits = 0
        for at in 0..<count {
            let width = width(base, frequencies, at)
            bits += Int(frequencies[at]) * (width + 1) + Int(spans[at] >> UInt64(width))
        }
        return bits
    }
}
