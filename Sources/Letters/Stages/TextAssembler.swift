/// Joins the lines of a block or note to one cleaned text, repairing the hyphens at their ends.
struct TextAssembler {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let pages: [Int]
    let hyphens: HyphenRepair

    /// The text of some lines; of the first only what stands in `firstText`.
    func text(firstText: Range<Int>, lines indices: [Int]) -> AssembledText {
        var builder = PlacedTextBuilder()
        for (order, index) in indices.enumerated() {
            let range = order == 0 ? firstText : lines[index].content
            if order > 0 { hyphens.join(&builder, bytes, to: range) }
            let start = place(range.lowerBound, line: index)
            if lines[index].isPlain, !range.isEmpty {
                builder.addPlain(bytes, range, at: start)
            } else {
                builder.append(bytes, range, at: start)
            }
        }
        return AssembledText(builder)
    }

    /// Place of a byte of a line.
    func place(_ byte: Int, line index: Int) -> Place {
        let line = lines[index]
        var column = line.indent + 1
        for position in line.content.lowerBound..<max(line.content.lowerBound, byte)
        where bytes[position] & 0xC0 != 0x80 {
            column += 1
        }
        return Place(byte: byte, line: index + 1, column: column, page: pages[index])
    }
}
