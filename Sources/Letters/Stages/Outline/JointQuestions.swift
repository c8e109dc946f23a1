/// Finds where questions begin that stand together under one label, `Vraag 3, 4 en 5`, without blank lines between them.
///
/// A full line may end in a question mark by chance. So the lines that begin with a capital behind the end of a sentence are
/// believed where there are as many as the label counts questions.
struct JointQuestions {
    /// The first lines of all but the first question under each label.
    private(set) var starts: Set<Int> = []

    /// Lines of such questions at most.
    private static let longest = 80
    /// Questions under one label at most.
    private static let most = 40

    init(bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole]) {
        for index in lines.indices
        where roles[index] == .body && QuestionLabel.matches(bytes, lines[index].content)
            && bytes[lines[index].content.lowerBound] == UInt8(ascii: "V")
        {
            let count = Self.count(bytes, lines[index].content)
            guard count > 1, count <= Self.most else { continue }
            var found: [Int] = []
            var line = index + 2
            while line < min(lines.count, index + Self.longest), roles[line - 1] == .body, roles[line] == .body,
                !QuestionLabel.matches(bytes, lines[line].content)
            {
                if let end = SentenceEnd.lastByte(bytes, lines[line - 1].content),
                    end == .period || end == UInt8(ascii: "?"), bytes[lines[line].content.lowerBound].isUpperASCII
                {
                    found.append(line)
                }
                line += 1
            }
            if found.count + 1 == count { starts.formUnion(found) }
        }
    }

    /// The questions that a label counts: `3, 4 en 5`, `3 t/m 5`.
    private static func count(_ bytes: [UInt8], _ label: Range<Int>) -> Int {
        var cursor = LineCursor(bytes, label)
        var count = 0
        var last = 0
        var isRange = false
        while !cursor.isAtEnd {
            if let (number, _) = cursor.number() {
                count += isRange && number > last ? min(number - last, most + 1) : 1
                last = number
                isRange = false
            } else {
                let goesOn = ranges.contains { cursor.take($0) }
                isRange = isRange || goesOn
                if !goesOn { cursor.advance(to: cursor.position + 1) }
            }
        }
        return count
    }

    private static let ranges = ["t/m", "tot en met", "–", "-"].map { Array($0.utf8) }
}
