/// Encodes the postings of one term after another. Format: `PostingsFormat`.
struct PostingsWriter {
    private(set) var docFreq = 0

    private let hasPositions: Bool
    private let docs = UInt32Block()
    private let frequencies = UInt32Block()
    private var positions: PositionsWriter
    private let values = UInt32Block()

    private var inBlock = 0
    private var lastDoc: Int64 = -1
    private var lastDocOfBlock: Int64 = -1
    private var frequency: UInt32 = 0
    private var lastPosition: UInt32 = 0
    private var bound: Float = 0

    private var records: [BlockRecord] = []
    private var groupBounds: [UInt16] = []
    private var bodies: [UInt8] = []
    private var blockCount = 0

    /// Statistics of the field of the current term, for the bounds.
    private var saturation = Saturation()

    /// - Parameter hasPositions: false for pairs of words, of which only documents and frequencies are kept.
    init(hasPositions: Bool) {
        self.hasPositions = hasPositions
        positions = PositionsWriter()
    }

    /// Sets what the bounds of the terms to come are computed with.
    mutating func beginField(_ saturation: Saturation) { self.saturation = saturation }

    mutating func beginTerm() {
        docFreq = 0
        inBlock = 0
        lastDoc = -1
        lastDocOfBlock = -1
        frequency = 0
        bound = 0
        blockCount = 0
        records.removeAll(keepingCapacity: true)
        groupBounds.removeAll(keepingCapacity: true)
        bodies.removeAll(keepingCapacity: true)
        positions.removeAll()
    }

    /// Adds an occurrence. Documents ascend, and positions within one.
    @inline(__always)
    mutating func append(doc: DocID, position: UInt32) {
        if Int64(doc) == lastDoc {
            precondition(position > lastPosition, "positions of a term ascend")
            positions.append(gap: position &- lastPosition &- 1)
            frequency &+= 1
        } else {
            beginDocument(doc)
            positions.append(gap: position)
            frequency = 1
        }
        lastPosition = position
    }

    /// Adds a document without positions.
    mutating func append(doc: DocID, frequency: UInt32) {
        precondition(frequency > 0, "a document of a term holds it")
        beginDocument(doc)
        self.frequency = frequency
    }

    private mutating func beginDocument(_ doc: DocID) {
        precondition(Int64(doc) > lastDoc, "documents of a term ascend")
        if frequency > 0 { endDocument() }
        if inBlock == PostingsFormat.blockLength { finishBlock() }
        lastDoc = Int64(doc)
    }

    @inline(__always)
    private mutating func endDocument() {
        docs[inBlock] = DocID(truncatingIfNeeded: lastDoc)
        frequencies[inBlock] = frequency
        bound = max(bound, saturation.value(doc: DocID(truncatingIfNeeded: lastDoc), frequency: frequency))
        if hasPositions {
            positions.endDocument(
                span: UInt64(lastPosition) &+ 1, norm: saturation.norm(of: DocID(truncatingIfNeeded: lastDoc)))
        }
        inBlock &+= 1
        docFreq &+= 1
    }

    /// Ends the term, which has at least one document, and adds its data to an array: the whole of it for the dictionary
    /// when it is tiny, else its postings and, behind them, its positions.
    mutating func endTerm(_ postings: inout [UInt8]) -> PostingsLength {
        if frequency > 0 { endDocument() }
        precondition(docFreq > 0, "a term has documents")
        let start = postings.count
        if blockCount == 0, inBlock <= PostingsFormat.mostInlineDocuments,
            positions.pendingCount <= PostingsFormat.mostInlinePositions
        {
            appendInline(to: &postings)
            return .inline(postings.count - start)
        }
        finishBlock()
        if blockCount == 1 {
            let record = records[0]
            postings.append(record.documentsCode)
            postings.append(record.frequenciesCode)
            postings.append(UInt8(truncatingIfNeeded: record.bound))
            postings.append(UInt8(truncatingIfNeeded: record.bound >> 8))
        } else {
            BlockRecord.append(records, hasPositions: hasPositions, to: &postings)
            for bound in groupBounds {
                postings.append(UInt8(truncatingIfNeeded: bound))
                postings.append(UInt8(truncatingIfNeeded: bound >> 8))
            }
        }
        postings.append(contentsOf: bodies)
        let length = postings.count - start
        postings.append(contentsOf: positions.bytes)
        return .apart(postings: length, positions: positions.bytes.count)
    }

