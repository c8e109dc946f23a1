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
    @inline(__always)
    func stands(_ index: Int, after previous: Int?) -> Bool {
        // Most lines are full.
        isShort(index) && titles(index, after: previous)
    }

    @inline(__always)
    private func isShort(_ index: Int) -> Bool { lines[index].width * 10 < fullWidth * 9 }

    private func titles(_ index: Int, after previous: Int?) -> Bool {
        guard isShaped(index) else { return false }
        guard index + 1 < lines.count, roles[index + 1] == .body else {
            // A line over a gap is told by its shape; only from what stands above it must be parted.
            return previous.map { isClosed($0, before: index) } ?? false
        }
        guard opensText(index + 1) || titlesText(index + 1), stops(index, before: index + 1) else { return false }
        return previous.map { isClosed($0, before: index) } ?? true
    }

    /// Of a short line: a capital or a numbered label first, few words, and no sign at the end but a question mark.
    private func isShaped(_ index: Int) -> Bool {
        let content = lines[index].content
        guard let end = SentenceEnd.lastByte(bytes, content) else { return false }
        guard !end.isTerminal || end == UInt8(ascii: "?"), end != .comma, end != .hyphen, opensLikeTitle(content),
            !FigureRow.matches(bytes, content) || FigureRow.holdsYearsOnly(bytes, content),
            !OpenEnd.isOpen(bytes[content])
        else { return false }
        var spaces = 0
        for position in content where bytes[position] == .space { spaces += 1 }
        return spaces < Self.mostWords
    }

    /// Whether a line titles the one under it, as `2.1 Wat gaat er goed` does under `2 Wijkverpleging`.
    private func titlesText(_ index: Int) -> Bool {
        isShort(index) && isShaped(index) && index + 1 < lines.count && roles[index + 1] == .body
            && opensText(index + 1)
            && stops(index, before: index + 1)
    }

    private func opensLikeTitle(_ content: Range<Int>) -> Bool {
        if bytes[content.lowerBound].isUpperASCII { return bytes[content.upperBound - 1] != UInt8(ascii: ")") }
        guard bytes[content.lowerBound].isDigit else { return false }
        guard let label = ListLabel(bytes, content) else { return hasBareNumber(content) }
        return label.shape == .number && label.label.utf8.dropLast().contains(.period)
            && bytes[label.text.lowerBound].isUpperASCII
    }

    /// `1 Inleiding`: whether it is the next number, `SectionBuilder` tells.
    private func hasBareNumber(_ content: Range<Int>) -> Bool {
        var cursor = LineCursor(bytes, content)
        guard let (_, digits) = cursor.number(), digits <= 2, cursor.skipSpaces(), !cursor.isAtEnd else { return false }
        return bytes[cursor.position].isUpperASCII
    }

    /// Whether a sentence ends a paragraph here: its line stops although the first word of the next would have fitted.
    func endsParagraph(_ line: Int, before next: Int) -> Bool {
        let first = bytes[lines[next].content.lowerBound]
        guard let end = SentenceEnd.lastByte(bytes, lines[line].content), Self.ends(end),
            first.isUpperASCII || first.isDigit
                || bytes.matches(
                    Sign.openingGuillemet, at: lines[next].content.lowerBound, end: lines[next].content.upperBound)
        else { return false }
        return stops(line, before: next) && !endsInNumber(line)
    }

    /// `3.400`: a row of a table ends so, which `SentenceEnd` takes for a full stop and a marker.
    private func endsInNumber(_ line: Int) -> Bool {
        let word = bytes[lines[line].content].reversed().prefix { $0 != .space }
        return word.first?.isDigit == true && word.allSatisfy { $0.isDigit || $0 == .period || $0 == .comma }
    }

    private static func ends(_ byte: UInt8) -> Bool {
        byte == .period || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
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
        // A short title shows by itself; a longer one might go on a paragraph whose last line is full.
        if Self.ends(end) { return stops(line, before: title) || lines[title].width * 2 < fullWidth }
        return FigureRow.matches(bytes, lines[line].content) && !holdsDigit(title)
    }

    private func holdsDigit(_ line: Int) -> Bool { ByteChunks.firstDigit(in: bytes.span, lines[line].content) != nil }
}

/// A line of a table: it ends in a figure and has another one.
enum FigureRow {
    static func matches(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        let row = bytes[content]
        guard let last = lastWord(row), isFigure(last) else { return false }
        return row[..<last.startIndex].split(separator: .space).contains(where: isFigure)
    }

    private static func lastWord(_ row: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = row.lastIndex(where: { $0 != .space }) else { return nil }
        let start = row[...end].lastIndex(of: .space).map { $0 + 1 } ?? row.startIndex
        return row[start...end]
    }

    /// Whether all figures of a row are years, as those of a title are: `Uitkomsten in 2013 en 2014`.
    static func holdsYearsOnly(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        bytes[content].split(separator: .space).filter(isFigure).allSatisfy { word in
            word.count == 4 && GluedNumbers.endsYear(bytes, word.endIndex, word.startIndex)
        }
    }

    static func endsInFigure(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        lastWord(bytes[content]).map(isFigure) ?? false
    }

    /// `4.200`, `12%`, `(3,5)`, `–`.
    private static func isFigure(_ word: ArraySlice<UInt8>) -> Bool {
        word.contains(where: \.isDigit) ? !word.contains(where: \.isLetter) : word.elementsEqual(Sign.enDash)
    }
}
