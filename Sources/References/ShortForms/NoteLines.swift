/// Lines of plain text that open notes: a number from 1 up, and words behind it.
struct NoteLines {
    struct Line {
        /// Where the line begins.
        var start: Int
        /// Where the text of the note begins.
        var text: Int
        var number: Int
    }

    /// The next such line from a place on; numbers rise by one, or begin again at 1.
    ///
    /// A line may open a note without capital if a short form or a label opens it: `3 idem`.
    static func lines(in bytes: [UInt8]) -> [Line] {
        var found: [Line] = []
        var cursor = ByteCursor(bytes)
        var start = 0
        while start < bytes.count {
            cursor.position = start
            if let line = line(&cursor, at: start),
                line.number == 1 || line.number == (found.last?.number ?? -1) + 1 || found.isEmpty
            {
                found.append(line)
            }
            guard let end = bytes[start...].firstIndex(of: 0x0A) else { break }
            start = end + 1
        }
        return found
    }

    private static func line(_ cursor: inout ByteCursor, at start: Int) -> Line? {
        _ = cursor.take(" ")
        guard (1...3).contains(cursor.digitCount), let number = cursor.takeNumber(), number > 0 else { return nil }
        cursor.takeSpace(lineEnds: 0)
        let text = cursor.position
        // A letter beyond ASCII or a quotation mark may open a note as well.
        guard cursor.byte.isUpper || cursor.byte >= 0xC2 || cursor.sees({ ShortForm.take(&$0) != nil }) else {
            return nil
        }
        return Line(start: start, text: text, number: number)
    }
}
