/// Tells headings from paragraphs and puts every block under its heading.
///
/// A heading is a line or two alone, with a capital and without a full stop. Blocks that are rows of one flattened
/// table become one table.
struct SectionBuilder {
    private(set) var sections: [Section] = [Section()]
    /// Blocks of the last section, until it is closed.
    private var open: [Block] = []
    /// For each text: where it went, and how many bytes of label were cut from its start.
    private(set) var anchors: [(section: Int, block: Int?, cut: Int)] = []
    /// Headings and blocks in the order of the text.
    private var contents: [LetterText] = []

    /// What is built from, by one index. Only parts of an element are looked at, since to pass it on would copy all that it
    /// holds.
    private let blocks: [LineBlock]
    private let texts: [AssembledText]

    /// Levels of headings that the format tells, by section.
    private var knownLevels: [Int: Int] = [:]
    private let isWebForm: Bool
    private var nesting = ListNesting()
    private var bareNumbers = BareNumbers()
    /// Whether the last heading was the label of a question or answer: what follows is its text.
    private var isBehindQuestion = false

    init(blocks: [LineBlock], texts: [AssembledText], isWebForm: Bool) {
        self.isWebForm = isWebForm
        self.blocks = blocks
        self.texts = texts
        anchors.reserveCapacity(blocks.count)
        contents.reserveCapacity(blocks.count)
        var index = 0
        while index < blocks.count {
            if blocks[index].kind == .tableRow {
                var end = index
                while end < blocks.count, blocks[end].kind == .tableRow { end += 1 }
                addTable(index..<end)
                index = end
            } else {
                let isField = awaitsField && index + 1 < blocks.count && fillsField(index)
                add(index, isText: isField)
                index += 1
            }
        }
        close()
        HeadingLevels.set(&sections)
        for (section, level) in knownLevels { sections[section].level = level }
    }

    /// Gives away the headings and blocks in the order of the text, and further texts behind them.
    mutating func takeContents(before others: [LetterText]) -> [LetterText] {
        var all: [LetterText] = []
        swap(&all, &contents)
        all += others
        return all
    }

    /// - Parameter isText: whether a short line is known to be text.
    private mutating func add(_ index: Int, isText: Bool) {
        if blocks[index].kind == .heading { return addKnownHeading(index) }
        let label = blocks[index].label
        let level =
            blocks[index].depth
            ?? nesting.level(blocks[index].kind, blocks[index].shape, label, indent: blocks[index].indent)
        let bytes = texts[index].bytes
        if !blocks[index].isSettled, !isBehindQuestion, !isText, isTitleShaped(index) {
            let label = HeadingLabel(bytes)
            if opensLikeTitle(bytes, label) { return addHeading(index, label) }
            if let label = bareNumbers.take(bytes) { return addHeading(index, label) }
        }
        isBehindQuestion = false
        let kind: Block.Kind =
            switch blocks[index].kind {
            case .listItem: .listItem
            case .caption: .caption
            case .tableNote: .tableNote
            case .quote: .quote
            case .paragraph, .tableRow, .heading: Quotation.isWhole(bytes) ? .quote : .paragraph
            }
        let placed = texts[index].placed
        let spot = nextSpot
        anchors.append((spot.section, spot.block, 0))
        contents.append(LetterText(placed: placed, container: .body(spot)))
        makeRoomForBlock()
        open.append(Block(kind: kind, label: label, level: level, text: placed))
    }

    /// Where the next block stands.
    private var nextSpot: Anchor {
        Anchor(section: sections.count - 1, block: open.count, offset: 0)
    }

    private mutating func makeRoomForBlock() {
        if open.isEmpty { open.reserveCapacity(Self.usualBlocks) }
    }

    /// Blocks that a section has room for at once.
    private static let usualBlocks = 4

    /// Gives the last section its blocks.
    private mutating func close() { swap(&sections[sections.count - 1].blocks, &open) }

    // MARK: - Headings

    /// Words of the longest heading; longer ones are sentences that lost their full stop.
    private static let mostWords = 24

    /// Whether a block stands and ends as headings do.
    private func isTitleShaped(_ index: Int) -> Bool {
        guard blocks[index].kind == .paragraph, blocks[index].standsAlone, blocks[index].lines.count <= 2 else {
            return false
        }
        let bytes = texts[index].bytes
        // A tab may set a question's label in, as nothing else of a title.
        if blocks[index].isIndented, !QuestionLabel.matches(bytes, bytes.indices) { return false }
        if index + 1 < texts.count, AnswersTitle.matches(bytes),
            case let next = texts[index + 1].bytes, QuestionLabel.matches(next, next.indices)
        {
            return true
        }
        guard let last = SentenceEnd.lastByte(bytes, 0..<bytes.count),
            bytes.contains(where: { $0.isUpperASCII || $0.isLowerASCII })
        else { return false }
        if QuestionLabel.matches(bytes, 0..<bytes.count) { return true }
        if last.isTerminal, last != UInt8(ascii: "?"), last != UInt8(ascii: "!"), !endsInAbbreviation(bytes) {
            return false
        }
        if last == .comma || last == .hyphen || isWebForm && bytes.count > 120 { return false }
        return words(bytes) <= Self.mostWords
    }

    /// Labelled headings above in which the one before a label is looked for.
    private static let reach = 12

    /// Whether nothing stands yet under a labelled heading.
    private var awaitsField: Bool {
        let last = sections.count - 1
        return sections[last].label != nil && open.isEmpty
    }

