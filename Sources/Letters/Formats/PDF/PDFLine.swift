/// A printed line of a page, made of the words that pdftotext found on it.
struct PDFLine {
    var words: [PDFPage.Word]
    var box: PDFPage.Box
    /// Height of most of its letters, in points.
    var size: Double
    var block: Int
    /// Cells of a row of a table stand far apart; else one space parts words.
    var isRow = false
    /// Of a row whose cells are known: the lines of each, none for an empty one.
    var cells: [[PDFLine]] = []
    /// Printed lines that it takes.
    var height = 1
    /// Words that begin another of the lines that this one was made of: a space always stands before them.
    var joints: Set<Int> = []

    init?(_ line: PDFPage.Line) {
        let words = line.words.filter { !$0.text.isEmpty }
        guard let first = words.first else { return nil }
        self.words = words
        box = words.dropFirst().reduce(first.box) { Self.union($0, $1.box) }
        size = Self.size(of: words)
        block = line.block
    }

    /// Several lines that stand side by side.
    init?(_ lines: [PDFLine], isRow: Bool) {
        let sorted = lines.sorted { $0.box.left < $1.box.left }
        guard let first = sorted.first else { return nil }
        self = first
        for line in sorted.dropFirst() {
            joints.insert(words.count)
            words += line.words
            box = Self.union(box, line.box)
        }
        self.isRow = isRow
    }

    /// A row of a table.
    init?(cells: [[PDFLine]], height: Int) {
        guard let row = PDFLine(cells.flatMap(\.self), isRow: true) else { return nil }
        self = row
        self.cells = cells
        self.height = height
    }

    /// Some of the words of a line.
    init?(_ line: PDFLine, words range: Range<Int>) {
        self.init(PDFPage.Line(words: Array(line.words[range]), block: line.block))
    }

    private static func union(_ one: PDFPage.Box, _ other: PDFPage.Box) -> PDFPage.Box {
        PDFPage.Box(
            left: min(one.left, other.left), top: min(one.top, other.top), right: max(one.right, other.right),
            bottom: max(one.bottom, other.bottom))
    }

    /// Height of most letters, told by words as tall as one another to a quarter of a point.
    static func size(of words: some Sequence<PDFPage.Word>) -> Double {
        var letters: [Int: Int] = [:]
        for word in words { letters[Int((word.box.height * 4).rounded()), default: 0] += word.text.count }
        let most = letters.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return Double(most?.key ?? 0) / 4
    }

    /// Its words, a space between them.
    var text: [UInt8] { Array(words.map(\.text).joined(separator: [.space])) }

    var letterCount: Int { words.reduce(0) { $0 + $1.text.count } }

    /// Whether two lines stand side by side: at one height, and one behind the other.
    func isBeside(_ other: PDFLine) -> Bool {
        let shared = min(box.bottom, other.box.bottom) - max(box.top, other.box.top)
        guard shared > 0.6 * min(box.height, other.box.height) else { return false }
        return box.right <= other.box.left || other.box.right <= box.left
    }

    /// A number that stands higher and is smaller than the words around it: the sign of a note, or an exponent.
    func raisedNumber(_ index: Int) -> Int? {
        let numbers = raisedNumbers(index)
        return numbers.count == 1 ? numbers.first : nil
    }

    /// The numbers of such a word: several in `1,2`, none where it holds anything else or stands on the line.
    func raisedNumbers(_ index: Int) -> [Int] {
        let word = words[index]
        guard word.box.height < 0.85 * size, word.text.count <= Self.longestSign else { return [] }
        let parts = word.text.filter { !"[]()".utf8.contains($0) }.split { $0 == .comma || $0 == UInt8(ascii: ";") }
        guard parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isDigit) }) else { return [] }
        let base = words.filter { abs($0.box.height - size) < 0.15 * size }.map(\.box.bottom).max() ?? box.bottom
        guard word.box.bottom < base - 0.08 * size else { return [] }
        return parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }

    /// Bytes of a list of signs at most.
    private static let longestSign = 20

    /// The number in front of a note.
    var leadingNumber: Int? {
        guard let first = words.first, words.count > 1, (1...3).contains(first.text.count),
            first.text.allSatisfy(\.isDigit)
        else { return nil }
        return Int(String(decoding: first.text, as: UTF8.self))
    }
}
