/// A document on its way into the index: its key and, field by field, its tokens.
///
/// Tokens lie in flat arrays, so adding one allocates nothing once the document has grown to its size; a document
/// that is emptied with `removeAll(key:)` can be filled again.
public struct IndexDocument: Sendable {
    /// Name by which the outside knows the document; unique in the index.
    public var key: String
    /// Order among documents of equal score: the higher comes first. A date, for instance; 0 when there is none.
    public var sortKey: UInt64

    private(set) var bytes: [UInt8] = []
    private(set) var tokens: [DocumentToken] = []
    /// What the document has in columns, by their numbers.
    private(set) var columns: [Int: ColumnEntry] = [:]
    /// More text than a document can have: 4 GiB of terms.
    private(set) var isTooLong = false

    public init(key: String, sortKey: UInt64 = 0) {
        self.key = key
        self.sortKey = sortKey
    }

    /// Adds a token. Fields are numbered as in the schema. Within a field positions ascend; several tokens may share
    /// one, and numbers may be left out, which keeps phrases from matching across the gap.
    public mutating func add(_ term: String, at position: UInt32, in field: Int) {
        let start = bytes.count
        bytes.append(contentsOf: term.utf8)
        append(start..<bytes.count, at: position, in: field)
    }

    /// The same with a term as bytes, which are UTF-8 by custom but need not be.
    public mutating func add(_ term: Span<UInt8>, at position: UInt32, in field: Int) {
        let start = bytes.count
        for at in term.indices { bytes.append(term[at]) }
        append(start..<bytes.count, at: position, in: field)
    }

    /// Takes over text in which terms lie, for `add(termAt:at:in:)`: cheaper than term by term.
    ///
    /// - Returns: where the text begins; places of terms in it count from there.
    public mutating func append(text: [UInt8]) -> Int {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return start
    }

    /// Adds a token whose term is a part of text that the document has taken over.
    ///
    /// - Precondition: the range lies within that text.
    public mutating func add(termAt range: Range<Int>, at position: UInt32, in field: Int) {
        append(range, at: position, in: field)
    }

    private mutating func append(_ range: Range<Int>, at position: UInt32, in field: Int) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a term lies in the document's text")
        guard bytes.count <= Int(UInt32.max), tokens.count < Int(Int32.max) else {
            isTooLong = true
            return
        }
        tokens.append(
            DocumentToken(
                start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound),
                position: position, field: Int32(clamping: field)))
    }

    /// Sets the number of a column, which is numbered as in the schema.
    public mutating func set(_ number: Int64, inColumn column: Int) { columns[column] = .number(number) }

    /// Adds a text to a column.
    public mutating func add(_ text: String, toColumn column: Int) {
        var texts: [[UInt8]] = []
        if case .texts(let own) = columns[column] { texts = own }
        let bytes = Array(text.utf8)
        guard !texts.contains(bytes) else { return }
        texts.append(bytes)
        columns[column] = .texts(texts.sorted { precedes($0, $1) })
    }

    /// Empties the document and gives it another key; its memory stays.
    public mutating func removeAll(key: String, sortKey: UInt64 = 0) {
        self.key = key
        self.sortKey = sortKey
        bytes.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        columns.removeAll(keepingCapacity: true)
        isTooLong = false
    }

    /// Why the document cannot be indexed; `nil` when it can.
    func fault(fieldCount: Int, columnKinds: [Column.Kind]) -> String? {
        for (number, entry) in columns {
            guard columnKinds.indices.contains(number) else {
                return "it has a column number \(number), and there are \(columnKinds.count) columns"
            }
            if case .number = entry, columnKinds[number] == .number { continue }
            if case .texts = entry, columnKinds[number] == .texts { continue }
            return "its value in column \(number) is of another kind"
        }
        var last = [UInt32](repeating: 0, count: fieldCount)
        for token in tokens {
            let field = Int(token.field)
            guard (0..<fieldCount).contains(field) else {
                return "it has a field number \(field), fields are 0 to \(fieldCount - 1)"
            }
            guard token.end &- token.start <= 65_535 else { return "a term is over 65,535 bytes long" }
            guard token.position >= last[field] else {
                return "positions in a field go back at \(token.position)"
            }
            last[field] = token.position
        }
        return nil
    }
}

/// One token of a document that is being built; its term is a range of the document's bytes.
struct DocumentToken: Sendable {
    var start: UInt32
    var end: UInt32
    var position: UInt32
    var field: Int32

    @inline(__always)
    var range: Range<Int> { Int(start)..<Int(end) }
}

/// The fields and columns of an index, in the order of their numbers.
public struct IndexSchema: Sendable, Equatable {
    /// Names of the fields, which hold text.
    public let fields: [String]
    public let columns: [Column]

    /// - Parameters:
    ///   - fields: one to 255 different names.
    ///   - columns: up to 255, with different names.
    public init(fields: [String], columns: [Column] = []) {
        precondition((1...255).contains(fields.count) && Set(fields).count == fields.count, "field names are unique")
        precondition(columns.count <= 255 && Set(columns.map(\.name)).count == columns.count, "column names are unique")
        self.fields = fields
        self.columns = columns
    }
}

/// Number of a document within its segment: ascending in the order of adding, without gaps.
typealias DocID = UInt32
