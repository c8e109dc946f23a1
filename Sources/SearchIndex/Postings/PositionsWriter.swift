/// Encodes the positions of a term, block by block. Format: `PostingsFormat`.
struct PositionsWriter {
    /// Positions of the finished blocks.
    private(set) var bytes: [UInt8] = []

    private let gaps = UInt32Buffer()
    /// Per document of the block, its last position plus one.
    private var spans: [UInt64] = []
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
    mutating func endDocument(span: UInt64) { spans.append(span) }

    /// Gaps of the block that is being collected.
    var pendingCount: Int { gaps.count }

    func pendingGap(_ at: Int) -> UInt32 { gaps[at] }

    mutating func finishBlock(frequencies: UInt32Block, count: Int) {
        let base = base(frequencies, count)
        bytes.append(UInt8(base))
        if gaps.count >= PostingsFormat.sampledPositions {
            appendHigh(base, frequencies, count, samples: true)
        } else {
            appendHigh(base, frequencies, count, samples: false)
        }
        appendLow(base, frequencies, count)
        gaps.removeAll()
        spans.removeAll(keepingCapacity: true)
    }

    private mutating func appendHigh(_ base: Int, _ frequencies: UInt32Block, _ count: Int, samples: Bool) {
        var next = 0
        for at in 0..<count {
            if samples, at > 0, at % PostingsFormat.sampleInterval == 0 {
                let bit = UInt32(truncatingIfNeeded: high.bitCount)
                for byte in 0..<4 as Range<UInt32> { bytes.append(UInt8(truncatingIfNeeded: bit >> (8 * byte))) }
            }
            let width = UInt32(PostingsFormat.lowWidth(base: base, termFreq: frequencies[at]))
            for _ in 0..<frequencies[at] {
                high.append(unary: gaps[next] >> width)
                next &+= 1
            }
        }
        high.move(to: &bytes)
    }

    /// Appends the low parts from the last to the first, so that they can be counted from the block's end without knowing
    /// where they begin.
    private mutating func appendLow(_ base: Int, _ frequencies: UInt32Block, _ count: Int) {
        var bits = 0
        for at in 0..<count {
            bits &+= Int(frequencies[at]) &* PostingsFormat.lowWidth(base: base, termFreq: frequencies[at])
        }
        low.append(0, count: (8 - bits % 8) % 8)
        var next = gaps.count
        for at in stride(from: count - 1, through: 0, by: -1) {
            let width = PostingsFormat.lowWidth(base: base, termFreq: frequencies[at])
            let mask = (1 as UInt32) << UInt32(width) &- 1
            for _ in 0..<frequencies[at] {
                next &-= 1
                low.append(gaps[next] & mask, count: width)
            }
        }
        low.move(to: &bytes)
    }

    /// The base at which gaps of the block's mean length are cheapest; where some are far longer, the one at which a bound
    /// on the whole length is least.
    private func base(_ frequencies: UInt32Block, _ count: Int) -> Int {
        var weighted: UInt64 = 0
        for at in 0..<count {
            // Within 2⁶⁴: a block has fewer positions than 2³² and a span is at most 2³².
            weighted &+= UInt64(frequencies[at]) &* min(spans[at], 1 << 31)
        }
        let mean = max(1, weighted / UInt64(gaps.count))
        // Rice's parameter is best near log2(ln 2 · mean gap); k is (B - 4 log2 tf) / 4 rounded down.
        let base = max(0, PostingsFormat.quarterLog(max(1, mean * 177 / 256)) + 2)
        if bitBound(base, frequencies, count) <= 24 * gaps.count { return base }
        return stride(from: 0, through: 252, by: 4).min {
            bitBound($0, frequencies, count) < bitBound($1, frequencies, count)
        } ?? base
    }

    /// Bits that the block takes at most: high parts of a document add up to no more than its span's.
    private func bitBound(_ base: Int, _ frequencies: UInt32Block, _ count: Int) -> Int {
        var bits = 0
        for at in 0..<count {
            let width = PostingsFormat.lowWidth(base: base, termFreq: frequencies[at])
            bits += Int(frequencies[at]) * (width + 1) + Int(spans[at] >> UInt64(width))
        }
        return bits
    }
}
