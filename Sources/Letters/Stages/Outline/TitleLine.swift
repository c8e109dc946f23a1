/// Tells a heading that no blank line parts from the text under it, or from the text above it.
///
/// Its line stops although the first word of the next one would have fitted, ends no sentence, and text begins under it.
/// Above it stands nothing, the end of a sentence that stopped as early, or a row of figures.
struct TitleLine {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let roles: [LineRole]
    let fullWidth: Int

    /// Words of such a heading at most, fewer than of one that stands alone.
    private static let mostWords = 12

    /// Whether a line titles what follows it.
    ///
    /// - Parameter previous: the line right above, if it is text.
    func stands(_ index: Int, after previous: Int?) -> Bool {
        guard isShaped(index) else { return false }
        guard index + 1 < lines.count, roles[index + 1] == .body else {
            // A line over a gap is told by its shape; only from what stands above it must be parted.
            return previous.map { isClosed($0, before: index) } ?? false
        }
        guard opensText(index + 1), stops(index, before: index + 1) else { return false }
        return previous.map { isClosed($0, before: index) } ?? true
    }

    /// A capital or a numbered label first, few words, and no sign at the end but a question mark.
    private func isShaped(_ index: Int) -> Bool {
        let content = lines[index].content
        guard content.count * 10 < fullWidth * 9, let last = content.last else { return false }
        let end = bytes[last]
        guard !end.isTerminal || end == UInt8(ascii: "?"), end != .comma, end != .hyphen, opensLikeTitle(content),
            !OpenEnd.isOpen(bytes[content])
        else { return false }
        var spaces = 0
        for position in content where bytes[position] == .space { spaces += 1 }
        return spaces < Self.mostWords
    }

    private func opensLikeTitle(_ content: Range<Int>) -> Bool {
        if bytes[content.lowerBound].isUpperASCII { return bytes[content.upperBound - 1] != UInt8(ascii: ")") }
        guard bytes[content.lowerBound].isDigit, let label = ListLabel(bytes, content) else { return false }
        return label.shape == .number && label.label.utf8.dropLast().contains(.period)
            && bytes[label.text.lowerBound].isUpperASCII
    }

    /// Whether text begins on a line: with a capital or a figure, and full or to the end of its sentence.
    private func opensText(_ index: Int) -> Bool {
        let content = lines[index].content
        let first = bytes[content.lowerBound]
        guard first.isUpperASCII || first.isDigit, ListLabel(bytes, content) == nil else { return false }
        return lines[index].width * 4 >= fullWidth * 3 || bytes[content.upperBound - 1].isTerminal
    }

    /// Whether a line stops although the first word of the next one would have fitted.
    private func stops(_ line: Int, before next: Int) -> Bool {
        var words = LineCursor(bytes, lines[next].content)
        return lines[line].width + words.word().count + 1 < fullWidth * 17 / 20
    }

    /// Whether a line ends what stands above a title.
    private func isClosed(_ line: Int, before title: Int) -> Bool {
        guard let end = SentenceEnd.lastByte(bytes, lines[line].content) else { return true }
        if end == .period || end == UInt8(ascii: "?") || end == UInt8(ascii: "!") { return stops(line, before: title) }
        return FigureRow.matches(bytes, lines[line].content) && !holdsDigit(title)
    }

    private func holdsDigit(_ line: Int) -> Bool { ByteChunks.firstDigit(in: bytes.span, lines[line].content) != nil }
}

/// A line of a table: it ends in a figure and has another one.
enum FigureRow {
    static func matches(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        let words = bytes[content].split(separator: .space)
        guard let last = words.last, isFigure(last) else { return false }
        return words.dropLast().contains(where: isFigure)
    }

    static func endsInFigure(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        bytes[content].split(separator: .space).last.map(isFigure) ?? false
    }

    /// `4.200`, `12%`, `(3,5)`, `–`.
    private static func isFigure(_ word: ArraySlice<UInt8>) -> Bool {
        word.contains(where: \.isDigit) ? !word.contains(where: \.isLetter) : Array(word) == Sign.enDash
    }
}
