internal import GRDB

/// The versions of the database, oldest first, and what tells a catalog from other databases.
///
/// A version, once released, never changes: a change of the schema is a new migration, whose number is then the
/// database's `user_version`.
enum Schema {
    static let newest = 5

    /// `Kspr` in ASCII: SQLite's `application_id`.
    static let applicationID = 0x4B73_7072

    static func migrator(upTo version: Int = newest) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 letters") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
            for statement in SchemaVersion1.statements { try db.execute(sql: statement) }
        }
        if version >= 2 {
            migrator.registerMigration("2 abbreviations and heads") { db in
                try db.execute(sql: "PRAGMA user_version = 2")
                for statement in SchemaVersion2.statements { try db.execute(sql: statement) }
            }
        }
        if version >= 3 {
            migrator.registerMigration("3 motions and statuses") { db in
                try db.execute(sql: "PRAGMA user_version = 3")
                for statement in SchemaVersion3.statements { try db.execute(sql: statement) }
            }
        }
        if version >= 4 {
            migrator.registerMigration("4 spans and witnesses") { db in
                try db.execute(sql: "PRAGMA user_version = 4")
                for statement in SchemaVersion4.statements { try db.execute(sql: statement) }
            }
        }
        if version >= 5 {
            migrator.registerMigration("5 findings in files beside letters") { db in
                try db.execute(sql: "PRAGMA user_version = 5")
                for statement in SchemaVersion5.statements { try db.execute(sql: statement) }
            }
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
        func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
        // GRDB's own tables come first, each in a transaction of its own: another process may be that far, or may have
        // died there. All else, application id included, comes in one transaction; so tables are asked for before it.
        let tables = try number(
            "SELECT count(*) FROM sqlite_schema WHERE name NOT GLOB 'grdb_*' AND name NOT GLOB 'sqlite_*'")
        let applicationID = try number("PRAGMA application_id")
        if applicationID == Self.applicationID { return .catalog(version: try number("PRAGMA user_version")) }
        return tables == 0 && applicationID == 0 ? .empty : .foreign
    }
}
