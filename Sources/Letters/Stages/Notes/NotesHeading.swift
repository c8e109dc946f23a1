/// Headings of notes: `Noten`, `Eindnoten:`, `Noten bij bijlage 1`.
enum NotesHeading {
    private static let names = WordSet(list: "noten eindnoten voetnoten noot")
    /// A bit for the first letter of each, in either case.
    private static let openings: UInt64 = "nev".utf8.reduce(0) { $0 | 1 << UInt64($1 & 0x1F) }
    private static let of = Array(" bij ".utf8)
    /// Blank lines that may stand under the heading.
    private static let widestGap = 4

    static func matches(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard content.count <= 60, let first = content.first, openings & 1 << UInt64(bytes[first] & 0x1F) != 0 else {
            return false
        }
        var end = content.lowerBound
        while end < content.upperBound, bytes[end].isLetter { end += 1 }
        guard names.contains(bytes, content.lowerBound..<end) else { return false }
        let rest = end..<content.upperBound
        return rest.isEmpty || rest.count == 1 && bytes[rest.lowerBound] == UInt8(ascii: ":")
            || bytes.matches(of, at: rest.lowerBound, end: rest.upperBound)
    }

    /// The note that stands first under a heading.
    static func firstStart(
        _ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole], behind heading: Int
    ) -> NoteStart? {
        var line = heading + 1
        while line < lines.count, lines[line].isBlank, line - heading <= widestGap { line += 1 }
        guard line < lines.count, roles[line] == .body else { return nil }
        return NoteStart(bytes, lines[line].content, line: line, inList: true)
    }
}
