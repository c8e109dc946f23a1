/// The records of the blocks of a term's postings, whose numbers take as many bytes as the term needs. Format:
/// `PostingsFormat`.
struct BlockRecords {
    /// Bytes of a record.
    let length: Int
    private let bodyStart: Int
    private let positionsStart: Int
    private let boundStart: Int
    private let docMask: UInt32
    private let bodyMask: UInt32
    private let positionsMask: UInt32

    /// - Parameter code: what stands before the records.
    init(code: UInt8) {
        let (doc, body, positions) = (Int(code & 3) + 1, Int(code >> 2 & 3) + 1, Int(code >> 4 & 7))
        bodyStart = doc
        positionsStart = doc + body
        boundStart = positionsStart + positions
        length = boundStart + 4
        docMask = Self.mask(doc)
        bodyMask = Self.mask(body)
        positionsMask = Self.mask(positions)
    }

    private static func mask(_ bytes: Int) -> UInt32 {
        bytes >= 4 ? .max : (1 as UInt32) << UInt32(8 * bytes) &- 1
    }

    // Four bytes from any number of a record on are still the record's, so that none is read behind the last.

    @inline(__always)
    func lastDoc(_ block: Int, _ data: FileBytes) -> UInt32 { data.littleEndian32(at: 1 &+ length &* block) & docMask }

    @inline(__always)
    func body(_ block: Int, _ data: FileBytes) -> Int {
        Int(data.littleEndian32(at: 1 &+ length &* block &+ bodyStart) & bodyMask)
    }

    @inline(__always)
    func positions(_ block: Int, _ data: FileBytes) -> Int {
        Int(data.littleEndian32(at: 1 &+ length &* block &+ positionsStart) & positionsMask)
    }

    @inline(__always)
    func bound(_ block: Int, _ data: FileBytes) -> UInt16 {
        data.littleEndian16(at: 1 &+ length &* block &+ boundStart)
    }

    @inline(__always)
    func codes(_ block: Int, _ data: FileBytes) -> (documents: UInt8, frequencies: UInt8) {
        let at = 1 &+ length &* block &+ boundStart &+ 2
        return (data[at], data[at &+ 1])
    }
}

/// The record of a block that is being written.
struct BlockRecord {
    var lastDoc: UInt32
    var body: UInt32
    var positions: UInt32
    var bound: UInt16
    var documentsCode: UInt8
    var frequenciesCode: UInt8

    /// The records of a term with several blocks, behind the code of their widths.
    static func append(_ records: [BlockRecord], hasPositions: Bool, to bytes: inout [UInt8]) {
        guard let last = records.last else { return }
        // Each of the numbers is greatest in the last record.
        let (doc, body) = (width(last.lastDoc), width(last.body))
        let positions = hasPositions ? width(last.positions) : 0
        bytes.append(UInt8(doc - 1 | (body - 1) << 2 | positions << 4))
        for record in records {
            append(record.lastDoc, width: doc, to: &bytes)
            append(record.body, width: body, to: &bytes)
            append(record.positions, width: positions, to: &bytes)
            append(UInt32(record.bound), width: 2, to: &bytes)
            bytes.append(record.documentsCode)
            bytes.append(record.frequenciesCode)
        }
    }

    /// Bytes that a number needs, at least one.
    private static func width(_ value: UInt32) -> Int { max(1, (39 - value.leadingZeroBitCount) / 8) }

    private static func append(_ value: UInt32, width: Int, to bytes: inout [UInt8]) {
        for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))) }
    }
}
