import References

/// The head of a paper in the Aanhangsel van de Handelingen: questions of members and the answers of a minister.
///
/// `Vergaderjaar 2020–2021 Aanhangsel van de Handelingen`, what the series holds, the number, `Vragen van …`, and
/// `Antwoord van … (ontvangen 12 maart 2021).`
extension HeadReader {
    static let aanhangsel = "aanhangsel"
    private static let series = " Aanhangsel van de Handelingen"
    private static let contents = Array("Vragen gesteld door de leden der Kamer".utf8)
    private static let questions = Array("Vragen van ".utf8)
    private static let question = Array("Vraag van ".utf8)
    private static let answers = ["Antwoord van ", "Mededeling van "].map { Array($0.utf8) }
    private static let received = Array("(ontvangen ".utf8)
    /// Lines that the names of those who ask, or of who answers, take at most.
    private static let longestRun = 8

    /// Lines of such a head taken from `index` on; nil for any other line.
    mutating func takeAanhangsel(_ index: Int) -> Int? {
        if head.kind == nil { return takeSeries(index) ?? takeChamberNumeral(index) }
        guard head.kind == Self.aanhangsel else { return nil }
        if head.number == nil, let number = bareNumber(index) {
            setNumber(number, on: index)
            return 1
        }
        if text.starts(index, with: Self.contents) || text.starts(index, with: Self.questions)
            || text.starts(index, with: Self.question)
        {
            return run(from: index, most: Self.longestRun) { !beginsPartOfAanhangsel($0) }.count
        }
        return Self.answers.contains { text.starts(index, with: $0) } ? takeAnswer(index) : nil
    }

    /// The `2` of `Tweede Kamer der Staten-Generaal 2`, which extraction may set on a line of its own.
    private mutating func takeChamberNumeral(_ index: Int) -> Int? {
        guard let printedChamber, bareNumber(index) == (printedChamber.chamber == .tk ? "2" : "1") else { return nil }
        return 1
    }

    private mutating func takeSeries(_ index: Int) -> Int? {
        let words = text.text(index)
        // Year and series may stand on lines of their own.
        if head.sessionYear != nil, words == Self.series.dropFirst() {
            takeKind(index)
            return 1
        }
        guard words.hasPrefix("Vergaderjaar "), words.hasSuffix(Self.series) else { return nil }
        let year = Array(words.utf8.dropFirst("Vergaderjaar ".utf8.count).dropLast(Self.series.utf8.count))
        var cursor = LineCursor(year, 0..<year.count)
        guard let year = PageFurniture.sessionYear(&cursor), cursor.isAtEnd else { return nil }
        let place = text.place(ofLine: index)
        head.sessionYear = head.sessionYear ?? year
        head.note(.sessionYear, .head, place)
        takeKind(index)
        return 1
    }

    private mutating func takeKind(_ index: Int) {
        head.kind = Self.aanhangsel
        head.note(.kind, .head, text.place(ofLine: index))
    }

    private func bareNumber(_ index: Int) -> String? {
        var cursor = LineCursor(text.bytes, text.lines[index].content)
        guard let (number, digits) = cursor.number(), digits <= 4, cursor.isAtEnd, number > 0 else { return nil }
        return "\(number)"
    }

    /// The lines up to the date on which the answer was received, which is the paper's.
    private mutating func takeAnswer(_ index: Int) -> Int? {
        var lines = 0
        for line in run(from: index, most: Self.longestRun, while: { !beginsPartOfAanhangsel($0) }) {
            lines += 1
            let words = Array(text.text(lines: index..<line + 1).utf8)
            guard let start = words.first(Self.received, in: words.indices),
                let end = words[start...].firstIndex(of: UInt8(ascii: ")"))
            else { continue }
            // Printers have been seen to set the words twice.
            var from = start
            while words.matches(Self.received, at: from, end: end) { from += Self.received.count }
            let said = String(decoding: words[from..<max(from, end)], as: UTF8.self)
            guard let date = HeadDate.date(said) else { return nil }
            head.date = date
            head.note(.date, .head, text.place(ofLine: line))
            return lines + takeCrossReference(behind: line)
        }
        return nil
    }

    private static let closing = UInt8(ascii: ")")
    private static let seeAlso = Array("Zie ook".utf8)
    private static let openNumber = Array("nr.".utf8)
    /// Lines that a cross reference takes at most.
    private static let longestReference = 4

    /// The sentence behind the date, `Zie ook Aanhangsel Handelingen, vergaderjaar` over `2020–2021, nr. 594.`, which may begin
    /// on the next line. Returns the lines below the date that it takes.
    private mutating func takeCrossReference(behind line: Int) -> Int {
        let content = lines[line].content
        let closing = bytes[content].lastIndex(of: Self.closing) ?? content.lowerBound
        if let start = bytes.first(Self.seeAlso, in: closing..<content.upperBound) {
            return takeReference(start..<content.upperBound, on: line)
        }
        let next = line + 1
        guard next < lines.count, roles[next] == .body else { return 0 }
        if text.starts(next, with: Self.seeAlso) { return takeReference(lines[next].content, on: next) + 1 }
        guard !bytes[content.upperBound - 1].isTerminal, let first = lines[next].content.first,
            bytes[first].isDigit || bytes[first].isLowerASCII
        else { return 0 }
        return 1
    }

    private mutating func takeReference(_ firstText: Range<Int>, on line: Int) -> Int {
        let rest = run(from: line, most: Self.longestReference) { next in
            let above = lines[next - 1].content
            if endsInOpenNumber(above) { return true }
            return bytes[above.upperBound - 1] != .period && !beginsPartOfAanhangsel(next)
        }
        crossReference = CrossReference(firstText: firstText, lines: LineList(line, Array(rest.dropFirst())))
        return rest.count - 1
    }

    private func endsInOpenNumber(_ content: Range<Int>) -> Bool {
        bytes.matches(Self.openNumber, at: content.upperBound - Self.openNumber.count, end: content.upperBound)
    }

    /// Whether a line is the next part of such a head, or the first question: often no blank line parts them.
    private func beginsPartOfAanhangsel(_ index: Int) -> Bool {
        bareNumber(index) != nil || QuestionLabel.matches(bytes, lines[index].content)
            || ([Self.questions, Self.question] + Self.answers).contains { text.starts(index, with: $0) }
    }

    /// The id of such a paper, once number and year are known; without a chamber it is the Tweede Kamer's.
    var aanhangselID: PaperID? {
        guard head.kind == Self.aanhangsel, let number = head.number, let year = head.sessionYear else { return nil }
        let chamber = printedChamber?.chamber == .ek ? "ek" : "tk"
        return PaperID("ah-\(chamber)-\(year.filter { $0 != "-" })-\(number)")
    }
}
