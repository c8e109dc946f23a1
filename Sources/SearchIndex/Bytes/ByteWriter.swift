/// Collects bytes in memory; the twin of `ByteReader`.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ span: Span<UInt8>) {
        for at in span.indices { bytes.append(span[at]) }
    }

    mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

    mutating func append(varint value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func append(uint32 value: UInt32) { appendFixed(UInt64(value), width: 4) }

    mutating func append(uint64 value: UInt64) { appendFixed(value, width: 8) }

    mutating func append(count value: Int) { appendFixed(UInt64(value), width: 8) }

    mutating func append(text: String) {
        let utf8 = Array(text.utf8)
        append(varint: UInt32(utf8.count))
        bytes.append(contentsOf: utf8)
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    private mutating func appendFixed(_ value: UInt64, width: Int) {
        for at in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * at))) }
    }
}
