/// Finds tables that no caption announces: rows of figures in one block, and cells that stand each on a line alone.
struct TableShapes {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let fullWidth: Int

    /// Gives such blocks the kind of a row.
    func mark(_ blocks: inout [LineBlock]) {
        if blocks.contains(where: isRows) { blocks = blocks.flatMap { isRows($0) ? rows(of: $0) : [$0] } }
        var index = 0
        while index < blocks.count {
            var end = index
            while end < blocks.count, isCell(blocks[end]) { end += 1 }
            if isCellRun(blocks[index..<end]) {
                for cell in index..<end { blocks[cell].kind = .tableRow }
            }
            index = max(end, index + 1)
        }
    }

    private func rows(of block: LineBlock) -> [LineBlock] {
        block.lines.map { LineBlock(kind: .tableRow, line: $0, firstText: lines[$0].content) }
    }

    /// Rows that a block of figures has at least.
    private static let fewestRows = 3

    /// Whether of the lines of a block, all of them short, two in three end in a figure and have another one.
    private func isRows(_ block: LineBlock) -> Bool {
        guard block.kind == .paragraph, block.lines.count >= Self.fewestRows else { return false }
        var rows = 0
        for line in block.lines {
            if lines[line].width * 5 > fullWidth * 4 { return false }
            if isRow(lines[line].content) { rows += 1 }
        }
        return rows * 3 >= block.lines.count * 2
    }

    private func isRow(_ content: Range<Int>) -> Bool {
        let words = bytes[content].split(separator: .space)
        guard let last = words.last, isFigure(last) else { return false }
        return words.dropLast().contains(where: isFigure)
    }

    /// `4.200`, `12%`, `(3,5)`, `–`.
    private func isFigure(_ word: ArraySlice<UInt8>) -> Bool {
        word.contains(where: \.isDigit) ? !word.contains(where: \.isLetter) : Array(word) == Sign.enDash
    }

    /// Cells that make a table at least, and figures among them.
    private static let fewestCells = 6
    private static let fewestFigures = 2
    private static let widestCell = 40

    private func isCell(_ block: LineBlock) -> Bool {
        guard block.kind == .paragraph, block.standsAlone, block.lines.count == 1, let line = block.lines.first else {
            return false
        }
        let content = lines[line].content
        guard content.count <= Self.widestCell, let last = content.last else { return false }
        return !bytes[last].isTerminal && bytes[last] != .comma
    }

    private func isCellRun(_ blocks: ArraySlice<LineBlock>) -> Bool {
        guard blocks.count >= Self.fewestCells else { return false }
        let figures = blocks.count { block in !bytes[block.firstText].contains(where: \.isLetter) }
        return figures >= Self.fewestFigures
    }
}
