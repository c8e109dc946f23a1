/// A value that documents have beside their text: for filters, facets and orders.
public struct Column: Sendable, Hashable {
    public enum Kind: UInt8, Sendable {
        /// One whole number a document, or none: a date as `20210611`, an amount.
        case number = 0
        /// Some texts a document, each once, or none: a kind, dossiers.
        case texts = 1
    }

    public var name: String
    public var kind: Kind

    public init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// What a document has in a column.
enum ColumnEntry: Sendable, Equatable {
    case none
    case number(Int64)
    /// Ascending in byte order, each once.
    case texts([[UInt8]])
}

/// A value of a column and the documents that have it.
public struct Facet: Sendable, Equatable {
    public enum Value: Sendable, Hashable {
        case number(Int64)
        case text(String)
    }

    public var value: Value
    /// Documents, exactly.
    public var count: Int
}
