/// What the bytes of a line are, found sixteen at once: of each of their properties only the extreme is kept, which takes
/// one instruction, and looked at in the end.
struct LineSigns {
    private typealias Bytes = SIMD16<UInt8>

    /// Bytes looked at together, of which a line has at least so many.
    static let width = Bytes.scalarCount

    /// No byte above 0x7F.
    let isASCII: Bool
    /// No control characters, and no two spaces in a row.
    let isEven: Bool
    let holdsDigit: Bool

    /// - Parameter line: at least `width` bytes, with one more behind them, which is no space.
    @inline(__always)
    init(_ bytes: Span<UInt8>, _ line: Range<Int>) {
        precondition(
            line.lowerBound >= 0 && line.count >= Self.width && line.upperBound < bytes.count, "a line is in its source"
        )
        let space = Bytes(repeating: .space)
        var highest = Bytes()
        var lowest = Bytes(repeating: .max)
        // Zero where a space follows a space.
        var pairs = Bytes(repeating: .max)
        // Below 10 where a byte is a digit.
        var digits = Bytes(repeating: .max)
        let last = line.upperBound &- Self.width
        var position = line.lowerBound
        while true {
            let (these, next) = (Self.load(bytes, position), Self.load(bytes, position &+ 1))
            highest |= these
            lowest = Self.lesser(lowest, these)
            pairs = Self.lesser(pairs, (these ^ space) | (next ^ space))
            digits = Self.lesser(digits, these &- Bytes(repeating: 0x30))
            if position == last { break }
            // Some bytes are taken a second time in the end, which changes no extreme.
            position = min(position &+ Self.width, last)
        }
        var found = highest & Bytes(repeating: 0x80)
        found |= Bytes().replacing(with: 1, where: (lowest .< space) .| (pairs .== Bytes()))
        found |= Bytes().replacing(with: 2, where: digits .< Bytes(repeating: 10))
        let all = Self.union(found)
        isASCII = all & 0x80 == 0
        isEven = all & 1 == 0
        holdsDigit = all & 2 != 0
    }

    @inline(__always)
    private static func load(_ bytes: Span<UInt8>, _ position: Int) -> Bytes {
        // The last position is that of the sixteen bytes before the byte behind the line, and any bytes are valid.
        unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: Bytes.self)
    }

    @inline(__always)
    private static func lesser(_ left: Bytes, _ right: Bytes) -> Bytes {
        left.replacing(with: right, where: right .< left)
    }

    /// The bits that any of the bytes has.
    @inline(__always)
    private static func union(_ bytes: Bytes) -> UInt8 {
        let eight = bytes.lowHalf | bytes.highHalf
        let four = eight.lowHalf | eight.highHalf
        return (four[0] | four[1]) | (four[2] | four[3])
    }
}
