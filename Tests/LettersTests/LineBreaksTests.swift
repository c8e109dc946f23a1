import Testing

@testable import Letters

/// Where a line was ended on purpose, by how nearly the letter fills its lines.
@Suite struct LineBreaksTests {
    private func breaks(_ text: String) -> (breaks: LineBreaks, fullWidth: Int) {
        let bytes = Array(text.utf8)
        let table = LineTable(bytes)
        let roles = table.lines.map { $0.isBlank ? LineRole.blank : .body }
        let fullWidth = table.fullWidth
        return (LineBreaks(bytes: bytes, lines: table.lines, roles: roles, fullWidth: fullWidth), fullWidth)
    }

    /// Lines of words of four letters and a space, as many as fit.
    private func filled(_ words: Int, lines: Int) -> String {
        let line = [String](repeating: "abcd", count: words).joined(separator: " ")
        return [String](repeating: line, count: lines).joined(separator: "\n") + "\n"
    }

    @Test func linesFilledToTheLastColumnLeaveNoDoubt() {
        let (breaks, fullWidth) = breaks(filled(16, lines: 40))
        #expect(breaks.limit == fullWidth)
    }

    @Test func linesOfUnevenWidthLeaveRoom() {
        let uneven = (0..<40).map { filled($0.isMultiple(of: 3) ? 14 : 16, lines: 1) }.joined()
        let (breaks, fullWidth) = breaks(uneven)
        #expect(breaks.limit < fullWidth)
        #expect(breaks.limit >= fullWidth * 85 / 100)
    }

    @Test func aFewLinesTeachNothing() {
        let (breaks, fullWidth) = breaks(filled(16, lines: 3))
        #expect(breaks.limit == fullWidth * 85 / 100)
    }

    @Test func shortLinesOfAListTeachNothing() {
        let (breaks, fullWidth) = breaks(filled(16, lines: 60) + filled(4, lines: 5))
        #expect(breaks.limit == fullWidth)
    }
}
