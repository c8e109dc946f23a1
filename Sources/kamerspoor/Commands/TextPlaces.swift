/// Lines and columns of a text by UTF-8 offset, each found in the time of one block, however long its line is.
struct TextPlaces {
    /// Bytes between two counts of scalars.
    private static let blockSize = 256

    private let bytes: [UInt8]
    private let starts: [Int]
    /// Scalars that start before each block.
    private let scalarsBefore: [Int]
    /// Where the text itself begins, which may be a part of a longer one; both from 1.
    private let origin: (line: Int, column: Int)

    init(_ bytes: [UInt8], from origin: (line: Int, column: Int) = (1, 1)) {
        self.bytes = bytes
        self.origin = origin
        starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
        var count = 0
        scalarsBefore = stride(from: 0, through: bytes.count, by: Self.blockSize).map { block in
            defer { count += Self.scalars(bytes[block..<min(block + Self.blockSize, bytes.count)]) }
            return count
        }
    }

    /// Both from 1; columns in Unicode scalars.
    func place(at offset: Int) -> (line: Int, column: Int) {
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
    var end: (line: Int, column: Int) { place(at: bytes.count) }

    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        return scalarsBefore[block] + Self.scalars(bytes[block * Self.blockSize..<offset])
    }

    /// Bytes that start a scalar.
    private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
