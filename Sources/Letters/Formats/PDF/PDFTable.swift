/// A table of a PDF page: its columns by white space that runs down between them, its rows by the white space over them
/// and by whether the text of their cells goes on.
///
/// pdftotext gives the cells of a table one by one, each with its lines; that they are a table no box says.
struct PDFTable {
    /// Lines at one height, each with the column that it stands in.
    private struct Band {
        var lines: [(column: Int, line: PDFLine)]
        var bottom: Double
        func line(in column: Int) -> PDFLine? { lines.first { $0.column == column }?.line }
    }

    private var columns: [ClosedRange<Double>] = []
    private var bands: [Band] = []
    private let size: Double
    private let rightEdge: Double
    /// From one band to the next.
    private var smallestStep = Double.infinity
    /// Whether white space parts the rows, so that lines without any belong together.
    private var isSpaced = false

    /// Its rows from the top down.
    private(set) var rows: [PDFLine] = []
    /// Bands of the page that it takes.
    private(set) var length = 0

    /// From one band to the next, in sizes of the letter; the same to a line that stands alone.
    private static let (widestStep, widestStepToLine) = (3.0, 2.0)
    /// More than a page holds, so that hostile files cost no more than others.
    private static let (mostBands, mostColumns) = (120, 50)

    /// The table whose first band is the first of these; nil where there is none.
    ///
    /// - Parameters:
    ///   - bands: lines of the page at one height each, from the top down.
    ///   - isAnnounced: whether the caption of a table stands above.
    ///   - rightEdge: where the text of the page ends.
    init?(_ bands: ArraySlice<[PDFLine]>, isAnnounced: Bool, rightEdge: Double) {
        guard let first = bands.first, first.count > 1, let size = first.map(\.size).min() else { return nil }
        self.size = size
        self.rightEdge = rightEdge
        columns = first.map(Self.span).sorted { $0.lowerBound < $1.lowerBound }
        for band in bands.prefix(Self.mostBands) { if !take(band) { break } }
        isSpaced = self.bands.indices.count(where: hasGap) > 1
        while let last = self.bands.last, last.lines.count == 1, !goesOn(self.bands.count - 1) {
            self.bands.removeLast()
        }
        length = self.bands.count
        guard self.bands.count(where: { $0.lines.count > 1 }) > 1 else { return nil }
        rows = makeRows()
        guard isTable(isAnnounced: isAnnounced) else { return nil }
    }

    // MARK: - Columns

    /// Adds a band, if it stands in the columns. A line that runs over several is parted where they begin.
    private mutating func take(_ lines: [PDFLine]) -> Bool {
        let bottom = lines.map(\.box.bottom).max() ?? 0
        if let last = bands.last {
            let step = bottom - last.bottom
            guard step < (lines.count > 1 ? Self.widestStep : Self.widestStepToLine) * size, step > 0,
                lines.count > 1 || !lines.contains(where: Self.isCaption)
            else { return false }
            smallestStep = min(smallestStep, step)
        }
        let parts = lines.flatMap(parted)
        var grown = columns
        for part in parts where !Self.place(part, in: &grown) { return false }
        var placed: [(column: Int, line: PDFLine)] = []
        // A column that has come between others moves those behind it.
        let moved = columns.map { old in grown.firstIndex { $0.overlaps(old) } ?? 0 }
        for index in bands.indices {
            for line in bands[index].lines.indices {
                bands[index].lines[line].column = moved[bands[index].lines[line].column]
            }
        }
        columns = grown
        for part in parts {
            guard let column = grown.firstIndex(where: { $0.contains(part.box.left) }) else { return false }
            placed.append((column, part))
        }
        guard Set(placed.map(\.column)).count == placed.count else { return false }
        bands.append(Band(lines: placed, bottom: bottom))
        return true
    }

    private static func span(_ line: PDFLine) -> ClosedRange<Double> {
        line.box.left...max(line.box.left, line.box.right)
    }

    /// Widens the column that a line stands in, or adds one; false where it would join two.
    private static func place(_ line: PDFLine, in columns: inout [ClosedRange<Double>]) -> Bool {
        let span = span(line)
        let met = columns.indices.filter { columns[$0].overlaps(span) }
        guard met.count < 2 else { return false }
        guard let only = met.first else {
            guard columns.count < mostColumns else { return false }
            let position = columns.firstIndex { $0.lowerBound > span.upperBound } ?? columns.count
            columns.insert(span, at: position)
            return true
        }
        columns[only] =
            min(columns[only].lowerBound, span.lowerBound)...max(columns[only].upperBound, span.upperBound)
        return true
    }

    /// Space between words that may part columns, in sizes, where the next word begins at the edge of one.
    private static let narrowestGap = 0.5
    private static let edgeWidth = 1.5

