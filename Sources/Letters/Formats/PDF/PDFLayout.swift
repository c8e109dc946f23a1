/// What the lines of a PDF are: text, heads and feet that pages repeat, notes under the text, rows of tables.
struct PDFLayout {
    enum Role {
        case text, furniture, note
    }

    struct PlacedLine {
        var line: PDFLine
        /// From 1.
        var page: Int
        /// Which of the lines printed on its page it is, from 1.
        var number = 0
        var role = Role.text
    }

    private(set) var lines: [PlacedLine] = []
    /// Height of most letters of the document.
    let bodySize: Double
    /// From one line of a paragraph to the next.
    let leading: Double
    let pageCount: Int

    init(_ pages: [PDFPage]) {
        pageCount = pages.count
        bodySize = PDFLine.size(of: pages.lazy.flatMap(\.lines).flatMap(\.words))
        var printed = pages.enumerated().map { index, page in
            Self.withRows(page.lines.compactMap(PDFLine.init), isFirstPage: index == 0)
        }
        leading = Self.leading(printed)
        let repeated = Self.repeated(printed, pages)
        for (index, page) in pages.enumerated() {
            Self.joinFeet(&printed[index], page)
            var placed = printed[index].map { PlacedLine(line: $0, page: index + 1) }
            for line in placed.indices where Self.isEdge(placed[line].line, page) {
                if repeated.contains(Self.shape(placed[line].line)) { placed[line].role = .furniture }
            }
            markNotes(&placed)
            Self.number(&placed, page)
            lines += placed
        }
    }

    /// The middle one of the distances between lines of one block.
    private static func leading(_ pages: [[PDFLine]]) -> Double {
        let steps = pages.flatMap { lines in
            zip(lines, lines.dropFirst()).filter { $0.block == $1.block }.map { $1.box.bottom - $0.box.bottom }
        }.filter { $0 > 1 }.sorted()
        return steps.isEmpty ? 12 : steps[steps.count / 2]
    }

    // MARK: - Heads and feet

    /// Share of a page's height at either end where what it repeats may stand.
    private static let edge = 0.1

    private static func isEdge(_ line: PDFLine, _ page: PDFPage) -> Bool {
        guard line.box.bottom < page.height * edge || line.box.top > page.height * (1 - edge) else { return false }
        // Notes may reach the foot of the page.
        return line.leadingNumber == nil || line.raisedNumber(0) == nil
    }

    /// Its words, with every number as one sign, also in `1/3`.
    private static func shape(_ line: PDFLine) -> [UInt8] {
        var shape: [UInt8] = []
        for byte in line.text where !byte.isDigit || shape.last != UInt8(ascii: "#") {
            shape.append(byte.isDigit ? UInt8(ascii: "#") : byte)
        }
        return shape
    }

    /// What stands at the edge of two pages or more, and of one in three.
    private static func repeated(_ pages: [[PDFLine]], _ sizes: [PDFPage]) -> Set<[UInt8]> {
        var counts: [[UInt8]: Int] = [:]
        for (lines, page) in zip(pages, sizes) {
            var feet = lines
            joinFeet(&feet, page)
            for shape in Set(feet.filter { isEdge($0, page) }.map(shape)) { counts[shape, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value > 1 && $0.value * 3 >= pages.count }.keys)
    }

    /// Makes one line of the parts of a head or foot, which stand at both sides of the page.
    private static func joinFeet(_ lines: inout [PDFLine], _ page: PDFPage) {
        var index = 0
        while index < lines.count {
            if isEdge(lines[index], page),
                let other = lines.indices.dropFirst(index + 1).first(where: { lines[$0].isBeside(lines[index]) }),
                let joined = PDFLine([lines[index], lines[other]], isRow: false)
            {
                lines[index] = joined
                lines.remove(at: other)
            } else {
                index += 1
            }
        }
    }

    /// Counts the lines of a page as they are printed: its head, its text, its notes, its foot.
    private static func number(_ lines: inout [PlacedLine], _ page: PDFPage) {
        let isHead: (PlacedLine) -> Bool = { $0.role == .furniture && $0.line.box.bottom < page.height * edge }
        let order = lines.indices.filter { isHead(lines[$0]) } + lines.indices.filter { !isHead(lines[$0]) }
        var number = 1
        for index in order {
            lines[index].number = number
            number += lines[index].line.height
        }
    }

    // MARK: - Rows

    /// Letters that stand before an item as its label.
    private static let longestLabel = 4

    /// Puts the cells of tables together, which pdftotext gives column by column, and labels before their items.
    private static func withRows(_ lines: [PDFLine], isFirstPage: Bool) -> [PDFLine] {
        let lines = PDFTable.withRows(lines, bands: sideBySide(lines), isFirstPage: isFirstPage)
        var items: [Int: PDFLine] = [:]
        var gone: Set<Int> = []
        for group in sideBySide(lines) where group.count == 2 {
            let parts = group.map { lines[$0] }
            guard let first = group.min(), let label = parts.min(by: { $0.box.left < $1.box.left }),
                label.letterCount <= longestLabel, let item = PDFLine(parts, isRow: false)
            else { continue }
            items[first] = item
            gone.formUnion(group.filter { $0 != first })
        }
        return lines.indices.filter { !gone.contains($0) }.map { items[$0] ?? lines[$0] }
    }

    /// More than a page holds, so that hostile files cost no more than others.
    private static let mostSideBySide = 50

    /// Lines of different blocks at one height, from the top of the page down.
    private static func sideBySide(_ lines: [PDFLine]) -> [[Int]] {
        let sorted = lines.indices.sorted { (lines[$0].box.bottom, $0) < (lines[$1].box.bottom, $1) }
        var groups: [[Int]] = []
        for index in sorted {
            if let last = groups.last, last.count < mostSideBySide,
                last.allSatisfy({ lines[$0].isBeside(lines[index]) })
            {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups
    }

    // MARK: - Notes

    /// Notes are smaller than the text and stand under all of it.
    private func markNotes(_ page: inout [PlacedLine]) {
        let isSmall: (PlacedLine) -> Bool = { $0.line.size < bodySize * 0.92 }
        let texts = page.filter { $0.role == .text }
        guard let lowest = texts.filter({ !isSmall($0) }).map(\.line.box.bottom).max() else { return }
        let zone = page.indices.filter {
            page[$0].role == .text && !page[$0].line.isRow && isSmall(page[$0]) && page[$0].line.box.top > lowest - 2
        }
        for index in zone { page[index].role = .note }
        // The notes go behind the text of their page, from the top down.
        let notes = zone.map { page[$0] }.sorted { $0.line.box.bottom < $1.line.box.bottom }
        page = page.filter { $0.role == .text } + notes + page.filter { $0.role == .furniture }
    }
}
