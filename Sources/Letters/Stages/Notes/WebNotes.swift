/// The notes of a web page: `X Noot`, the number on a line of its own, and the text up to the next one.
struct WebNotes {
    private(set) var notes: [NoteZones.Note] = []
    private(set) var roles: [LineRole]

    private let bytes: [UInt8]
    private let lines: [LineTable.Line]

    private static let sign = Array("X Noot".utf8)

    init(bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole]) {
        self.bytes = bytes
        self.lines = lines
        self.roles = roles
        var index = 0
        while index < lines.count { index = isSign(index) ? take(behind: index) ?? index + 1 : index + 1 }
    }

    private func isSign(_ index: Int) -> Bool {
        let content = lines[index].content
        return roles[index] == .furniture && content.count == Self.sign.count
            && bytes.matches(Self.sign, at: content.lowerBound, end: content.upperBound)
    }

    /// Takes the note under a sign, and returns the line behind it.
    private mutating func take(behind sign: Int) -> Int? {
        guard let numberLine = nextPrinted(sign), let number = bareNumber(numberLine),
            let textLine = nextPrinted(numberLine)
        else { return nil }
        roles[numberLine] = .note
        roles[textLine] = .note
        var note = NoteZones.Note(
            number: number, line: numberLine, textLine: textLine, firstRange: lines[textLine].content)
        var line = textLine + 1
        while line < lines.count, roles[line] == .body || roles[line] == .blank {
            if roles[line] == .body {
                roles[line] = .note
                note.rest.append(line)
            }
            line += 1
        }
        notes.append(note)
        return line
    }

    private func nextPrinted(_ index: Int) -> Int? {
        let next = lines[(index + 1)...].firstIndex { !$0.isBlank }
        return next.flatMap { roles[$0] == .body ? $0 : nil }
    }

    /// The number that is all of a line.
    private func bareNumber(_ index: Int) -> Int? {
        var cursor = LineCursor(bytes, lines[index].content)
        guard let (number, digits) = cursor.number(), digits <= 3, cursor.isAtEnd else { return nil }
        return number
    }
}
