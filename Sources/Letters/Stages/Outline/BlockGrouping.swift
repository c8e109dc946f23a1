/// Groups the lines of the text into paragraphs, items, captions and rows, over page ends, notes and stray blank lines.
///
/// The rules come from how letters are printed: a blank line ends a block, unless the
/// block plainly goes on (it stops in mid-word, or in mid-sentence before a small letter); the end of a page does not
/// end a sentence; a dash opens an item only where a sentence has ended.
struct BlockGrouping {
    private(set) var blocks: [LineBlock] = []

    private let bytes: [UInt8]
    private let lines: [LineTable.Line]
    private let roles: [LineRole]
    private let isWebForm: Bool
    private let fullWidth: Int
    private let opening: ItemOpening
    private let title: TitleLine
    private let questions: QuestionNumbers
    private let rows: CaptionedRows
    private var outline = OutlineLabels()
    /// Whether the next line is the rest of a title.
    private var titleGoesOn = false
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
            append(newBlock(index))
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
            } else if blocks[last].isText, title.endsParagraph(lastLine, before: index) {
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

    /// Whether a title begins on a line; if it goes on on the next, `titleGoesOn` says so.
    private mutating func isTitle(_ index: Int, after previous: Int?) -> Bool {
        // Most lines are full and go on with a small letter.
        if bytes[lines[index].content.lowerBound].isLowerASCII, !title.isShort(index) { return false }
        if let previous, QuestionLabel.matches(bytes, lines[index].content) {
            let last = bytes[lines[previous].content.upperBound - 1]
            return !last.isLowerASCII && last != .comma && last != .hyphen
        }
        let isOne = title.stands(index, after: previous)
        guard isOne || title.standsOverTwo(index, after: previous) else {
            guard title.mayTitle(index), let label = ListLabel(bytes, lines[index].content) else { return false }
            return outline.continuesHeadings(label)
        }
        if let label = ListLabel(bytes, lines[index].content), !titlesByLabel(label) { return false }
        titleGoesOn = !isOne
        return true
    }

    /// Blocks in which the item before another is looked for.
    private static let longestList = 24

    /// Whether a label shaped like a title's is one: an item goes on from the item above, or is announced.
    private mutating func titlesByLabel(_ label: ListLabel) -> Bool {
        for block in blocks.suffix(Self.longestList).reversed() {
            if block.isTitle || block.kind == .heading { break }
            if let other = block.label, block.shape == label.shape {
                if label.follows(other) { return false }
                break
            }
        }
        return outline.isHeading(label, isAnnounced: isAnnounced)
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

    /// Whether the next line, or the one behind a blank, is text and no further sign.
    private func isOverText(_ index: Int) -> Bool {
        guard let next = (index + 1..<min(lines.count, index + 3)).first(where: { roles[$0] != .blank }) else {
            return false
        }
        return roles[next] == .body && ListLabel.alone(bytes, lines[next].content) == nil
            && bytes[lines[next].content].contains(where: \.isLetter)
    }

    private func itemBlock(_ label: String, _ index: Int) -> LineBlock {
        let end = lines[index].content.upperBound
        var block = LineBlock(kind: .listItem, line: index, firstText: end..<end)
        block.label = label
        block.shape = label == "-" || label == "–" || label == "−" ? .dash : .bullet
        block.indent = lines[index].indent
        return block
    }

    private func titleBlock(_ index: Int) -> LineBlock {
        var block = LineBlock(kind: .paragraph, line: index, firstText: lines[index].content)
        block.isTitle = true
        return block
    }

    private mutating func newBlock(_ index: Int, standsAlone: Bool = true) -> LineBlock {
        let content = lines[index].content
        guard let label = ListLabel(bytes, content), isItemLabel(label, at: index) else {
            var block = LineBlock(kind: .paragraph, line: index, firstText: content)
            block.standsAlone = standsAlone
            block.isIndented = isWebForm && lines[index].indent >= 2
            return block
        }
        var block = LineBlock(kind: .listItem, line: index, firstText: label.text)
        block.label = label.label
        block.shape = label.shape
        block.indent = lines[index].indent
        block.standsAlone = standsAlone
        return block
    }

    /// Whether a label opens an item here and no numbered heading, name or sentence.
    private mutating func isItemLabel(_ label: ListLabel, at index: Int) -> Bool {
        switch label.shape {
        case .bullet, .dash: return true
        case .letter:
            if bytes[label.text.lowerBound].isLowerASCII { return true }
            guard label.label.utf8.first?.isLowerASCII == true else { return false }
            return !isLetteredHeading(label, at: index) || !outline.isHeading(label, isAnnounced: isAnnounced)
        case .number, .roman:
            return !isHeadingShaped(label, at: index) || !outline.isHeading(label, isAnnounced: isAnnounced)
        }
    }

    /// Whether the text so far ends in a colon.
    private var isAnnounced: Bool {
        guard let last = blocks.indices.last, let line = blocks[last].lines.last else { return false }
        return SentenceEnd.lastByte(bytes, lines[line].content) == UInt8(ascii: ":")
    }

    /// `a. Afbakening` alone between blank lines titles the text under it; with another item above or below it is one too.
    private func isLetteredHeading(_ label: ListLabel, at index: Int) -> Bool {
        guard isHeadingShaped(label, at: index), blocks.last?.kind != .listItem,
            let next = (index + 1..<min(lines.count, index + Self.widestGap)).first(where: { roles[$0] == .body })
        else { return false }
        return ListLabel(bytes, lines[next].content) == nil && bytes[lines[next].content.lowerBound].isUpperASCII
            || QuestionLabel.matches(bytes, lines[next].content)
    }

    /// Lines in which the text under such a heading begins.
    private static let widestGap = 6

    /// `i. Urgentie en noodzaak` alone between blank lines titles what follows; `1. Erkenning voor …;` is an item.
    private func isHeadingShaped(_ label: ListLabel, at index: Int) -> Bool {
        guard index == 0 || roles[index - 1] != .body, !bytes[label.text.lowerBound].isLowerASCII else { return false }
        // A title runs over two lines at most, and a second one that is an item of its own is none.
        var last = index
        if index + 1 < lines.count, roles[index + 1] == .body {
            last = index + 1
            if ListLabel(bytes, lines[last].content) != nil || isFull(last)
                || bytes[lines[index].content.upperBound - 1].isTerminal
            {
                return false
            }
        }
        guard last + 1 == lines.count || roles[last + 1] != .body else { return false }
        let end = bytes[lines[last].content.upperBound - 1]
        return !end.isTerminal && end != .comma || end == UInt8(ascii: "?")
    }

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

    private func isFull(_ line: Int) -> Bool { lines[line].width * 4 >= fullWidth * 3 }

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
