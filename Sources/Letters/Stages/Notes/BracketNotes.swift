/// Notes at the end of a letter that are numbered `1)`, `2)`, as its markers are: `… bedoeld? 1) 2)`.
///
/// Lists are labelled the same way, so the text above must have the marker of each of them, and nothing but a few short lines
/// may follow.
struct BracketNotes {
    let context: NoteContext
    let roles: [LineRole]

    private static let closing = UInt8(ascii: ")")
    private static let opening = UInt8(ascii: "(")
    /// Printed lines behind them at most: what a template prints at the foot of its pages.
    private static let mostBehind = 6

    /// In their order; none where the last labels of the letter are no notes.
    func notes() -> [NoteZones.Note] {
        let starts = lastStarts()
        guard let first = starts.first, starts.allSatisfy({ hasMarker($0.number, above: first.line) }) else {
            return []
        }
        var notes: [NoteZones.Note] = []
        var above = first.line
        for line in first.line..<roles.count where roles[line] == .body {
            if notes.count < starts.count, starts[notes.count].line == line {
                let start = starts[notes.count]
                notes.append(
                    NoteZones.Note(number: start.number, line: line, textLine: line, firstRange: start.text))
            } else if context.opensBlock(line), context.opensText(line, after: above) {
                guard notes.count == starts.count, context.textLines(in: line..<roles.count) <= Self.mostBehind else {
                    return []
                }
                return notes
            } else {
                notes[notes.count - 1].rest.append(line)
            }
            above = line
        }
        return notes
    }

    /// The last lines labelled from 1 on, without a gap.
    private func lastStarts() -> [NoteStart] {
        var starts: [NoteStart] = []
        for line in context.openings where roles[line] == .body {
            guard let start = start(line) else { continue }
            if start.number == 1 {
                starts = [start]
            } else if let last = starts.last {
                if start.number == last.number + 1 { starts.append(start) } else { starts = [] }
            }
        }
        return starts
    }

    private func start(_ line: Int) -> NoteStart? {
        let content = context.lines[line].content
        let digits = content.prefix { context.bytes[$0].isDigit }
        guard digits.upperBound < content.upperBound, context.bytes[digits.upperBound] == Self.closing else {
            return nil
        }
        return context.start(line, inList: true)
    }

    private func hasMarker(_ number: Int, above end: Int) -> Bool {
        let marker = Array("\(number))".utf8)
        return (0..<end).contains { line in
            guard roles[line] == .body, context.lines[line].mayHoldDigit else { return false }
            var rest = context.lines[line].content
            while let position = context.bytes.first(marker, in: rest) {
                let digits = position..<position + marker.count - 1
                if Self.marks(context.bytes, digits, lower: context.lines[line].content.lowerBound) { return true }
                rest = position + 1..<rest.upperBound
            }
            return false
        }
    }

    /// Bytes before a number in which the bracket that it closes may have been opened.
    private static let longestAside = 160

    /// Whether digits with a closing bracket behind them may be a marker: a word stands before them, no bracket is open, and no
    /// word goes on behind.
    static func marks(_ bytes: [UInt8], _ digits: Range<Int>, lower: Int) -> Bool {
        let end = digits.upperBound
        guard end < bytes.count, bytes[end] == closing, end + 1 == bytes.count || !bytes[end + 1].isWord,
            digits.lowerBound > lower, !bytes[digits.lowerBound - 1].isDigit
        else { return false }
        let before = bytes[max(lower, digits.lowerBound - longestAside)..<digits.lowerBound]
        let bracket = before.last { $0 == opening || $0 == closing }
        return bracket != opening && before.contains(where: \.isLetter) && before.last != .hyphen
    }
}
