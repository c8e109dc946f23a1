internal import GRDB
public import References

extension LetterCatalog {
    /// The file as it was when its letter was last read, or noted as another form; nil if the catalog does not know it.
    public func fileState(path file: String) throws(CatalogError) -> FileState? {
        try read { db in
            let columns = "SELECT path, named, size, modified, sha256 FROM"
            let sql = "\(columns) file WHERE path = ?1 UNION ALL \(columns) witness WHERE path = ?1"
            let arguments: StatementArguments = [NulEscape.escaped(file)]
            guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) else { return nil }
            var fields = RowFields(Array(row.databaseValues), table: "file")
            return try NamedFile(from: &fields).state
        }
    }

    /// Notes that a file has another time but still the content that the catalog knows; changes no letter.
    ///
    /// - Returns: false if the catalog does not know the path with this content.
    @discardableResult
    public func touch(_ state: FileState) throws(CatalogError) -> Bool {
        try write { db in
            for table in ["file", "witness"] {
                try db.execute(
                    sql: "UPDATE \(table) SET modified = ?, size = ? WHERE path = ? AND sha256 = ?",
                    arguments: [
                        state.modified, state.size, NulEscape.escaped(state.path), NulEscape.escaped(state.sha256),
                    ])
                if db.changesCount == 1 { return true }
            }
            return false
        }
    }

    /// All files of which the catalog holds a letter or another form of one, in byte order of their paths.
    public func paths() throws(CatalogError) -> [String] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT path FROM file UNION SELECT path FROM witness ORDER BY path").map(
                NulEscape.unescaped)
        }
    }

    /// The files of one letter, in byte order of their paths.
    public func paths(of id: PaperID) throws(CatalogError) -> [String] {
        try read { db in
            let sql = "SELECT f.path FROM file f JOIN letter USING (letter_key) WHERE id = ? ORDER BY f.path"
            return try String.fetchAll(db, sql: sql, arguments: [NulEscape.escaped(id.rawValue)])
                .map(NulEscape.unescaped)
        }
    }
}
