/// Tells line and column of ascending positions of a source, in one pass over it.
struct PlaceCursor {
    private let bytes: [UInt8]
    private(set) var place = Place.start

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Place of a byte; one before the last asked for has the place of that one. Linear in the way from there.
    mutating func place(of byte: Int) -> Place {
        let end = min(byte, bytes.count)
        guard end > place.byte else { return place }
        var place = place
        place.pass(bytes.span, place.byte..<end)
        self.place = place
        return place
    }
}

extension Place {
    /// Goes on behind some bytes of a text.
    mutating func pass(_ text: Span<UInt8>, _ range: Range<Int>) {
        var start = range.lowerBound
        while let feed = ByteChunks.first(0x0A, in: text, start..<range.upperBound) {
            line += 1
            column = 1
            start = feed + 1
        }
        byte += range.count
        column += ByteChunks.scalars(in: text, start..<range.upperBound)
    }

    /// Goes on behind one byte of UTF-8.
    mutating func pass(_ passed: UInt8) {
        byte += 1
        if passed == 0x0A {
            line += 1
            column = 1
        } else if passed & 0xC0 != 0x80 {
            column += 1
        }
    }
}
