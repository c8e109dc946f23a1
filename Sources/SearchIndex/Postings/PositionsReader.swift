/// Positions of the documents of one block of postings. Format: `PostingsFormat`.
///
/// Where a document's positions lie follows from the frequencies and lengths of the documents before it and from ones
/// counted in the high parts between, so that none of their positions is decoded.
struct PositionsReader {
    private var range = 0..<0
    /// The block's bytes, once they have been asked for.
    private var bytes: FileBytes?
    private var base = 0
    private var samples = PositionSamples(documents: 1, partsLength: 0)

    /// Where documents' parts begin, made when positions are first asked for, and kept from block to block.
    private var places: PositionPlaces?
    /// Group of the documents whose places are known.
    private var group = -1
    /// Bit of the block at which the high parts of the group begin.
    private var groupStart = 0
    /// A bit of the group at which high parts begin, and how many are before it.
    private var highBit = 0
    private var highsBefore = 0

    /// A block of postings, whose documents and frequencies are decoded, and what else positions depend on.
    struct Block {
        let docs: UInt32Block
        let frequencies: UInt32Block
        let count: Int
        let norms: FileBytes
        let file: IndexFile
    }

    /// Makes another block the current one.
    mutating func move(to range: Range<Int>) {
        self.range = range
        bytes = nil
    }

    private mutating func open(_ block: Block) throws(IndexError) -> (FileBytes, PositionPlaces) {
        let places = places ?? PositionPlaces()
        self.places = places
        if let bytes { return (bytes, places) }
        let bytes = try block.file.part(range)
        samples = PositionSamples(documents: block.count, blockLength: bytes.count)
        guard bytes.count > samples.length else {
            throw .corrupt(file: block.file.path, offset: range.lowerBound, what: "positions are missing")
        }
        base = Int(bytes[0])
        group = -1
        self.bytes = bytes
        return (bytes, places)
    }

    /// Appends the positions of a document to a buffer.
    mutating func read(_ index: Int, of block: Block, into buffer: UInt32Buffer) throws(IndexError) {
        let (bytes, places) = try open(block)
        let span = bytes.span
        do throws(DecodeError) {
            var document = try document(index, places, block, span)
            try document.read(into: buffer)
            moveBehind(document)
        } catch {
            throw error.inFile(block.file.path, from: range.lowerBound)
        }
    }

    /// Keeps of ascending starts, of which there are some, those that have a position of a document at a distance behind
    /// them.
    mutating func keep(
        _ starts: UInt32Buffer, at distance: UInt32, _ index: Int, of block: Block
    ) throws(IndexError) {
        let (bytes, places) = try open(block)
        let span = bytes.span
        do throws(DecodeError) {
            let document = try document(index, places, block, span)
            starts.keepFirst(try document.keep(starts, 0..<starts.count, movingTo: 0, at: distance))
        } catch {
            throw error.inFile(block.file.path, from: range.lowerBound)
        }
    }

    /// Narrows those documents of a batch that the block reaches to, from the first not seen: to those that have a
    /// position at a distance behind one of their starts, or at all, for the first word.
    ///
    /// - Parameter place: from where in the block documents are looked for.
    /// - Returns: the place of the last one looked for, or of the first behind it.
    mutating func narrow(
        _ batch: PhraseBatch, _ progress: inout PhraseBatch.Progress, at distance: UInt32, in block: Block,
        from place: Int
    ) throws(IndexError) -> Int {
        let (bytes, places) = try open(block)
        let span = bytes.span
        let (docs, wanted, starts) = (block.docs, batch.docs, batch.starts)
        let last = docs[block.count - 1]
        var place = place
        // A copy, so that it is not written back for each document.
        var reader = self
        do throws(DecodeError) {
            while progress.at < batch.count, wanted[progress.at] <= last {
                place = docs.firstIndex(notBelow: wanted[progress.at], from: place, to: block.count)
                if docs[place] == wanted[progress.at] {
                    var document = try reader.document(place, places, block, span)
                    if batch.hasStarts {
                        let kept = try document.keep(
                            starts, batch.starts(of: progress.at), movingTo: progress.starts, at: distance)
                        batch.keep(&progress, endOfStarts: kept)
                    } else {
                        try document.read(into: starts)
                        reader.moveBehind(document)
                        starts.subtract(distance, from: progress.starts)
                        batch.keep(&progress, endOfStarts: starts.count)
                    }
                }
                progress.at &+= 1
            }
        } catch {
            throw error.inFile(block.file.path, from: range.lowerBound)
        }
        self = reader
        return place
    }

    /// A document of the block.
    @inline(__always)
    @_lifetime(copy bytes)
    private mutating func document(
        _ index: Int, _ places: PositionPlaces, _ block: Block, _ bytes: Span<UInt8>
    ) throws(DecodeError) -> DocumentPositions {
        if index &>> samples.shift != group { enter(index &>> samples.shift, places, bytes) }
        if index >= places.known {
            // Some more at once, since the next document mostly is near.
            let last = min(block.count &- 1, index | 3)
            places.extend(through: last, block.docs, block.frequencies, base: base, block.norms)
        }
        try seek(places.ones[index], bytes)
        return DocumentPositions(
            bytes, frequency: Int(block.frequencies[index]), width: Int(places.widths[index]), highBit: highBit,
            lowBit: 8 &* bytes.count &- places.lows[index])
    }

    private mutating func enter(_ group: Int, _ places: PositionPlaces, _ bytes: Span<UInt8>) {
        let (high, low) = samples.sample(group, bytes)
        self.group = group
        groupStart = 8 &* (1 &+ samples.length) &+ high
        (highBit, highsBefore) = (groupStart, 0)
        places.begin(at: group &<< samples.shift, low: low)
    }

    /// Notes where a document whose positions were read ends.
    @inline(__always)
    private mutating func moveBehind(_ document: borrowing DocumentPositions) {
        highBit = document.highBit
        highsBefore &+= document.frequency
    }

    /// Moves behind so many high parts of the group.
    @inline(__always)
    private mutating func seek(_ wanted: Int, _ bytes: Span<UInt8>) throws(DecodeError) {
        if wanted == highsBefore { return }
        if wanted < highsBefore { (highBit, highsBefore) = (groupStart, 0) }
        if wanted > highsBefore { highBit = try Self.bit(after: wanted &- highsBefore, from: highBit, bytes) }
        highsBefore = wanted
    }

    /// The bit behind the next `count` ones.
    private static func bit(after count: Int, from start: Int, _ bytes: Span<UInt8>) throws(DecodeError) -> Int {
        var left = count
        var bit = start
        while bit < 8 &* bytes.count {
            // At least 57 bits of the stream; bits shifted in are zeros.
            let word = ByteSums(bytes.littleEndian64(at: bit >> 3) &>> UInt64(bit & 7))
            let ones = word.total
            if ones >= left { return bit &+ word.place(ofOne: left &- 1) &+ 1 }
            left &-= ones
            bit = (bit & ~7) &+ 64
        }
        throw .endOfBytes(at: bytes.count)
    }
}
