internal import Letters

/// A section without its blocks.
extension Section: StoredRow {
    static let table = LetterTable("section", columns: ["heading", "heading_runs", "line", "page", "label", "level"])

    func write(to row: inout RowValues) throws {
        if let heading {
            try row.add(heading)
        } else {
            row.add(String?.none)
            row.add(String?.none)
        }
        row.addStart(of: heading)
        row.add(label)
        row.add(level)
    }

    init(from row: inout RowFields) throws {
        let heading = try row.optionalPlacedText()
        row.skip(2)
        self.init(heading: heading, label: try row.optionalText(), level: try row.int())
    }
}

extension Block: StoredRow {
    static let table = LetterTable(
        "block", keys: ["section", "position"], columns: ["kind", "label", "text", "runs", "line", "page", "cells"],
        laterColumns: ["level", "spans"])

    func write(to row: inout RowValues) throws {
        row.add(kind)
        row.add(label)
        try row.add(text)
        row.addStart(of: text)
        try row.add(json: rows)
        row.add(level > 0 ? level : nil)
        try row.add(json: spans.map { [$0.row, $0.column, $0.rows, $0.columns] })
    }

    init(from row: inout RowFields) throws {
        let kind = try row.name(Block.Kind.self)
        let label = try row.optionalText()
        let text = try row.placedText()
        row.skip(2)
        let rows = try row.json(listOf: [String].self)
        let level = try row.optionalInt() ?? 0
        let spans = try row.json(listOf: [Int].self).map { numbers throws(RowDamage) in
            guard numbers.count == 4 else { throw RowDamage("a span of a table has not four numbers") }
            return CellSpan(row: numbers[0], column: numbers[1], rows: numbers[2], columns: numbers[3])
        }
        self.init(kind: kind, label: label, level: level, text: text, rows: rows, spans: spans)
    }
}

extension Footnote: StoredRow {
    static let table = LetterTable(
        "footnote", columns: ["number", "text", "runs", "byte", "line", "column", "page", "is_complete"])

    func write(to row: inout RowValues) throws {
        row.add(number)
        try row.add(text)
        row.add(place)
        row.add(isComplete)
    }

    init(from row: inout RowFields) throws {
        self.init(
            number: try row.int(), text: try row.placedText(), place: try row.place(), isComplete: try row.bool())
    }
}

extension Marker: StoredRow {
    static let table = LetterTable(
        "marker",
        columns: ["note", "byte", "line", "column", "page", "section", "block", "text_offset", "word_before"])

    func write(to row: inout RowValues) {
        row.add(note)
        row.add(place)
        row.add(anchor.section)
        row.add(anchor.block)
        row.add(anchor.offset)
        row.add(before)
    }

    init(from row: inout RowFields) throws {
        self.init(
            note: try row.int(), place: try row.place(),
            anchor: Anchor(section: try row.int(), block: try row.optionalInt(), offset: try row.int()),
            before: try row.text())
    }
}
