/// Some bytes of ASCII, told by one bit each.
struct ASCIISet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where byte < 0x80 {
            if byte < 0x40 { low |= Self.bit(byte) } else { high |= Self.bit(byte) }
        }
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { byte < 0x80 && (byte < 0x40 ? low : high) & Self.bit(byte) != 0 }

    @inline(__always)
    private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }
}
