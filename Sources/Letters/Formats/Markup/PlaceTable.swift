/// Tells line and column of any byte of a source, in any order and in bounded time.
struct PlaceTable {
    private let bytes: [UInt8]
    /// Line and column of every byte at a multiple of `stride`.
    private var marks: [(line: Int32, column: Int32)] = []

    /// Few enough bytes to look through for each place, and enough that the marks take little memory.
    private static let stride = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        marks.reserveCapacity(bytes.count / Self.stride + 1)
        var place = Place.start
        let span = bytes.span
        while true {
            // libxml2 reads 2 GiB at most, so nothing is cut off.
            marks.append((Int32(truncatingIfNeeded: place.line), Int32(truncatingIfNeeded: place.column)))
            guard place.byte + Self.stride <= bytes.count else { break }
            place.pass(span, place.byte..<place.byte + Self.stride)
        }
    }

    /// Place of a byte; one behind the source has that of its end.
    func place(of byte: Int) -> Place {
        let end = min(max(byte, 0), bytes.count)
        let mark = marks[end / Self.stride]
        let start = end / Self.stride * Self.stride
        var place = Place(byte: start, line: Int(mark.line), column: Int(mark.column), page: 1)
        place.pass(bytes.span, start..<end)
        return place
    }
}
