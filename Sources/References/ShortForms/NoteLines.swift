/// Lines of plain text that open notes: a number from 1 up, and words behind it.
struct NoteLines {
    struct Line {
        /// Where the line begins.
        var start: Int
        /// Where the text of the note begins.
        var text: Int
        var number: Int
        /// Whether the line opens with a capital, a short form or a label, as a wrapped line hardly does.
        var isSure: Bool
    }

    /// The lines of a text; numbers rise by one, or begin again at 1.
    ///
    /// A line may open a note without capital if a short form opens it, `3 idem`, or if its number is the next: an address
    /// or a name in small letters is a source that no `Idem` may pass over. A sure line of the same number takes its place.
    static func lines(in bytes: [UInt8]) -> [Line] {
        var found: [Line] = []
        var cursor = ByteCursor(bytes)
        var start = 0
        while start < bytes.count {
            cursor.position = start
            if let line = line(&cursor, at: start) {
                if let last = found.last, !last.isSure, line.isSure, line.number == last.number { found.removeLast() }
                if opens(line, after: found.last) { found.append(line) }
            }
            guard let end = bytes[start...].firstIndex(of: 0x0A) else { break }
            start = end + 1
        }
        return found
    }

    private static func opens(_ line: Line, after last: Line?) -> Bool {
        if let last, line.number == last.number + 1 { return true }
        return line.isSure && (line.number == 1 || last == nil)
    }

    private static func line(_ cursor: inout ByteCursor, at start: Int) -> Line? {
        _ = cursor.take(" ")
        guard (1...3).contains(cursor.digitCount), let number = cursor.takeNumber(), number > 0 else { return nil }
        cursor.takeSpace(lineEnds: 0)
        let text = cursor.position
        // A letter beyond ASCII or a quotation mark may open a note as well.
        let isSure = cursor.byte.isUpper || cursor.byte >= 0xC2 || cursor.sees { ShortForm.take(&$0) != nil }
        // `40% van` behind the number of its note, or a note whose text is lost.
        let isEmpty = cursor.byte == 0x0A || cursor.byte == 0x20 && cursor[1] == 0x0A
        guard isSure || isEmpty || cursor.byte.isLower || cursor.byte.isDigit && text > start + 1 else { return nil }
        return Line(start: start, text: text, number: number, isSure: isSure)
    }
}
