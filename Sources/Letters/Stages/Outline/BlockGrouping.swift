/// Groups the lines of the text into paragraphs, items, captions and rows, over page ends, notes and stray blank lines.
///
/// The rules come from how letters are printed: a blank line ends a block, unless the
/// block plainly goes on (it stops in mid-word, or in mid-sentence before a small letter); the end of a page does not
/// end a sentence; a dash opens an item only where a sentence has ended.
struct BlockGrouping {
    private(set) var blocks: [LineBlock] = []

    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let roles: [LineRole]
    let isWebForm: Bool
    private let fullWidth: Int
    private let opening: ItemOpening
    let title: TitleLine
    private let questions: QuestionNumbers
    private let jointQuestions: JointQuestions
    private let rows: CaptionedRows
    var outline = OutlineLabels()
    /// Whether the next line is the rest of a title.
    var titleGoesOn = false
    /// Whether the last block is the sign of an item, whose text is on the next line.
    private var itemAwaitsText = false

    private enum Gap {
        case none, blank, page
    }

    init(
        bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole], pageStarts: LineSet, isWebForm: Bool,
        fullWidth: Int
    ) {
        self.bytes = bytes
        self.lines = lines
        self.roles = roles
        self.isWebForm = isWebForm
        self.fullWidth = fullWidth
        opening = ItemOpening(bytes: bytes, lines: lines, roles: roles, fullWidth: fullWidth)
        let breaks = LineBreaks(bytes: bytes, lines: lines, roles: roles, fullWidth: fullWidth)
        title = TitleLine(bytes: bytes, lines: lines, roles: roles, fullWidth: fullWidth, breaks: breaks)
        questions = QuestionNumbers(bytes: bytes, lines: lines, roles: roles)
        jointQuestions = JointQuestions(bytes: bytes, lines: lines, roles: roles)
        rows = CaptionedRows(bytes: bytes, lines: lines, roles: roles, fullWidth: fullWidth)
        group(pageStarts)
        if !isWebForm { TableShapes(bytes: bytes, lines: lines, fullWidth: fullWidth).mark(&blocks) }
        TableNotes(bytes: bytes, lines: lines, title: title).mark(&blocks)
    }

    private mutating func group(_ pageStarts: LineSet) {
        blocks.reserveCapacity(lines.count / Self.usualBlock)
        var gap = Gap.blank
        var tableIsOpen = false
        var index = 0
        while index < lines.count {
            switch roles[index] {
            case .blank: if gap == .none { gap = .blank }
            case .furniture, .note: gap = .page
            case .head, .signature:
                gap = .blank
                tableIsOpen = false
            case .body:
                if pageStarts.contains(index) { gap = .page }
                add(index, gap, &tableIsOpen)
                gap = .none
                if !isWebForm, !tableIsOpen { index = addRunningLines(behind: index, pageStarts) - 1 }
            }
            index += 1
        }
    }

    /// Lines of a block, blank ones with them, that letters have at least on the average.
    private static let usualBlock = 4

    /// Adds the lines that plainly go on with the block that a line ends, and returns the line behind them.
    private mutating func addRunningLines(behind index: Int, _ pageStarts: LineSet) -> Int {
        let last = blocks.count - 1
        guard blocks[last].lines.last == index, !blocks[last].isTitle, blocks[last].kind != .heading else {
            return index + 1
        }
        let end = RunningLines.end(behind: index, bytes, lines, roles, pageStarts)
        if end > index + 1 { blocks[last].lines.append(index + 1..<end) }
        return end
    }

    private mutating func add(_ index: Int, _ gap: Gap, _ tableIsOpen: inout Bool) {
        let content = lines[index].content
        if itemAwaitsText {
            itemAwaitsText = false
            blocks[blocks.count - 1].lines.append(index)
        } else if let label = ListLabel.alone(bytes, content), isOverText(index) {
            append(itemBlock(label, index))
            itemAwaitsText = true
            tableIsOpen = false
        } else if questions.lines.contains(index) {
            append(LineBlock(kind: .heading, line: index, firstText: content))
            tableIsOpen = false
        } else if isWebForm {
            if let last = blocks.last, last.kind == .paragraph, RunningLines.goesOn(to: index, from: last, bytes, lines)
            {
                blocks[blocks.count - 1].lines.append(index)
            } else {
                append(newBlock(index))
            }
        } else if gap != .none, Caption.opens(bytes, content) {
            append(LineBlock(kind: .caption, line: index, firstText: content))
            tableIsOpen = Caption.announcesTable(bytes, content)
        } else if tableIsOpen, rows.holds(index, isRightBelow: gap == .none, blocks) {
            addRow(index, gap)
        } else {
            tableIsOpen = tableIsOpen && gap == .none
            addText(index, gap)
        }
    }

    private mutating func append(_ block: LineBlock) { blocks.append(block) }

    // MARK: - Text

    private mutating func addText(_ index: Int, _ gap: Gap) {
        if gap == .none, let last = blocks.indices.last, let lastLine = blocks[last].lines.last {
            if titleGoesOn {
                titleGoesOn = false
                blocks[last].lines.append(index)
            } else if jointQuestions.starts.contains(index) {
                closeWithoutGap()
                append(newBlock(index, standsAlone: false))
            } else if blocks[last].isTitle {
                append(isTitle(index, after: nil) ? titleBlock(index) : newBlock(index, standsAlone: false))
            } else if blocks[last].kind == .heading || QuestionLabel.matches(bytes, lines[lastLine].content) {
                append(newBlock(index, standsAlone: false))
            } else if isTitle(index, after: lastLine) {
                closeWithoutGap()
                append(titleBlock(index))
            } else if let label = ListLabel(bytes, lines[index].content),
                opening.opens(label, index, after: lastLine, in: blocks[last])
            {
                closeWithoutGap()
                append(newBlock(index, standsAlone: false))
            } else if blocks[last].isText && title.endsParagraph(lastLine, before: index)
                || endsList(last, before: index)
            {
                closeWithoutGap()
                append(newBlock(index, standsAlone: false))
            } else {
                blocks[last].lines.append(index)
            }
        } else if let open = openBlock(over: gap), goesOn(open, to: index, over: gap) {
            blocks[open].lines.append(index)
        } else {
            append(isTitle(index, after: nil) ? titleBlock(index) : newBlock(index))
        }
    }

    /// Whether a line stands at the margin of the item above it, of which the other lines are set in, and its sentence has ended.
    private func endsList(_ block: Int, before index: Int) -> Bool {
        guard blocks[block].kind == .listItem, blocks[block].lines.count > 1, let last = blocks[block].lines.last,
            lines[last].indent > blocks[block].indent, lines[index].indent <= blocks[block].indent,
            bytes[lines[index].content.lowerBound].isUpperASCII
        else { return false }
        return SentenceEnd.lastByte(bytes, lines[last].content) == .period
    }

    /// The block that may go on behind a gap: the last one, but at a page's end not a caption that drifted there.
    private func openBlock(over gap: Gap) -> Int? {
        guard gap == .page else { return blocks.indices.last }
        var index = blocks.count - 1
        let lowest = max(0, blocks.count - Self.mostCaptions)
        while index >= lowest, blocks[index].kind == .caption { index -= 1 }
        return index >= lowest ? index : nil
    }

    /// Captions that drift to the end of one page at most.
    private static let mostCaptions = 6

    private mutating func closeWithoutGap() { blocks[blocks.count - 1].standsAlone = false }

    // MARK: - Over gaps

    private func goesOn(_ block: Int, to index: Int, over gap: Gap) -> Bool {
        let kind = blocks[block].kind
        guard let lastLine = blocks[block].lines.last, kind == .paragraph || kind == .listItem,
            let end = SentenceEnd.lastByte(bytes, lines[lastLine].content)
        else { return false }
        let first = lines[index].content.lowerBound
        // A hyphen at the end of a line is a word that goes on, whatever stands between.
        if end == .hyphen { return true }
        if end.isTerminal { return false }
        if let label = ListLabel(bytes, lines[index].content) {
            if label.shape == .bullet { return false }
            // `a) Titel` begins anew; only a letter of a name or an aside could go on.
            if gap == .blank, label.shape != .dash, bytes[label.text.lowerBound].isUpperASCII { return false }
        }
        if bytes[first].isLowerASCII || bytes[first] == UInt8(ascii: "(") && gap == .page {
            return blocks[block].lines.count > 1 || kind == .listItem || isFull(lastLine)
        }
        // Over a page's end a sentence may go on with a capital or a number; a heading there is a short line alone.
        return gap == .page && isFull(lastLine) && !isShortAlone(index)
    }

    func isFull(_ line: Int) -> Bool { lines[line].width * 4 >= fullWidth * 3 }

    /// As a heading stands, and without the full stop that no heading has.
    private func isShortAlone(_ index: Int) -> Bool {
        (index + 1 == lines.count || roles[index + 1] != .body) && !isFull(index)
            && SentenceEnd.lastByte(bytes, lines[index].content) != .period
    }

    // MARK: - Tables

    /// A line is a row, but where the one above it breaks off in mid-word.
    private mutating func addRow(_ index: Int, _ gap: Gap) {
        guard let last = blocks.indices.last, let line = blocks[last].lines.last else {
            return append(LineBlock(kind: .tableRow, line: index, firstText: lines[index].content))
        }
        // A caption goes on over a full line only.
        let isCaption = gap == .none && blocks[last].kind == .caption && isFull(line)
        let isBroken = blocks[last].kind == .tableRow && bytes[lines[line].content.upperBound - 1] == .hyphen
        if isCaption || isBroken {
            blocks[last].lines.append(index)
        } else {
            append(LineBlock(kind: .tableRow, line: index, firstText: lines[index].content))
        }
    }
}
