/// Full blocks of 128 numbers, unpacked.
///
/// A block of a width that is common is unpacked by code of its own, in which every shift and every place is a constant.
extension BitPacking {
    /// What is done with the numbers as they come.
    private enum Step {
        /// They stay as they are packed.
        case keep
        /// Each is one more than what is packed.
        case addOne
        /// Each is the number before, plus one, plus what is packed. Sums wrap.
        case sum
    }

    /// Unpacks numbers as they were packed.
    ///
    /// - Precondition: `bytes` has at least `blockLength(width:)` bytes and `width` is at most 32.
    static func unpack(_ bytes: Span<UInt8>, width: Int, into block: UInt32Block) {
        precondition(width <= 32 && bytes.count >= blockLength(width: width), "the caller lends a whole block")
        unpackAnyRows(bytes, width, into: block, .keep, after: 0)
    }

    /// Unpacks numbers that were packed less one.
    ///
    /// - Precondition: as for `unpack`.
    static func unpackPlusOne(_ bytes: Span<UInt8>, width: Int, into block: UInt32Block) {
        unpack(bytes, width, into: block, .addOne, after: 0)
    }

    /// Unpacks differences less one as the numbers themselves; the first is told from `last`. Sums wrap: that the last one is
    /// as announced is for the caller to check.
    ///
    /// - Precondition: as for `unpack`.
    static func unpackSums(_ bytes: Span<UInt8>, width: Int, into block: UInt32Block, after last: UInt32) {
        unpack(bytes, width, into: block, .sum, after: last)
    }

    @inline(__always)
    private static func unpack(
        _ bytes: Span<UInt8>, _ width: Int, into block: UInt32Block, _ step: Step, after last: UInt32
    ) {
        precondition(width <= 32 && bytes.count >= blockLength(width: width), "the caller lends a whole block")
        switch width {
        case 0: unpackRows(bytes, 0, into: block, step, after: last)
        case 1: unpackRows(bytes, 1, into: block, step, after: last)
        case 2: unpackRows(bytes, 2, into: block, step, after: last)
        case 3: unpackRows(bytes, 3, into: block, step, after: last)
        case 4: unpackRows(bytes, 4, into: block, step, after: last)
        case 5: unpackRows(bytes, 5, into: block, step, after: last)
        case 6: unpackRows(bytes, 6, into: block, step, after: last)
        case 7: unpackRows(bytes, 7, into: block, step, after: last)
        case 8: unpackRows(bytes, 8, into: block, step, after: last)
        default: unpackAnyRows(bytes, width, into: block, step, after: last)
        }
    }

    /// The rows one after another without a loop, so that all but `last` is known when this is compiled.
    @inline(__always)
    private static func unpackRows(
        _ bytes: Span<UInt8>, _ width: Int, into block: UInt32Block, _ step: Step, after last: UInt32
    ) {
        var carry = SIMD4<UInt32>(repeating: last)
        @inline(__always)
        func row(_ row: Int) { put(value(bytes, width, row), row, into: block, step, &carry) }
        row(0)
        row(1)
        row(2)
        row(3)
        row(4)
        row(5)
        row(6)
        row(7)
        row(8)
        row(9)
        row(10)
        row(11)
        row(12)
        row(13)
        row(14)
        row(15)
        row(16)
        row(17)
        row(18)
        row(19)
        row(20)
        row(21)
        row(22)
        row(23)
        row(24)
        row(25)
        row(26)
        row(27)
        row(28)
        row(29)
        row(30)
        row(31)
    }

    private static func unpackAnyRows(
        _ bytes: Span<UInt8>, _ width: Int, into block: UInt32Block, _ step: Step, after last: UInt32
    ) {
        var carry = SIMD4<UInt32>(repeating: last)
        for row in 0..<32 { put(value(bytes, width, row), row, into: block, step, &carry) }
    }

    /// Four numbers as they are packed.
    @inline(__always)
    private static func value(_ bytes: Span<UInt8>, _ width: Int, _ row: Int) -> SIMD4<UInt32> {
        if width == 0 { return .zero }
        // Bytes have no padding that could be read.
        let raw = unsafe bytes.bytes
        let word = (row &* width) &>> 5
        let shift = UInt32(truncatingIfNeeded: row &* width & 31)
        // In bounds: word is at most (31 · width) / 32, and the second load happens only where the row goes on.
        var value = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: 16 &* word, as: SIMD4<UInt32>.self)
        value = value &>> SIMD4(repeating: shift)
        if Int(shift) &+ width > 32 {
            let next = unsafe raw.unsafeLoadUnaligned(
                fromUncheckedByteOffset: 16 &* word &+ 16, as: SIMD4<UInt32>.self)
            value |= next &<< SIMD4(repeating: 32 &- shift)
        }
        return value & SIMD4(repeating: mask(width))
    }

    @inline(__always)
    private static func put(
        _ value: SIMD4<UInt32>, _ row: Int, into block: UInt32Block, _ step: Step, _ carry: inout SIMD4<UInt32>
    ) {
        if step == .keep {
            block[row: row] = value
            return
        }
        var sum = value &+ SIMD4(repeating: 1)
        if step == .sum {
            sum = sum &+ SIMD4(0, sum[0], sum[1], sum[2])
            sum = sum &+ SIMD4(0, 0, sum[0], sum[1])
            sum = sum &+ carry
            carry = SIMD4(repeating: sum[3])
        }
        block[row: row] = sum
    }

    // MARK: - Shorter blocks

    /// Turns differences less one into the numbers themselves: `block[i] = block[i - 1] + block[i] + 1`.
    ///
    /// Sums wrap; `PostingsCursor` checks that the last one is as announced.
    static func sumDifferences(_ block: UInt32Block, count: Int, after last: UInt32) {
        var carry = SIMD4<UInt32>(repeating: last)
        for row in 0..<(min(count, UInt32Block.count) &+ 3) / 4 { put(block[row: row], row, into: block, .sum, &carry) }
    }
}
