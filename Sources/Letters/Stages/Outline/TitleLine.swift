/// Tells a heading that no blank line parts from the text under it, or from the text above it.
///
/// Its line stops although the first word of the next one would have fitted, ends no sentence, and text begins under it.
/// Above it stands nothing, the end of a sentence that stopped as early, or a row of figures.
struct TitleLine {
    let bytes: [UInt8]
    let lines: [LineTable.Line]
    let roles: [LineRole]
    let fullWidth: Int
    let breaks: LineBreaks

    /// Words of such a heading at most, fewer than of one that stands alone; and of one of two lines.
    private static let mostWords = 12
    private static let mostWordsOfTwo = 24

    /// Whether a line titles what follows it.
    ///
    /// - Parameter previous: the line right above, if it is text.
    @inline(__always)
    func stands(_ index: Int, after previous: Int?) -> Bool {
        // Most lines are full.
        (isShort(index) || bytes[lines[index].content.lowerBound].isDigit) && titles(index, after: previous)
    }

    @inline(__always)
    func isShort(_ index: Int) -> Bool { lines[index].width * 10 < fullWidth * 9 }

    private func titles(_ index: Int, after previous: Int?) -> Bool {
        guard isShaped(index, isParted: previous == nil) else { return false }
        guard index + 1 < lines.count, roles[index + 1] == .body else {
            // A line over a gap is told by its shape; only from what stands above it must be parted.
            return previous.map { isClosed($0, before: index) } ?? false
        }
        guard
            opensText(index + 1) || holdsField(index) || titlesList(index)
                || titlesText(index + 1, depth: Self.mostTitles),
            isShort(index) && stops(index, before: index + 1) || ListLabel(bytes, lines[index + 1].content) != nil
        else { return false }
        return previous.map { isClosed($0, before: index) } ?? true
    }

    /// Whether a line that no sign ends stands over text, so that a label in the sequence of the headings makes it one even
    /// where it is full.
    func mayTitle(_ index: Int) -> Bool {
        guard bytes[lines[index].content.lowerBound].isDigit, index + 1 < lines.count, roles[index + 1] == .body else {
            return false
        }
        return isShaped(index, isParted: true) && opensText(index + 1)
    }

    /// Whether a line and the next one are a title that went over the margin: the second one stops without ending a
    /// sentence, and text begins under it.
    func standsOverTwo(_ index: Int, after previous: Int?) -> Bool {
        let second = index + 1
        guard second + 1 < lines.count, roles[second] == .body, roles[second + 1] == .body, isShort(second) else {
            return false
        }
        return titlesOverTwo(index, after: previous)
    }

    private func titlesOverTwo(_ index: Int, after previous: Int?) -> Bool {
        let second = index + 1
        let (first, last) = (lines[index].content, lines[second].content)
        guard stops(second, before: second + 1), !stops(index, before: second), opensText(second + 1),
            opensLikeTitle(first, isParted: true), isOpenEnded(first, mayAsk: false), isOpenEnded(last, mayAsk: true),
            ListLabel(bytes, last) == nil,
            !FigureRow.endsInFigure(bytes, last) || FigureRow.holdsYearsOnly(bytes, last),
            spaces(first) + spaces(last) < Self.mostWordsOfTwo
        else { return false }
        return previous.map { SentenceEnd.lastByte(bytes, lines[$0].content).map(Self.ends) ?? true } ?? true
    }

    /// Of a short line: a capital or a label first, few words, and no sign at the end but a question mark.
    private func isShaped(_ index: Int, isParted: Bool) -> Bool {
        let content = lines[index].content
        guard isOpenEnded(content, mayAsk: true), opensLikeTitle(content, isParted: isParted),
            !FigureRow.matches(bytes, content) || FigureRow.holdsYearsOnly(bytes, content)
        else { return false }
        return spaces(content) < Self.mostWords
    }

    /// Whether no sign ends a line, and no word that asks for another.
    private func isOpenEnded(_ content: Range<Int>, mayAsk: Bool) -> Bool {
        guard let end = SentenceEnd.lastByte(bytes, content) else { return false }
        return (!end.isTerminal || mayAsk && end == UInt8(ascii: "?")) && end != .comma && end != .hyphen
            && !OpenEnd.isOpen(bytes[content]) && !ItemOpening.awaitsNumber(bytes, content)
    }

    private func spaces(_ content: Range<Int>) -> Int { content.count { bytes[$0] == .space } }

    /// Titles right over one another, as `1 Inleiding` over `1.1 Aanleiding` over `a) Motie`, at most.
    private static let mostTitles = 4

