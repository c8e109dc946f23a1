import References

/// Writes a letter down as marked text: what the readers of XML and HTML share.
///
/// A reader says where a block begins and ends, what of it is a label, where a note is called and what stands in it. Notes
/// are collected apart and stand behind the text.
struct MarkedTextWriter {
    /// What a block is.
    enum Kind: Equatable {
        case paragraph, caption, quote, tableNote
        /// Rank among headings: the lower, the higher it stands. Ranks become levels when all are known.
        case heading(HeadingRank)
        /// 1 for an item of a list, 2 for one of a list inside it.
        case listItem(depth: Int)
        case tableRow
        /// Part of the letter's head.
        case head
        /// What a printer or a web site adds.
        case furniture
        case signature
    }

    private struct OpenBlock {
        var kind: Kind
        var start: Int
        /// Where the text begins behind a label.
        var textStart: Int?
        /// One that stands in no text.
        var label: String?
        var cells: [Range<Int>] = []
        var spans: [CellSpan] = []
    }

    private var body = WrittenLines()
    private var notes = WrittenNotes()
    private var open: OpenBlock?
    private var emptyCells = 0
    private var blocks: [LineBlock] = []
    /// Of headings, by index in `blocks`, ascending.
    private var ranks: [(block: Int, rank: HeadingRank)] = []
    private var roles: [Int: LineRole] = [:]
    private var headLines: [Int] = []
    private var bodyLinks: [KnownLink] = []
    private(set) var markers: [KnownMarker] = []
    var signatories: [Head.Signatory] = []
    var signaturePlace: Place?

    /// Whether a block with text is open.
    var isInBlock: Bool { notes.isOpen || open != nil && body.isLineOpen }
    var isInNote: Bool { notes.isOpen }
    /// Where the next character will stand in the block or note that is being written.
    var position: Int { notes.isOpen ? notes.position : body.position }

    /// What has been written since a position.
    func text(from start: Int) -> String {
        let written = notes.isOpen ? notes.text(from: start) : body.bytes[min(start, body.bytes.count)...]
        return String(decoding: written, as: UTF8.self)
    }

    // MARK: - Blocks

    /// Begins a block; what was open is ended.
    mutating func begin(_ kind: Kind) {
        if notes.isOpen { return notes.closeLine() }
        end()
        open = OpenBlock(kind: kind, start: body.position)
    }

    /// Writes text; where no block is open it begins a paragraph.
    mutating func add(_ text: Span<UInt8>, at place: Place) {
        if notes.isOpen { return notes.add(text, at: place) }
        if open == nil {
            guard text.indices.contains(where: { text[$0] > .space }) else { return }
            open = OpenBlock(kind: .paragraph, start: body.position)
        }
        body.add(text, at: place)
    }

    /// Takes white space that stands in the file: it counts inside a block alone.
    mutating func addBlank() {
        if notes.isOpen || open != nil { addSpace() }
    }

    mutating func addSpace() {
        if notes.isOpen { notes.addSpace() } else { body.addSpace() }
    }

    /// Says that what the block holds so far is its label.
    mutating func endLabel() {
        guard !notes.isOpen, open != nil, body.isLineOpen else { return }
        body.addSpace()
        open?.textStart = body.position
    }

    /// Whether the open block holds a label and nothing else yet.
    var hasOnlyLabel: Bool { !notes.isOpen && open?.textStart == body.position }

    /// Gives the open block a label that the file shows by its layout alone.
    mutating func give(label: String) { open?.label = label }

    /// What the open block is.
    var openKind: Kind? { open?.kind }
    var isBlockOpen: Bool { open != nil }
    /// Bytes of the open block so far.
    var lineLength: Int { open.map { body.position - $0.start } ?? 0 }
    /// Whether any text has been written.
    var hasText: Bool { body.position > 0 }
    /// Whether the note that is being written has any text yet.
    var isNoteBegun: Bool { notes.isBegun }

    /// Adds the cell that the row has from a position on, with the places that it covers.
    mutating func addCell(from start: Int, _ cell: XMLTable.Cell) {
        guard let column = open?.cells.count else { return }
        open?.cells.append(min(start, body.position)..<body.position)
        if cell.rows > 1 || cell.columns > 1 {
            open?.spans.append(CellSpan(row: 0, column: column, rows: cell.rows, columns: cell.columns))
        }
        addEmptyCells(cell.columns - 1)
    }

    /// Adds cells that hold nothing, or lie under a span.
    mutating func addEmptyCells(_ count: Int) {
        let count = min(max(0, count), Self.mostEmptyCells - emptyCells)
        emptyCells += count
        for _ in 0..<count { open?.cells.append(body.position..<body.position) }
    }

    /// Of a whole letter at most, so that spans cost no more memory than some bytes a byte of the file.
    private static let mostEmptyCells = 1_000_000

    /// Ends the open block; one without text leaves nothing.
    mutating func end() {
        if notes.isOpen { return notes.closeLine() }
        guard let block = open else { return }
        open = nil
        let end = body.position
        guard let line = body.closeLine() else { return }
        switch block.kind {
        case .head: headLines.append(line)
        case .furniture: roles[line] = .furniture
        case .signature: roles[line] = .signature
        default: close(block, line, end)
        }
    }