    private func appendInline(to bytes: inout [UInt8]) {
        var writer = ByteWriter()
        var before: Int64 = -1
        var gap = 0
        for at in 0..<inBlock {
            writer.append(varint: UInt32(Int64(docs[at]) - before - 1))
            writer.append(varint: frequencies[at])
            before = Int64(docs[at])
            guard hasPositions else { continue }
            for _ in 0..<frequencies[at] {
                writer.append(varint: positions.pendingGap(gap))
                gap += 1
            }
        }
        bytes.append(contentsOf: writer.bytes)
    }

    private mutating func finishBlock() {
        let bodyStart = bodies.count
        precondition(bodyStart <= UInt32.max && positions.bytes.count <= UInt32.max, "a term has less than 4 GiB")
        let bits = ScoreBound.rounded(bound)
        let documentsCode = appendDocuments()
        let frequenciesCode = appendFrequencies()
        records.append(
            BlockRecord(
                lastDoc: UInt32(truncatingIfNeeded: lastDocOfBlockEnd), body: UInt32(bodyStart),
                positions: UInt32(positions.bytes.count), bound: bits, documentsCode: documentsCode,
                frequenciesCode: frequenciesCode))
        if blockCount % PostingsFormat.blocksPerGroup == 0 { groupBounds.append(0) }
        groupBounds[groupBounds.count - 1] = max(groupBounds[groupBounds.count - 1], bits)
        if hasPositions { positions.finishBlock(frequencies: frequencies, count: inBlock) }
        blockCount += 1
        lastDocOfBlock = lastDocOfBlockEnd
        inBlock = 0
        bound = 0
    }

    /// Last document of the block that is being finished.
    private var lastDocOfBlockEnd: Int64 { Int64(docs[inBlock - 1]) }

    /// - Returns: the documents' code.
    private mutating func appendDocuments() -> UInt8 {
        var widest: UInt32 = 0
        var before = DocID(truncatingIfNeeded: lastDocOfBlock)
        let differences = values
        for at in 0..<inBlock {
            differences[at] = docs[at] &- before &- 1
            widest |= differences[at]
            before = docs[at]
        }
        let width = BitPacking.width(of: widest)
        let isFull = inBlock == PostingsFormat.blockLength
        let packed =
            isFull
            ? BitPacking.blockLength(width: width) : BitPacking.length(count: inBlock, width: width)
        let first = (lastDocOfBlock + 1) / 64
        let words = Int(lastDocOfBlockEnd / 64 - first) + 1
        if 8 * words <= packed {
            var bits = [UInt64](repeating: 0, count: words)
            for at in 0..<inBlock { bits[Int(Int64(docs[at]) / 64 - first)] |= 1 << UInt64(docs[at] % 64) }
            for word in bits {
                for byte in 0..<8 as Range<UInt64> { bodies.append(UInt8(truncatingIfNeeded: word >> (8 * byte))) }
            }
            return PostingsFormat.bitsCode
        }
        append(differences, width: width)
        return UInt8(width)
    }

    /// - Returns: the frequencies' code.
    private mutating func appendFrequencies() -> UInt8 {
        var widths = InlineArray<33, Int>(repeating: 0)
        for at in 0..<inBlock {
            values[at] = frequencies[at] &- 1
            widths[BitPacking.width(of: values[at])] += 1
        }
        let (width, exceptions) = frequencyWidth(widths)
        append(values, width: width)
        for at in 0..<inBlock where BitPacking.width(of: values[at]) > width {
            bodies.append(UInt8(at))
            var rest = ByteWriter()
            rest.append(varint: values[at] >> UInt32(width))
            bodies.append(contentsOf: rest.bytes)
        }
        return UInt8(width) | UInt8(exceptions) << 5
    }

    /// The width that makes the frequencies shortest; `widths` counts the values of each width.
    private func frequencyWidth(_ widths: InlineArray<33, Int>) -> (width: Int, exceptions: Int) {
        var above = 0
        var best = (width: 31, exceptions: 0, cost: Int.max)
        for width in stride(from: 31, through: 0, by: -1) {
            above += widths[width + 1]
            if above > PostingsFormat.mostExceptions { break }
            // An exception takes its place and, nearly always, one byte.
            let cost = inBlock * width + 16 * above
            if cost <= best.cost { best = (width, above, cost) }
        }
        return (best.width, best.exceptions)
    }

    private mutating func append(_ values: UInt32Block, width: Int) {
        if inBlock == PostingsFormat.blockLength {
            BitPacking.append(values, width: width, to: &bodies)
        } else {
            BitPacking.appendOneByOne(values, count: inBlock, width: width, to: &bodies)
        }
    }
}

/// Where the data of a term are to be, and their lengths in bytes.
enum PostingsLength {
    case inline(Int)
    case apart(postings: Int, positions: Int)
}
