/// Tells where a line was ended on purpose: where the first word of the next one would have fitted.
///
/// How nearly text fills its lines differs from letter to letter: types of one width fill them to the last column, others
/// leave some of it. Lines that plainly go on, before a small letter, show it.
struct LineBreaks {
    /// Bytes that a line and the first word of the next have together at least where the line is simply full.
    let limit: Int

    private let bytes: [UInt8]
    private let lines: [LineTable.Line]

    /// Lines that go on and are looked at, and without which nothing is learned.
    private static let sample = 160
    private static let fewest = 10
    /// In percent of a full line: shorter ones are verses, cells or items, and end on purpose; what nothing shows.
    private static let shortest = 80
    private static let usual = 85

    init(bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole], fullWidth: Int) {
        self.bytes = bytes
        self.lines = lines
        var counts = [Int](repeating: 0, count: 101)
        var seen = 0
        var line = 0
        while line + 1 < lines.count, seen < Self.sample {
            if roles[line] == .body, roles[line + 1] == .body,
                let reach = Self.reach(bytes, lines[line], lines[line + 1])
            {
                let share = reach * 100 / max(1, fullWidth)
                if share >= Self.shortest {
                    counts[min(share, 100)] += 1
                    seen += 1
                }
            }
            line += 1
        }
        limit = (seen < Self.fewest ? Self.usual : Self.lowest(counts, of: seen)) * fullWidth / 100
    }

    /// The share of a full line that all but one in twenty of the lines reach.
    private static func lowest(_ counts: [Int], of seen: Int) -> Int {
        var below = 0
        for share in counts.indices {
            below += counts[share]
            if below * 20 > seen { return max(share, usual) }
        }
        return usual
    }

    /// Width of a line and the first word of the next one, where the line plainly goes on.
    @inline(__always)
    private static func reach(_ bytes: [UInt8], _ line: LineTable.Line, _ next: LineTable.Line) -> Int? {
        guard next.first.isLowerASCII, !line.last.isTerminal, line.last != .hyphen else { return nil }
        return line.width + 1 + firstWord(bytes, next.content)
    }

    private static func firstWord(_ bytes: [UInt8], _ content: Range<Int>) -> Int {
        var end = content.lowerBound
        while end < content.upperBound, !bytes[end].isBlankASCII { end += 1 }
        return end - content.lowerBound
    }

    /// Whether a line stops although the first word of another one would have fitted.
    func stops(_ line: Int, before next: Int) -> Bool {
        lines[line].width + Self.firstWord(bytes, lines[next].content) + 1 < limit
    }
}
