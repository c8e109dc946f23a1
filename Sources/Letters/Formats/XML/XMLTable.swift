/// The grid of a table in the CALS model (OASIS, "CALS Table Model", 1995): columns by number or name, cells over several
/// columns (`namest`, `nameend`) or rows (`morerows`).
struct XMLTable {
    private var columnNames: [String: Int] = [:]
    private var columns = 0
    /// Rows for which each column is still covered by a cell above.
    private var covered: [Int] = []
    private var next = 0

    /// Columns of a table at most: what goes beyond is set one after the other.
    private static let mostColumns = 200

    mutating func addColumn(named name: String?) {
        if let name { columnNames[name] = columns }
        columns += 1
    }

    mutating func beginRow() { next = 0 }

    /// Where a cell stands, and what it covers.
    struct Cell {
        /// Empty cells before it.
        var gap = 0
        var columns = 1
        var rows = 1
    }

    /// Rows that a cell covers at most.
    private static let mostRows = 10_000

    /// A cell that stands in the next free column, as in HTML.
    mutating func place(columns count: Int, rows: Int) -> Cell {
        let gap = skipCovered()
        let start = min(next, Self.mostColumns)
        let end = max(start, min(start + min(count, Self.mostColumns) - 1, Self.mostColumns))
        return cover(start...end, rows, gap)
    }

    private mutating func cover(_ columns: ClosedRange<Int>, _ rows: Int, _ gap: Int) -> Cell {
        let rows = min(max(rows, 1), Self.mostRows)
        grow(to: columns.upperBound + 1)
        if rows > 1 { for index in columns { covered[index] = rows - 1 } }
        next = columns.upperBound + 1
        return Cell(gap: gap, columns: columns.count, rows: rows)
    }

    /// A cell that names its columns, as in CALS.
    mutating func place(from first: String?, to last: String?, column: String?, rows: Int) -> Cell {
        let gap = skipCovered()
        let named = (first ?? column).flatMap { columnNames[$0] } ?? next
        let start = min(max(next, named), Self.mostColumns)
        let end = min(max(start, last.flatMap { columnNames[$0] } ?? start), Self.mostColumns)
        // Behind the last column `next` is beyond `start`.
        let between = next..<max(next, start)
        passOver(between)
        return cover(start...end, rows, gap + between.count)
    }

    /// Columns that a row leaves out, perhaps under cells above.
    private mutating func passOver(_ columns: Range<Int>) {
        for index in columns where index < covered.count && covered[index] > 0 { covered[index] -= 1 }
    }

    /// Empty cells behind the last one.
    mutating func endRow() -> Int {
        let before = next
        _ = skipCovered()
        let end = max(next, min(columns, Self.mostColumns))
        passOver(next..<end)
        return end - before
    }

    /// Steps over columns that a cell above covers.
    private mutating func skipCovered() -> Int {
        let start = next
        while next < covered.count, covered[next] > 0 {
            covered[next] -= 1
            next += 1
        }
        return next - start
    }

    private mutating func grow(to count: Int) {
        while covered.count < count { covered.append(0) }
    }
}

extension XMLReader {
    mutating func startTable(_ element: XMLElement, _ event: MarkupEvents.Event) {
        switch element {
        case .table:
            // A table inside a cell is set as text.
            if table == nil {
                writer.end()
                table = XMLTable()
            }
        case .tableHead:
            if document.names[event.name] == "tgroup", !isInside(.cell) { table = XMLTable() }
        case .columnSpec:
            if !isInside(.cell) { table?.addColumn(named: document.attribute(.colname, of: event)) }
        case .row:
            if isInside(.cell) { return writer.addSpace() }
            writer.begin(.tableRow)
            table?.beginRow()
        case .cell: beginCell(event)
        default: break
        }
    }

    private mutating func beginCell(_ event: MarkupEvents.Event) {
        writer.addSpace()
        guard
            let cell = table?.place(
                from: document.attribute(.namest, of: event), to: document.attribute(.nameend, of: event),
                column: document.attribute(.colname, of: event),
                rows: 1 + min(max(document.attribute(.morerows, of: event).flatMap { Int($0) } ?? 0, 0), 9_999))
        else { return }
        writer.addEmptyCells(cell.gap)
        openCell = cell
        if let last = open.indices.last { open[last].start = writer.position }
    }

    mutating func endTable(_ closed: Open) {
        switch closed.element {
        case .cell:
            guard !isInside(.cell) else { return writer.addSpace() }
            writer.addCell(from: closed.start, openCell)
            writer.addSpace()
        case .row:
            guard !isInside(.cell) else { return }
            writer.addEmptyCells(table?.endRow() ?? 0)
            writer.end()
        case .table:
            guard !isInside(.cell) else { return }
            writer.end()
            table = nil
        default: break
        }
    }
}
