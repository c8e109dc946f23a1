/// Finds what later pages of a ministry's own letter print of its head again: reference and date under their labels, and
/// the name of the ministry or of its department.
struct RepeatedLetterhead {
    /// Of later pages.
    private(set) var lines: [Int] = []

    private let text: HeadText
    private let roles: [LineRole]
    private let end: Int
    private let head: Head

    /// Bytes of the longest such line.
    private static let widest = 80

    /// - Parameter end: first line behind the head.
    init(text: HeadText, roles: [LineRole], end: Int, head: Head) {
        self.text = text
        self.roles = roles
        self.end = end
        self.head = head
        find()
    }

    private func isBody(_ index: Int) -> Bool { roles[index] == .body }

    private func isAlone(_ index: Int) -> Bool {
        (index == 0 || !isBody(index - 1)) && (index + 1 == roles.count || !isBody(index + 1))
    }

    private mutating func find() {
        var labelLine: (index: Int, label: MinistryLabel)?
        // References that only later pages have, with the lines of the first.
        var others: [[UInt8]: [Int]] = [:]
        for index in text.lines.indices.dropFirst(end)
        where isBody(index) && text.lines[index].content.count <= Self.widest {
            let content = text.lines[index].content
            if let (label, value) = MinistryLabel.take(text.bytes, content), label == .reference || label == .date {
                if repeats(label, value) {
                    lines.append(index)
                } else if value.isEmpty {
                    labelLine = (index, label)
                    // The value of one alone may have slipped behind the text beside it.
                    if isAlone(index), (0..<end).contains(where: { isSame($0, index) }) { lines.append(index) }
                }
            } else if let (above, label) = labelLine {
                if repeats(label, content) {
                    lines += [above, index]
                } else if label == .reference, label.accepts(text.text(content)) {
                    takeOther([above, index], content, &others)
                }
                labelLine = nil
            } else if index > 0, !isBody(index - 1) {
                lines += repeatedBlock(from: index)
            }
        }
    }

    /// A reference in other words than the head's is the letter's own where a further page repeats it.
    private mutating func takeOther(_ found: [Int], _ content: Range<Int>, _ others: inout [[UInt8]: [Int]]) {
        let value = Array(text.bytes[content])
        guard let first = others[value] else {
            others[value] = found
            return
        }
        lines += first + found
        others[value] = []
    }

    private static let ministry = Array("Ministerie van".utf8)

    /// The lines from one on that the head has too, one below the other: from the name of the ministry on, or a whole block.
    private func repeatedBlock(from start: Int) -> [Int] {
        guard let first = (0..<end).first(where: { isSame($0, start) }) else { return [] }
        var count = 0
        while start + count < text.lines.count, first + count < end, isBody(start + count),
            isSame(first + count, start + count)
        {
            count += 1
        }
        let isWhole = start + count == text.lines.count || !isBody(start + count)
        guard text.starts(start, with: Self.ministry) || isWhole && count > 1 else { return [] }
        return Array(start..<start + count)
    }

    private func isSame(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (text.lines[one].content, text.lines[other].content)
        return one.count == other.count && text.bytes[one] == text.bytes[other]
    }

    private func repeats(_ label: MinistryLabel, _ value: Range<Int>) -> Bool {
        let words = text.text(value)
        guard !words.isEmpty else { return false }
        return label == .reference ? words == head.reference : head.date != nil && HeadDate.date(words) == head.date
    }
}
