/// Positions of the documents of one block of postings. Format: `PostingsFormat`.
///
/// Where a document's positions lie follows from the frequencies and lengths of the documents before it and from ones
/// counted in the high parts between, so that none of their positions is decoded.
struct PositionsReader {
    private var range = 0..<0
    /// The block's bytes, once they have been asked for.
    private var bytes: FileBytes?
    private var base = 0
    /// Bit of the block at which the high parts begin.
    private var highStart = 0
    private var hasSamples = false

    /// Where documents' parts begin, made when positions are first asked for, and kept from block to block.
    private var places: PositionPlaces?
    /// Documents of which the places are known.
    private var known = 0
    /// A place in the high parts, and the ones before it.
    private var highBit = 0
    private var onesBefore = 0

    /// Makes another block the current one.
    mutating func move(to range: Range<Int>) {
        self.range = range
        bytes = nil
        known = 0
    }

    /// Whether a document's positions can be read.
    @inline(__always)
    func isReady(for index: Int) -> Bool { index < known }

    /// Makes ready for a document and those before it.
    mutating func prepare(
        for index: Int, _ docs: UInt32Block, _ frequencies: UInt32Block, count: Int, norms: FileBytes,
        in file: IndexFile
    ) throws(IndexError) {
        if bytes == nil {
            let bytes = try file.part(range)
            do throws(DecodeError) {
                try open(bytes, frequencies, count)
            } catch {
                throw error.inFile(file.path, from: range.lowerBound)
            }
        }
        let places = places ?? PositionPlaces()
        self.places = places
        // Some more at once, since the next document mostly is near.
        let last = min(count - 1, index | 7)
        places.extend(from: known, through: last, docs, frequencies, base: base, norms)
        known = max(known, last + 1)
    }

    private mutating func open(
        _ bytes: FileBytes, _ frequencies: UInt32Block, _ count: Int
    ) throws(DecodeError) {
        guard bytes.count > 0 else { throw .unexpected("no positions", at: 0) }
        base = Int(bytes[0])
        var total = 0
        for at in 0..<count { total &+= Int(frequencies[at]) }
        hasSamples = total >= PostingsFormat.sampledPositions
        highStart = 8 * (1 + (hasSamples ? 4 * ((count - 1) / PostingsFormat.sampleInterval) : 0))
        guard highStart + total <= 8 * bytes.count else { throw .unexpected("positions are missing", at: 0) }
        self.bytes = bytes
        (highBit, onesBefore) = (highStart, 0)
    }

    /// Appends the positions of a document, for which the reader is ready, to a buffer.
    mutating func read(_ index: Int, frequency: UInt32, into buffer: UInt32Buffer) throws(DecodeError) {
        guard let bytes, let places else { return }
        let span = bytes.span
        try seek(index, places, span)
        var document = DocumentPositions(
            span, frequency: Int(frequency), width: places.widths[index], highBit: highBit,
            lowBit: 8 &* span.count &- places.lows[index])
        try document.read(into: buffer)
        highBit = document.highBit
        onesBefore = onesBefore &+ Int(frequency)
    }

    /// Keeps of ascending starts, of which there are some, those that have a position of a document, for which the reader
    /// is ready, at a distance behind them.
    mutating func keep(
        _ starts: UInt32Buffer, at distance: UInt32, _ index: Int, frequency: UInt32
    ) throws(DecodeError) {
        guard let bytes, let places else { return }
        let span = bytes.span
        try seek(index, places, span)
        let document = DocumentPositions(
            span, frequency: Int(frequency), width: places.widths[index], highBit: highBit,
            lowBit: 8 &* span.count &- places.lows[index])
        try document.keep(starts, at: distance)
    }

    /// Moves to the high parts of a document.
    @inline(__always)
    private mutating func seek(_ index: Int, _ places: PositionPlaces, _ bytes: Span<UInt8>) throws(DecodeError) {
        let wanted = places.ones[index]
        if wanted < onesBefore { (highBit, onesBefore) = (highStart, 0) }
        if hasSamples, index >= PostingsFormat.sampleInterval {
            let sample = index / PostingsFormat.sampleInterval
            let sampled = places.ones[sample &* PostingsFormat.sampleInterval]
            if sampled > onesBefore {
                highBit = highStart &+ Int(bytes.littleEndian32(at: 1 &+ 4 &* (sample &- 1)))
                onesBefore = sampled
            }
        }
        if wanted > onesBefore {
            highBit = try Self.bit(after: wanted &- onesBefore, from: highBit, bytes)
            onesBefore = wanted
        }
    }

    /// The bit behind the next `count` ones.
    private static func bit(after count: Int, from start: Int, _ bytes: Span<UInt8>) throws(DecodeError) -> Int {
        var left = count
        var bit = start
        while bit < 8 &* bytes.count {
            // At least 57 bits of the stream; bits shifted in are zeros.
            var word = bytes.littleEndian64(at: bit >> 3) &>> UInt64(bit & 7)
            let ones = word.nonzeroBitCount
            if ones < left {
                left &-= ones
                bit = (bit & ~7) &+ 64
                continue
            }
            for _ in 1..<left { word &= word &- 1 }
            return bit &+ word.trailingZeroBitCount &+ 1
        }
        throw .endOfBytes(at: bytes.count)
    }
}

/// Where the parts of the documents of a block begin.
final class PositionPlaces {
    /// Bits of a low part.
    let widths = IntBlock()
    /// Bits of low parts in documents before.
    let lows = IntBlock()
    /// Positions of documents before.
    let ones = IntBlock()

    /// Fills in documents from one on, before which all are known, through another.
    func extend(
        from first: Int, through last: Int, _ docs: UInt32Block, _ frequencies: UInt32Block, base: Int,
        _ norms: FileBytes
    ) {
        let logs = PostingsFormat.lengthLogs
        var (low, one) = (0, 0)
        if first > 0 {
            low = lows[first - 1] &+ widths[first - 1] &* Int(frequencies[first - 1])
            one = ones[first - 1] &+ Int(frequencies[first - 1])
        }
        var at = first
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
    }
}
