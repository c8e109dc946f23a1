/// Where the annexes of a letter begin, since the numbers of notes may start again there.
struct Annexes {
    /// Lines of their headings, ascending.
    let lines: [Int]

    private static let names = ["Bijlage", "BIJLAGE", "Annex", "ANNEX", "Appendix", "APPENDIX", "Aanhangsel"]
        .map { Array($0.utf8) }
    /// A longer line is a sentence.
    private static let longest = 200

    init(bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole], pageStarts: Set<Int>) {
        self.lines = lines.indices.filter { index in
            roles[index] == .body
                && (index == 0 || roles[index - 1] != .body || pageStarts.contains(index))
                && Self.isHeading(bytes, lines[index].content)
        }
    }

    /// `Bijlage`, `Bijlage 1: Overzicht`, `BIJLAGE A`, `Bijlagen`; no `Bijlage bij Kamerstuk 31 497`.
    static func isHeading(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard content.count <= longest, let first = content.first, bytes[first].isUpperASCII,
            let name = names.first(where: { bytes.matches($0, at: first, end: content.upperBound) })
        else { return false }
        var cursor = LineCursor(bytes, first + name.count..<content.upperBound)
        while cursor.peek == UInt8(ascii: "n") || cursor.peek == UInt8(ascii: "N") { _ = cursor.take(cursor.peek) }
        if cursor.isAtEnd || isSign(cursor.peek) { return true }
        guard cursor.skipSpaces() else { return false }
        let word = Array(bytes[cursor.word()])
        let label = word.filter { !isSign($0) && $0 != .period }
        return label.isEmpty || word == Sign.enDash || label.allSatisfy(\.isDigit)
            || label.count == 1 && label.allSatisfy(\.isUpperASCII) || label.allSatisfy(roman.contains)
    }

    private static let roman = Array("IVX".utf8)

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == .hyphen }

    /// The first annex behind a line.
    func first(after line: Int) -> Int? {
        let index = firstIndex(after: line)
        return index < lines.count ? lines[index] : nil
    }

    /// The annexes that begin in some lines.
    func begin(in range: Range<Int>) -> ArraySlice<Int> {
        let low = firstIndex(after: range.lowerBound - 1)
        return lines[low..<max(low, firstIndex(after: range.upperBound - 1))]
    }

    private func firstIndex(after line: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] <= line { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
