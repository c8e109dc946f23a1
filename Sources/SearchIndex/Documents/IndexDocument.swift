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

    public init(key: String, sortKey: UInt64 = 0) {
        self.key = key
        self.sortKey = sortKey
    }

    /// Adds a token. Fields are numbered as in the schema. Within a field positions ascend; several tokens may share
    /// one, and numbers may be left out, which keeps phrases from matching across the gap.
    public mutating func add(_ term: String, at position: UInt32, in field: Int) {
        let start = bytes.count
        bytes.append(contentsOf: term.utf8)
        tokens.append(DocumentToken(field: field, position: position, start: start, end: bytes.count))
    }

    /// The same with a term as bytes, which are UTF-8 by custom but need not be.
    public mutating func add(_ term: Span<UInt8>, at position: UInt32, in field: Int) {
        let start = bytes.count
        for at in term.indices { bytes.append(term[at]) }
        tokens.append(DocumentToken(field: field, position: position, start: start, end: bytes.count))
    }

    /// Empties the document and gives it another key; its memory stays.
    public mutating func removeAll(key: String, sortKey: UInt64 = 0) {
        self.key = key
        self.sortKey = sortKey
        bytes.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
    }
}

/// One token of a document that is being built; its term is a range of the document's bytes.
struct DocumentToken: Sendable {
    var field: Int
    var position: UInt32
    var start: Int
    var end: Int
}

/// The names of the fields, in the order of their numbers.
public struct IndexSchema: Sendable, Equatable {
    public let fields: [String]

    /// - Parameter fields: one to 255 different names.
    public init(fields: [String]) {
        precondition((1...255).contains(fields.count) && Set(fields).count == fields.count, "field names are unique")
        self.fields = fields
    }
}

/// Number of a document within its segment: ascending in the order of adding, without gaps.
typealias DocID = UInt32
