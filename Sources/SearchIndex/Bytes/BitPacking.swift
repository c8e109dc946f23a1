/// Numbers of one width, packed without gaps.
///
/// A full block of 128 is packed in four lanes, as in Lemire and Boytsov, "Decoding billions of integers per second
/// through vectorization", Software: Practice and Experience 2015: value `4 r + l` is row `r` of lane `l`; row `r` of a
/// lane takes the bits from `width · r` of that lane's words of 32 bits; word `w` of the four lanes stands at byte `16 w`.
/// A shorter block is packed value after value, the lowest bit first.
enum BitPacking {
    /// Bytes of a full block.
    static func blockLength(width: Int) -> Int { 16 &* width }

    /// Bytes of `count` values, one after another.
    static func length(count: Int, width: Int) -> Int { (count &* width &+ 7) / 8 }

    /// Bits that the value needs.
    @inline(__always)
    static func width(of value: UInt32) -> Int { 32 &- value.leadingZeroBitCount }

    // MARK: - Full blocks

    static func append(_ block: UInt32Block, width: Int, to bytes: inout [UInt8]) {
        var pending = SIMD4<UInt32>.zero
        var used: UInt32 = 0
        let mask = SIMD4<UInt32>(repeating: mask(width))
        guard width > 0 else { return }
        for row in 0..<32 {
            let value = block[row: row] & mask
            pending |= value &<< SIMD4(repeating: used)
            used &+= UInt32(width)
            guard used >= 32 else { continue }
            append(pending, to: &bytes)
            used &-= 32
            let kept = UInt32(width) &- used
            pending = used == 0 ? .zero : value &>> SIMD4(repeating: kept)
        }
    }

    private static func append(_ word: SIMD4<UInt32>, to bytes: inout [UInt8]) {
        for lane in 0..<4 {
            for byte in 0..<4 as Range<UInt32> { bytes.append(UInt8(truncatingIfNeeded: word[lane] >> (8 * byte))) }
        }
    }

    // MARK: - Shorter blocks

    static func appendOneByOne(_ block: UInt32Block, count: Int, width: Int, to bytes: inout [UInt8]) {
        var pending: UInt64 = 0
        var used = 0
        for at in 0..<count {
            pending |= UInt64(block[at] & mask(width)) << UInt64(used)
            used += width
            while used >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: pending))
                pending >>= 8
                used -= 8
            }
        }
        if used > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    }

    /// - Precondition: `bytes` has at least `length(count:width:)` bytes and `width` is at most 32.
    static func unpackOneByOne(_ bytes: Span<UInt8>, count: Int, width: Int, into block: UInt32Block) {
        precondition(width <= 32 && bytes.count >= length(count: count, width: width), "the caller lends a whole block")
        let mask = mask(width)
        var bit = 0
        for at in 0..<min(count, UInt32Block.count) {
            let word = bytes.littleEndian64(at: bit >> 3)
            block[at] = UInt32(truncatingIfNeeded: word >> UInt64(bit & 7)) & mask
            bit &+= width
        }
    }

    @inline(__always)
    static func mask(_ width: Int) -> UInt32 { width >= 32 ? .max : (1 << UInt32(width)) &- 1 }
}

extension Span<UInt8> {
    /// The eight bytes from `at` on as a number; zeros stand for those behind the end.
    @inline(__always)
    func littleEndian64(at: Int) -> UInt64 {
        // In bounds by the comparison.
        if at >= 0, at <= count &- 8 {
            return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
        }
        return littleEndian64NearEnd(at: at)
    }

    @inline(never)
    private func littleEndian64NearEnd(at: Int) -> UInt64 {
        var value: UInt64 = 0
        guard at >= 0, at < count else { return 0 }
        for byte in at..<count { value |= UInt64(self[byte]) << UInt64(8 &* (byte &- at)) }
        return value
    }

    /// The four bytes from `at` on as a number, which lie within the span.
    @inline(__always)
    func littleEndian32(at: Int) -> UInt32 {
        precondition(at >= 0 && at <= count &- 4, "the number lies within the bytes")
        return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self)
    }

    @inline(__always)
    func littleEndian16(at: Int) -> UInt16 {
        precondition(at >= 0 && at <= count &- 2, "the number lies within the bytes")
        return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt16.self)
    }
}
