/// Documents that contain one term, in ascending `DocID` order, decoded a block of 128 at a time.
///
/// Starts before the first document. Skipping to a document reads the headers of the blocks between and no more.
/// Every number is checked against what the format allows, so damaged bytes end in an error. Format: `PostingsWriter`.
struct PostingsReader {
    /// The current document, or `endOfPostings`; undefined before the first call to `next()` or `advance(to:)`.
    private(set) var doc: DocID = 0

    private let file: IndexFile
    private let documentCount: Int
    private let postings: Range<Int>
    private let positions: Range<Int>

    private var docs = InlineArray<128, DocID>(repeating: 0)
    private var frequencies = InlineArray<128, UInt32>(repeating: 0)
    private var blockCount = 0
    private var index = 0
    private var isDecoded = false

    /// Header of the current block.
    private var lastDocBefore: Int64 = -1
    private var lastDoc: Int64 = -1
    private var body: Range<Int>
    private var blockPositions: Range<Int>
    private var remaining: Int

    /// Where the positions of document `positionsIndex` of the block start.
    private var positionsIndex = 0
    private var positionsOffset = 0

    init(file: IndexFile, documentCount: Int, term: TermInfo) {
        self.file = file
        self.documentCount = documentCount
        postings = term.postings
        positions = term.positions
        remaining = term.docFreq
        body = term.postings.lowerBound..<term.postings.lowerBound
        blockPositions = term.positions.lowerBound..<term.positions.lowerBound
    }

    /// Occurrences of the term in the current document.
    var termFreq: UInt32 { frequencies[index] }

    /// Moves to the next document, or to the end.
    mutating func next() throws(IndexError) {
        if isDecoded, index + 1 < blockCount {
            index += 1
            doc = docs[index]
            return
        }
        guard try nextBlock() else {
            doc = endOfPostings
            return
        }
        try decode()
        doc = docs[0]
    }

    /// Moves to the first document that is not before `target`; never backward.
    mutating func advance(to target: DocID) throws(IndexError) {
        if isDecoded, doc >= target { return }
        while lastDoc < Int64(target) {
            guard try nextBlock() else {
                doc = endOfPostings
                return
            }
        }
        if !isDecoded { try decode() }
        // The block's last document is not before the target, so the search ends inside the block.
        while docs[index] < target { index += 1 }
        doc = docs[index]
    }

    /// Reads the header of the next block; false at the end.
    private mutating func nextBlock() throws(IndexError) -> Bool {
        let start = body.upperBound
        isDecoded = false
        guard remaining > 0 else {
            lastDoc = Int64(endOfPostings)
            guard start == postings.upperBound, blockPositions.upperBound == positions.upperBound else {
                throw .corrupt(file: file.path, offset: start, what: "a term has more postings than documents")
            }
            return false
        }
        // Three varints; bytes of the next block may be among those lent, which does no harm.
        let file = file
        var reader = ByteReader(try file.bytes(in: start..<min(start + 15, postings.upperBound)))
        do throws(DecodeError) {
            lastDocBefore = lastDoc
            lastDoc += Int64(try reader.varint())
            let bodyLength = Int(try reader.varint())
            let positionsLength = Int(try reader.varint())
            let bodyStart = start + reader.offset
            guard lastDoc > lastDocBefore, lastDoc < Int64(documentCount),
                bodyLength <= postings.upperBound - bodyStart,
                positionsLength <= positions.upperBound - blockPositions.upperBound
            else { throw .unexpected("a block of postings does not fit", at: 0) }
            body = bodyStart..<(bodyStart + bodyLength)
            blockPositions = blockPositions.upperBound..<(blockPositions.upperBound + positionsLength)
        } catch {
            throw error.inFile(file.path, from: start)
        }
        blockCount = min(remaining, PostingsWriter.blockLength)
        remaining -= blockCount
        return true
    }

    private mutating func decode() throws(IndexError) {
        let file = file
        var reader = ByteReader(try file.bytes(in: body))
        do throws(DecodeError) {
            var doc = lastDocBefore
            for at in 0..<blockCount {
                let delta = try reader.varint()
                doc += Int64(delta)
                guard delta > 0, doc <= lastDoc else {
                    throw .unexpected("a document is out of order", at: reader.offset)
                }
                docs[at] = DocID(truncatingIfNeeded: doc)
            }
            for at in 0..<blockCount {
                frequencies[at] = try reader.varint()
                // A position takes a byte at least.
                guard frequencies[at] > 0, Int(frequencies[at]) <= blockPositions.count else {
                    throw .unexpected("a term frequency that cannot be", at: reader.offset)
                }
            }
            guard doc == lastDoc, reader.isAtEnd else { throw .unexpected("a block ends elsewhere", at: reader.offset) }
        } catch {
            throw error.inFile(file.path, from: body.lowerBound)
        }
        index = 0
        isDecoded = true
        positionsIndex = 0
        positionsOffset = blockPositions.lowerBound
    }

    /// Puts the positions of the term in the current document into an array, ascending.
    mutating func readPositions(into array: inout [UInt32]) throws(IndexError) {
        array.removeAll(keepingCapacity: true)
        if positionsIndex > index {
            positionsIndex = 0
            positionsOffset = blockPositions.lowerBound
        }
        let start = positionsOffset
        let file = file
        var reader = ByteReader(try file.bytes(in: start..<blockPositions.upperBound))
        do throws(DecodeError) {
            while positionsIndex < index {
                for _ in 0..<frequencies[positionsIndex] { _ = try reader.varint() }
                positionsIndex += 1
                positionsOffset = start + reader.offset
            }
            var position: UInt32 = 0
            for at in 0..<frequencies[index] {
                let delta = try reader.varint()
                let (sum, overflows) = position.addingReportingOverflow(delta)
                guard !overflows, delta > 0 || at == 0 else {
                    throw .unexpected("a position is out of order", at: reader.offset)
                }
                position = sum
                array.append(position)
            }
        } catch {
            throw error.inFile(file.path, from: start)
        }
    }
}

/// Stands for "no more documents"; no segment has a document of this number.
let endOfPostings = DocID.max
