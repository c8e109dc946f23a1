/// Documents that contain one term, in ascending `DocID` order, decoded a block of 128 at a time.
///
/// Starts before the first document. Skipping to a document reads the records of blocks between by bisection, and decodes
/// the block where it ends. Frequencies are decoded when they are first asked for, and positions apart from both. Every
/// number is checked against what the format allows, so damaged bytes end in an error. Format: `PostingsFormat`.
struct PostingsReader {
    /// The current document, or `endOfPostings`; undefined before the first call to `next()` or `advance(to:)`.
    private(set) var doc: DocID = 0
    let docFreq: Int
    let blockCount: Int

    private let file: IndexFile
    private let documentCount: Int
    private let layout: Layout
    /// The term's postings; places in them count from their start.
    private let data: FileBytes

    /// Documents of the current block, decoded when `isDecoded`.
    let docs = UInt32Block()
    private let frequencies = UInt32Block()
    private(set) var isDecoded = false
    private var hasFrequencies = false
    /// Place in the block; -1 before the first document.
    private(set) var index = -1

    /// Number of the current block; -1 before the first.
    private(set) var block = -1
    /// Documents in the current block.
    private(set) var count = 0
    private var lastDocBefore: Int64 = -1
    /// Last document of the current block; -1 before the first.
    private(set) var lastDoc: Int64 = -1
    private(set) var docsCode: UInt8 = 0
    private var frequenciesCode: UInt8 = 0
    private(set) var body: Range<Int>
    private var positions = PositionsReader()
    /// Norms of the field, once positions have been asked for.
    private var norms: FileBytes?

    /// Where the parts of the postings begin.
    private struct Layout {
        var term: TermInfo
        /// Norms of the field, in the file.
        var norms: Range<Int>
        var records: BlockRecords
        var groups: Int
        var bodies: Int
    }

    /// - Parameter norms: where the norms of the term's field lie in the file.
    init(file: IndexFile, documentCount: Int, term: TermInfo, norms: Range<Int>) throws(IndexError) {
        self.file = file
        self.documentCount = documentCount
        docFreq = term.docFreq
        blockCount = PostingsFormat.blockCount(term.docFreq)
        data = try file.part(term.postings)
        let records = BlockRecords(code: blockCount > 1 && data.count > 0 ? data[0] : 0)
        let groups = 1 + records.length * blockCount
        let groupCount = (blockCount + PostingsFormat.blocksPerGroup - 1) / PostingsFormat.blocksPerGroup
        let bodies = blockCount == 1 ? PostingsFormat.shortHeaderLength : groups + 2 * groupCount
        layout = Layout(term: term, norms: norms, records: records, groups: groups, bodies: bodies)
        body = bodies..<bodies
        if term.isInline {
            try readInline()
        } else if bodies > data.count {
            throw damage("a term has more blocks than bytes")
        } else if blockCount == 1 {
            try readOnlyBlock()
        }
    }

    func damage(_ what: String) -> IndexError {
        .corrupt(file: file.path, offset: layout.term.postings.lowerBound + body.lowerBound, what: what)
    }

    // MARK: - Moving

    /// Moves to the next document, or to the end.
    @inline(__always)
    mutating func next() throws(IndexError) {
        if isDecoded, index &+ 1 < count {
            index &+= 1
            doc = docs[index]
            return
        }
        try nextBlock()
    }

    private mutating func nextBlock() throws(IndexError) {
        guard block + 1 < blockCount else { return end() }
        try enter(block + 1)
        try decode()
        index = 0
        doc = docs[0]
    }

    /// Moves to the first document that is not before `target`; never backward.
    @inline(__always)
    mutating func advance(to target: DocID) throws(IndexError) {
        if index >= 0, doc >= target { return }
        if isDecoded, Int64(target) <= lastDoc {
            index = docs.firstIndex(notBelow: target, from: max(index, 0), to: count)
            doc = docs[index]
            return
        }
        try advanceFar(to: target)
    }

