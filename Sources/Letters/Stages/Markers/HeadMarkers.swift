/// Markers in the lines above the text: `AI1 VERSLAG …`, `HERDRUK1 BRIEF VAN …`, `Nr. 440 BRIEF1`.
///
/// Only lines in capitals are looked at, which name the paper and its kind: numbers of dossiers, dates and addresses
/// stand apart from words, and a title may hold any digits.
enum HeadMarkers {
    /// How much a digit behind capitals speaks for a marker here, where nothing else has one.
    private static let weight = 9
    private static let numberStart = Array("Nr. ".utf8)

    /// Whether a line of the head may hold a marker.
    static func mayHold(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        var start = content.lowerBound
        if bytes.matches(numberStart, at: start, end: content.upperBound) { start += numberStart.count }
        let printed = bytes[start..<content.upperBound]
        return printed.contains(where: \.isDigit) && !printed.contains(where: \.isLowerASCII)
            && printed.count(where: \.isUpperASCII) >= 4
    }

    /// The texts of the lines of the head that may.
    static func texts(_ roles: [LineRole], _ assembler: TextAssembler) -> [AssembledText] {
        var texts: [AssembledText] = []
        let span = roles.span
        for line in span.indices where span[line] == .head {
            let content = assembler.lines[line].content
            if mayHold(assembler.bytes, content) {
                texts.append(assembler.text(firstText: content, lines: LineList(line)))
            }
        }
        return texts
    }

    /// Candidates in the cleaned text of such a line: one digit glued to a word in capitals.
    static func candidates(_ bytes: [UInt8], text: Int, line: Int) -> [MarkerCandidate] {
        var found: [MarkerCandidate] = []
        for position in bytes.indices.dropFirst() where bytes[position].isDigit && bytes[position] != 0x30 {
            let next = position + 1 < bytes.count ? bytes[position + 1] : .space
            guard !next.isWord, next != .hyphen, next != UInt8(ascii: "/"), isCarrier(bytes, position) else { continue }
            found.append(
                MarkerCandidate(
                    note: Int(bytes[position] - 0x30), text: text, line: line, digits: position..<position + 1,
                    weight: weight, followsAnother: false))
        }
        return found
    }

    /// Whether a word of capitals ends at a position; one letter is one only as the number of a paper of the Eerste Kamer.
    private static func isCarrier(_ bytes: [UInt8], _ end: Int) -> Bool {
        var start = end
        while start > 0, bytes[start - 1].isUpperASCII { start -= 1 }
        guard start < end, start == 0 || bytes[start - 1] == .space else { return false }
        return end - start > 1 || start == 0
    }
}
