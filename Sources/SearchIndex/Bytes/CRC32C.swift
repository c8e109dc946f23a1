/// CRC-32C (Castagnoli), the checksum of every file of the index.
///
/// Eight bytes a step with eight tables, after Kounavis and Berry, "Novel Table Lookup-Based Algorithms for
/// High-Performance CRC Generation", IEEE Transactions on Computers 2008. The checksum of `123456789` is `e3069283`.
struct CRC32C {
    private var state: UInt32 = ~0

    /// The checksum of all bytes so far.
    var value: UInt32 { ~state }

    /// The checksum of these bytes alone.
    static func checksum(of bytes: Span<UInt8>) -> UInt32 {
        var checksum = CRC32C()
        checksum.update(bytes)
        return checksum.value
    }

    mutating func update(_ bytes: Span<UInt8>) {
        let tables = Self.tables.span
        var crc = state
        var at = 0
        while at &+ 8 <= bytes.count {
            let low = crc ^ littleEndian(bytes, at)
            let high = littleEndian(bytes, at &+ 4)
            crc = tables[Int(1_792 + (low & 0xff))] ^ tables[Int(1_536 + (low >> 8 & 0xff))]
            crc ^= tables[Int(1_280 + (low >> 16 & 0xff))] ^ tables[Int(1_024 + (low >> 24))]
            crc ^= tables[Int(768 + (high & 0xff))] ^ tables[Int(512 + (high >> 8 & 0xff))]
            crc ^= tables[Int(256 + (high >> 16 & 0xff))] ^ tables[Int(high >> 24)]
            at &+= 8
        }
        while at < bytes.count {
            crc = crc >> 8 ^ tables[Int((crc ^ UInt32(bytes[at])) & 0xff)]
            at &+= 1
        }
        state = crc
    }

    private func littleEndian(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
        UInt32(bytes[at]) | UInt32(bytes[at &+ 1]) << 8 | UInt32(bytes[at &+ 2]) << 16 | UInt32(bytes[at &+ 3]) << 24
    }

    /// Table `k`, at `256 * k`, holds the checksum of one byte followed by `k` zero bytes.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var crc = UInt32(byte)
            // The Castagnoli polynomial, bits reversed.
            for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0x82f6_3b78 : 0) }
            tables[byte] = crc
        }
        for at in 256..<tables.count {
            let previous = tables[at - 256]
            tables[at] = previous >> 8 ^ tables[Int(previous & 0xff)]
        }
        return tables
    }()
}
