internal import GRDB
public import Letters
public import References

/// A file that holds a letter of the catalog in another form than the one that was read: its PDF beside its XML.
public struct Witness: Hashable, Sendable {
    public var file: FileState
    /// The path as the user named it.
    public var named: String
    public var format: SourceInfo.Format

    public init(file: FileState, named: String, format: SourceInfo.Format) {
        self.file = file
        self.named = named
        self.format = format
    }
}

extension LetterCatalog {
    /// Other forms of one letter, in byte order of their paths.
    public func witnesses(of id: PaperID) throws(CatalogError) -> [Witness] {
        try read { db in
            guard let key = try db.letterKey(of: id) else { return [] }
            return try db.witnesses(of: key)
        }
    }

    /// The letter of which a file is another form; nil for every other file.
    public func letter(witnessedBy file: String) throws(CatalogError) -> PaperID? {
        try read { db in
            let sql = "SELECT id FROM letter JOIN witness USING (letter_key) WHERE witness.path = ?"
            return try db.ids(sql, [NulEscape.escaped(file)]).first
        }
    }

    /// The letter that was read from a file, and what says which one it is; nil if there is none.
    public func letter(readFrom file: String) throws(CatalogError) -> (id: PaperID, origin: Identity.Origin)? {
        try read { db in
            let sql = "SELECT id, identity_from FROM letter JOIN file USING (letter_key) WHERE file.path = ?"
            guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [NulEscape.escaped(file)]) else {
                return nil
            }
            var fields = RowFields(Array(row.databaseValues), table: "letter")
            return (PaperID(canonical: try fields.text()), try fields.name(Identity.Origin.self))
        }
    }

    /// Notes files as other forms of letters. A letter that was read from one of them, and from no other file, goes.
    ///
    /// - Returns: for each whether the catalog holds its letter.
    @discardableResult
    public func note(_ witnesses: [(witness: Witness, of: PaperID)]) throws(CatalogError) -> [Bool] {
        guard !witnesses.isEmpty else { return [] }
        return try write { db in
            var writer = try LetterWriter(db, path: path)
            let outcomes = try witnesses.map { witness, id in
                guard let key = try db.letterKey(of: id) else { return false }
                try writer.note(witness, of: key)
                return true
            }
            try writer.finish()
            return outcomes
        }
    }
}

extension Database {
    /// Those of a letter by its key and by whether it has any, so that the many without cost no query.
    func witnesses(from fields: inout RowFields) throws -> [Witness] {
        let key = Int64(try fields.int())
        return try fields.bool() ? witnesses(of: key) : []
    }

    func witnesses(of key: Int64) throws -> [Witness] {
        let sql =
            "SELECT path, named, size, modified, sha256, format FROM witness WHERE letter_key = ? ORDER BY path"
        return try Row.fetchAll(self, sql: sql, arguments: [key]).map { row in
            var fields = RowFields(Array(row.databaseValues), table: "witness")
            let file = try NamedFile(from: &fields)
            return Witness(file: file.state, named: file.named, format: try fields.name(SourceInfo.Format.self))
        }
    }
}
