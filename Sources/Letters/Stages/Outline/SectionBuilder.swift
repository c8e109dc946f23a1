/// Tells headings from paragraphs and puts every block under its heading.
///
/// A heading is a line or two alone, with a capital and without a full stop. Blocks that are rows of one flattened
/// table become one table.
struct SectionBuilder {
    private(set) var sections: [Section] = [Section()]
    /// For each text: where it went, and how many bytes of label were cut from its start.
    private(set) var anchors: [(section: Int, block: Int?, cut: Int)] = []
    /// Headings and blocks in the order of the text.
    private var contents: [LetterText] = []

    /// Levels of headings that the format tells, by section.
    private var knownLevels: [Int: Int] = [:]
    private let isWebForm: Bool
    private var nesting = ListNesting()
    private var bareNumbers = BareNumbers()
    /// Whether the last heading was the label of a question or answer: what follows is its text.
    private var isBehindQuestion = false

    init(blocks: [LineBlock], texts: [AssembledText], isWebForm: Bool) {
        self.isWebForm = isWebForm
        anchors.reserveCapacity(blocks.count)
        contents.reserveCapacity(blocks.count)
        // To look at a part of a span's element does not copy the whole.
        let (blockSpan, textSpan) = (blocks.span, texts.span)
        var index = 0
        while index < blocks.count {
            if blockSpan[index].kind == .tableRow {
                var end = index
                while end < blocks.count, blockSpan[end].kind == .tableRow { end += 1 }
                addTable(texts[index..<end], blocks[index..<end])
                index = end
            } else {
                let isField =
                    awaitsField && index + 1 < blocks.count
                    && fillsField(textSpan[index], before: blockSpan[index + 1], textSpan[index + 1])
                add(blockSpan[index], textSpan[index], isText: isField)
                index += 1
            }
        }
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
    private mutating func add(_ block: LineBlock, _ text: AssembledText, isText: Bool) {
        if block.kind == .heading { return addKnownHeading(block, text) }
        let level = block.depth ?? nesting.level(of: block)
        if !block.isSettled, !isBehindQuestion, !isText, isTitleShaped(block, text) {
            let label = HeadingLabel(text.bytes)
            if opensLikeTitle(text, label) { return addHeading(text, label) }
            if let label = bareNumbers.take(text.bytes) { return addHeading(text, label) }
        }
        isBehindQuestion = false
        let kind: Block.Kind =
            switch block.kind {
            case .listItem: .listItem
            case .caption: .caption
            case .tableNote: .tableNote
            case .quote: .quote
            case .paragraph, .tableRow, .heading: Quotation.isWhole(text.bytes) ? .quote : .paragraph
            }
        let placed = text.placed
        let spot = nextSpot
        anchors.append((spot.section, spot.block, 0))
        contents.append(LetterText(placed: placed, bytes: text.bytes, container: .body(spot)))
        append(Block(kind: kind, label: block.label, level: level, text: placed))
    }

    /// Where the next block stands.
    private var nextSpot: Anchor {
        Anchor(section: sections.count - 1, block: sections[sections.count - 1].blocks.count, offset: 0)
    }

    private mutating func append(_ block: consuming Block) {
        let last = sections.count - 1
        if sections[last].blocks.isEmpty { sections[last].blocks.reserveCapacity(Self.usualBlocks) }
        sections[last].blocks.append(block)
    }

    /// Blocks that a section has room for at once.
    private static let usualBlocks = 4

    // MARK: - Headings

    /// Words of the longest heading; longer ones are sentences that lost their full stop.
    private static let mostWords = 24

    /// Whether a block stands and ends as headings do.
    private func isTitleShaped(_ block: LineBlock, _ text: AssembledText) -> Bool {
        guard block.kind == .paragraph, block.standsAlone, !block.isIndented, block.lines.count <= 2,
            let last = SentenceEnd.lastByte(text.bytes, 0..<text.bytes.count),
            text.bytes.contains(where: { $0.isUpperASCII || $0.isLowerASCII })
        else { return false }
        if QuestionLabel.matches(text.bytes, 0..<text.bytes.count) { return true }
        if last.isTerminal, last != UInt8(ascii: "?"), last != UInt8(ascii: "!"), !endsInAbbreviation(text) {
            return false
        }
        if last == .comma || last == .hyphen || isWebForm && text.bytes.count > 120 { return false }
        return words(text) <= Self.mostWords
    }

    /// Labelled headings above in which the one before a label is looked for.
    private static let reach = 12

    /// Whether nothing stands yet under a labelled heading.
    private var awaitsField: Bool {
        let last = sections.count - 1
        return sections[last].label != nil && sections[last].blocks.isEmpty
    }

    /// Whether a short line is all the text that such a heading has, as in a form: between `b) Datum` and `c) Raad`,
    /// or `2.`, stands no heading but what the field holds.
    private func fillsField(_ text: AssembledText, before next: LineBlock, _ nextText: AssembledText) -> Bool {
        guard isTitleShaped(next, nextText),
            let label = ListLabel(nextText.bytes, nextText.bytes.indices),
            nextText.bytes[label.text.lowerBound].isUpperASCII, HeadingLabel(text.bytes) == nil
        else { return false }
        return sections.suffix(Self.reach).contains { $0.label.map(label.follows) == true }
    }

    private func words(_ text: AssembledText) -> Int { text.bytes.reduce(1) { $0 + ($1 == .space ? 1 : 0) } }

    /// Abbreviations behind names: a title that ends in one ends in its full stop.
    private static let closingAbbreviations = ["c.s.", "C.S.", "e.a.", "E.A.", "e.d.", "i.o."].map {
        Array(" \($0)".utf8)
    }
    /// Words of such a title at most: a longer line is a sentence.
    private static let mostWordsBefore = 7

    private func endsInAbbreviation(_ text: AssembledText) -> Bool {
        let end = text.bytes.count
        return words(text) <= Self.mostWordsBefore
            && Self.closingAbbreviations.contains { text.bytes.matches($0, at: end - $0.count, end: end) }
    }

    /// A capital, an opening quote, or a label with a capital behind it.
    private func opensLikeTitle(_ text: AssembledText, _ label: HeadingLabel?) -> Bool {
        let bytes = text.bytes
        let start = label?.text ?? 0
        return bytes[start].isUpperASCII || bytes[start] >= 0x80 || bytes[start] == UInt8(ascii: "(")
            || label?.isNamed == true
    }

    /// A heading that the format tells, perhaps without saying what of it is the label.
    private mutating func addKnownHeading(_ block: LineBlock, _ text: AssembledText) {
        if let label = block.label {
            return addHeading(text, HeadingLabel(label: label, text: 0), level: block.depth)
        }
        addHeading(text, HeadingLabel(text.bytes) ?? bareNumbers.take(text.bytes), level: block.depth)
    }

    private mutating func addHeading(_ text: AssembledText, _ label: HeadingLabel?, level known: Int? = nil) {
        let cut = label?.text ?? 0
        let words = text.removing(cut > 0 ? [0..<cut] : [])
        let heading = words.placed
        let spot = Anchor(section: sections.count, block: nil, offset: 0)
        contents.append(LetterText(placed: heading, bytes: words.bytes, container: .body(spot)))
        sections.append(Section(heading: heading, label: label?.label))
        if let known { knownLevels[sections.count - 1] = known }
        anchors.append((sections.count - 1, nil, cut))
        isBehindQuestion = QuestionLabel.isNumber(text.bytes) || QuestionLabel.matches(text.bytes, 0..<text.bytes.count)
    }

    // MARK: - Tables

    private mutating func addTable(_ rows: ArraySlice<AssembledText>, _ blocks: ArraySlice<LineBlock>) {
        let spot = nextSpot
        var bytes: [UInt8] = []
        var runs: [PlacedText.Run] = []
        var cells: [[String]] = []
        var spans: [CellSpan] = []
        for (row, block) in zip(rows, blocks) {
            if !bytes.isEmpty { bytes.append(.space) }
            let offset = bytes.count
            for run in row.runs { runs.append(PlacedText.Run(textOffset: run.textOffset + offset, place: run.place)) }
            bytes += row.bytes
            spans += block.spans.map { $0.moved(below: cells.count, of: rows.count) }
            cells.append(block.cells.isEmpty ? Self.cells(row) : block.cells.map { Self.cell($0, of: row) })
            // A negative cut moves the offsets of the row's markers behind the rows above.
            anchors.append((spot.section, spot.block, -offset))
        }
        let placed = PlacedText(text: String(decoding: bytes, as: UTF8.self), runs: runs)
        contents.append(LetterText(placed: placed, bytes: bytes, container: .body(spot)))
        append(Block(kind: .table, text: placed, rows: cells, spans: spans.filter(\.isWide)))
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
