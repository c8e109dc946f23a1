import References

/// Running footers and the printer's marks above them: `Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1`.
extension PageFurniture {
    /// A footer behind the last words of its page, on their line, and those words. Only its page number tells it from a
    /// sentence that ends in a citation.
    mutating func gluedFooter(_ index: Int) -> (footer: Found, textBefore: Range<Int>)? {
        let content = lines[index].content
        guard let kamer = kamerOnLine(content), kamer - content.lowerBound > Self.chamberLength else { return nil }
        let start = kamer - Self.chamberLength
        guard var found = footer(index, from: start), found.page != nil else { return nil }
        found.start = start
        var end = start
        while end > content.lowerBound, bytes[end - 1].isBlankASCII { end -= 1 }
        return (found, content.lowerBound..<end)
    }

    /// Bytes of `Tweede` or `Eerste`.
    static let chamberLength = 6

    mutating func furniture(_ index: Int) -> Found? {
        let content = lines[index].content
        if isImprintDate(index) { return Found(kind: .printersMark) }
        return idLine(content) ?? footer(index, from: content.lowerBound) ?? plainFurniture(content)
    }

    /// `kst-31497-408` or `ah-tk-20202021-1845` alone on its line, `KST123456`, and on older papers `6K3284` and
    /// `0203tkkst28600XI-97`.
    func idLine(_ content: Range<Int>) -> Found? {
        let first = bytes[content.lowerBound]
        guard mayBeID(content), bytes[content].allSatisfy({ $0.isWord && $0 < 0x80 || $0 == .hyphen })
        else { return nil }
        let text = String(decoding: bytes[content], as: UTF8.self)
        if first.isDigit {
            if content.count == 6 { return isOldMark(content) ? Found(kind: .printersMark) : nil }
            return isMarkOfSession(text) ? Found(kind: .printersMark) : nil
        }
        if text.hasPrefix("KST"), text.dropFirst(3).allSatisfy(\.isNumber) { return Found(kind: .printersMark) }
        let lower = text.lowercased()
        guard lower.hasPrefix("kst-") || lower.hasPrefix("ah-tk-") || lower.hasPrefix("ah-ek-"), let id = PaperID(text)
        else { return nil }
        return Found(kind: .printersMark, id: id)
    }

    /// Whether a line might be such an id: a look at two of its bytes.
    @inline(__always)
    func mayBeID(_ content: Range<Int>) -> Bool {
        guard (6..<60).contains(content.count) else { return false }
        let second = bytes[content.lowerBound + 1]
        switch bytes[content.lowerBound] {
        case UInt8(ascii: "k"), UInt8(ascii: "K"): return second | 0x20 == UInt8(ascii: "s")
        case UInt8(ascii: "a"), UInt8(ascii: "A"): return second | 0x20 == UInt8(ascii: "h")
        case let first where first.isDigit:
            let fifth = bytes[content.lowerBound + 4]
            return content.count == 6
                ? second == UInt8(ascii: "K") : fifth == UInt8(ascii: "t") || fifth == UInt8(ascii: "e")
        default: return false
        }
    }

    /// `0203tkkst28600XI-97`, `0304ek29210f`: the session, the chamber, the paper.
    private func isMarkOfSession(_ text: String) -> Bool {
        let mark = text.dropFirst(4)
        guard text.prefix(4).allSatisfy(\.isNumber), mark.hasPrefix("tk") || mark.hasPrefix("ek") else { return false }
        return mark.count(where: \.isNumber) >= 4
    }

    /// `’s-Gravenhage 1999`: the place and year of printing, alone on their line under the printer's other marks.
    func isImprintDate(_ index: Int) -> Bool {
        let content = lines[index].content
        guard content.count == Self.town.count + 4,
            bytes.matches(Self.town, at: content.lowerBound, end: content.upperBound),
            bytes[content.suffix(4)].allSatisfy(\.isDigit)
        else { return false }
        return (max(0, index - 2)..<index).contains { kinds[$0] == .printersMark }
    }

    private static let town = Array("’s-Gravenhage ".utf8)

    /// `6K3284`.
    private func isOldMark(_ content: Range<Int>) -> Bool {
        bytes[content.lowerBound + 1] == UInt8(ascii: "K")
            && bytes[content.lowerBound + 2..<content.upperBound].allSatisfy(\.isDigit)
    }

