/// The length of a field in one byte: exact up to 39, above that with four significant bits, rounded down.
///
/// The form of Lucene's `SmallFloat.intToByte4`, so that scores are Lucene's.
enum FieldNorm {
    /// Lengths that are kept as they are; the rest of the bytes count from here.
    private static let free: UInt32 = 24

    static func byte(ofLength length: UInt32) -> UInt8 {
        let length = min(length, UInt32(Int32.max))
        if length < free { return UInt8(length) }
        let value = length - free
        let width = 32 - value.leadingZeroBitCount
        if width < 4 { return UInt8(free + value) }
        let shift = UInt32(width - 4)
        return UInt8(free + (value >> shift & 7 | (shift + 1) << 3))
    }

    static func length(ofByte byte: UInt8) -> UInt32 {
        guard UInt32(byte) >= free else { return UInt32(byte) }
        let value = UInt32(byte) - free
        let shift = value >> 3
        return free + (shift == 0 ? value & 7 : (value & 7 | 8) << (shift - 1))
    }

    /// The lengths of all 256 bytes.
    static let lengths: [UInt32] = (0...255 as ClosedRange<UInt8>).map(length(ofByte:))
}

/// The average length of a field, and what follows from it for each document.
struct LengthStatistics: Sendable {
    /// Over the live documents that have the field.
    let averageLength: Float
    /// 1 − b + b · length / average length, by norm.
    let factors: ByteTable

    init(averageLength: Float) {
        self.averageLength = averageLength
        let perPosition = BM25.b / averageLength
        factors = ByteTable(FieldNorm.lengths.map { (1 - BM25.b) + perPosition * Float($0) })
    }
}
