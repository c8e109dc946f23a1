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
        guard let (number, isMarked) = cursor.takeNoteLabel() else { return nil }
        cursor.takeSpace(lineEnds: 0)
        let text = cursor.position
        // A letter beyond ASCII or a quotation mark may open a note as well.
        let isSure = cursor.byte.isUpper || cursor.byte >= 0xC2 || cursor.sees { ShortForm.take(&$0) != nil }
        // `40% van` behind the number of its note, or a note whose text is lost.
        if isMarked { return isSure ? Line(start: start, text: text, number: number, isSure: true) : nil }
        let isEmpty = cursor.byte == 0x0A || cursor.byte == 0x20 && cursor[1] == 0x0A
        guard isSure || isEmpty || cursor.byte.isLower || cursor.byte.isDigit && text > start + 1 else { return nil }
        return Line(start: start, text: text, number: number, isSure: isSure)
    }
}

extension ByteCursor {
    /// Takes the number of a note where its line begins: `3`, `3.`, `3)`, `[3]`, `³`; gives also whether signs mark it.
    fileprivate mutating func takeNoteLabel() -> (number: Int, isMarked: Bool)? {
        attempt { cursor in
            if let number = cursor.takeSuperscript() { return (number, true) }
            let isBracketed = cursor.take("[")
            guard (1...3).contains(cursor.digitCount), let number = cursor.takeNumber(), number > 0 else { return nil }
            if isBracketed { return cursor.take("]") ? (number, true) : nil }
            return (number, cursor.take(".") || cursor.take(")"))
        }
    }

    /// Takes a number in superscript digits, `¹²`: U+00B9, U+00B2, U+00B3, U+2070 and U+2074 to U+2079.
    private mutating func takeSuperscript() -> Int? {
        var number = 0
        var digits = 0
        while digits < 3, let (digit, width) = superscriptDigit {
            number = number * 10 + digit
            digits += 1
            position += width
        }
        return number > 0 ? number : nil
    }

    private var superscriptDigit: (digit: Int, width: Int)? {
        switch (self[0], self[1], self[2]) {
        case (0xC2, 0xB9, _): (1, 2)
        case (0xC2, 0xB2, _): (2, 2)
        case (0xC2, 0xB3, _): (3, 2)
        case (0xE2, 0x81, 0xB0): (0, 3)
        case (0xE2, 0x81, let last) where (0xB4...0xB9).contains(last): (Int(last) - 0xB0, 3)
        default: nil
        }
    }

    /// Whether nothing but the number of a note stands before the position on its line.
    var isBehindNoteLabel: Bool {
        var line = self
        // A label of three superscript digits, and spaces around it.
        while position - line.position < 16, !line.isAtLineStart { line.position -= 1 }
        guard line.isAtLineStart, line.position < position else { return false }
        line.takeSpace(lineEnds: 0)
        guard line.takeNoteLabel() != nil else { return false }
        line.takeSpace(lineEnds: 0)
        return line.position == position
    }
}
