/// Tells the lines that open an item of a list in the middle of a block.
///
/// A label alone is not enough: a number, a dash or a bracket may stand at the start of a line by chance.
struct ItemOpening {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let roles: [LineRole]
    let fullWidth: Int

    /// An item in mid-block: the line before has ended its sentence, announces a list, or stops far from the margin; or the
    /// label is the next one of the item that the block is.
    func opens(_ label: ListLabel, _ index: Int, after previous: Int, in block: LineBlock) -> Bool {
        guard let last = lines[previous].content.last else { return false }
        if label.shape == .bullet { return true }
        if let other = block.label, block.indent > 1, block.indent == lines[index].indent, label.follows(other) {
            return true
        }
        let opensLower = bytes[lines[index].content.lowerBound].isLowerASCII
        if label.shape == .letter, !opensLower, bytes[lines[index].content.lowerBound] != UInt8(ascii: "(") {
            return false
        }
        if label.shape != .dash,
            awaitsNumber(previous) || label.label.hasSuffix(")") && isInsideBracket(previous, label)
        {
            return false
        }
        return bytes[last].isTerminal || label.shape != .letter && bytes[last] == .comma
            || isBrokenOff(previous, before: index)
            || hasSibling(index, label)
    }

    /// Lines that an item of a nested list may have at most before the next one.
    private static let longestItem = 8

    /// Whether an item set in from the margin is followed by a like one where a sentence has ended.
    private func hasSibling(_ index: Int, _ label: ListLabel) -> Bool {
        guard lines[index].indent > 1 else { return false }
        for line in (index + 1)..<max(index + 1, min(lines.count, index + Self.longestItem)) where roles[line] == .body
        {
            if lines[line].indent == lines[index].indent, roles[line - 1] == .body,
                let other = ListLabel(bytes, lines[line].content), other.shape == label.shape
            {
                let end = bytes[lines[line - 1].content.upperBound - 1]
                return end.isTerminal || end == .comma
            }
        }
        return false
    }

    /// Whether a line stops although the first word of the next would have fitted: its end is meant.
    private func isBrokenOff(_ line: Int, before next: Int) -> Bool {
        guard let label = ListLabel(bytes, lines[next].content) else { return false }
        var words = LineCursor(bytes, label.text)
        return lines[line].width + label.label.utf8.count + words.word().count + 2 < fullWidth * 17 / 20
    }

    /// Words behind which a number is no label.
    private static let beforeNumbers = WordSet(
        list: "nr. nrs. nummer p. pp. blz. pag. pagina art. artikel artikelen lid item")

    /// Bytes that are looked at: more than the longest of those words has.
    private static let longestBeforeNumber = 12

    private func awaitsNumber(_ line: Int) -> Bool { Self.awaitsNumber(bytes, lines[line].content) }

    static func awaitsNumber(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        var start = content.upperBound
        while start > content.lowerBound, content.upperBound - start < longestBeforeNumber,
            !bytes[start - 1].isBlankASCII, bytes[start - 1] != UInt8(ascii: "(")
        {
            start -= 1
        }
        return beforeNumbers.contains(bytes, start..<content.upperBound)
    }

    /// Whether a bracket that was opened on the lines just above is closed by a label such as `2)`.
    private func isInsideBracket(_ line: Int, _ label: ListLabel) -> Bool {
        guard !label.label.hasPrefix("(") else { return false }
        for above in stride(from: line, through: max(0, line - 2), by: -1) where roles[above] == .body {
            for byte in bytes[lines[above].content].reversed() {
                if byte == UInt8(ascii: ")") { return false }
                if byte == UInt8(ascii: "(") { return true }
            }
        }
        return false
    }
}
