/// The terms of a segment in order of field and bytes, in blocks of 32 whose terms share their beginnings.
///
/// ```
/// terms    per term: bytes shared with the term before 1...5, other bytes 1...5 and their text, 2 · docFreq (+ 1: inlined),
///          then lengths of postings and positions, or length of the inlined data and the data; numbers as varints.
///          The first term of a block shares none.
/// blocks   per block: start in `terms` 8, start of its first term's data in `postings` 8
/// ```
/// The data of terms that are not inlined follow one another: postings, then positions. A look-up bisects the first terms
/// of blocks and reads one block. Nothing is read at opening.
struct TermDictionary: Sendable {
    static let blockLength = 32
    static let blockRecordLength = 16

    let file: IndexFile
    let terms: Range<Int>
    let blocks: Range<Int>
    /// Where data lie.
    let postings: Range<Int>
    /// Blocks of each field.
    let fields: [Range<Int>]
    /// Fields from this number on hold pairs of words.
    let pairFields: Int

    /// What is known of a term; `nil` when the segment does not have it.
    func info(of term: Span<UInt8>, field: Int) throws(IndexError) -> TermInfo? {
        let number = try blockNumber(before: term, field: field)
        guard number >= fields[field].lowerBound else { return nil }
        var cursor = try TermBlockCursor(self, block: number, field: field)
        // Bytes that the term shares with the one that was passed last.
        var matched = 0
        while try cursor.advance() {
            if cursor.shared > matched { continue }
            if cursor.shared < matched { return nil }
            let order = try cursor.compareSuffix(with: term, from: matched)
            if order.isEqual { return try cursor.info() }
            if order.isAfter { return nil }
            matched = order.matched
        }
        return nil
    }

    /// Number of the last block of a field that begins at or before a term; one less than the field's first when all
    /// begin above.
    private func blockNumber(before term: Span<UInt8>, field: Int) throws(IndexError) -> Int {
        let file = file
        var low = fields[field].lowerBound
        var high = fields[field].upperBound
        guard low < high else { return low - 1 }
        let records = try file.bytes(in: blocks)
        while low < high {
            let middle = (low + high) / 2
            let start = Int(truncatingIfNeeded: records.littleEndian64(at: Self.blockRecordLength &* middle))
            guard start >= 0, start < terms.count else { throw damage(middle) }
            // A term and the two numbers before it take 65,545 bytes at most; most lie in the first few.
            let end = min(terms.upperBound, terms.lowerBound + start + 10 + 65_535)
            if try isAbove(terms.lowerBound + start..<end, term) { high = middle } else { low = middle + 1 }
        }
        return low - 1
    }

    /// Whether the first term of a block, which begins with the range, is above a term.
    private func isAbove(_ range: Range<Int>, _ term: Span<UInt8>) throws(IndexError) -> Bool {
        let file = file
        // A first look at little, so that no more of the file is checked than is read.
        let near = min(range.upperBound, range.lowerBound + 10 + 128)
        let bytes = try file.bytes(in: range.lowerBound..<near)
        var reader = ByteReader(bytes)
        do throws(DecodeError) {
            _ = try reader.varint()
            let length = Int(try reader.varint())
            if length <= reader.remaining {
                return precedes(term, bytes.extracting(reader.offset..<reader.offset + length))
            }
            let start = range.lowerBound + reader.offset
            guard length <= range.upperBound - start else { throw .endOfBytes(at: reader.offset) }
            do throws(IndexError) {
                return precedes(term, try file.bytes(in: start..<start + length))
            } catch {
                throw .unexpected("its bytes do not match their checksum", at: reader.offset)
            }
        } catch {
            throw error.inFile(file.path, from: range.lowerBound)
        }
    }

    /// Number of the last block that begins at or before a term, or of the field's first.
    func block(before term: Span<UInt8>, field: Int) throws(IndexError) -> Int {
        max(try blockNumber(before: term, field: field), fields[field].lowerBound)
    }

    func damage(_ block: Int) -> IndexError {
        .corrupt(file: file.path, offset: blocks.lowerBound + 16 * block, what: "a block of terms is not right")
    }

