internal import GRDB

/// The versions of the database, oldest first, and what tells a catalog from other databases.
///
/// A version, once released, never changes: a change of the schema is a new migration, whose number is then the
/// database's `user_version`.
enum Schema {
    static let newest = 1

    /// `Kspr` in ASCII: SQLite's `application_id`.
    static let applicationID = 0x4B73_7072

    static func migrator(upTo version: Int = newest) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 letters") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
            for statement in SchemaVersion1.statements { try db.execute(sql: statement) }
        }
        return migrator
    }

    /// What stands in a database file.
    enum Finding: Equatable {
        case empty
        case catalog(version: Int)
        case foreign
    }

    static func finding(in db: Database) throws -> Finding {
        func number(_ pragma: String) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0 }
        let applicationID = try number("application_id")
        if applicationID == Self.applicationID { return .catalog(version: try number("user_version")) }
        // SQLite raises `schema_version` with the first table that is made.
        return applicationID == 0 ? (try number("schema_version") == 0 ? .empty : .foreign) : .foreign
    }
}
