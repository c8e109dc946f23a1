/// Lines that belong together, in the order of the text.
struct LineBlock {
    enum Kind {
        /// A paragraph, or a heading that no later stage has recognised yet.
        case paragraph
        case listItem, caption
        /// A row of a table that the extraction flattened.
        case tableRow
        /// A note under a table.
        case tableNote
        /// Told by the format; in plain text `SectionBuilder` tells headings from paragraphs, and quotes too.
        case heading, quote
    }

    var kind: Kind
    var label: String?
    /// Of the label.
    var shape: ListLabel.Shape?
    /// White space before the first line.
    var indent = 0
    var lines: LineList
    /// Where the text of the first line begins, behind a label.
    var firstText: Range<Int>
    /// Whether blank lines (or the end of a page) stand before and behind it, as they do around a heading.
    var standsAlone: Bool = true
    /// Whether the block is set in from the margin of a web page.
    var isIndented = false
    /// Whether its only line titles the text right under it.
    var isTitle = false
    /// Whether the format says what the block is, so that nothing is to be guessed.
    var isSettled = false
    /// Depth of an item or level of a heading, where the format says it.
    var depth: Int?
    /// Cells of a row, where the format says them; else wide gaps part them.
    var cells: [Range<Int>] = []
    /// Cells of the row that cover more than their own place; `row` is 0.
    var spans: [CellSpan] = []

    /// Whether sentences stand in it, which may end before the next line.
    var isText: Bool { kind == .paragraph || kind == .listItem }

    init(kind: Kind, line: Int, firstText: Range<Int>) {
        self.kind = kind
        self.firstText = firstText
        lines = LineList(line)
    }
}

extension LineBlock {
    /// The same block, as a heading where the format shows its lines to be one.
    func asHeading(_ levels: [Int: Int]?) -> LineBlock {
        guard let first = lines.first, let level = levels?[first], kind == .paragraph || kind == .listItem else {
            return self
        }
        var heading = self
        heading.kind = .heading
        heading.depth = level
        heading.isSettled = true
        return heading
    }
}
