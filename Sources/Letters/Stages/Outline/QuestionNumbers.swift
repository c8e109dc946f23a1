/// Finds numbers alone on their lines that stand over questions and answers, where a list of questions spares the word
/// `Vraag`.
///
/// A number alone may be a cell of a table or a page's: so they count up from 1, each with sentences under it, one of
/// which asks. Answers may repeat the numbers.
struct QuestionNumbers {
    /// Ascending.
    private(set) var lines: Set<Int> = []

    /// Lines in which the text under a number begins, and in which its first sentence ends.
    private static let widestGap = 4
    private static let longestSentence = 12
    private static let mostDigits = 3

    init(bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole]) {
        let text = Text(bytes: bytes, lines: lines, roles: roles)
        var last = 0
        var asks = false
        var found: [Int] = []
        for index in lines.indices where lines[index].content.count <= Self.mostDigits && roles[index] == .body {
            guard let number = text.number(index), number == last + 1 || number == 1,
                let end = text.sentenceEnd(behind: index)
            else { continue }
            found.append(index)
            last = number
            asks = asks || end == UInt8(ascii: "?")
        }
        if asks, found.count > 1 { self.lines = Set(found) }
    }

    private struct Text {
        let bytes: [UInt8]
        let lines: [LineTable.Line]
        let roles: [LineRole]

        /// A number of few digits, alone on its line.
        func number(_ index: Int) -> Int? {
            let content = lines[index].content
            guard content.count <= QuestionNumbers.mostDigits, let first = content.first, bytes[first].isDigit,
                bytes[first] != 0x30
            else {
                return nil
            }
            var cursor = LineCursor(bytes, content)
            guard let (number, _) = cursor.number(), cursor.isAtEnd else { return nil }
            guard index > 0, roles[index - 1] == .body else { return number }
            return bytes[lines[index - 1].content.upperBound - 1].isTerminal ? number : nil
        }

        /// The sign that ends the first block under a number; nil where no sentence stands there.
        func sentenceEnd(behind index: Int) -> UInt8? {
            let next = (index + 1..<min(lines.count, index + QuestionNumbers.widestGap)).first { !lines[$0].isBlank }
            guard let next, roles[next] == .body, !bytes[lines[next].content.lowerBound].isLowerASCII else {
                return nil
            }
            for line in next..<min(lines.count, next + QuestionNumbers.longestSentence) where roles[line] == .body {
                if line + 1 < lines.count, roles[line + 1] == .body, line + 1 < next + QuestionNumbers.longestSentence {
                    continue
                }
                return SentenceEnd.lastByte(bytes, lines[line].content).flatMap { $0.isTerminal ? $0 : nil }
            }
            return nil
        }
    }
}
