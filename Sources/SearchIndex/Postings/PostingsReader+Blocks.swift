/// Which block is the current one, and its documents.
extension PostingsReader {
    /// Makes a block that is not before the current one the current one, and decodes it.
    mutating func enterBlock(_ number: Int) throws(IndexError) {
        if number != block { try enter(number) }
        try decode()
        if index < 0 { place(at: 0) }
    }

    /// Reads the record of a block and makes it the current one.
    mutating func enter(_ number: Int) throws(IndexError) {
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

    mutating func readOnlyBlock() throws(IndexError) {
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
        let last = UInt32(truncatingIfNeeded: lastDocBefore)
        if count == PostingsFormat.blockLength {
            BitPacking.unpackSums(bytes, width: width, into: docs, after: last)
        } else {
            BitPacking.unpackOneByOne(bytes, count: count, width: width, into: docs)
            BitPacking.sumDifferences(docs, count: count, after: last)
        }
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
    @inline(__always)
    var documentsLength: Int {
        if docsCode == PostingsFormat.bitsCode { return 8 * (Int(lastDoc / 64 - firstWord) + 1) }
        let width = Int(docsCode)
        return count == PostingsFormat.blockLength
            ? BitPacking.blockLength(width: width) : BitPacking.length(count: count, width: width)
    }

    /// Bytes of the current block's documents as bits, from the document 64 · `firstWord` on.
    @inline(__always)
    private var bitsRange: Range<Int> { body.lowerBound..<body.lowerBound + documentsLength }
    @inline(__always)
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
    @inline(__always)
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
}
