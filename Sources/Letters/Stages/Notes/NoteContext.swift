/// What the lines around a possible note tell, before any note of a printed page is taken.
///
/// Built in one pass; every question is answered in constant or logarithmic time, or by a look at a few lines.
struct NoteContext {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let pages: [Int]
    let pageStarts: LineSet
    /// Whether the source shows pages; without them notes end where their text ends.
    let hasPages: Bool
    /// Headings of annexes, where numbering may start again.
    let annexes: AscendingLines
    /// Headings such as `Noten`, with notes under them.
    let headings: AscendingLines
    let markers: GluedNumbers
    let signatures: NoteSignatures

    let roles: [LineRole]
    /// Lines of text that open a block or may open a note, ascending: nothing is asked of the others.
    let openings: [Int]
    private let fullWidth: Int
    private let spans: NotePages
    /// For each line how many lines above it are text that is plainly no note.
    private var foreignAbove: [Int32] = []
    /// For each line how many lines above it are text.
    private var linesAbove: [Int32] = []
    /// For each line that may open a note the next such line with the same number.
    private var nextSame: [Int32] = []

    init(
        bytes: [UInt8], lines: [LineTable.Line], furniture: PageFurniture, roles: [LineRole], fullWidth: Int
    ) {
        self.bytes = bytes
        self.lines = lines
        pages = furniture.pages
        pageStarts = furniture.pageStarts
        hasPages = furniture.hasPages
        self.roles = roles
        self.fullWidth = fullWidth
        spans = NotePages(furniture, roles: roles)
        markers = GluedNumbers(bytes: bytes, lines: lines, roles: roles)
        signatures = NoteSignatures(
            text: HeadText(bytes: bytes, lines: lines, pages: furniture.pages), roles: roles)
        var annexes: [Int] = []
        var headings: [Int] = []
        openings = OpeningLines.all(lines, roles, pageStarts)
        for line in openings where line == 0 || roles[line - 1] != .body || pageStarts.contains(line) {
            let content = lines[line].content
            if AnnexLine.matches(bytes, content) { annexes.append(line) }
            if NotesHeading.matches(bytes, content),
                NotesHeading.firstStart(bytes, lines, roles, behind: line) != nil
            {
                headings.append(line)
            }
        }
        self.annexes = AscendingLines(annexes)
        self.headings = AscendingLines(headings)
        (linesAbove, foreignAbove) = countLines()
        nextSame = sameNumbers()
    }

    /// Numbers of lines take half the room this way; no file has more lines than fit.
    private static func number(_ line: Int) -> Int32 { Int32(clamping: line) }

    /// For each line how many lines above it are text, and how many of them are text that is plainly no note.
    private func countLines() -> (printed: [Int32], foreign: [Int32]) {
        var foreign = [Int32](repeating: 0, count: lines.count + 1)
        var printed = foreign
        var foreignAbove = foreign.mutableSpan
        var linesAbove = printed.mutableSpan
        let (roles, openings) = (self.roles, self.openings)
        let (roleSpan, openingSpan) = (roles.span, openings.span)
        var previous: Int?
        var isForeign = false
        var next = 0
        var counts: (printed: Int32, foreign: Int32) = (0, 0)
        for line in roleSpan.indices {
            if roleSpan[line] == .body {
                if next < openingSpan.count, openingSpan[next] == line {
                    next += 1
                    if pageStarts.contains(line) { previous = nil }
                    if standsApart(line) { isForeign = previous.map { opensText(line, after: $0) } ?? false }
                }
                previous = line
                counts.printed &+= 1
                counts.foreign &+= isForeign ? 1 : 0
            } else {
                if pageStarts.contains(line) { previous = nil }
                isForeign = false
            }
            linesAbove[line + 1] = counts.printed
            foreignAbove[line + 1] = counts.foreign
        }
        return (printed, foreign)
    }

    /// For each line that may open a note the next such line with the same number.
    private func sameNumbers() -> [Int32] {
        var same = [Int32](repeating: Self.number(lines.count), count: lines.count)
        var starts: [(line: Int, number: Int, isInNumberedBlock: Bool)] = []
        var isInNumberedBlock = false
        for line in openings {
            let number = start(line)?.number
            if opensBlock(line) { isInNumberedBlock = number != nil }
            if let number {
                starts.append((line, number, isInNumberedBlock))
            } else if mayOpenNote(line), let alone = startAlone(line) {
                starts.append((line, alone.number, false))
            }
        }
        var next = [Int32](repeating: Self.number(lines.count), count: GluedNumbers.highest + 1)
        for start in starts.reversed() {
            same[start.line] = next[start.number]
            if start.isInNumberedBlock { next[start.number] = Self.number(start.line) }
        }
        return same
    }

    // MARK: - Lines

    @inline(__always)
    func start(_ line: Int, inList: Bool = false) -> NoteStart? {
        guard mayOpenNote(line) else { return nil }
        return NoteStart(bytes, lines[line].content, line: line, inList: inList)
    }

    /// Whether a line has the first sign of a note, or is a heading of notes: a look that turns most lines away.
    @inline(__always)
    func mayOpenNotes(_ line: Int) -> Bool { mayOpenNote(line) || headings.contains(line) }

    @inline(__always)
    private func mayOpenNote(_ line: Int) -> Bool { OpeningLines.mayOpenNote(lines[line].first) }

    /// A note whose number is alone on its line.
    func startAlone(_ line: Int) -> NoteStart? {
        NoteStart(alone: line, bytes, lines, roles).flatMap { $0.textLine < pageEnd(of: line) ? $0 : nil }
    }

    func isText(_ line: Int) -> Bool { line < lines.count && roles[line] == .body }

