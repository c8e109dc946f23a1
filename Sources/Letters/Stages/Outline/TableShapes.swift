/// Finds tables that no caption announces: rows of figures in one block, and cells that stand each on a line alone.
struct TableShapes {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let fullWidth: Int

    /// Gives such blocks the kind of a row.
    func mark(_ blocks: inout [LineBlock]) {
        let isTable = tables(blocks)
        if isTable.contains(true) {
            blocks = zip(blocks, isTable).flatMap { block, isTable in isTable ? rows(of: block) : [block] }
        }
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

    /// For each block whether its lines are rows.
    private func tables(_ blocks: [LineBlock]) -> [Bool] {
        var isTable = [Bool](repeating: false, count: blocks.count)
        // To look at a part of a span's element does not copy the whole.
        let blocks = blocks.span
        for index in blocks.indices
        where blocks[index].kind == .paragraph && blocks[index].lines.count >= Self.fewestRows {
            let isCaptioned = index > 0 && blocks[index - 1].kind == .caption
            isTable[index] = isRows(blocks[index], isCaptioned: isCaptioned)
        }
        return isTable
    }

    private func rows(of block: LineBlock) -> [LineBlock] {
        block.lines.map { LineBlock(kind: .tableRow, line: $0, firstText: lines[$0].content) }
    }

    /// Rows that a block of figures has at least.
    private static let fewestRows = 3

    /// Whether of the lines of a paragraph, all of them short, two in three end in a figure and, but for those under a caption,
    /// have another one.
    private func isRows(_ block: LineBlock, isCaptioned: Bool) -> Bool {
        var rows = 0
        for line in block.lines {
            if lines[line].width * 5 > fullWidth * 4 { return false }
            let content = lines[line].content
            if isCaptioned ? FigureRow.endsInFigure(bytes, content) : FigureRow.matches(bytes, content) { rows += 1 }
        }
        return rows * 3 >= block.lines.count * 2
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
