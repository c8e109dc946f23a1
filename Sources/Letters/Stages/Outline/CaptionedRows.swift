/// Tells the rows of a flattened table under its caption from the text behind it.
struct CaptionedRows {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let roles: [LineRole]
    let fullWidth: Int

    /// Lines of a block that are looked at to tell a row from text.
    private static let rowReach = 12

    /// Rows of a flattened table are short; the first block with a full line is text again.
    ///
    /// - Parameter isRightBelow: whether no gap is above the line.
    func holds(_ index: Int, isRightBelow: Bool, _ blocks: [LineBlock]) -> Bool {
        if isRightBelow, let last = blocks.last { return last.kind == .tableRow || last.kind == .caption }
        if isBehindPackedRows(blocks), opensText(behind: index) { return false }
        var line = index
        while line < min(lines.count, index + Self.rowReach), roles[line] == .body {
            if lines[line].width * 20 >= fullWidth * 17, !hasColumns(line) { return false }
            line += 1
        }
        return true
    }

    /// Words that a sentence under a table has at least.
    private static let fewestWords = 4

    private func isSentence(_ line: Int) -> Bool {
        let content = lines[line].content
        guard bytes[content.lowerBound].isUpperASCII, !hasColumns(line),
            SentenceEnd.lastByte(bytes, content) == .period
        else { return false }
        return content.count(where: { bytes[$0] == .space }) >= Self.fewestWords - 1
    }

    private static let columnGap = Array("   ".utf8)

    private func hasColumns(_ line: Int) -> Bool {
        !lines[line].isPlain && bytes.first(Self.columnGap, in: lines[line].content) != nil
    }

    /// Whether the last two rows stood right below each other and are figures: behind a gap such a table goes on with
    /// figures only.
    private func isBehindPackedRows(_ blocks: [LineBlock]) -> Bool {
        guard let last = blocks.indices.last, last > 0, blocks[last].kind == .tableRow,
            blocks[last - 1].kind == .tableRow, let line = blocks[last].lines.first,
            blocks[last - 1].lines.last == line - 1
        else { return false }
        return FigureRow.matches(bytes, lines[line].content) && FigureRow.matches(bytes, lines[line - 1].content)
    }

    /// Whether a line is a sentence, or without figures like those above titles a full line of text a few lines further on.
    private func opensText(behind index: Int) -> Bool {
        if isSentence(index) { return true }
        guard !FigureRow.matches(bytes, lines[index].content), bytes[lines[index].content.lowerBound].isUpperASCII,
            let next = (index + 1..<min(lines.count, index + Self.widestGap)).first(where: { roles[$0] == .body })
        else { return false }
        return isFull(next) && !hasColumns(next)
    }

    /// Lines in which the text under a title begins.
    private static let widestGap = 6

    private func isFull(_ line: Int) -> Bool { lines[line].width * 4 >= fullWidth * 3 }
}
