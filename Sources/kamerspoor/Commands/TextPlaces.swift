import Letters

/// Lines and columns of a text by UTF-8 offset, each found in the time of one block, however long its line is.
struct TextPlaces {
    /// Bytes between two counts of scalars.
    private static let blockSize = 256

    private let bytes: [UInt8]
    private let starts: [Int]
    /// Scalars that start before each block.
    private let scalarsBefore: [Int]
    /// Where the text itself begins, which may be a part of a longer one; both from 1.
    private let origin: Origin

    struct Origin {
        var line = 1
        var column = 1
        /// In bytes from 0.
        var offset = 0
    }

    /// Leads from the whole text to the file that it was taken from; nil for one that is its file.
    private let file: FileText?

    /// Whether a line is nothing without its page.
    var isPaged: Bool { file?.isPaged == true }

    init(_ bytes: [UInt8], from origin: Origin = Origin(), in file: FileText? = nil) {
        self.bytes = bytes
        self.origin = origin
        self.file = file
        starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
        var count = 0
        scalarsBefore = stride(from: 0, through: bytes.count, by: Self.blockSize).map { block in
            defer { count += Self.scalars(bytes[block..<min(block + Self.blockSize, bytes.count)]) }
            return count
        }
    }

    /// Where a byte stands in the file. The page is known where the file has places of another kind than its text.
    func place(at offset: Int) -> (line: Int, column: Int, page: Int?) {
        if let place = file?.place(at: origin.offset + offset) { return (place.line, place.column, place.page) }
        let (line, column) = placeInText(at: offset)
        return (line, column, nil)
    }

    /// Both from 1; columns in Unicode scalars.
    private func placeInText(at offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = scalars(before: max(starts[low], offset)) - scalars(before: starts[low])
        return (origin.line + low, column + (low == 0 ? origin.column : 1))
    }

    /// Where what follows the text begins.
    var end: Origin {
        let (line, column) = placeInText(at: bytes.count)
        return Origin(line: line, column: column, offset: origin.offset + bytes.count)
    }

    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        return scalarsBefore[block] + Self.scalars(bytes[block * Self.blockSize..<offset])
    }

    /// Bytes that start a scalar.
    private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
