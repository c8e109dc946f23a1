/// Positions of the documents of one block of postings. Format: `PostingsFormat`.
///
/// Reading a document's positions costs their number, and a step for each document and each word of high parts that lie
/// between it and the one before; a document that has passed is found from the block's start again.
struct PositionsReader {
    private let range: Range<Int>
    /// The block's bytes, once they have been asked for.
    private var bytes: FileBytes?
    private var base = 0
    /// Bit of the block at which the high parts begin.
    private var highStart = 0
    private var hasSamples = false

    /// The document that comes next, and where its parts begin: low ones in bits from the end, high ones from the start.
    private var next = 0
    private var lowBit = 0
    private var highBit = 0

    init() { self.init(0..<0) }

    init(_ range: Range<Int>) { self.range = range }

    mutating func read(
        _ index: Int, of frequencies: UInt32Block, count: Int, in file: IndexFile, limit: UInt32,
        into buffer: UInt32Buffer
    ) throws(IndexError) {
        if self.bytes == nil { try open(file, frequencies, count) }
        guard let bytes else { return }
        if index < next { (next, lowBit, highBit) = (0, 0, highStart) }
        do throws(DecodeError) {
            try skip(to: index, frequencies, bytes)
            try decode(frequencies[index], bytes, limit, into: buffer)
        } catch {
            throw error.inFile(file.path, from: range.lowerBound)
        }
    }

    private mutating func open(
        _ file: IndexFile, _ frequencies: UInt32Block, _ count: Int
    ) throws(IndexError) {
        let bytes = try file.part(range)
        guard bytes.count > 0 else { throw .corrupt(file: file.path, offset: range.lowerBound, what: "no positions") }
        base = Int(bytes[0])
        var total = 0
        for at in 0..<count { total &+= Int(frequencies[at]) }
        hasSamples = total >= PostingsFormat.sampledPositions
        highStart = 8 * (1 + (hasSamples ? 4 * ((count - 1) / PostingsFormat.sampleInterval) : 0))
        guard highStart + total <= 8 * bytes.count else {
            throw .corrupt(file: file.path, offset: range.lowerBound, what: "positions are missing")
        }
        self.bytes = bytes
        (next, lowBit, highBit) = (0, 0, highStart)
    }

    private mutating func skip(
        to index: Int, _ frequencies: UInt32Block, _ bytes: FileBytes
    ) throws(DecodeError) {
        var ones = 0
        let sample = hasSamples ? index / PostingsFormat.sampleInterval : 0
        let sampled = sample &* PostingsFormat.sampleInterval
        while next < index {
            let frequency = frequencies[next]
            lowBit &+= Int(frequency) &* PostingsFormat.lowWidth(base: base, termFreq: frequency)
            ones &+= Int(frequency)
            next &+= 1
            if next == sampled {
                highBit = highStart &+ Int(bytes.littleEndian32(at: 1 &+ 4 &* (sample &- 1)))
                ones = 0
            }
        }
        if ones > 0 { try skipHigh(ones, bytes) }
    }

    /// Moves behind the next `count` ones of the high parts.
    private mutating func skipHigh(_ count: Int, _ bytes: FileBytes) throws(DecodeError) {
        var left = count
        while highBit < 8 &* bytes.count {
            // At least 57 bits of the stream; bits shifted in are zeros.
            var word = bytes.littleEndian64(at: highBit >> 3) &>> UInt64(highBit & 7)
            let ones = word.nonzeroBitCount
            if ones < left {
                left &-= ones
                highBit = (highBit & ~7) &+ 64
                continue
            }
            for _ in 1..<left { word &= word &- 1 }
            highBit &+= word.trailingZeroBitCount &+ 1
            return
        }
        throw .endOfBytes(at: bytes.count)
    }

    private mutating func decode(
        _ frequency: UInt32, _ bytes: FileBytes, _ limit: UInt32, into buffer: UInt32Buffer
    ) throws(DecodeError) {
        let width = PostingsFormat.lowWidth(base: base, termFreq: max(frequency, 1))
        let mask = (1 as UInt64) &<< UInt64(width) &- 1
        var position: UInt64 = 0
        var low = lowBit
        let end = 8 &* bytes.count
        // The next high parts, the first one lowest, and the bit at which those behind them begin.
        var word = bytes.littleEndian64(at: highBit >> 3) &>> UInt64(highBit & 7)
        var wordEnd = (highBit & ~7) &+ 64
        var high = highBit
        for _ in 0..<frequency {
            var zeros = high
            while word == 0 {
                guard wordEnd < end else { throw .endOfBytes(at: bytes.count) }
                high = wordEnd
                word = bytes.littleEndian64(at: high >> 3)
                wordEnd &+= 64
            }
            let skipped = word.trailingZeroBitCount
            zeros = high &+ skipped &- zeros
            high &+= skipped &+ 1
            // In two steps: the one may be the word's last bit.
            word = (word &>> UInt64(skipped)) &>> 1
            low &+= width
            let at = end &- low
            let gap = UInt64(zeros) &<< UInt64(width) | bytes.littleEndian64(at: at >> 3) &>> UInt64(at & 7) & mask
            position &+= gap
            guard position <= UInt32.max else { throw .unexpected("a position is too large", at: high >> 3) }
            buffer.append(UInt32(truncatingIfNeeded: position))
            // Left early, the reader stays at the document's start.
            if position > limit { return }
            position &+= 1
        }
        (lowBit, highBit) = (low, high)
        next &+= 1
    }
}