    @inline(never)
    private mutating func advanceFar(to target: DocID) throws(IndexError) {
        guard try advanceBlock(to: target) else { return end() }
        try decode()
        // The block's last document is not before the target, so the search ends inside the block.
        index = docs.firstIndex(notBelow: target, from: max(index, 0), to: count)
        doc = docs[index]
    }

    /// Moves to the block whose last document is the first not before `target`, without decoding it; false when there is
    /// none. The current document is then undefined until the next move.
    mutating func advanceBlock(to target: DocID) throws(IndexError) -> Bool {
        if Int64(target) <= lastDoc { return true }
        guard block + 1 < blockCount else { return false }
        let found = try self.block(notBefore: target, from: block + 1)
        guard found < blockCount else { return false }
        try enter(found)
        return true
    }

    /// Number of the first block, from one on, whose last document is not before `target`; `blockCount` if there is none.
    func block(notBefore target: DocID, from start: Int) throws(IndexError) -> Int {
        guard blockCount > 1, start < blockCount else { return start }
        let records = layout.records
        func last(_ block: Int) -> UInt32 { records.lastDoc(block, data) }
        // Targets are near more often than not: double the step, then bisect.
        var step = 1
        var low = start
        while low + step <= blockCount, last(low + step - 1) < target {
            low += step
            step *= 2
        }
        var high = min(low + step, blockCount)
        while low < high {
            let middle = (low + high) / 2
            if last(middle) < target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Makes a document of the current block, which is decoded, the current one.
    mutating func place(at place: Int) {
        index = place
        doc = docs[place]
    }

    /// Moves to a place of the current block, or behind it to the next block's first document.
    mutating func move(to place: Int) throws(IndexError) {
        if place < count { self.place(at: place) } else { try nextBlock() }
    }

    /// No document of the current block is before this one.
    var firstPossibleDoc: Int64 { lastDocBefore + 1 }

    mutating func end() {
        doc = endOfPostings
        block = blockCount
        lastDoc = Int64(endOfPostings)
        isDecoded = true
        count = 0
        index = 0
        docs[0] = endOfPostings
    }

    // MARK: - Blocks

    /// Makes a block that is not before the current one the current one, and decodes it.
    mutating func enterBlock(_ number: Int) throws(IndexError) {
        if number != block { try enter(number) }
        try decode()
        if index < 0 { place(at: 0) }
    }

    /// Goes back before the first document; for a term of several blocks.
    mutating func rewind() throws(IndexError) {
        guard blockCount > 1 else { return }
        doc = 0
        block = -1
        lastDocBefore = -1
        lastDoc = -1
        isDecoded = false
        count = 0
        index = -1
    }

    /// Reads the record of a block and makes it the current one.
    private mutating func enter(_ number: Int) throws(IndexError) {
        let isLast = number + 1 == blockCount
        let records = layout.records
        lastDocBefore = number > 0 ? Int64(records.lastDoc(number - 1, data)) : -1
        lastDoc = Int64(records.lastDoc(number, data))
        let start = layout.bodies + records.body(number, data)
        let positionsStart = records.positions(number, data)
        let end = isLast ? data.count : layout.bodies + records.body(number + 1, data)
        let positionsEnd = isLast ? layout.term.positions.count : records.positions(number + 1, data)
        guard lastDoc > lastDocBefore, lastDoc < Int64(documentCount), start <= end,
            end <= data.count, positionsStart <= positionsEnd,
            positionsEnd <= layout.term.positions.count
        else { throw damage("a block of postings does not fit") }
        (docsCode, frequenciesCode) = records.codes(number, data)
        body = start..<end
        let base = layout.term.positions.lowerBound
        begin(number, positions: (base + positionsStart)..<(base + positionsEnd))
    }

    private mutating func begin(_ number: Int, positions range: Range<Int>) {
        block = number
        count = min(PostingsFormat.blockLength, docFreq - PostingsFormat.blockLength * number)
        isDecoded = false
        hasFrequencies = false
        index = -1
        positions.move(to: range)
    }

    private mutating func readOnlyBlock() throws(IndexError) {
        docsCode = data[0]
        frequenciesCode = data[1]
        body = layout.bodies..<data.count
        begin(0, positions: layout.term.positions)
        guard docsCode != PostingsFormat.bitsCode else {
            // The bits end with the last document, which nothing else tells: the words up to the frequencies.
            return try readOnlyBits()
        }
        try unpackDocuments()
        lastDoc = Int64(docs[count - 1])
        try checkDocuments()
    }

    /// Decodes the documents of the current block.
    mutating func decode() throws(IndexError) {
        if isDecoded { return }
        if docsCode == PostingsFormat.bitsCode {
            try decodeBits()
        } else {
            try unpackDocuments()
        }
        try checkDocuments()
    }

    private mutating func unpackDocuments() throws(IndexError) {
        let width = Int(docsCode)
        guard width <= 32, documentsLength <= body.count else { throw damage("a block of documents is too short") }
        let bytes = data.span(body.lowerBound..<body.lowerBound + documentsLength)
        if count == PostingsFormat.blockLength {
            BitPacking.unpack(bytes, width: width, into: docs)
        } else {
            BitPacking.unpackOneByOne(bytes, count: count, width: width, into: docs)
        }
        BitPacking.sumDifferences(docs, after: UInt32(truncatingIfNeeded: lastDocBefore))
    }

    private mutating func checkDocuments() throws(IndexError) {
        // Differences of up to 24 bits add up to less than 2³², so that the last sum tells of the others.
        var isRight = Int64(docs[count - 1]) == lastDoc && lastDoc < Int64(documentCount)
        if docsCode > 24, docsCode != PostingsFormat.bitsCode {
            var before = lastDocBefore
            for at in 0..<count {
                isRight = isRight && Int64(docs[at]) > before
                before = Int64(docs[at])
            }
        }
        guard isRight else { throw damage("a document is out of order") }
        isDecoded = true
    }

    /// Bytes of the block's documents.
    private var documentsLength: Int {
        if docsCode == PostingsFormat.bitsCode { return 8 * (Int(lastDoc / 64 - firstWord) + 1) }
        let width = Int(docsCode)
        return count == PostingsFormat.blockLength
            ? BitPacking.blockLength(width: width) : BitPacking.length(count: count, width: width)
    }

    /// Bytes of the current block's documents as bits, from the document 64 · `firstWord` on.
    private var bitsRange: Range<Int> { body.lowerBound..<body.lowerBound + documentsLength }
    var firstWord: Int64 { (lastDocBefore + 1) / 64 }

    private mutating func decodeBits() throws(IndexError) {
        guard documentsLength <= body.count else { throw damage("a block of documents is too short") }
        let bytes = data.span(bitsRange)
        var found = 0
        var first = DocID(truncatingIfNeeded: 64 * firstWord)
        for word in stride(from: 0, to: bytes.count, by: 8) {
            var bits = bytes.littleEndian64(at: word)
            while bits != 0 {
                docs[found] = first &+ DocID(truncatingIfNeeded: bits.trailingZeroBitCount)
                bits &= bits &- 1
                found &+= 1
            }
            first &+= 64
        }
        guard found == count, Int64(docs[0]) > lastDocBefore else { throw damage("a block has other documents") }
    }

    /// Adds the current block's documents, which are bits, to a window.
    func join(_ window: DocWindow) throws(IndexError) {
        let range = bitsRange
        guard range.upperBound <= body.upperBound else { throw damage("a block of documents is too short") }
        // Words of the block and of the window are both counted from a multiple of 64.
        let offset = Int(firstWord) &- Int(window.base / 64)
        var word = max(0, -offset)
        while 8 &* word < range.count, word &+ offset < 64 {
            window[word: word &+ offset] |= data.littleEndian64(at: range.lowerBound &+ 8 &* word)
            word &+= 1
        }
    }

    private mutating func readOnlyBits() throws(IndexError) {
        // Words are as many as hold the block's documents.
        let data = data
        let bytes = data.span(body)
        var found = 0
        var word = 0
        while found < count, 8 * word + 8 <= bytes.count {
            var bits = bytes.littleEndian64(at: 8 * word)
            found += bits.nonzeroBitCount
            if found == count {
                bits = bits &>> 1
                lastDoc = Int64(64 * word + 64 - bits.leadingZeroBitCount)
            }
            word += 1
        }
        guard found == count, lastDoc < Int64(documentCount) else { throw damage("a block has other documents") }
        try decodeBits()
        isDecoded = true
    }

    // MARK: - Frequencies and positions

    /// Occurrences of the term in the current document.
    @inline(__always)
    mutating func termFreq() throws(IndexError) -> UInt32 {
        if !hasFrequencies { try decodeFrequencies() }
        return frequencies[index]
    }

    /// Frequencies of the current block, whose documents are decoded.
    @inline(__always)
    mutating func blockFrequencies() throws(IndexError) -> UInt32Block {
        if !hasFrequencies { try decodeFrequencies() }
        return frequencies
    }

    @inline(never)
    private mutating func decodeFrequencies() throws(IndexError) {
        if !isDecoded { try decode() }
        let start = body.lowerBound + documentsLength
        let width = Int(frequenciesCode & 31)
        let isFull = count == PostingsFormat.blockLength
        let length =
            isFull ? BitPacking.blockLength(width: width) : BitPacking.length(count: count, width: width)
        guard start <= body.upperBound, length <= body.upperBound - start else {
            throw damage("a block of frequencies is too short")
        }
        let data = data
        let bytes = data.span(start..<body.upperBound)
        if isFull {
            BitPacking.unpack(bytes, width: width, into: frequencies)
        } else {
            BitPacking.unpackOneByOne(bytes, count: count, width: width, into: frequencies)
        }
        var reader = ByteReader(bytes)
        do throws(DecodeError) {
            try reader.skip(length)
            for _ in 0..<(frequenciesCode >> 5) {
                let at = Int(try reader.byte())
                frequencies[at] = frequencies[at] | (try reader.varint()) << UInt32(width)
            }
            guard reader.isAtEnd else { throw .unexpected("a block ends elsewhere", at: reader.offset) }
        } catch {
            throw error.inFile(file.path, from: layout.term.postings.lowerBound + start)
        }
        for row in 0..<32 { frequencies[row: row] = frequencies[row: row] &+ SIMD4(repeating: 1) }
        hasFrequencies = true
    }

    /// Puts the positions of the term in the current document into a buffer, ascending.
    mutating func readPositions(into buffer: UInt32Buffer) throws(IndexError) {
        buffer.removeAll()
        if layout.term.isInline { return try readInlinePositions(into: buffer) }
        try preparePositions()
        do throws(DecodeError) {
            try positions.read(index, frequency: frequencies[index], into: buffer)
        } catch {
            throw positionsError(error)
        }
    }

    /// Keeps of ascending starts, of which there are some, those that have a position of the current document at a
    /// distance behind them.
    ///
    /// - Parameter buffer: a place for positions.
    mutating func keepStarts(
        _ starts: UInt32Buffer, at distance: UInt32, with buffer: UInt32Buffer
    ) throws(IndexError) {
        if layout.term.isInline {
            try readPositions(into: buffer)
            return starts.keep(at: distance, in: buffer)
        }
        try preparePositions()
        do throws(DecodeError) {
            try positions.keep(starts, at: distance, index, frequency: frequencies[index])
        } catch {
            throw positionsError(error)
        }
    }

    @inline(__always)
    private mutating func preparePositions() throws(IndexError) {
        if positions.isReady(for: index) { return }
        try prepareMorePositions()
    }

    @inline(never)
    private mutating func prepareMorePositions() throws(IndexError) {
        if !hasFrequencies { try decodeFrequencies() }
        if norms == nil { norms = try file.part(layout.norms) }
        guard let norms else { return }
        try positions.prepare(for: index, docs, frequencies, count: count, norms: norms, in: file)
    }

    private func positionsError(_ error: DecodeError) -> IndexError {
        error.inFile(file.path, from: layout.term.positions.lowerBound)
    }

    // MARK: - Bounds

    /// The bound of a block, which exists.
    func bound(ofBlock number: Int) throws(IndexError) -> UInt16 {
        if layout.term.isInline { return ScoreBound.none }
        return blockCount == 1 ? data.littleEndian16(at: 2) : layout.records.bound(number, data)
    }

    /// The bound of a group of 32 blocks; of the only block, when there is one.
    func bound(ofGroup number: Int) throws(IndexError) -> UInt16 {
        if blockCount == 1 { return try bound(ofBlock: 0) }
        return data.littleEndian16(at: layout.groups + 2 * number)
    }

    /// The bound of the whole term.
    func bound() throws(IndexError) -> UInt16 {
        var greatest: UInt16 = 0
        let groups = (blockCount + PostingsFormat.blocksPerGroup - 1) / PostingsFormat.blocksPerGroup
        for group in 0..<groups { greatest = max(greatest, try bound(ofGroup: group)) }
        return greatest
    }

    /// The greatest bound of the blocks that can hold documents from `from` to before `to`; `nil` when there are none.
    /// Documents before the current block are not looked at.
    func bound(from: DocID, to: DocID) throws(IndexError) -> UInt16? {
        let current = max(block, 0)
        guard current < blockCount, doc != endOfPostings || index < 0 else { return nil }
        if blockCount == 1 { return lastDoc >= Int64(from) ? try bound(ofBlock: 0) : nil }
        var number = block >= 0 && Int64(from) <= lastDoc ? block : try self.block(notBefore: from, from: current)
        var greatest: UInt16?
        let records = layout.records
        if number > 0, number < blockCount, records.lastDoc(number - 1, data) >= to &- 1 { return nil }
        while number < blockCount {
            greatest = max(greatest ?? 0, records.bound(number, data))
            if records.lastDoc(number, data) >= to &- 1 { break }
            number &+= 1
        }
        return greatest
    }

    // MARK: - Terms inlined in the dictionary

    private mutating func readInline() throws(IndexError) {
        let range = layout.term.postings
        guard docFreq <= PostingsFormat.blockLength else { throw damage("a term is not inlined") }
        var reader = ByteReader(data.span)
        do throws(DecodeError) {
            var doc: Int64 = -1
            for at in 0..<docFreq {
                doc += Int64(try reader.varint()) + 1
                let frequency = try reader.varint()
                guard doc < Int64(documentCount), frequency > 0,
                    !layout.term.hasPositions || Int(frequency) <= reader.remaining
                else {
                    throw .unexpected("an inlined term is not right", at: reader.offset)
                }
                docs[at] = DocID(truncatingIfNeeded: doc)
                frequencies[at] = frequency
                if layout.term.hasPositions { for _ in 0..<frequency { _ = try reader.varint() } }
            }
            lastDoc = doc
        } catch {
            throw error.inFile(file.path, from: range.lowerBound)
        }
        block = 0
        count = docFreq
        isDecoded = true
        hasFrequencies = true
    }

    private func readInlinePositions(into buffer: UInt32Buffer) throws(IndexError) {
        let range = layout.term.postings
        var reader = ByteReader(data.span)
        do throws(DecodeError) {
            for at in 0...index {
                _ = try reader.varint()
                let frequency = try reader.varint()
                var next: UInt64 = 0
                for _ in 0..<frequency {
                    let position = next + UInt64(try reader.varint())
                    next = position + 1
                    guard position <= UInt32.max else {
                        throw .unexpected("a position is out of order", at: reader.offset)
                    }
                    if at == index { buffer.append(UInt32(position)) }
                }
            }
        } catch {
            throw error.inFile(file.path, from: range.lowerBound)
        }
    }
}

/// Stands for "no more documents"; no segment has a document of this number.
let endOfPostings = DocID.max
