internal import GRDB
public import Letters
public import References

extension LetterCatalog {
    /// The letter with this very id (`resolve(_:)` finds it by another), exactly as it was saved; nil if there is none.
    ///
    /// - Throws: `CatalogError.damaged` if any of its rows is not as it was saved.
    public func letter(id: PaperID) throws(CatalogError) -> Letter? {
        try read { db in try db.letterKey(of: id).map { key in try StoredLetterReader.letter(db, key: key) } }
    }

    /// The bytes of the file from which the letter was read; nil if there is no letter with this very id.
    public func source(id: PaperID) throws(CatalogError) -> [UInt8]? {
        try read { db in try db.letterKey(of: id).map { key in try db.source(of: key, id: id) } }
    }

    /// Ids of all letters, ascending.
    public func ids() throws(CatalogError) -> [PaperID] {
        try read { db in try db.ids("SELECT id FROM letter").sorted() }
    }
}

extension Database {
    func source(of key: Int64, id: PaperID) throws -> [UInt8] {
        let source = try storedSource(of: key)
        guard source.hash == StoredSource.hash(id: id, frame: source.frame) else {
            throw RowDamage("the source of letter \(id) does not fit its hash")
        }
        return try SourceCompression.decompress(source.frame, count: source.bytes)
    }

    func storedSource(of key: Int64) throws -> StoredSource {
        let selection = try cachedStatement(sql: "SELECT bytes, zstd, hash FROM source WHERE letter_key = ?")
        guard let row = try Row.fetchOne(selection, arguments: [key]) else {
            throw RowDamage("letter number \(key) has no source")
        }
        var fields = RowFields(Array(row.databaseValues), table: "source")
        return try StoredSource(from: &fields)
    }
}
