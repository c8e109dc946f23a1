/// Collects bits, the lowest first, in words of 64.
struct BitWriter {
    private var words: [UInt64] = []
    private var pending: UInt64 = 0
    private var used: UInt64 = 0

    var bitCount: Int { words.count &* 64 &+ Int(used) }

    /// Adds the lowest `count` bits of a value that has no others; at most 32.
    @inline(__always)
    mutating func append(_ value: UInt32, count: Int) {
        pending |= UInt64(value) &<< used
        used &+= UInt64(count)
        if used >= 64 {
            words.append(pending)
            used &-= 64
            // Of the value, what the full word had no room for. With none left the shift would be 64 or more.
            pending = used == 0 ? 0 : UInt64(value) &>> (UInt64(count) &- used)
        }
    }

    /// Adds that many zeros and a one.
    @inline(__always)
    mutating func append(unary zeros: UInt32) {
        if zeros < 32 { return append(1 << zeros, count: Int(zeros) &+ 1) }
        appendLong(unary: zeros)
    }

    private mutating func appendLong(unary zeros: UInt32) {
        var rest = zeros
        while rest >= 32 {
            append(0, count: 32)
            rest -= 32
        }
        append(1 << rest, count: Int(rest) + 1)
    }

    /// Moves the bits to the end of some bytes, filled up to a whole byte, and empties the writer.
    mutating func move(to bytes: inout [UInt8]) {
        for word in words {
            for byte in 0..<8 as Range<UInt64> { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * byte))) }
        }
        var byte: UInt64 = 0
        while byte < used {
            bytes.append(UInt8(truncatingIfNeeded: pending >> byte))
            byte += 8
        }
        words.removeAll(keepingCapacity: true)
        pending = 0
        used = 0
    }
}
