/// A column of a segment.
///
/// ```
/// numbers   kind 1 (0), width 1 (0, 1, 2, 4 or 8), least number 8, a bit a document: it has a number,
///           per document: its number less the least, `width`
/// texts     kind 1 (1), distinct texts 4, per text and once more: where its bytes start 4, the bytes of the texts in byte
///           order, per document and once more: its first place 4, per place: number of the text 4
/// ```
struct ColumnReader {
    let kind: Column.Kind
    private let bytes: FileBytes
    private let documentCount: Int
    private let path: String
    private let start: Int

    private var width = 0
    private var least: Int64 = 0
    /// Texts of all documents.
    private(set) var textCount = 0
    private var docStarts = 0

    init(_ range: Range<Int>, of file: IndexFile, documentCount: Int) throws(IndexError) {
        bytes = try file.part(range)
        path = file.path
        start = range.lowerBound
        self.documentCount = documentCount
        guard bytes.count > 5, let kind = Column.Kind(rawValue: bytes[0]) else {
            throw .corrupt(file: path, offset: start, what: "no known kind of column")
        }
        self.kind = kind
        switch kind {
        case .number: try openNumbers()
        case .texts: try openTexts()
        }
    }

    private func damage(_ what: String) -> IndexError { .corrupt(file: path, offset: start, what: what) }

    private mutating func openNumbers() throws(IndexError) {
        width = Int(bytes[1])
        guard [0, 1, 2, 4, 8].contains(width), bytes.count == 10 + (documentCount + 7) / 8 + width * documentCount
        else { throw damage("a column of numbers has another length") }
        least = Int64(bitPattern: bytes.littleEndian64(at: 2))
    }

    private mutating func openTexts() throws(IndexError) {
        textCount = Int(bytes.littleEndian32(at: 1))
        let ends = 5 + 4 * textCount
        guard ends + 4 <= bytes.count else { throw damage("a column of texts has another length") }
        docStarts = ends + 4 + Int(bytes.littleEndian32(at: ends))
        let last = docStarts + 4 * documentCount
        guard last + 4 <= bytes.count, last + 4 + 4 * Int(bytes.littleEndian32(at: last)) == bytes.count else {
            throw damage("a column of texts has another length")
        }
    }

    // MARK: - Values

    /// The number of a document, if it has one.
    @inline(__always)
    func number(of doc: DocID) -> Int64? {
        let at = Int(doc)
        guard kind == .number, bytes[10 &+ at / 8] &>> UInt8(at % 8) & 1 != 0 else { return nil }
        if width == 0 { return least }
        let place = 10 &+ (documentCount &+ 7) / 8 &+ width &* at
        let mask = width == 8 ? UInt64.max : 1 &<< UInt64(8 &* width) &- 1
        return least &+ Int64(bitPattern: bytes.littleEndian64(at: place) & mask)
    }

    /// Calls `body` with the number of each text of a document.
    @inline(__always)
    func forEachText(of doc: DocID, _ body: (Int) -> Void) throws(IndexError) {
        guard kind == .texts else { return }
        let at = docStarts &+ 4 &* Int(doc)
        let (first, end) = (Int(bytes.littleEndian32(at: at)), Int(bytes.littleEndian32(at: at &+ 4)))
        let places = docStarts &+ 4 &* (documentCount &+ 1)
        guard first <= end, places + 4 * end <= bytes.count else { throw damage("a document has other texts") }
        for place in first..<end {
            let text = Int(bytes.littleEndian32(at: places &+ 4 &* place))
            guard text < textCount else { throw damage("a text that is not there") }
            body(text)
        }
    }

    /// The text of a number.
    func text(_ number: Int) throws(IndexError) -> [UInt8] {
        let base = 5 + 4 * (textCount + 1)
        let (first, end) = (
            Int(bytes.littleEndian32(at: 5 + 4 * number)), Int(bytes.littleEndian32(at: 9 + 4 * number))
        )
        guard first <= end, base + end <= docStarts else { throw damage("a text lies outside the column") }
        let span = bytes.span(base + first..<base + end)
        return span.indices.map { span[$0] }
    }

    /// The number of a text, if any document has it.
    func number(ofText wanted: [UInt8]) throws(IndexError) -> Int? {
        var (low, high) = (0, textCount)
        while low < high {
            let middle = (low + high) / 2
            if precedes(try text(middle), wanted) { low = middle + 1 } else { high = middle }
        }
        guard low < textCount else { return nil }
        return try text(low) == wanted ? low : nil
    }

    /// All that a document has, to be written again.
    func entry(of doc: DocID) throws(IndexError) -> ColumnEntry {
        if kind == .number { return number(of: doc).map { .number($0) } ?? .none }
        var numbers: [Int] = []
        try forEachText(of: doc) { numbers.append($0) }
        var texts: [[UInt8]] = []
        for number in numbers { texts.append(try text(number)) }
        return texts.isEmpty ? .none : .texts(texts)
    }
}
