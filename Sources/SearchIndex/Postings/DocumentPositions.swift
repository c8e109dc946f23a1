/// The positions of a term in one document, which are decoded, or looked for. Format: `PostingsFormat`.
struct DocumentPositions: ~Escapable {
    private let bytes: Span<UInt8>
    let frequency: Int
    /// Bits of a low part.
    private let width: Int
    /// Where the next high part begins.
    private(set) var highBit: Int
    /// Where the last low part ended: low parts follow one another downward.
    private var lowBit: Int

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, frequency: Int, width: Int, highBit: Int, lowBit: Int) {
        self.bytes = bytes
        self.frequency = frequency
        self.width = width
        self.highBit = highBit
        self.lowBit = lowBit
    }

    private var isLong: Bool { frequency >= PostingsFormat.longDocument }

    // MARK: - Reading all

    mutating func read(into buffer: UInt32Buffer) throws(DecodeError) {
        let isLong = isLong
        var reader = HighPartReader(bytes, from: highBit)
        let mask = (1 as UInt64) &<< UInt64(width) &- 1
        var low = lowBit
        var high: UInt64 = 0
        // One more than the last position.
        var next: UInt64 = 0
        for _ in 0..<frequency {
            low &-= width
            let part = bytes.littleEndian64(at: low >> 3) &>> UInt64(low & 7) & mask
            let zeros = UInt64(try reader.next(bytes))
            high = isLong ? high &+ zeros : zeros
            let value = high &<< UInt64(width) | part
            let position = isLong ? value : next &+ value
            guard position >= next, position <= UInt32.max else {
                throw .unexpected("a position is out of order", at: low >> 3)
            }
            buffer.append(UInt32(truncatingIfNeeded: position))
            next = position &+ 1
        }
        (lowBit, highBit) = (low, reader.bit)
    }

    // MARK: - Looking for some

    /// Keeps of ascending starts in a range, of which there are some, those that have a position at a distance behind
    /// them; puts them to a place that is not behind the range's start.
    ///
    /// - Returns: the place behind those that were kept.
    @inline(__always)
    func keep(
        _ starts: UInt32Buffer, _ range: Range<Int>, movingTo place: Int, at distance: UInt32
    ) throws(DecodeError) -> Int {
        isLong
            ? try keepBySeeking(starts, range, place, distance) : try keepByReading(starts, range, place, distance)
    }

    private func keepByReading(
        _ starts: UInt32Buffer, _ range: Range<Int>, _ place: Int, _ distance: UInt32
    ) throws(DecodeError) -> Int {
        var reader = HighPartReader(bytes, from: highBit)
        let mask = (1 as UInt64) &<< UInt64(width) &- 1
        var low = lowBit
        var next: UInt64 = 0
        var (at, kept) = (range.lowerBound, place)
        var wanted = UInt64(starts[at]) &+ UInt64(distance)
        for _ in 0..<frequency {
            low &-= width
            let part = bytes.littleEndian64(at: low >> 3) &>> UInt64(low & 7) & mask
            let position = next &+ (UInt64(try reader.next(bytes)) &<< UInt64(width) | part)
            next = position &+ 1
            if position < wanted { continue }
            while wanted < position {
                at &+= 1
                if at == range.upperBound { return kept }
                wanted = UInt64(starts[at]) &+ UInt64(distance)
            }
            if wanted == position {
                starts.replace(at: kept, with: starts[at])
                kept &+= 1
            }
        }
        return kept
    }

    /// Finds in the high parts of a long document, by counting zeros, the first position that shares its high part with the
    /// one wanted; positions before it are not decoded.
    private func keepBySeeking(
        _ starts: UInt32Buffer, _ range: Range<Int>, _ place: Int, _ distance: UInt32
    ) throws(DecodeError) -> Int {
        let mask = (1 as UInt64) &<< UInt64(width) &- 1
        var bit = highBit
        var zeros: UInt64 = 0
        // Number of the position whose high part is at `bit` or behind it.
        var index = 0
        var kept = place
        search: for at in range {
            let wanted = UInt64(starts[at]) &+ UInt64(distance)
            let high = wanted &>> UInt64(width)
            while zeros < high {
                guard bit < 8 &* bytes.count else { throw .endOfBytes(at: bytes.count) }
                // Zeros of the stream as ones; behind the word's end there are none.
                let word = ByteSums(~bytes.littleEndian64(at: bit >> 3) &>> UInt64(bit & 7))
                let found = UInt64(truncatingIfNeeded: word.total)
                if zeros &+ found < high {
                    let length = 64 &- (bit & 7)
                    zeros &+= found
                    index &+= length &- word.total
                    bit &+= length
                    if index >= frequency { break search }
                    continue
                }
                let rank = Int(truncatingIfNeeded: high &- zeros &- 1)
                let place = word.place(ofOne: rank)
                index &+= place &- rank
                bit &+= place &+ 1
                zeros = high
            }
            // Positions of this high part, until the next zero.
            while index < frequency, bytes[min(bit >> 3, bytes.count &- 1)] &>> UInt8(bit & 7) & 1 == 1 {
                let low = lowBit &- width &* (index &+ 1)
                let part = bytes.littleEndian64(at: low >> 3) &>> UInt64(low & 7) & mask
                let position = zeros &<< UInt64(width) | part
                if position > wanted { continue search }
                index &+= 1
                bit &+= 1
                if position == wanted {
                    starts.replace(at: kept, with: starts[at])
                    kept &+= 1
                    continue search
                }
            }
            if index >= frequency { break }
        }
        return kept
    }
}

/// The zeros before one after another.
private struct HighPartReader {
    private var word: UInt64
    private var wordEnd: Int
    /// Bit behind the last one.
    private(set) var bit: Int

    init(_ bytes: Span<UInt8>, from bit: Int) {
        // The bits from `bit` on, the first one lowest, and the bit at which those behind them begin.
        word = bytes.littleEndian64(at: bit >> 3) &>> UInt64(bit & 7)
        wordEnd = (bit & ~7) &+ 64
        self.bit = bit
    }

    @inline(__always)
    mutating func next(_ bytes: Span<UInt8>) throws(DecodeError) -> Int {
        let start = bit
        while word == 0 {
            guard wordEnd < 8 &* bytes.count else { throw .endOfBytes(at: bytes.count) }
            bit = wordEnd
            word = bytes.littleEndian64(at: bit >> 3)
            wordEnd &+= 64
        }
        let skipped = word.trailingZeroBitCount
        let zeros = bit &+ skipped &- start
        bit &+= skipped &+ 1
        // In two steps: the one may be the word's last bit.
        word = (word &>> UInt64(skipped)) &>> 1
        return zeros
    }
}
