internal import GRDB
internal import References

/// A row of the table `source`, without its key.
struct StoredSource: Sendable {
    /// Of the source itself.
    let bytes: Int
    let frame: [UInt8]
    /// Binds the frame to its letter, so that a damaged key cannot give one letter the source of another.
    let hash: Int64

    init(_ source: [UInt8], id: PaperID) throws(RowDamage) {
        bytes = source.count
        frame = try SourceCompression.compress(source)
        hash = Self.hash(id: id, frame: frame)
    }

    init(from row: inout RowFields) throws(RowDamage) {
        bytes = try row.int()
        frame = try row.bytes()
        hash = Int64(try row.int())
    }

    /// As `RowDigest` takes the id, a TEXT, and the frame, a BLOB.
    static func hash(id: PaperID, frame: [UInt8]) -> Int64 {
        var row = RowValues()
        row.add(id.rawValue)
        row.add(frame)
        return RowDigest(row.values).value
    }

    func insert(into db: Database, key: Int64) throws {
        var row = RowValues()
        row.add(bytes)
        row.add(frame)
        row.add(Int(hash))
        let insertion = try db.cachedStatement(
            sql: "INSERT INTO source (bytes, zstd, hash, letter_key) VALUES (?, ?, ?, ?)")
        try insertion.execute(arguments: StatementArguments(row.values) + [key])
    }
}
