/// How often and where the term stands in the current document.
extension PostingsReader {
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
            BitPacking.unpackPlusOne(bytes, width: width, into: frequencies)
        } else {
            BitPacking.unpackOneByOne(bytes, count: count, width: width, into: frequencies)
            for row in 0..<(count &+ 3) / 4 { frequencies[row: row] = frequencies[row: row] &+ SIMD4(repeating: 1) }
        }
        var reader = ByteReader(bytes)
        do throws(DecodeError) {
            try reader.skip(length)
            for _ in 0..<(frequenciesCode >> 5) {
                let at = Int(try reader.byte())
                // What is above the packed bits adds up with them as they stand above those.
                frequencies[at] = frequencies[at] &+ (try reader.varint()) << UInt32(width)
            }
            guard reader.isAtEnd else { throw .unexpected("a block ends elsewhere", at: reader.offset) }
        } catch {
            throw error.inFile(file.path, from: layout.term.postings.lowerBound + start)
        }
        hasFrequencies = true
    }

    /// Puts the positions of the term in the current document into a buffer, ascending.
    mutating func readPositions(into buffer: UInt32Buffer) throws(IndexError) {
        buffer.removeAll()
        if layout.term.isInline { return try readInlinePositions(into: buffer) }
        try positions.read(index, of: try positionsBlock(), into: buffer)
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
            return starts.keepFirst(starts.keep(0..<starts.count, movingTo: 0, at: distance, in: buffer))
        }
        try positions.keep(starts, at: distance, index, of: try positionsBlock())
    }

    /// What positions of the current block depend on.
    @inline(__always)
    mutating func positionsBlock() throws(IndexError) -> PositionsReader.Block {
        if !hasFrequencies { try decodeFrequencies() }
        return PositionsReader.Block(
            docs: docs, frequencies: frequencies, count: count, norms: try fieldNorms(), file: file)
    }

    @inline(__always)
    private mutating func fieldNorms() throws(IndexError) -> FileBytes {
        if let norms { return norms }
        let found = try file.part(layout.norms)
        norms = found
        return found
    }
}
