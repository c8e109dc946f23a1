import References

/// Any text in windows that end where no reference does, so that memory stays bounded however long the text is.
struct TextWindows {
    /// Bytes of a window; what a text up to this size says never depends on windows.
    static let size = 4 << 20
    /// Bytes before the end of what has been read where a reference may still go on.
    private static let margin = 4 << 10
    /// Bytes in which the end of a window is looked for.
    private static let search = 64 << 10

    private let stream: InputStream
    private var bytes: [UInt8]

    /// - Parameter bytes: what has been read of the stream already.
    init(_ stream: InputStream, from bytes: [UInt8]) {
        self.stream = stream
        self.bytes = bytes
    }

    /// The next window; nil behind the last.
    mutating func next() throws -> [UInt8]? {
        while bytes.count < Self.size, !stream.isAtEnd { try stream.append(to: &bytes) }
        guard !bytes.isEmpty else { return nil }
        let end = stream.isAtEnd && bytes.count <= Self.size ? bytes.count : Self.end(of: bytes)
        defer { bytes.removeFirst(end) }
        return Array(bytes[..<end])
    }

    /// The last start of a line, well before the end, at which no reference stands; in a text without line ends the last
    /// space, and without spaces a place between two characters.
    private static func end(of bytes: [UInt8]) -> Int {
        let area = bytes.count - search..<bytes.count - margin
        let references = ReferenceScanner().references(in: Array(bytes[area.lowerBound...])).map(\.range)
        for separator in [UInt8(0x0A), 0x20] {
            var places = area.reversed().lazy.filter { bytes[$0] == separator }.map { $0 + 1 }.makeIterator()
            var last = references[...]
            while let place = places.next() {
                let offset = place - area.lowerBound
                while let range = last.last, range.lowerBound >= offset { last.removeLast() }
                if last.last.map({ $0.upperBound <= offset }) ?? true { return place }
            }
        }
        return area.reversed().first { bytes[$0] & 0xC0 != 0x80 } ?? area.upperBound
    }
}
