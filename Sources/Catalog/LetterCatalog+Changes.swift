internal import GRDB
public import References

/// What a derived index must do to come from one revision of the catalog to another.
public struct CatalogChanges: Equatable, Sendable {
    /// The revision to which these changes lead.
    public let revision: UInt64
    /// Letters that are new or were saved again, ascending.
    public let saved: [PaperID]
    /// Letters that are no longer there, ascending; may name some that the index never held.
    public let removed: [PaperID]
}

extension LetterCatalog {
    /// How many changes of letters were made: 0 for a new catalog.
    public var revision: UInt64 {
        get throws(CatalogError) { UInt64(try read { db in try db.catalogRevision() }) }
    }

    /// What was saved and removed after a revision, until now.
    public func changes(since revision: UInt64) throws(CatalogError) -> CatalogChanges {
        let start = Int64(clamping: revision)
        return try read { db in
            func ids(_ table: String) throws -> [PaperID] {
                try db.ids("SELECT id FROM \(table) WHERE revision > ?", [start]).sorted()
            }
            return CatalogChanges(
                revision: UInt64(try db.catalogRevision()), saved: try ids("letter"), removed: try ids("removed_letter")
            )
        }
    }
}

extension Database {
    func catalogRevision() throws -> Int {
        // Below Int.max, so that the next revision is a number too.
        guard let revision = try Int.fetchOne(self, sql: "SELECT revision FROM catalog"),
            (0..<Int.max).contains(revision)
        else { throw RowDamage("the catalog has no revision") }
        return revision
    }

    /// The only column of a query, which holds ids.
    func ids(_ sql: String, _ arguments: StatementArguments = []) throws -> [PaperID] {
        try String.fetchAll(cachedStatement(sql: sql), arguments: arguments).map { text in
            PaperID(canonical: try NulEscape.unescaped(text))
        }
    }
}
