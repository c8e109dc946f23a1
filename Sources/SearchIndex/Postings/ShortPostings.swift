/// The documents of terms with one block or less, one term after another without a reader for each: those of a pattern
/// that matches many.
struct ShortPostings {
    private let file: IndexFile
    private let documentCount: Int
    private let docs = UInt32Block()

    init(file: IndexFile, documentCount: Int) {
        self.file = file
        self.documentCount = documentCount
    }

    /// Sets the bits of a term's documents.
    func insert(_ term: TermInfo, into words: inout [UInt64]) throws(IndexError) {
        let file = file
        let bytes = try file.bytes(in: term.postings)
        do throws(DecodeError) {
            if term.isInline {
                try insertInline(term, bytes, &words)
            } else {
                try insertBlock(term, bytes, &words)
            }
        } catch {
            throw error.inFile(file.path, from: term.postings.lowerBound)
        }
    }

    private func insertInline(_ term: TermInfo, _ bytes: Span<UInt8>, _ words: inout [UInt64]) throws(DecodeError) {
        var reader = ByteReader(bytes)
        var doc = -1
        for _ in 0..<term.docFreq {
            doc += Int(try reader.varint()) + 1
            guard doc < documentCount else { throw .unexpected("an inlined term is not right", at: reader.offset) }
            words[doc &>> 6] |= 1 &<< UInt64(doc & 63)
            let frequency = try reader.varint()
            guard term.hasPositions else { continue }
            guard Int(frequency) <= reader.remaining else { throw .endOfBytes(at: reader.offset) }
            for _ in 0..<frequency { _ = try reader.varint() }
        }
    }

    private func insertBlock(_ term: TermInfo, _ bytes: Span<UInt8>, _ words: inout [UInt64]) throws(DecodeError) {
        let count = term.docFreq
        let header = PostingsFormat.shortHeaderLength
        guard bytes.count >= header, count <= PostingsFormat.blockLength else { throw .endOfBytes(at: bytes.count) }
        if bytes[0] == PostingsFormat.bitsCode { return try insertBits(count, bytes, &words) }
        let width = Int(bytes[0])
        let isFull = count == PostingsFormat.blockLength
        guard width <= 32 else { throw .unexpected("a block of documents is too wide", at: 0) }
        let length = isFull ? BitPacking.blockLength(width: width) : BitPacking.length(count: count, width: width)
        guard length <= bytes.count - header else { throw .endOfBytes(at: bytes.count) }
        let packed = bytes.extracting(header..<header + length)
        if isFull {
            BitPacking.unpack(packed, width: width, into: docs)
        } else {
            BitPacking.unpackOneByOne(packed, count: count, width: width, into: docs)
        }
        var doc = -1
        for at in 0..<count {
            doc += Int(docs[at]) + 1
            guard doc < documentCount else { throw .unexpected("a document is out of order", at: header) }
            words[doc &>> 6] |= 1 &<< UInt64(doc & 63)
        }
    }

    private func insertBits(_ count: Int, _ bytes: Span<UInt8>, _ words: inout [UInt64]) throws(DecodeError) {
        var found = 0
        var at = PostingsFormat.shortHeaderLength
        var word = 0
        while found < count {
            guard at + 8 <= bytes.count, word < words.count else { throw .endOfBytes(at: at) }
            let bits = bytes.littleEndian64(at: at)
            words[word] |= bits
            found += bits.nonzeroBitCount
            word += 1
            at += 8
        }
        guard found == count else { throw .unexpected("a block has other documents", at: at) }
        let rest = documentCount & 63
        if rest > 0, words[words.count - 1] &>> UInt64(rest) != 0 {
            throw .unexpected("a document is out of order", at: at)
        }
    }
}
