/// What a segment keeps of its documents beside their terms, in the order of the documents.
struct DocumentTable {
    let fieldCount: Int
    private(set) var keyBytes: [UInt8] = []
    private(set) var keyStarts: [Int] = [0]
    private(set) var sortKeys: [UInt64] = []
    /// Per field, the documents' lengths.
    private(set) var lengths: [[UInt32]]

    private var columns: [ColumnWriter]

    init(fieldCount: Int, columnKinds: [Column.Kind]) {
        self.fieldCount = fieldCount
        columns = columnKinds.map(ColumnWriter.init)
        lengths = Array(repeating: [], count: fieldCount)
    }

    var count: Int { sortKeys.count }

    mutating func append(
        key: Span<UInt8>, sortKey: UInt64, lengths documentLengths: [UInt32], columns entries: [ColumnEntry]
    ) {
        for at in key.indices { keyBytes.append(key[at]) }
        keyStarts.append(keyBytes.count)
        sortKeys.append(sortKey)
        for field in 0..<fieldCount { lengths[field].append(documentLengths[field]) }
        for at in columns.indices { columns[at].append(entries[at]) }
    }

    /// Per column its length 8, then the columns.
    func encodedColumns() -> [UInt8] {
        let encoded = columns.map { $0.encoded() }
        var writer = ByteWriter()
        for column in encoded { writer.append(count: column.count) }
        for column in encoded { writer.append(column) }
        return writer.bytes
    }

    var columnCount: Int { columns.count }

    func norms(ofField field: Int) -> [UInt8] { lengths[field].map(FieldNorm.byte(ofLength:)) }

    func statistics(ofField field: Int) -> FieldStatistics {
        FieldStatistics(
            totalLength: lengths[field].reduce(0) { $0 + Int($1) },
            documentCount: lengths[field].count { $0 > 0 })
    }

    /// The documents in byte order of their keys.
    func docsInKeyOrder() -> [UInt32] {
        let span = keyBytes.span
        return (0..<UInt32(count)).sorted { left, right in
            let (a, b) = (Int(left), Int(right))
            return precedes(
                span.extracting(keyStarts[a]..<keyStarts[a + 1]), span.extracting(keyStarts[b]..<keyStarts[b + 1]))
        }
    }
}

/// What BM25 needs to know of a field.
struct FieldStatistics: Equatable {
    /// Sum of the field lengths.
    var totalLength = 0
    /// Documents in which the field is not empty.
    var documentCount = 0

    var averageLength: Float { Float(max(totalLength, 1)) / Float(max(documentCount, 1)) }

    static func + (left: FieldStatistics, right: FieldStatistics) -> FieldStatistics {
        // Sums come from files, where a damaged one could be of any size.
        FieldStatistics(
            totalLength: left.totalLength &+ right.totalLength, documentCount: left.documentCount &+ right.documentCount
        )
    }
}