    /// Whether a line titles the one under it, as `2.1 Wat gaat er goed` does under `2 Wijkverpleging`.
    private func titlesText(_ index: Int, depth: Int) -> Bool {
        guard isShort(index), index + 1 < lines.count, roles[index + 1] == .body, isShaped(index, isParted: true) else {
            return false
        }
        let isOver =
            opensText(index + 1) || holdsField(index) || titlesList(index)
            || depth > 1 && titlesText(index + 1, depth: depth - 1)
        return isOver && stops(index, before: index + 1)
    }

    /// Whether a line without a label stands over an item that is a sentence: what announces a list ends in a colon.
    private func titlesList(_ index: Int) -> Bool {
        let item = lines[index + 1]
        guard item.width * 4 >= fullWidth * 3, let label = ListLabel(bytes, item.content), label.shape != .dash else {
            return false
        }
        return bytes[label.text.lowerBound].isUpperASCII && ListLabel(bytes, lines[index].content) == nil
    }

    /// Whether a labelled line stands over a short field, as in a form: `d) Raad` over `Milieuraad`, with a gap or the next
    /// label behind it.
    private func holdsField(_ index: Int) -> Bool {
        let field = index + 1
        guard let label = ListLabel(bytes, lines[index].content), ListLabel(bytes, lines[field].content) == nil,
            !bytes[lines[field].content.lowerBound].isLowerASCII
                || bytes.matches(
                    Self.address, at: lines[field].content.lowerBound, end: lines[field].content.upperBound)
        else { return false }
        guard field + 1 < lines.count, roles[field + 1] == .body else { return true }
        return ListLabel(bytes, lines[field + 1].content)?.follows(label.label) ?? false
    }

    private static let address = Array("http".utf8)

    private func opensLikeTitle(_ content: Range<Int>, isParted: Bool) -> Bool {
        if bytes[content.lowerBound].isUpperASCII {
            return isParted || closesNoEarlierBracket(content)
        }
        guard let label = ListLabel(bytes, content) else { return hasBareNumber(content) }
        switch label.shape {
        case .number, .letter, .roman: return bytes[label.text.lowerBound].isUpperASCII
        case .bullet, .dash: return false
        }
    }

    /// Whether a bracket at the end of a line was opened on it.
    private func closesNoEarlierBracket(_ content: Range<Int>) -> Bool {
        bytes[content.upperBound - 1] != UInt8(ascii: ")") || bytes[content].contains(UInt8(ascii: "("))
    }

    /// `1 Inleiding`: whether it is the next number, `SectionBuilder` tells.
    private func hasBareNumber(_ content: Range<Int>) -> Bool {
        guard bytes[content.lowerBound].isDigit else { return false }
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
        return stops(line, before: next) && !endsInNumber(line) && !FigureRow.endsInUnit(bytes, lines[line].content)
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
    private func stops(_ line: Int, before next: Int) -> Bool { breaks.stops(line, before: next) }

    /// Whether a line ends what stands above a title.
    private func isClosed(_ line: Int, before title: Int) -> Bool {
        guard let end = SentenceEnd.lastByte(bytes, lines[line].content) else { return true }
        if Self.ends(end) {
            // A question may be the last sentence of a paragraph.
            return SentenceEnd.lastByte(bytes, lines[title].content) != UInt8(ascii: "?") || stops(line, before: title)
                || lines[title].width * 2 < fullWidth
        }
        if ListLabel(bytes, lines[line].content) != nil, end != .comma, !end.isTerminal {
            return stops(line, before: title)
        }
        return FigureRow.matches(bytes, lines[line].content) && !holdsDigit(title)
    }

    private func holdsDigit(_ line: Int) -> Bool { ByteChunks.firstDigit(in: bytes.span, lines[line].content) != nil }
}

/// A line of a table: it ends in a figure and has another one.
enum FigureRow {
    static func matches(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        // Most lines end in a letter with which no unit does.
        if let end = content.last, bytes[end].isLowerASCII, bytes[end] != UInt8(ascii: "n"),
            bytes[end] != UInt8(ascii: "d")
        {
            return false
        }
        let row = withoutUnit(bytes[content])
        guard let last = lastWord(row), isFigure(last) else { return false }
        var rest = row[..<last.startIndex]
        while let word = lastWord(rest) {
            if isFigure(word) { return true }
            rest = rest[..<word.startIndex]
        }
        return false
    }

    /// `€ 71,3 mln.` is a figure.
    private static let units = WordSet(list: "mln. mld. mln mld miljoen miljard")

    /// Whether a line is a row whose last figure has its unit behind it.
    static func endsInUnit(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        lastWord(bytes[content]).map(units.contains) ?? false && matches(bytes, content)
    }

    private static func withoutUnit(_ row: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let last = lastWord(row), units.contains(last), last.startIndex > row.startIndex else { return row }
        return row[..<(last.startIndex - 1)]
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
