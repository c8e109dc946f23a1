/// Where the page of each line begins and ends, for the notes at its foot: a page also ends at its footer.
struct NotePages {
    /// First line behind the page of each line, and first line of it. Numbers of lines take half the room this way; no file has
    /// more lines than fit.
    private var ends: [Int32]
    private var firsts: [Int32]

    init(_ furniture: PageFurniture, roles: [LineRole]) {
        let count = roles.count
        ends = [Int32](repeating: Int32(clamping: count), count: count)
        firsts = [Int32](repeating: 0, count: count)
        if furniture.hasPages { findFirsts(furniture.pageStarts) }
        findEnds(furniture, roles)
    }

    private mutating func findFirsts(_ pageStarts: LineSet) {
        var first: Int32 = 0
        var firsts = firsts.mutableSpan
        for line in firsts.indices {
            if pageStarts.contains(line) { first = Int32(clamping: line) }
            firsts[line] = first
        }
    }

    private mutating func findEnds(_ furniture: PageFurniture, _ roles: [LineRole]) {
        let (pageStarts, roles) = (furniture.pageStarts, roles.span)
        var ends = ends.mutableSpan
        var end = Int32(clamping: ends.count)
        var isTextBelow = false
        for line in ends.indices.dropFirst().reversed() {
            let startsPage = pageStarts.contains(line)
            var isEnd = startsPage
            switch roles[line] {
            case .body: isTextBelow = !startsPage
            case .furniture:
                // Where notes stand below the printer's marks of the first page, the marks end no page.
                let isMark = furniture.kinds[line] == .printersMark
                isEnd = isEnd || !isMark || !isTextBelow
                if !isMark { isTextBelow = false }
            default: break
            }
            if isEnd { end = Int32(clamping: line) }
            ends[line - 1] = end
        }
    }

    func end(of line: Int) -> Int { Int(ends[line]) }
    func first(of line: Int) -> Int { Int(firsts[line]) }
}
