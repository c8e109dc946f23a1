/// What opens on a line of text: a title, an item or a paragraph.
extension BlockGrouping {
    // MARK: - Titles

    /// Whether a title begins on a line; if it goes on on the next, `titleGoesOn` says so.
    mutating func isTitle(_ index: Int, after previous: Int?) -> Bool {
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

    // MARK: - Blocks

    /// Whether the next line, or the one behind a blank, is text and no further sign.
    func isOverText(_ index: Int) -> Bool {
        guard let next = (index + 1..<min(lines.count, index + 3)).first(where: { roles[$0] != .blank }) else {
            return false
        }
        return roles[next] == .body && ListLabel.alone(bytes, lines[next].content) == nil
            && bytes[lines[next].content].contains(where: \.isLetter)
    }

    func itemBlock(_ label: String, _ index: Int) -> LineBlock {
        let end = lines[index].content.upperBound
        var block = LineBlock(kind: .listItem, line: index, firstText: end..<end)
        block.label = label
        block.shape = label == "-" || label == "–" || label == "−" ? .dash : .bullet
        block.indent = lines[index].indent
        return block
    }

    func titleBlock(_ index: Int) -> LineBlock {
        var block = LineBlock(kind: .paragraph, line: index, firstText: lines[index].content)
        block.isTitle = true
        return block
    }

    mutating func newBlock(_ index: Int, standsAlone: Bool = true) -> LineBlock {
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
}
