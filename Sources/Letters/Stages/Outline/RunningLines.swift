/// Lines that plainly go on in mid-sentence with the line right above, as most lines do: none of the rules of
/// `BlockGrouping` parts a line that begins with a small letter, and has no label, from one that ends in a small letter or
/// comma.
enum RunningLines {
    /// The first line behind one of text that is not such a line.
    static func end(
        behind line: Int, _ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole], _ pageStarts: LineSet
    ) -> Int {
        let (source, lines, roles) = (bytes.span, lines.span, roles.span)
        guard !QuestionLabel.matches(bytes, lines[line].content) else { return line + 1 }
        var last = lines[line].last
        var next = line + 1
        // Lines behind the first begin with a small letter, as no label of a question does.
        while next < lines.count, last.isLowerASCII || last == .comma, lines[next].first.isLowerASCII,
            roles[next] == .body, !pageStarts.contains(next), !ListLabel.mayBegin(source, lines[next].content)
        {
            last = lines[next].last
            next += 1
        }
        return next
    }

    /// Words of a line that is no title, list or cell at least.
    private static let fewestWords = 8

    /// Where a paragraph is a line, whether one goes on with the sentence of the block above, which its author has broken by
    /// hand: `… deel ik u mede` over `dat de vragen …`.
    static func goesOn(to line: Int, from block: LineBlock, _ bytes: [UInt8], _ lines: [LineTable.Line]) -> Bool {
        guard let above = block.lines.last, line - above == 1 || line - above == 2 && lines[line - 1].isBlank,
            let end = lines[above].content.last, bytes[end].isLowerASCII,
            bytes[lines[line].content.lowerBound].isLowerASCII, ListLabel(bytes, lines[line].content) == nil
        else { return false }
        func isRunning(_ line: Int) -> Bool {
            bytes[lines[line].content].count { $0 == .space } >= fewestWords
        }
        return isRunning(above) && (isRunning(line) || bytes[lines[line].content.upperBound - 1] == .period)
    }
}