    static let kamer = BytePattern(" Kamer, vergaderjaar ")

    /// Where a line has the words that every footer has; nil on nearly all lines, at no cost.
    @inline(__always)
    func kamerOnLine(_ content: Range<Int>) -> Int? {
        guard nextKamer < kamerPositions.count, case let start = kamerPositions[nextKamer],
            content.contains(start), start + Self.kamer.literal.count <= content.upperBound
        else { return nil }
        return start
    }

    /// `[’s-Gravenhage 2021 ]Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1`.
    mutating func footer(_ index: Int, from start: Int) -> Found? {
        let content = start..<lines[index].content.upperBound
        guard content.count < 200, let kamer = kamerOnLine(content) else { return nil }
        let before = String(decoding: bytes[start..<kamer], as: UTF8.self)
        guard before.hasSuffix("Tweede") || before.hasSuffix("Eerste") else { return nil }
        let town = before.dropLast(6)
        guard town.isEmpty || town.hasSuffix(" ") && town.hasPrefix("’s-Gravenhage") else { return nil }

        var cursor = LineCursor(bytes, kamer + Self.kamer.literal.count..<content.upperBound)
        guard let year = Self.sessionYear(&cursor) else { return nil }
        _ = cursor.take(.comma)
        cursor.skipSpaces()
        let tail = String(decoding: bytes[cursor.position..<content.upperBound], as: UTF8.self)
        guard Self.isFooterTail(tail) else { return nil }
        var found = footerPaper(tail)
        // Without a page number only its place tells it from a citation that goes on from the line above.
        if found.page == nil, isRightUnderText(index) { return nil }
        found.chamber = before.hasSuffix("Tweede") ? .tk : .ek
        found.sessionYear = year
        return found
    }

    /// Whether a line of text stands right above, which no sign has ended.
    private func isRightUnderText(_ index: Int) -> Bool {
        guard index > 0, roles[index - 1] == .body else { return false }
        return SentenceEnd.lastByte(bytes, lines[index - 1].content).map { !$0.isTerminal } ?? false
    }

    /// Whether only a paper's name and a page stand behind the year: other words go on a sentence whose citation was
    /// broken before `Tweede Kamer`.
    static func isFooterTail(_ tail: String) -> Bool {
        let bytes = tail.utf8.span
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != .space, bytes[end] != .comma, bytes[end] != .period {
                if bytes[end] == UInt8(ascii: ")") { return false }
                end += 1
            }
            if start < end, bytes[start].isLowerASCII, !footerWords.contains(bytes.extracting(start..<end)) {
                return false
            }
            start = end + 1
        }
        return true
    }

    private static let aanhangsel = "Aanhangsel"
    private static let footerWords = WordSet(list: "nr nrs en t/m van de herdruk")

    /// The paper and page in a footer's tail; the last number is the page where the rest names a paper without it.
    private mutating func footerPaper(_ tail: String) -> Found {
        if let space = tail.utf8.lastIndex(of: .space), let page = Int(tail[tail.index(after: space)...]),
            (1...99_999).contains(page)
        {
            let paper = tail[..<space]
            if let id = wholePaper(String(paper)) { return Found(kind: .footer, page: page, endsPage: true, id: id) }
            // The Aanhangsel numbers its pages without naming its papers.
            if paper == Self.aanhangsel { return Found(kind: .footer, page: page, endsPage: true) }
        }
        return Found(kind: .footer, endsPage: true, id: wholePaper(tail))
    }

    /// The paper that a footer spells, if it names one whole. Every page says the same, so the last answer is kept.
    private mutating func wholePaper(_ spelling: String) -> PaperID? {
        if let lastPaper, lastPaper.spelling == spelling { return lastPaper.id }
        let id = PaperID(spelling: spelling)
        lastPaper = (spelling, id?.isPartial == false ? id : nil)
        return lastPaper?.id
    }

    /// `2020–2021` with any dash, as `2020-2021`.
    static func sessionYear(_ cursor: inout LineCursor) -> String? {
        guard let first = cursor.number(), first.digits == 4,
            cursor.take(Sign.enDash) || cursor.take(Sign.figureDash) || cursor.take(.hyphen),
            let second = cursor.number(), second.digits == 4
        else { return nil }
        return "\(first.value)-\(second.value)"
    }
}