    private mutating func close(_ block: OpenBlock, _ line: Int, _ end: Int) {
        // A block that is all label is text without one.
        let start = block.textStart.map { skipSpace($0) }.flatMap { $0 < end ? $0 : nil }
        var closed = LineBlock(kind: .paragraph, line: line, firstText: (start ?? block.start)..<end)
        closed.isSettled = true
        if !block.cells.isEmpty { closed.cells = block.cells.map { trimmed($0) } }
        closed.spans = block.spans
        closed.label = block.label
        if let start {
            let end = body.bytes[start - 1] == .space ? start - 1 : start
            closed.label = String(decoding: body.bytes[block.start..<max(block.start, end)], as: UTF8.self)
        }
        switch block.kind {
        case .heading(let rank):
            closed.kind = .heading
            ranks.append((blocks.count, rank))
        case .listItem(let depth):
            closed.kind = .listItem
            closed.depth = depth
        case .caption: closed.kind = .caption
        case .tableNote: closed.kind = .tableNote
        case .quote: closed.kind = .quote
        case .tableRow: closed.kind = .tableRow
        case .paragraph, .head, .furniture, .signature: break
        }
        blocks.append(closed)
    }

    private func skipSpace(_ start: Int) -> Int {
        start < body.bytes.count && body.bytes[start] == .space ? start + 1 : start
    }

    private func trimmed(_ cell: Range<Int>) -> Range<Int> {
        let start = skipSpace(cell.lowerBound)
        return min(start, cell.upperBound)..<cell.upperBound
    }

    // MARK: - Notes

    /// The number that a note without one gets.
    var nextNote: Int { notes.highest + 1 }

    /// Hangs a marker on what has been written; one in a note on the text that calls that note. Its sign stands in no text.
    mutating func mark(note number: Int, at place: Place) {
        guard let outer = notes.innermost else {
            return markers.append(KnownMarker(note: number, byte: body.position, place: place, before: headWord))
        }
        let call = markers.suffix(Self.reach).last { $0.note == outer }
        markers.append(
            KnownMarker(note: number, byte: call?.byte ?? body.position, place: place, before: notes.lastWord))
    }

    /// What has been written last in a line of the head, which is in no text; nil elsewhere.
    private var headWord: String? {
        guard let open, open.kind == .head else { return nil }
        let line = Array(body.bytes[open.start...])
        return MarkerReader.carrier(line, end: line.count)
    }

    /// Markers among which the one that calls the note around another is looked for.
    private static let reach = 1_000

    /// Begins the body of a note: until it ends, all text is its. One inside another ends before the other goes on.
    mutating func beginNote(_ number: Int, at place: Place) { notes.begin(number, at: place) }

    mutating func endNote() { notes.end() }

    // MARK: - Links

    /// Says that what was written since a position names a paper.
    mutating func link(from start: Int, to target: PaperID) {
        if notes.isOpen { return notes.link(from: start, to: target) }
        if let link = KnownLink(body.bytes, from: start, target) { bodyLinks.append(link) }
    }

    // MARK: - The whole

    /// The text with all that is known of it.
    mutating func finish() -> MarkedText {
        while notes.isOpen { notes.end() }
        end()
        let bodyLines = body.lineCount
        let written = notes.write(behind: &body)
        var structure = KnownStructure(
            roles: linesRoles(bodyLines), pages: [Int](repeating: 1, count: body.lineCount))
        structure.headLines = LineSet(count: body.lineCount)
        for line in headLines { structure.headLines.insert(line) }
        levelHeadings()
        LabelledParagraphs.mark(&blocks, body.bytes)
        structure.blocks = blocks
        structure.notes = written.notes
        structure.notePlaces = written.places
        structure.markers = markers
        structure.signatories = signatories
        structure.signaturePlace = signaturePlace
        return MarkedText(bytes: body.bytes, map: body.map, structure: structure, links: bodyLinks + written.links)
    }

    /// What each line is; behind each with text stands an empty one.
    private func linesRoles(_ bodyLines: Int) -> [LineRole] {
        var all = [LineRole](repeating: .blank, count: body.lineCount)
        for line in stride(from: 0, to: body.lineCount, by: 2) { all[line] = line < bodyLines ? .body : .note }
        for (line, role) in roles { all[line] = role }
        return all
    }

    /// Gives headings the levels that their ranks come to.
    private mutating func levelHeadings() {
        let levels = HeadingRank.levels(of: ranks.map(\.rank))
        for (index, level) in levels.enumerated() {
            let block = ranks[index].block
            blocks[block].depth = max(level, HeadingRank.numberedDepth(blocks[block].label))
        }
    }
}

/// How high a heading stands: how deep its part of the text is nested, and then how it looks.
struct HeadingRank: Equatable, Comparable {
    /// Parts around it that have headings of their own.
    var depth: Int
    /// 0 for the heading of such a part itself; then by weight of the letter.
    var style: Int

    static func < (left: HeadingRank, right: HeadingRank) -> Bool {
        (left.depth, left.style) < (right.depth, right.style)
    }

    /// The level of each rank: one below the part that it stands in, lower by each heavier look that is used there.
    static func levels(of ranks: [HeadingRank]) -> [Int] {
        var levels = [Int](repeating: 1, count: ranks.count)
        var last: HeadingRank?
        var heavier = 0
        for index in ranks.indices.sorted(by: { ranks[$0] < ranks[$1] }) {
            let rank = ranks[index]
            if last?.depth != rank.depth {
                heavier = 0
            } else if let last, last.style > 0, last != rank {
                heavier += 1
            }
            levels[index] = rank.style == 0 ? max(1, rank.depth) : rank.depth + 1 + heavier
            last = rank
        }
        return levels
    }

    /// Numbers in a label: 2 for `2.1`, which stands below `2.` even where the file nests it beside.
    static func numberedDepth(_ label: String?) -> Int {
        guard let label else { return 0 }
        var numbers = 0
        var isInNumber = false
        for byte in label.utf8 {
            let isSeparator = byte == .period || byte == UInt8(ascii: ")") || byte == .space
            guard isSeparator || byte.isDigit else { return 0 }
            if !isSeparator, !isInNumber { numbers += 1 }
            isInNumber = !isSeparator
        }
        return numbers
    }
}