    private func parted(_ line: PDFLine) -> [PDFLine] {
        var starts = [0]
        for index in line.words.indices.dropFirst() {
            let gap = line.words[index].box.left - line.words[index - 1].box.right
            let left = line.words[index].box.left
            guard gap > Self.narrowestGap * size,
                columns.contains(where: { abs($0.lowerBound - left) < Self.edgeWidth })
            else { continue }
            starts.append(index)
        }
        guard starts.count > 1 else { return [line] }
        return zip(starts, starts.dropFirst() + [line.words.count]).compactMap { PDFLine(line, words: $0..<$1) }
    }

    // MARK: - Rows

    /// Whether more white space stands over a band than between the lines of a cell.
    private func hasGap(_ index: Int) -> Bool {
        index > 0 && bands[index].bottom - bands[index - 1].bottom > 1.2 * max(smallestStep, 0.9 * size)
    }

    /// Whether a band goes on with the row above.
    private func goesOn(_ index: Int) -> Bool {
        guard index > 0, !hasGap(index) else { return false }
        let band = bands[index]
        let wraps = band.lines.map { column, line in
            bands[index - 1].line(in: column).map { isWrapped($0, line, column) } ?? false
        }
        // A cell that begins anew beside others that go on would be of another row.
        return wraps.allSatisfy(\.self) || isSpaced && (wraps.contains(true) || band.line(in: 0) == nil)
    }

    /// Whether the first word of a line would not have found room on the one above.
    private func isWrapped(_ upper: PDFLine, _ lower: PDFLine, _ column: Int) -> Bool {
        guard let last = upper.words.last, let next = lower.words.first else { return false }
        if last.text.last == .hyphen { return true }
        let edge = column + 1 < columns.count ? columns[column + 1].lowerBound - 0.3 * size : rightEdge
        return upper.box.right + 0.25 * size + next.box.width > edge
    }

    private func makeRows() -> [PDFLine] {
        var starts: [Int] = []
        for index in bands.indices where !goesOn(index) { starts.append(index) }
        return zip(starts, starts.dropFirst() + [bands.count]).compactMap { start, end in
            let cells = columns.indices.map { column in bands[start..<end].compactMap { $0.line(in: column) } }
            return PDFLine(cells: cells, height: end - start)
        }
    }

    // MARK: - Whether it is one

    /// Letters of a first column at most that holds the labels of items.
    private static let longestLabel = 4
    private static let longestCell = 25
    private static let mostLinesInCells = 8.0

    /// Rows of one line each at least that no columns of text would be: their lines are full.
    private static let fewestFullRows = 3

    /// Whether every row is one line with all of its cells.
    private var isOfFullLines: Bool {
        rows.count == bands.count && rows.count >= Self.fewestFullRows
            && bands.allSatisfy { $0.lines.count == columns.count }
    }

    private func isTable(isAnnounced: Bool) -> Bool {
        guard rows.count > 1 else { return false }
        if isAnnounced { return true }
        let labels = bands.compactMap { $0.line(in: 0)?.letterCount }.max() ?? 0
        guard labels > Self.longestLabel else { return false }
        let isShort = bands.allSatisfy { $0.lines.allSatisfy { $0.line.letterCount <= Self.longestCell } }
        // Columns of text are parted by white space in each for itself; the rows of a table in all of them.
        let isEven = isSpaced && bands.indices.dropFirst().allSatisfy { goesOn($0) || hasGap($0) }
        return isShort || isEven && Double(bands.count) < Self.mostLinesInCells * Double(rows.count) || isOfFullLines
    }
}

extension PDFTable {
    /// The lines of a page with the rows of its tables in place of their cells.
    static func withRows(_ lines: [PDFLine], bands: [[Int]], isFirstPage: Bool) -> [PDFLine] {
        let rightEdge = lines.map(\.box.right).max() ?? 0
        let sorted = bands.map { band in band.map { lines[$0] } }
        var rows: [Int: [PDFLine]] = [:]
        var gone: Set<Int> = []
        var index = isFirstPage ? PDFHead.length(sorted) : 0
        while index < bands.count {
            let announced = isAnnounced(sorted[..<index])
            guard let table = PDFTable(sorted[index...], isAnnounced: announced, rightEdge: rightEdge) else {
                index += 1
                continue
            }
            let taken = bands[index..<index + table.length].flatMap(\.self)
            if let first = taken.min() { rows[first] = table.rows }
            gone.formUnion(taken)
            index += table.length
        }
        return lines.indices.flatMap { rows[$0] ?? (gone.contains($0) ? [] : [lines[$0]]) }
    }

    /// Lines that a caption has at most.
    private static let mostLinesOfCaption = 3

    private static func isAnnounced(_ above: ArraySlice<[PDFLine]>) -> Bool {
        for band in above.suffix(mostLinesOfCaption).reversed() {
            guard band.count == 1, let line = band.first else { return false }
            let text = line.text
            if Caption.announcesTable(text, 0..<text.count) { return true }
        }
        return false
    }

    private static func isCaption(_ line: PDFLine) -> Bool {
        let text = line.text
        return Caption.opens(text, 0..<text.count)
    }
}
