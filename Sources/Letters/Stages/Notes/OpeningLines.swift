/// The lines of text that open a block or may open a note, by a look at their first bytes: in looking for notes nothing
/// is asked of the others.
enum OpeningLines {
    /// In ascending order.
    static func all(
        _ lines: [LineTable.Line], _ roles: [LineRole], _ pageStarts: LineSet
    ) -> [Int] {
        var openings: [Int] = []
        openings.reserveCapacity(lines.count / 2)
        let (lines, roles) = (lines.span, roles.span)
        var isBehindText = false
        for line in lines.indices {
            let isText = roles[line] == .body
            if isText {
                let opensBlock = !isBehindText || pageStarts.contains(line)
                if opensBlock || mayOpenNote(lines[line].first) { openings.append(line) }
            }
            isBehindText = isText
        }
        return openings
    }

    /// Whether a line that begins with a byte has the first sign of a note.
    @inline(__always)
    static func mayOpenNote(_ first: UInt8) -> Bool { first.isDigit || first == UInt8(ascii: "[") }
}
