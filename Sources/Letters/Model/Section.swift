/// A heading and what stands under it, up to the next heading.
public struct Section: Hashable, Sendable, Codable {
    /// Words of the heading, without label and marker; nil for what stands before the first heading.
    public var heading: PlacedText?
    /// Number or letter of the heading: `iv.`, `A.`, `1.1`.
    public var label: String?
    /// 0 before the first heading, 1 for the highest heading.
    public var level: Int
    public var blocks: [Block]

    public init(heading: PlacedText? = nil, label: String? = nil, level: Int = 0, blocks: [Block] = []) {
        self.heading = heading
        self.label = label
        self.level = level
        self.blocks = blocks
    }
}

/// A paragraph or its like.
public struct Block: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case paragraph, listItem, table, caption, quote
        /// A note under a table, apart from the numbered notes of the letter.
        case tableNote
    }

    public var kind: Kind
    /// Label of a list item: `•`, `−`, `1.`, `a.`; sign of a table's note: `a)`, `*)`.
    public var label: String?
    /// Depth of a list item: 1, and 2 for an item of a list inside another; 0 for every other kind.
    public var level: Int
    /// Hyphens repaired, markers and furniture removed, one space between words. For a table the words of its rows.
    public var text: PlacedText
    /// Cells of a table, row by row; empty for every other kind. What a cell spans beside its own place is empty.
    public var rows: [[String]]
    /// Of a table whose format tells them: cells that span more than one row or column, in reading order.
    public var spans: [CellSpan]

    public init(
        kind: Kind, label: String? = nil, level: Int = 0, text: PlacedText, rows: [[String]] = [],
        spans: [CellSpan] = []
    ) {
        self.kind = kind
        self.label = label
        self.level = level
        self.text = text
        self.rows = rows
        self.spans = spans
    }
}

/// A cell that covers more than one row or column of its table.
public struct CellSpan: Hashable, Sendable, Codable {
    /// Index of its row and of its place in that row.
    public var row: Int
    public var column: Int
    /// Rows and columns that it covers, its own among them.
    public var rows: Int
    public var columns: Int

    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
    }
}

/// The body of a note.
public struct Footnote: Hashable, Sendable, Codable {
    public var number: Int
    /// Without the number.
    public var text: PlacedText
    /// Where the number stands.
    public var place: Place
    /// False where the note breaks off at the end of its page.
    public var isComplete: Bool

    public init(number: Int, text: PlacedText, place: Place, isComplete: Bool) {
        self.number = number
        self.text = text
        self.place = place
        self.isComplete = isComplete
    }
}

/// The sign in the text that points to a note.
public struct Marker: Hashable, Sendable, Codable {
    public var note: Int
    /// Where its first digit stands in the source.
    public var place: Place
    public var anchor: Anchor
    /// The word that carries the marker, cleaned: `D66`, `bijzonder`, `2`.
    public var before: String

    public init(note: Int, place: Place, anchor: Anchor, before: String) {
        self.note = note
        self.place = place
        self.anchor = anchor
        self.before = before
    }
}

/// A spot in a letter's cleaned text.
public struct Anchor: Hashable, Sendable, Codable {
    /// Index in `Letter.sections`.
    public var section: Int
    /// Index in the section's blocks; nil for its heading.
    public var block: Int?
    /// UTF-8 offset in the text of that block or heading.
    public var offset: Int

    public init(section: Int, block: Int?, offset: Int) {
        self.section = section
        self.block = block
        self.offset = offset
    }
}
