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
        // Bytes have no gaps between them.
        let text = unsafe bytes.bytes
        var crc = state
        var at = 0
        while at &+ 8 <= text.byteCount {
            // The eight bytes are inside, and every eight bytes are a valid integer.
            let word = unsafe UInt64(
                littleEndian: text.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
            let low = UInt32(truncatingIfNeeded: word) ^ crc
            let high = UInt32(truncatingIfNeeded: word >> 32)
            crc = Self.entry(tables, 7, low) ^ Self.entry(tables, 6, low >> 8)
            crc ^= Self.entry(tables, 5, low >> 16) ^ Self.entry(tables, 4, low >> 24)
            crc ^= Self.entry(tables, 3, high) ^ Self.entry(tables, 2, high >> 8)
            crc ^= Self.entry(tables, 1, high >> 16) ^ Self.entry(tables, 0, high >> 24)
            at &+= 8
        }
        while at < bytes.count {
            crc = crc >> 8 ^ Self.entry(tables, 0, crc ^ UInt32(bytes[at]))
            at &+= 1
        }
        state = crc
    }

    /// What table `k` has for the last byte of a number.
    @inline(__always)
    private static func entry(_ tables: Span<UInt32>, _ k: Int, _ number: UInt32) -> UInt32 {
        // There are eight tables of 256 entries, and `k` is below eight.
        unsafe tables[unchecked: k << 8 | Int(number & 0xff)]
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
