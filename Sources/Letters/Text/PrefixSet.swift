/// The first bytes of some literals: a look that turns most other text away before the literals are compared.
struct PrefixSet: Sendable {
    /// A bit for each first three bytes, by a hash of them.
    private let bits: UInt64
    /// A bit for each first byte, by its last six bits.
    private let firstBytes: UInt64

    /// - Parameter literals: of three bytes at least.
    init(_ literals: [[UInt8]]) {
        bits = literals.reduce(0) { $0 | Self.bit($1[0], $1[1], $1[2]) }
        firstBytes = literals.reduce(0) { $0 | 1 << UInt64($1[0] & 0x3F) }
    }

    /// Whether some text may begin with one of the literals; of others few pass.
    @inline(__always)
    func mayOpen(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        guard range.count >= 3, firstBytes & 1 << UInt64(bytes[start] & 0x3F) != 0 else { return false }
        return bits & Self.bit(bytes[start], bytes[start + 1], bytes[start + 2]) != 0
    }

    /// Knuth, "The Art of Computer Programming", 6.4: multiplicative hashing.
    @inline(__always)
    private static func bit(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt64 {
        let word = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
        return 1 << UInt64((word &* 0x9E37_79B1) >> 26)
    }
}
