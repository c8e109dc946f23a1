/// Finds the bodies of the notes at the ends of pages.
///
/// A number at the start of a line opens a note only where it continues the letter's sequence and where the text above
/// holds a marker with it (or the zone is a page's short tail): dates, amounts and lists in the text fail one or the
/// other. From there to the end of the page everything is notes, but for captions that drifted there.
struct NoteZones {
    struct Note {
        var number: Int
        /// Line with the number.
        var line: Int
        /// Line where its text begins, which on a web page is the next.
        var textLine: Int
        /// What stands on that line, without the number.
        var firstRange: Range<Int>
        /// Further lines of the note.
        var rest: [Int]
        /// Whether nothing but the end of the page follows.
        var isLastOnPage: Bool
    }

    private(set) var notes: [Note] = []
    private(set) var roles: [LineRole]

    private let bytes: [UInt8]
    private let lines: [LineTable.Line]
    private let furniture: PageFurniture
    private let glued: GluedNumbers
    private let pageEnds: [Int]
    /// First line after the last zone: markers of lost notes stand from here on.
    private var textSince = 0

    init(bytes: [UInt8], lines: [LineTable.Line], furniture: PageFurniture, roles: [LineRole]) {
        self.bytes = bytes
        self.lines = lines
        self.furniture = furniture
        self.roles = roles
        glued = GluedNumbers(bytes: bytes, lines: lines, roles: roles)
        pageEnds = Self.pageEnds(roles, furniture.pageStarts)
        takeWebNotes()
        findZones()
    }

    private static let webNote = Array("X Noot".utf8)

    /// The notes of a web page: `X Noot`, the number on a line of its own, and the text up to the next one.
    private mutating func takeWebNotes() {
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            let content = lines[index].content
            guard roles[index] == .furniture, content.count == Self.webNote.count,
                bytes.matches(Self.webNote, at: content.lowerBound, end: content.upperBound),
                let numberLine = nextPrinted(index), let number = bareNumber(numberLine),
                let textLine = nextPrinted(numberLine), roles[textLine] == .body
            else { continue }
            roles[numberLine] = .note
            roles[textLine] = .note
            var rest: [Int] = []
            var line = textLine + 1
            while line < lines.count, roles[line] == .body || roles[line] == .blank {
                if roles[line] == .body {
                    roles[line] = .note
                    rest.append(line)
                }
                line += 1
            }
            notes.append(
                Note(
                    number: number, line: numberLine, textLine: textLine, firstRange: lines[textLine].content,
                    rest: rest,
                    isLastOnPage: false))
            index = line - 1
        }
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

    private mutating func findZones() {
        var index = 0
        while index < lines.count {
            if roles[index] == .body, let start = noteStart(index), opensZone(index, start) {
                index = takeZone(from: index, start)
                textSince = index
            } else {
                index += 1
            }
        }
    }

    // MARK: - Where a zone begins

    private struct Start {
        var number: Int
        var text: Range<Int>
    }

    private var lastNumber: Int { notes.last?.number ?? 0 }

    /// A line of the form `12 Text`: a number of up to three digits, a space, and something that is no month.
    private func noteStart(_ index: Int) -> Start? {
        let content = lines[index].content
        guard let first = content.first, bytes[first].isDigit, bytes[first] != 0x30 else { return nil }
        var cursor = LineCursor(bytes, content)
        guard let (number, digits) = cursor.number(), digits <= 3, cursor.skipSpaces(), !cursor.isAtEnd else {
            return nil
        }
        let text = cursor.position..<content.upperBound
        var words = cursor
        if DutchDate.month(bytes, words.word()) != nil { return nil }
        return Start(number: number, text: text)
    }

    /// Notes that a gap in the numbers may have lost at most.
    private static let widestGap = 40
    /// Lines that a zone without a marker may have at most before its page ends.
    private static let shortTail = 12

    private func opensZone(_ index: Int, _ start: Start) -> Bool {
        guard start.number > lastNumber, start.number - lastNumber <= Self.widestGap,
            index == 0 || roles[index - 1] != .body || furniture.pageStarts.contains(index)
        else { return false }
        if furniture.pageStarts.contains(index), !isOnlyNotes(index, start) { return false }
        if glued.contains(start.number, in: textSince..<index) { return true }
        return start.number == lastNumber + 1 && furniture.hasPages && pageEnd(from: index) - index <= Self.shortTail
    }

