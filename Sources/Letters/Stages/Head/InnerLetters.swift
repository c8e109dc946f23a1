/// Finds addressees and dates of letters that stand inside a paper, as in a report of a commission: they are no headings
/// and no text, and say nothing of the paper itself. The title of such a letter stays in the text, as its heading.
enum InnerLetters {
    /// Lines of one addressee at most.
    private static let longest = 4

    /// Gives such lines the role of a head.
    static func mark(_ roles: inout [LineRole], _ text: HeadText) {
        var index = 0
        while let first = nextBlock(from: index, roles) {
            index = first
            let end = blockEnd(from: index, roles)
            if let end, isHead(index..<end, roles, text) {
                for line in index..<end { roles[line] = .head }
            }
            // The rest of a longer block begins no block.
            index = end ?? index + longest
        }
    }

    /// The next line of text right above which none stands.
    private static func nextBlock(from start: Int, _ roles: [LineRole]) -> Int? {
        let roles = roles.span
        var index = start
        var isBehindText = index > 0 && index <= roles.count && roles[index - 1] == .body
        while index < roles.count {
            let isText = roles[index] == .body
            if isText, !isBehindText { return index }
            isBehindText = isText
            index += 1
        }
        return nil
    }

    private static func begins(_ index: Int, _ roles: [LineRole]) -> Bool { index == 0 || roles[index - 1] != .body }

    /// Behind the last line of a block; nil for a block that is too long for a head.
    private static func blockEnd(from index: Int, _ roles: [LineRole]) -> Int? {
        let limit = min(roles.count, index + longest + 1)
        let end = (index..<limit).first { roles[$0] != .body } ?? limit
        return end - index <= longest ? end : nil
    }

    /// Over the words of a meeting: who presides, and who keeps the record.
    private static let officers = ["Voorzitter: ", "Griffier: "].map { Array($0.utf8) }
    private static let addressee = Array("Aan ".utf8)

    private static func isHead(_ block: Range<Int>, _ roles: [LineRole], _ text: HeadText) -> Bool {
        guard block.allSatisfy({ text.lines[$0].content.count <= 100 }), let last = block.last,
            let first = text.lines[block.lowerBound].content.first
        else { return false }
        let mayNameOfficers = text.bytes[first] == UInt8(ascii: "V") || text.bytes[first] == UInt8(ascii: "G")
        if mayNameOfficers, block.allSatisfy({ line in officers.contains { text.starts(line, with: $0) } }) {
            return true
        }
        if isDate(last, text) {
            // The date alone, or an addressee with the date under it.
            return block.count == 1 || text.starts(block.lowerBound, with: addressee)
        }
        guard text.starts(block.lowerBound, with: addressee),
            text.lines[last].content.last.map({ text.bytes[$0] }) != .period
        else { return false }
        // The date stands behind the addressee, the title of the letter before it.
        return next(block.upperBound, roles).map { isDate($0, text) } == true
            || previous(block.lowerBound, roles).map { isTitle($0, roles, text) } == true
    }

    /// Whether a line is a town and a date; without a comma between it may be a cell of a table, `Stand 1-1-2014`.
    private static func isDate(_ line: Int, _ text: HeadText) -> Bool {
        HeadDate.mayStand(text.bytes, text.lines[line].content) && HeadDate(text.text(line))?.hasComma == true
    }

    private static func next(_ index: Int, _ roles: [LineRole]) -> Int? {
        (index..<min(roles.count, index + longest)).first { roles[$0] == .body }
    }

    private static func previous(_ index: Int, _ roles: [LineRole]) -> Int? {
        (max(0, index - longest)..<index).last { roles[$0] == .body }
    }

    /// Whether a line ends a title in capitals that says what the letter is.
    static func isTitle(_ last: Int, _ roles: [LineRole], _ text: HeadText) -> Bool {
        let first = (max(0, last - longest)...last).last { begins($0, roles) } ?? last
        return (first...last).allSatisfy(text.isShort) && PaperTitle(text.text(lines: first..<last + 1)) != nil
    }
}
