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
        guard var cursor = try blockCursor(before: term, field: field) else { return nil }
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

    /// A cursor before the first term of the last block that begins at or before a term; `nil` when all terms are above.
    private func blockCursor(before term: Span<UInt8>, field: Int) throws(IndexError) -> TermBlockCursor? {
        var low = fields[field].lowerBound
        var high = fields[field].upperBound
        // The first block that begins above the term.
        while low < high {
            let middle = (low + high) / 2
            var cursor = try TermBlockCursor(self, block: middle, field: field)
            guard try cursor.advance() else { throw damage(middle) }
            if try cursor.compareSuffix(with: term, from: 0).isAfter { high = middle } else { low = middle + 1 }
        }
        guard low > fields[field].lowerBound else { return nil }
        return try TermBlockCursor(self, block: low - 1, field: field)
    }

    /// Number of the last block that begins at or before a term, or of the field's first.
    func block(before term: Span<UInt8>, field: Int) throws(IndexError) -> Int {
        try blockCursor(before: term, field: field)?.block ?? fields[field].lowerBound
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
    /// The bytes behind those, in the file.
    private(set) var suffix = 0..<0
    let block: Int

    private let dictionary: TermDictionary
    private let field: Int
    private let range: Range<Int>
    private var next: Int
    private var data: Int
    private var docFreq = 0
    private var isInline = false
    private var postings = 0..<0
    private var positions = 0..<0

    init(_ dictionary: TermDictionary, block: Int, field: Int) throws(IndexError) {
        self.dictionary = dictionary
        self.block = block
        self.field = field
        (range, data) = try dictionary.block(block)
        next = range.lowerBound
    }

    /// Moves to the next term; false at the end of the block.
    mutating func advance() throws(IndexError) -> Bool {
        guard next < range.upperBound else { return false }
        let file = dictionary.file
        let start = next
        var reader = ByteReader(try file.bytes(in: start..<range.upperBound))
        do throws(DecodeError) {
            shared = Int(try reader.varint())
            let length = Int(try reader.varint())
            suffix = (start + reader.offset)..<(start + reader.offset + length)
            try reader.skip(length)
            let code = try reader.varint()
            docFreq = Int(code >> 1)
            isInline = code & 1 == 1
            let first = Int(try reader.varint())
            if isInline {
                let at = start + reader.offset
                postings = at..<at + first
                positions = postings.upperBound..<postings.upperBound
                try reader.skip(first)
            } else {
                postings = data..<data + first
                positions = postings.upperBound..<postings.upperBound + Int(try reader.varint())
                data = positions.upperBound
            }
            next = start + reader.offset
            guard docFreq > 0, data <= dictionary.postings.upperBound else {
                throw .unexpected("a term's data lie outside the file", at: reader.offset)
            }
        } catch {
            throw error.inFile(file.path, from: start)
        }
        return true
    }

    func info() throws(IndexError) -> TermInfo {
        TermInfo(
            docFreq: docFreq, isInline: isInline, hasPositions: field < dictionary.pairFields, postings: postings,
            positions: positions)
    }

    /// How the current term's suffix stands to the rest of a term.
    func compareSuffix(
        with term: Span<UInt8>, from start: Int
    ) throws(IndexError) -> (isEqual: Bool, isAfter: Bool, matched: Int) {
        let file = dictionary.file
        let bytes = try file.bytes(in: suffix)
        var at = 0
        while at < bytes.count, start &+ at < term.count, bytes[at] == term[start &+ at] { at &+= 1 }
        if at == bytes.count {
            let isEqual = start + at == term.count
            return (isEqual, false, start + at)
        }
        return (false, start + at == term.count || bytes[at] > term[start + at], start + at)
    }
}