    /// Whether a page start is in truth the notes of a page whose first notes are lost: only notes up to a footer.
    private func isOnlyNotes(_ index: Int, _ start: Start) -> Bool {
        let end = pageEnd(from: index)
        guard end < lines.count, roles[end] == .furniture, end - index <= Self.shortTail * 3 else { return false }
        return glued.contains(start.number, in: textSince..<index)
    }

    /// First line behind the page that a line is on.
    private func pageEnd(from index: Int) -> Int { pageEnds[index] }

    private static func pageEnds(_ roles: [LineRole], _ pageStarts: Set<Int>) -> [Int] {
        var ends = [Int](repeating: roles.count, count: roles.count)
        for line in roles.indices.dropLast().reversed() {
            let isEnd = roles[line + 1] == .furniture || pageStarts.contains(line + 1)
            ends[line] = isEnd ? line + 1 : ends[line + 1]
        }
        return ends
    }

    // MARK: - What a zone holds

    private mutating func takeZone(from index: Int, _ start: Start) -> Int {
        let end = pageEnd(from: index)
        open(start, at: index)
        var line = index + 1
        var sawBlank = false
        while line < end {
            if roles[line] == .blank {
                sawBlank = true
                line += 1
            } else if let next = noteStart(line), continues(next, at: line, afterBlank: sawBlank, from: index) {
                open(next, at: line)
                sawBlank = false
                line += 1
            } else if sawBlank, Caption.opens(bytes, lines[line].content) {
                line = skipBlock(line, end)
            } else if sawBlank, !furniture.hasPages, !continuesNote(line) {
                return line
            } else {
                roles[line] = .note
                notes[notes.count - 1].rest.append(line)
                sawBlank = false
                line += 1
            }
        }
        notes[notes.count - 1].isLastOnPage = end < lines.count
        return end
    }

    private mutating func open(_ start: Start, at line: Int) {
        roles[line] = .note
        notes.append(
            Note(
                number: start.number, line: line, textLine: line, firstRange: start.text, rest: [], isLastOnPage: false)
        )
    }

    /// A further note in a zone: the next number, or a higher one whose marker stands above.
    private func continues(_ start: Start, at line: Int, afterBlank: Bool, from zone: Int) -> Bool {
        if start.number == lastNumber + 1 { return true }
        return start.number > lastNumber && start.number - lastNumber <= Self.widestGap
            && glued.contains(start.number, in: textSince..<zone)
    }

    /// Leaves a caption, and the lines that belong to it, to the text.
    private func skipBlock(_ line: Int, _ end: Int) -> Int {
        var next = line
        while next < end, roles[next] != .blank, next == line || noteStart(next)?.number != lastNumber + 1 { next += 1 }
        return next
    }

    /// Without pages: whether a line behind a blank one still belongs to the note above.
    private func continuesNote(_ line: Int) -> Bool {
        guard let note = notes.last else { return false }
        let previous = note.rest.last.map { lines[$0].content } ?? note.firstRange
        guard let last = previous.last, let first = lines[line].content.first else { return false }
        return !bytes[last].isTerminal && bytes[first].isLowerASCII
    }
}

/// Captions of figures and tables: `Figuur 1: …`, `Tabel 2. …`, `Schema 1`.
enum Caption {
    private static let names = [
        "Figuur", "Tabel", "Schema", "Grafiek", "Afbeelding", "Kaart", "Diagram", "Box", "Kader",
    ]
    .map { Array($0.utf8) }

    /// Whether a line opens a caption: a name, a number, and then a colon, a full stop or nothing.
    /// `Figuur 2 geeft de cijfers` is a sentence.
    static func opens(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        number(bytes, content) != nil
    }

    /// Whether the caption's name promises rows.
    static func announcesTable(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard let (name, _) = number(bytes, content) else { return false }
        return name == 1 || name == 2
    }

    private static func number(_ bytes: [UInt8], _ content: Range<Int>) -> (name: Int, number: Int)? {
        guard let first = content.first, bytes[first].isUpperASCII else { return nil }
        for (index, name) in names.enumerated() where bytes.matches(name, at: first, end: content.upperBound) {
            var cursor = LineCursor(bytes, first + name.count..<content.upperBound)
            guard cursor.skipSpaces(), let (number, _) = cursor.number() else { return nil }
            if cursor.isAtEnd || cursor.peek == UInt8(ascii: ":") || cursor.peek == .period { return (index, number) }
            return nil
        }
        return nil
    }
}