    /// Where a block lies in the file, and where its first term's data do.
    func block(_ number: Int) throws(IndexError) -> (range: Range<Int>, data: Int) {
        let file = file
        let start = blocks.lowerBound + Self.blockRecordLength * number
        let end = start + Self.blockRecordLength
        let isLast = end == blocks.upperBound
        let records = try file.bytes(in: start..<(isLast ? end : end + 8))
        var reader = ByteReader(records)
        do throws(DecodeError) {
            let first = try reader.count()
            let data = try reader.count()
            let next = isLast ? terms.count : try reader.count()
            guard first <= next, next <= terms.count, data <= postings.count else {
                throw .unexpected("a block of terms does not fit", at: 0)
            }
            return (terms.lowerBound + first..<terms.lowerBound + next, postings.lowerBound + data)
        } catch {
            throw error.inFile(file.path, from: start)
        }
    }
}

/// The terms of one block, one after another.
struct TermBlockCursor {
    /// Bytes that the current term shares with the one before.
    private(set) var shared = 0
    /// The bytes behind those, in the block.
    private(set) var suffix = 0..<0

    private let path: String
    /// The block, and where it lies in the file.
    private let bytes: FileBytes
    private let start: Int
    private let hasPositions: Bool
    private let field: Int
    private let dataEnd: Int
    private var next = 0
    private var data: Int
    private var docFreq = 0
    private var isInline = false
    private var postings = 0..<0
    private var positions = 0..<0

    init(_ dictionary: TermDictionary, block: Int, field: Int) throws(IndexError) {
        let (range, data) = try dictionary.block(block)
        path = dictionary.file.path
        bytes = try dictionary.file.part(range)
        start = range.lowerBound
        hasPositions = field < dictionary.pairFields
        self.field = hasPositions ? field : field - dictionary.pairFields
        dataEnd = dictionary.postings.upperBound
        self.data = data
    }

    /// Moves to the next term; false at the end of the block.
    mutating func advance() throws(IndexError) -> Bool {
        guard next < bytes.count else { return false }
        do throws(DecodeError) {
            shared = try varint()
            let length = try varint()
            guard length <= bytes.count - next else { throw .endOfBytes(at: next) }
            suffix = next..<next + length
            next += length
            let code = try varint()
            docFreq = code >> 1
            isInline = code & 1 == 1
            let first = try varint()
            if isInline {
                guard first <= bytes.count - next else { throw .endOfBytes(at: next) }
                postings = start + next..<start + next + first
                positions = postings.upperBound..<postings.upperBound
                next += first
            } else {
                postings = data..<data + first
                positions = postings.upperBound..<postings.upperBound + (try varint())
                data = positions.upperBound
            }
            guard docFreq > 0, data <= dataEnd else {
                throw .unexpected("a term's data lie outside the file", at: next)
            }
        } catch {
            throw error.inFile(path, from: start)
        }
        return true
    }

    @inline(__always)
    private mutating func varint() throws(DecodeError) -> Int {
        guard next < bytes.count else { throw .endOfBytes(at: next) }
        let byte = bytes[next]
        next &+= 1
        return byte < 0x80 ? Int(byte) : try longVarint(Int(byte & 0x7f))
    }

    private mutating func longVarint(_ first: Int) throws(DecodeError) -> Int {
        var value = first
        for shift in stride(from: 7, through: 28, by: 7) {
            guard next < bytes.count else { throw .endOfBytes(at: next) }
            let byte = Int(bytes[next])
            next &+= 1
            value |= (byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        throw .overlongVarint(at: next)
    }

    func info() throws(IndexError) -> TermInfo {
        TermInfo(
            docFreq: docFreq, field: field, isInline: isInline, hasPositions: hasPositions, postings: postings,
            positions: positions)
    }

    /// Bytes of the current term behind those that it shares.
    var suffixBytes: Span<UInt8> {
        @_lifetime(borrow self)
        get { bytes.span(suffix) }
    }

    /// Where the suffix lies in the file.
    var place: Int { start + suffix.lowerBound }

    /// How the current term's suffix stands to the rest of a term.
    @inline(__always)
    func compareSuffix(
        with term: Span<UInt8>, from start: Int
    ) throws(IndexError) -> (isEqual: Bool, isAfter: Bool, matched: Int) {
        var at = 0
        while at < suffix.count, start &+ at < term.count, bytes[suffix.lowerBound &+ at] == term[start &+ at] {
            at &+= 1
        }
        if at == suffix.count { return (start + at == term.count, false, start + at) }
        let isAfter = start + at == term.count || bytes[suffix.lowerBound + at] > term[start + at]
        return (false, isAfter, start + at)
    }
}
