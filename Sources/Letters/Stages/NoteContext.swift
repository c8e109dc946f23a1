/// What the lines around a possible note tell, before any note of a printed page is taken.
///
/// Built in one pass; every question is answered in constant or logarithmic time, or by a look at a few lines.
struct NoteContext {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let furniture: PageFurniture
    let annexes: Annexes
    let markers: GluedNumbers

    private let roles: [LineRole]
    private let fullWidth: Int
    /// First line behind the page of each line.
    private var pageEnds: [Int]
    /// First line of the page of each line.
    private var pageFirsts: [Int]
    /// For each line how many lines above it are text that is plainly no note.
    private var foreignAbove: [Int]
    /// For each line how many lines above it are text.
    private var linesAbove: [Int]
    /// For each line that may open a note the next such line with the same number.
    private var nextSame: [Int]

    init(
        bytes: [UInt8], lines: [LineTable.Line], furniture: PageFurniture, roles: [LineRole], fullWidth: Int
    ) {
        self.bytes = bytes
        self.lines = lines
        self.furniture = furniture
        self.roles = roles
        self.fullWidth = fullWidth
        annexes = Annexes(bytes: bytes, lines: lines, roles: roles, pageStarts: furniture.pageStarts)
        markers = GluedNumbers(bytes: bytes, lines: lines, roles: roles)
        pageEnds = [Int](repeating: lines.count, count: lines.count)
        pageFirsts = [Int](repeating: 0, count: lines.count)
        foreignAbove = [Int](repeating: 0, count: lines.count + 1)
        linesAbove = [Int](repeating: 0, count: lines.count + 1)
        nextSame = [Int](repeating: lines.count, count: lines.count)
        findPages()
        countForeign()
        findNextSame()
    }

    private mutating func findPages() {
        var first = 0
        for line in lines.indices {
            if furniture.pageStarts.contains(line) { first = line }
            pageFirsts[line] = first
        }
        for line in lines.indices.dropLast().reversed() {
            let isEnd = roles[line + 1] == .furniture || furniture.pageStarts.contains(line + 1)
            pageEnds[line] = isEnd ? line + 1 : pageEnds[line + 1]
        }
    }

    private mutating func countForeign() {
        var previous: Int?
        var isForeign = false
        for line in lines.indices {
            if roles[line] == .body {
                if opensBlock(line) { isForeign = previous.map { opensText(line, after: $0) } ?? false }
                previous = line
            } else {
                isForeign = false
            }
            linesAbove[line + 1] = linesAbove[line] + (roles[line] == .body ? 1 : 0)
            foreignAbove[line + 1] = foreignAbove[line] + (isForeign ? 1 : 0)
        }
    }

    private mutating func findNextSame() {
        var opensWithNumber = [Bool](repeating: false, count: lines.count)
        for line in lines.indices where roles[line] == .body {
            let opens = opensBlock(line)
            opensWithNumber[line] = opens ? start(line) != nil : opensWithNumber[line - 1]
        }
        var next = [Int](repeating: lines.count, count: 1_000)
        for line in lines.indices.reversed() where opensWithNumber[line] {
            guard let number = start(line)?.number else { continue }
            nextSame[line] = next[number]
            next[number] = line
        }
    }

    // MARK: - Lines

    func start(_ line: Int, inList: Bool = false) -> NoteStart? {
        NoteStart(bytes, lines[line].content, line: line, inList: inList)
    }

    func isText(_ line: Int) -> Bool { line < lines.count && roles[line] == .body }

    /// Whether no text stands right above a line on its page.
    func opensBlock(_ line: Int) -> Bool {
        line == 0 || roles[line - 1] != .body || furniture.pageStarts.contains(line)
    }

    func pageEnd(of line: Int) -> Int { pageEnds[line] }
    func pageFirst(of line: Int) -> Int { pageFirsts[line] }

    /// First line behind what a zone of notes can reach: the end of the page, or an annex.
    func reach(of line: Int) -> Int { min(pageEnds[line], annexes.first(after: line) ?? lines.count) }

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
    func textLines(in range: Range<Int>) -> Int { linesAbove[range.upperBound] - linesAbove[range.lowerBound] }

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

    /// Whether a block that begins with a line is plainly no part of a note: a sentence has ended above, and it opens
    /// with a capital or a sign and is neither a note nor a caption.
    func opensText(_ line: Int, after above: Int) -> Bool {
        guard let first = lines[line].content.first, endsSentence(above) else { return false }
        let opener = bytes[first]
        return !opener.isLowerASCII && !opener.isDigit && start(line) == nil
            && !Caption.opens(bytes, lines[line].content)
    }

    func foreignLines(in range: Range<Int>) -> Int { foreignAbove[range.upperBound] - foreignAbove[range.lowerBound] }

    /// Whether a line with the same number opens a note further down, behind text: then that is the note, and this line
    /// a heading, a list's item or a note under a table.
    func isFollowedByItsEqual(_ line: Int, before end: Int) -> Bool {
        nextSame[line] < end && foreignLines(in: line..<nextSame[line]) > 0
    }

    /// Lines above a note in which the table that it may belong to is looked for.
    private static let longestTable = 60

    /// Whether a caption stands above and no full line of text between.
    func isUnderTable(_ line: Int) -> Bool {
        let first = max(pageFirsts[line], line - Self.longestTable)
        for above in stride(from: line - 1, through: first, by: -1) where roles[above] == .body {
            if Caption.opens(bytes, lines[above].content) { return true }
            if isFull(above) { return false }
        }
        return false
    }

    /// Whether a line is the heading of the notes: `Noten`, `Eindnoten:`, `Noten bij bijlage 1`.
    func isHeading(_ line: Int) -> Bool {
        let content = lines[line].content
        guard content.count <= 60, let first = content.first else { return false }
        let name = bytes[content].prefix(while: \.isLetter).map { $0 | 0x20 }
        guard Self.headings.contains(name) else { return false }
        let rest = first + name.count..<content.upperBound
        return rest.isEmpty || rest.count == 1 && bytes[rest.lowerBound] == UInt8(ascii: ":")
            || bytes.matches(Self.of, at: rest.lowerBound, end: rest.upperBound)
    }

    private static let headings = ["noten", "eindnoten", "voetnoten", "noot"].map { Array($0.utf8) }
    private static let of = Array(" bij ".utf8)
}
