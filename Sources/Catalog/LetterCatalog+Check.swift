internal import GRDB
internal import Letters
public import References

/// Something in the catalog that cannot be right.
public struct CatalogProblem: Hashable, Sendable, CustomStringConvertible {
    /// The letter concerned; nil if it is the database as a whole.
    public let letter: PaperID?
    /// In words, for a person.
    public let what: String

    public var description: String { letter.map { "\($0): \(what)" } ?? what }
}

extension LetterCatalog {
    /// Everything that is wrong with the catalog; nothing if it is whole. Reads the entire file.
    ///
    /// SQLite's own checks of pages, indexes and keys; then for each letter its rows against their hash, its source
    /// against its checksum and length, its markers and mentions against the texts that they point into, and that it has
    /// a file and a possible revision.
    ///
    /// - Throws: only if the file cannot be read at all; damage is in the list.
    public func check() throws(CatalogError) -> [CatalogProblem] {
        do {
            return try read { db in
                var checker = CatalogChecker(db)
                try checker.run()
                return checker.problems
            }
        } catch .damaged(_, let what) {
            return [CatalogProblem(letter: nil, what: what)]
        }
    }
}

private struct CatalogChecker {
    private let db: Database
    private(set) var problems: [CatalogProblem] = []

    init(_ db: Database) {
        self.db = db
    }

    mutating func run() throws {
        for line in try String.fetchAll(db, sql: "PRAGMA integrity_check") where line != "ok" { add(line) }
        for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
            var fields = RowFields(Array(row.databaseValues), table: "foreign_key_check")
            add("a row of \(try fields.text()) belongs to no letter")
        }
        try checkRevision()
        let keys = try Row.fetchAll(db, sql: "SELECT letter_key, id FROM letter ORDER BY id")
        for row in keys {
            var fields = RowFields(Array(row.databaseValues), table: "letter")
            let key = Int64(try fields.int())
            let id = PaperID(canonical: try fields.text())
            checkRows(key, id)
            checkSource(key, id)
        }
        try checkPlaces()
        try check("is the letter of no file", "letter_key NOT IN (SELECT letter_key FROM file)")
        try check("is both there and removed", "id IN (SELECT id FROM removed_letter)")
    }

    private mutating func add(_ what: String, letter: PaperID? = nil) {
        problems.append(CatalogProblem(letter: letter, what: what))
    }

    private mutating func checkRevision() throws {
        let revision = try db.catalogRevision()
        let sql =
            "SELECT max(revision) FROM (SELECT revision FROM letter UNION ALL SELECT revision FROM removed_letter)"
        let newest = try Int.fetchOne(db, sql: sql) ?? 0
        if newest > revision { add("revision \(revision) is older than that of a letter, \(newest)") }
    }

    private mutating func checkRows(_ key: Int64, _ id: PaperID) {
        do {
            let letter = try StoredLetterReader.letter(db, key: key)
            let sql = "SELECT count(*) FROM source WHERE letter_key = ? AND bytes = ?"
            if try Int.fetchOne(db, sql: sql, arguments: [key, letter.source.bytes]) != 1 {
                add("its source has another length than the letter says", letter: id)
            }
        } catch {
            add(words(for: error), letter: id)
        }
    }

    private mutating func checkSource(_ key: Int64, _ id: PaperID) {
        do {
            _ = try db.source(of: key, id: id)
        } catch {
            add(words(for: error), letter: id)
        }
    }

    private func words(for error: any Error) -> String {
        if case .damaged(_, let what) = CatalogError(error, path: "") { what } else { String(describing: error) }
    }

    private mutating func checkPlaces() throws {
        let heading = "SELECT 1 FROM section s WHERE s.letter_key = m.letter_key AND s.position = m.section"
        let block =
            "SELECT 1 FROM block b WHERE b.letter_key = m.letter_key AND b.section = m.section AND b.position = m.block"
        let note = "SELECT 1 FROM footnote n WHERE n.letter_key = m.letter_key AND n.position = m.footnote"
        try check(
            "has a marker in a text that is not there",
            """
            EXISTS (SELECT 1 FROM marker m WHERE m.letter_key = letter.letter_key
                AND NOT CASE WHEN m.block IS NULL THEN EXISTS (\(heading)) ELSE EXISTS (\(block)) END)
            """)
        try check(
            "has a mention in a text that is not there",
            """
            EXISTS (SELECT 1 FROM mention m WHERE m.letter_key = letter.letter_key
                AND NOT CASE WHEN m.footnote IS NOT NULL THEN EXISTS (\(note))
                    WHEN m.block IS NULL THEN EXISTS (\(heading)) ELSE EXISTS (\(block)) END)
            """)
    }

    private mutating func check(_ what: String, _ condition: String) throws {
        for id in try db.ids("SELECT id FROM letter WHERE \(condition) ORDER BY id") { add(what, letter: id) }
    }
}
