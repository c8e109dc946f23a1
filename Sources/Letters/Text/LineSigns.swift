/// What the bytes of a line are, found sixteen at once.
struct LineSigns {
    /// Bytes looked at together, of which a line has at least so many.
    static let width = SixteenBytes.scalarCount

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
        let space = SixteenBytes(repeating: .space)
        var highest = SixteenBytes()
        var lowest = SixteenBytes(repeating: .max)
        // Zero where a space follows a space.
        var pairs = SixteenBytes(repeating: .max)
        var digits = SixteenBytes(repeating: .max)
        let last = line.upperBound &- Self.width
        var position = line.lowerBound
        while true {
            let these = SixteenBytes(bytes, at: position)
            let next = SixteenBytes(bytes, at: position &+ 1)
            highest |= these
            lowest = lowest.lesser(these)
            pairs = pairs.lesser((these ^ space) | (next ^ space))
            digits = digits.lesser(these.digitValues)
            if position == last { break }
            // Some bytes are taken a second time in the end, which changes no extreme.
            position = min(position &+ Self.width, last)
        }
        let found =
            (highest & SixteenBytes(repeating: 0x80)
            | .bits(1, where: (lowest .< space) .| (pairs .== SixteenBytes()))
            | .bits(2, where: digits .< SixteenBytes(repeating: 10))).union
        isASCII = found & 0x80 == 0
        isEven = found & 1 == 0
        holdsDigit = found & 2 != 0
    }
}