    /// Whether no text stands right above a line on its page.
    @inline(__always)
    func opensBlock(_ line: Int) -> Bool {
        line == 0 || roles[line - 1] != .body || pageStarts.contains(line)
    }

    /// Whether a line opens a block, or stands right under a signature as a note may.
    @inline(__always)
    func standsApart(_ line: Int) -> Bool { opensBlock(line) || mayOpenNote(line) && signatures.isUnder(line) }

    func pageEnd(of line: Int) -> Int { spans.end(of: line) }
    func pageFirst(of line: Int) -> Int { spans.first(of: line) }

    /// First line behind what a zone of notes can reach: the end of the page, or an annex.
    func reach(of line: Int) -> Int { min(pageEnd(of: line), annexes.first(after: line) ?? lines.count) }

    /// The last printed line above a line, if it is text and no more than some blank lines are between.
    func textAbove(_ line: Int) -> Int? {
        for above in stride(from: line - 1, through: max(0, line - Self.widestBlank), by: -1)
        where !lines[above].isBlank {
            return roles[above] == .body ? above : nil
        }
        return nil
    }

    private static let widestBlank = 8

    /// The last text above a line, over furniture and blank lines; nil where it is far away.
    func lastText(above line: Int) -> Int? {
        (max(0, line - 4 * Self.widestBlank)..<line).last { roles[$0] == .body }
    }

    func isFurniture(_ line: Int) -> Bool { line < roles.count && roles[line] == .furniture }

    /// How many of some lines are text (or notes).
    func textLines(in range: Range<Int>) -> Int {
        Int(linesAbove[range.upperBound] - linesAbove[range.lowerBound])
    }

    func isFull(_ line: Int) -> Bool { lines[line].width * 20 >= fullWidth * 17 }

    func endsSentence(_ line: Int) -> Bool {
        SentenceEnd.lastByte(bytes, lines[line].content).map { $0.isTerminal } ?? true
    }

    /// Whether a line goes on from one above it in mid-sentence, with a small letter or a number.
    func goesOn(_ line: Int, from above: Int) -> Bool {
        guard !endsSentence(above), let first = lines[line].content.first else { return false }
        return bytes[first].isLowerASCII || bytes[first].isDigit
    }

    // MARK: - Text among notes

    /// Whether a block that begins with a line is plainly no part of a note: a sentence or a short line has ended above,
    /// and it opens neither with a number nor with an address, and is no caption.
    func opensText(_ line: Int, after above: Int) -> Bool {
        let content = lines[line].content
        guard let first = content.first, let last = SentenceEnd.lastByte(bytes, lines[above].content),
            last != UInt8(ascii: ":"), last != UInt8(ascii: ";"),
            // A line that breaks off in mid-sentence is full.
            last.isTerminal || !isFull(above) && !bytes[first].isLowerASCII && last != .hyphen && !isBareNumber(above)
        else { return false }
        return !bytes[first].isDigit && start(line) == nil && !isAddress(content) && !Caption.opens(bytes, content)
    }

    private func isBareNumber(_ line: Int) -> Bool {
        lines[line].content.count <= 3 && bytes[lines[line].content].allSatisfy(\.isDigit)
    }

    private static let addresses = ["http", "www."].map { Array($0.utf8) }

    func isAddress(_ text: Range<Int>) -> Bool {
        guard let first = text.first, bytes[first] == UInt8(ascii: "h") || bytes[first] == UInt8(ascii: "w") else {
            return false
        }
        return Self.addresses.contains { bytes.matches($0, at: text.lowerBound, end: text.upperBound) }
    }

    func foreignLines(in range: Range<Int>) -> Int {
        Int(foreignAbove[range.upperBound] - foreignAbove[range.lowerBound])
    }

    /// Whether a line with the same number opens a note further down, behind text: then that is the note, and this line
    /// a heading, a list's item or a note under a table.
    func isFollowedByItsEqual(_ line: Int, before end: Int) -> Bool {
        let next = Int(nextSame[line])
        return next < end && foreignLines(in: line..<next) > 0
    }

    /// The same, whatever stands between.
    func hasEqual(_ line: Int, before end: Int) -> Bool { Int(nextSame[line]) < end }

    /// Whether a line alone titles the text under it: it ends no sentence, holds no further number, and text follows.
    func isTitle(_ line: Int) -> Bool {
        guard opensBlock(line), !endsSentence(line), line + 1 < lines.count, lines[line + 1].isBlank else {
            return false
        }
        let content = lines[line].content
        guard !bytes[content].drop(while: \.isDigit).contains(where: \.isDigit) else { return false }
        let next = (line + 2..<min(lines.count, line + Self.widestBlank)).first { !lines[$0].isBlank }
        guard let next, roles[next] == .body, let first = lines[next].content.first else { return false }
        return bytes[first].isUpperASCII && !AnnexLine.matches(bytes, lines[next].content)
    }

    /// Lines above a note in which the table that it may belong to is looked for.
    private static let longestTable = 60

    /// Whether a caption stands above and no full line of text between.
    func isUnderTable(_ line: Int) -> Bool {
        let first = max(pageFirst(of: line), line - Self.longestTable)
        for above in stride(from: line - 1, through: first, by: -1) where roles[above] == .body {
            if Caption.opens(bytes, lines[above].content) { return true }
            if isFull(above) { return false }
        }
        return false
    }

    /// Whether notes under a heading of their own follow in the same part of the letter.
    func isAboveHeadedNotes(_ line: Int) -> Bool {
        guard let heading = headings.first(after: line) else { return false }
        return annexes.first(after: line).map { $0 > heading } ?? true
    }
}
