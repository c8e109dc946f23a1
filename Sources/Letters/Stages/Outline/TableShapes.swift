/// Finds tables that no caption announces: rows of figures in one block, and cells that stand each on a line alone.
struct TableShapes {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let fullWidth: Int

    /// Gives such blocks the kind of a row.
    func mark(_ blocks: inout [LineBlock]) {
        let isTable = tables(blocks)
        let runs = runs(blocks, beside: isTable)
        if isTable.contains(true) || runs.contains(where: { $0 != nil }) {
            blocks = blocks.indices.flatMap { index in
                if isTable[index] { return rows(of: blocks[index]) }
                return runs[index].map { parted(blocks[index], around: $0) } ?? [blocks[index]]
            }
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
            isTable[index] = isRows(blocks[index].lines, isCaptioned: isCaptioned)
        }
        return isTable
    }

    private func rows(of block: LineBlock) -> [LineBlock] {
        block.lines.map { LineBlock(kind: .tableRow, line: $0, firstText: lines[$0].content) }
    }

    // MARK: - Rows in the middle of text

    /// For each block that is no table its rows of figures, if it has some.
    private func runs(_ blocks: [LineBlock], beside isTable: [Bool]) -> [Range<Int>?] {
        var runs = [Range<Int>?](repeating: nil, count: blocks.count)
        let blocks = blocks.span
        for index in blocks.indices
        where !isTable[index] && blocks[index].isText && blocks[index].lines.count >= Self.fewestRows {
            runs[index] = run(in: blocks[index].lines)
        }
        return runs
    }

    /// The rows of figures in a block, and the line of their columns' names above them, as positions in it; nil of most
    /// blocks.
    private func run(in block: LineList) -> Range<Int>? {
        guard holdsRow(block) else { return nil }
        let lines = Array(block)
        var start = 0
        while start + Self.fewestRows <= lines.count {
            var end = start
            while end < lines.count, isRow(lines[end]) { end += 1 }
            if end - start >= Self.fewestRows { return (namesColumns(start - 1, of: lines) ? start - 1 : start)..<end }
            start = end + 1
        }
        return nil
    }

    private func holdsRow(_ block: LineList) -> Bool {
        for stretch in 0..<block.stretches {
            for line in block.stretch(stretch) where isRow(line) { return true }
        }
        return false
    }

    private func isShort(_ line: Int) -> Bool { lines[line].width * 5 <= fullWidth * 4 }

    private func isRow(_ line: Int) -> Bool {
        lines[line].mayHoldDigit && isShort(line) && FigureRow.matches(bytes, lines[line].content)
    }

    /// Whether a line right above rows names their columns: short, with a capital, behind text that has ended.
    private func namesColumns(_ position: Int, of block: [Int]) -> Bool {
        guard position >= 0, isShort(block[position]) else { return false }
        let content = lines[block[position]].content
        guard bytes[content.lowerBound].isUpperASCII, !bytes[content.upperBound - 1].isTerminal else { return false }
        return position == 0 || isShort(block[position - 1])
            || bytes[lines[block[position - 1]].content.upperBound - 1].isTerminal
    }

    /// The text above the rows, the rows, and the text below them.
    private func parted(_ block: LineBlock, around run: Range<Int>) -> [LineBlock] {
        var parts: [LineBlock] = []
        let blockLines = Array(block.lines)
        if let first = blockLines[..<run.lowerBound].first {
            var above = block
            above.lines = LineList(first, Array(blockLines[1..<run.lowerBound]))
            above.standsAlone = false
            parts.append(above)
        }
        parts += blockLines[run].map { LineBlock(kind: .tableRow, line: $0, firstText: lines[$0].content) }
        if let first = blockLines[run.upperBound...].first {
            var below = LineBlock(kind: .paragraph, line: first, firstText: lines[first].content)
            below.lines = LineList(first, Array(blockLines[(run.upperBound + 1)...]))
            below.standsAlone = false
            parts.append(below)
        }
        return parts
    }

    /// Rows that a block of figures has at least.
    private static let fewestRows = 3

    /// Whether of the lines of a paragraph, all of them short, two in three end in a figure and, but for those under a caption,
    /// have another one.
    private func isRows(_ block: LineList, isCaptioned: Bool) -> Bool {
        var rows = 0
        for line in block {
            if lines[line].width * 5 > fullWidth * 4 { return false }
            let content = lines[line].content
            if isCaptioned ? FigureRow.endsInFigure(bytes, content) : FigureRow.matches(bytes, content) { rows += 1 }
        }
        return rows * 3 >= block.count * 2
    }

    /// Cells that make a table at least, and figures among them.
    private static let fewestCells = 6
    private static let fewestFigures = 2
    private static let widestCell = 40

    private func isCell(_ block: LineBlock) -> Bool {
        guard block.kind == .paragraph, block.standsAlone, block.lines.count <= Self.longestColumn else { return false }
        return block.lines.allSatisfy { line in
            let content = lines[line].content
            guard content.count <= Self.widestCell, let last = content.last else { return false }
            return !bytes[last].isTerminal && bytes[last] != .comma
        }
    }

    /// Cells of one column that stand right below each other.
    private static let longestColumn = 12

    private func isCellRun(_ blocks: ArraySlice<LineBlock>) -> Bool {
        guard blocks.count >= Self.fewestCells else { return false }
        let figures = blocks.count { block in
            block.lines.allSatisfy { !bytes[lines[$0].content].contains(where: \.isLetter) }
        }
        return figures >= Self.fewestFigures
    }
}