    /// Whether a short line is all the text that such a heading has, as in a form: between `b) Datum` and `c) Raad`,
    /// or `2.`, stands no heading but what the field holds.
    private func fillsField(_ index: Int) -> Bool {
        guard isTitleShaped(index + 1), case let next = texts[index + 1].bytes,
            let label = ListLabel(next, next.indices), next[label.text.lowerBound].isUpperASCII,
            HeadingLabel(texts[index].bytes) == nil
        else { return false }
        return sections.suffix(Self.reach).contains { $0.label.map(label.follows) == true }
    }

    private func words(_ bytes: [UInt8]) -> Int { bytes.reduce(1) { $0 + ($1 == .space ? 1 : 0) } }

    /// Abbreviations behind names: a title that ends in one ends in its full stop.
    private static let closingAbbreviations = ["c.s.", "C.S.", "e.a.", "E.A.", "e.d.", "i.o."].map {
        Array(" \($0)".utf8)
    }
    /// Words of such a title at most: a longer line is a sentence.
    private static let mostWordsBefore = 7

    private func endsInAbbreviation(_ bytes: [UInt8]) -> Bool {
        let end = bytes.count
        return words(bytes) <= Self.mostWordsBefore
            && Self.closingAbbreviations.contains { bytes.matches($0, at: end - $0.count, end: end) }
    }

    /// A capital, an opening quote, or a label with a capital behind it.
    private func opensLikeTitle(_ bytes: [UInt8], _ label: HeadingLabel?) -> Bool {
        let start = label?.text ?? 0
        return bytes[start].isUpperASCII || bytes[start] >= 0x80 || bytes[start] == UInt8(ascii: "(")
            || label?.isNamed == true
    }

    /// A heading that the format tells, perhaps without saying what of it is the label.
    private mutating func addKnownHeading(_ index: Int) {
        let depth = blocks[index].depth
        if let label = blocks[index].label {
            return addHeading(index, HeadingLabel(label: label, text: 0), level: depth)
        }
        let bytes = texts[index].bytes
        addHeading(index, HeadingLabel(bytes) ?? bareNumbers.take(bytes), level: depth)
    }

    private mutating func addHeading(_ index: Int, _ label: HeadingLabel?, level known: Int? = nil) {
        let cut = label?.text ?? 0
        var words = texts[index]
        if cut > 0 { words.remove([0..<cut]) }
        let heading = words.placed
        let spot = Anchor(section: sections.count, block: nil, offset: 0)
        contents.append(LetterText(placed: heading, container: .body(spot)))
        close()
        sections.append(Section(heading: heading, label: label?.label))
        if let known { knownLevels[sections.count - 1] = known }
        anchors.append((sections.count - 1, nil, cut))
        let bytes = texts[index].bytes
        isBehindQuestion = QuestionLabel.isNumber(bytes) || QuestionLabel.matches(bytes, 0..<bytes.count)
    }

    // MARK: - Tables

    private mutating func addTable(_ rows: Range<Int>) {
        let spot = nextSpot
        var bytes: [UInt8] = []
        var runs: [PlacedText.Run] = []
        var cells: [[String]] = []
        var spans: [CellSpan] = []
        for index in rows {
            let row = texts[index]
            if !bytes.isEmpty { bytes.append(.space) }
            let offset = bytes.count
            for run in row.runs { runs.append(PlacedText.Run(textOffset: run.textOffset + offset, place: run.place)) }
            bytes += row.bytes
            spans += blocks[index].spans.map { $0.moved(below: cells.count, of: rows.count) }
            let known = blocks[index].cells
            cells.append(known.isEmpty ? Self.cells(row) : known.map { Self.cell($0, of: row) })
            // A negative cut moves the offsets of the row's markers behind the rows above.
            anchors.append((spot.section, spot.block, -offset))
        }
        let placed = PlacedText(bytes: bytes, runs: runs)
        contents.append(LetterText(placed: placed, container: .body(spot)))
        makeRoomForBlock()
        open.append(Block(kind: .table, text: placed, rows: cells, spans: spans.filter(\.isWide)))
    }

    /// The text of a cell by its place in the source.
    private static func cell(_ range: Range<Int>, of row: AssembledText) -> String {
        let start = row.offset(ofByte: range.lowerBound)
        let end = row.offset(ofByte: range.upperBound)
        return start < end ? String(decoding: row.bytes[start..<end], as: UTF8.self).trimming(" ") : ""
    }

    /// Blanks that part two cells at least: words of one cell stand closer.
    private static let cellGap = 2

    /// The cells of a row, parted where the source has a wide gap. There a run of the map begins behind the one space that
    /// the text has; where a marker was taken out it begins with the space.
    private static func cells(_ row: AssembledText) -> [String] {
        var cells: [String] = []
        var start = 0
        func close(before next: Int) {
            cells.append(String(decoding: row.bytes[start..<max(start, next - 1)], as: UTF8.self))
            start = next
        }
        for index in row.runs.indices.dropFirst() {
            let (previous, run) = (row.runs[index - 1], row.runs[index])
            guard run.place.line == previous.place.line, row.bytes[run.textOffset - 1] == .space else { continue }
            let end = previous.place.byte + run.textOffset - 1 - previous.textOffset
            if run.place.byte - end >= cellGap { close(before: run.textOffset) }
        }
        close(before: row.bytes.count + 1)
        return cells
    }
}

extension CellSpan {
    /// The span in a table in which rows stand above its own; none reaches beyond the last row.
    fileprivate func moved(below above: Int, of count: Int) -> CellSpan {
        CellSpan(row: above, column: column, rows: min(rows, count - above), columns: columns)
    }

    fileprivate var isWide: Bool { rows > 1 || columns > 1 }
}
