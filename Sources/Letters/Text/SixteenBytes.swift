/// Sixteen bytes at once, for what is asked of every byte of a stretch: of a property only the extreme is kept, which takes
/// one instruction for all of them.
typealias SixteenBytes = SIMD16<UInt8>

extension SixteenBytes {
    /// The bytes from a position on.
    ///
    /// - Parameter position: not below 0, and with fifteen bytes behind it, as every caller has tested.
    @inline(__always)
    init(_ bytes: Span<UInt8>, at position: Int) {
        // All sixteen are inside, and any bytes are valid.
        self = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: SixteenBytes.self)
    }

    /// The lesser byte of two in each place.
    @inline(__always)
    func lesser(_ other: SixteenBytes) -> SixteenBytes { replacing(with: other, where: other .< self) }

    /// The bits that any of the bytes has.
    @inline(__always)
    var union: UInt8 {
        let eight = lowHalf | highHalf
        let four = eight.lowHalf | eight.highHalf
        return (four[0] | four[1]) | (four[2] | four[3])
    }

    /// Below 10 where a byte is an ASCII digit.
    @inline(__always)
    var digitValues: SixteenBytes { self &- SixteenBytes(repeating: 0x30) }

    /// A byte of some bits where another is below a limit; zeros elsewhere.
    @inline(__always)
    static func bits(_ bits: UInt8, where mask: SIMDMask<SixteenBytes.MaskStorage>) -> SixteenBytes {
        SixteenBytes().replacing(with: bits, where: mask)
    }
}
