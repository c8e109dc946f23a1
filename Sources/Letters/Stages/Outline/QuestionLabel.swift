/// The line over a question or an answer in a letter that answers questions: `Vraag 1`, `Vragen 2 en 3`,
/// `Antwoord op vraag 4:`. It is a heading even where its text follows without a blank line.
enum QuestionLabel {
    private static let openings = WordSet(list: "vraag vragen antwoord antwoorden")
    private static let words = WordSet(list: "op de het vraag vragen en t/m tot met – - nr. nrs.")
    private static let longest = 60

    @inline(__always)
    static func matches(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard content.count <= longest, let first = content.first,
            bytes[first] == UInt8(ascii: "V") || bytes[first] == UInt8(ascii: "A")
        else { return false }
        return isLabel(bytes, content)
    }

    private static func isLabel(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        var cursor = LineCursor(bytes, content)
        let opening = cursor.word()
        guard openings.contains(bytes, trimmed(bytes, opening)) else { return false }
        var hasNumber = false
        while cursor.skipSpaces(), !cursor.isAtEnd {
            let word = trimmed(bytes, cursor.word())
            if isNumber(bytes[word]) {
                hasNumber = true
            } else if !words.contains(bytes, word) {
                return false
            }
        }
        // `Antwoord` stands alone where its question is right above.
        return hasNumber || cursor.isAtEnd && opening == content
    }

    /// Whether a heading is the number of a question, as `QuestionNumbers` finds them.
    static func isNumber(_ heading: [UInt8]) -> Bool { heading.allSatisfy(\.isDigit) }

    private static func trimmed(_ bytes: [UInt8], _ word: Range<Int>) -> Range<Int> {
        guard let last = word.last, bytes[last] == .comma || bytes[last] == UInt8(ascii: ":") else { return word }
        return word.lowerBound..<last
    }

    /// `3`, `3a`, `2-4`.
    private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first, first.isDigit, word.count <= 7 else { return false }
        return word.allSatisfy { $0.isDigit || $0.isLowerASCII || $0 == .hyphen || $0 == .period }
    }
}
