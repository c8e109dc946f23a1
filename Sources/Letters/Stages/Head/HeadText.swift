/// The source's lines as the readers of head and signature want them: cleaned, with their places.
struct HeadText {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let pages: [Int]

    private static let hyphens = HyphenRepair(evidence: HyphenEvidence())

    init(bytes: [UInt8], lines: [LineTable.Line], pages: [Int]) {
        self.bytes = bytes
        self.lines = lines
        self.pages = pages
    }

    /// Longer lines are paragraphs, never part of a head or a signature.
    static let longestLine = 400

    func isShort(_ line: Int) -> Bool { lines[line].content.count <= Self.longestLine }

    /// Pieces of the source as one text, words broken between them joined.
    func text(_ pieces: [Range<Int>]) -> String {
        var builder = PlacedTextBuilder()
        for piece in pieces where !piece.isEmpty {
            if !builder.bytes.isEmpty { Self.hyphens.join(&builder, bytes, to: piece) }
            builder.append(bytes, piece, at: .start)
        }
        return String(decoding: builder.bytes, as: UTF8.self)
    }

    /// A piece of one line.
    func text(_ piece: Range<Int>) -> String {
        // Most are copied as they stand.
        if let first = piece.first, bytes[first] != .space, ByteChunks.plainEnd(bytes.span, piece) == piece.upperBound {
            return String(decoding: bytes[piece], as: UTF8.self)
        }
        return text([piece])
    }

    func text(_ line: Int) -> String { text(lines[line].content) }

    func text(lines indices: Range<Int>) -> String {
        text(indices.filter { !lines[$0].isBlank }.map { lines[$0].content })
    }

    func place(of byte: Int, on index: Int) -> Place {
        Place(byte: byte, line: index + 1, column: lines[index].column(of: byte, in: bytes), page: pages[index])
    }

    func place(ofLine index: Int) -> Place { place(of: lines[index].content.lowerBound, on: index) }

    /// Whether a line starts with these words.
    func starts(_ line: Int, with words: [UInt8]) -> Bool {
        let content = lines[line].content
        return bytes.matches(words, at: content.lowerBound, end: content.upperBound)
    }

    // MARK: - Columns

    /// A stretch of a line between wide gaps, which the layout of a page leaves between its columns.
    struct Cell {
        var range: Range<Int>
        /// From 0, in scalars.
        var column: Int
    }

    /// Blanks that part two columns at least; within a text hardly ever more than two stand together.
    private static let columnGap = 3

    /// The columns of a line; none of a line that is too long.
    func cells(_ index: Int) -> [Cell] {
        let line = lines[index]
        guard isShort(index) else { return [] }
        var cells: [Cell] = []
        var start = line.content.lowerBound
        var position = start
        var blanks = 0
        for byte in line.content {
            if bytes[byte].isBlankASCII {
                // A tab leads to another column as well.
                blanks += bytes[byte] == 0x09 ? Self.columnGap : 1
            } else {
                // A colon belongs to the label before it, however far.
                if blanks >= Self.columnGap, bytes[byte] != UInt8(ascii: ":") {
                    cells.append(cell(start..<position, line))
                    start = byte
                }
                blanks = 0
                position = byte + 1
            }
        }
        cells.append(cell(start..<position, line))
        return cells
    }

    private func cell(_ range: Range<Int>, _ line: LineTable.Line) -> Cell {
        Cell(range: range, column: line.column(of: range.lowerBound, in: bytes) - 1)
    }
}
