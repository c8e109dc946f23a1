import Foundation
import GRDB
import Letters
import TestSupport
import Testing

@testable import Catalog

@Suite struct SchemaTests {
    @Test func aCatalogOfANewerProgramIsRefused() throws {
        let store = try TemporaryCatalog()
        try store.catalog.close()
        try store.tamper("PRAGMA user_version = 99")
        let tooNew = CatalogError.schemaTooNew(path: store.path, found: 99, newest: Schema.newest)
        #expect(throws: tooNew) { try LetterCatalog.open(path: store.path) }
        #expect(throws: tooNew) { try LetterCatalog.open(path: store.path, access: .read) }
        #expect(
            tooNew.description
                == "Catalog \(store.path) has schema 99, this program knows up to \(Schema.newest). Use a newer program."
        )
    }

    @Test func aReaderDoesNotMigrate() throws {
        let store = try TemporaryCatalog()
        try store.catalog.close()
        try store.tamper("PRAGMA user_version = 0")
        #expect(throws: CatalogError.schemaTooOld(path: store.path, found: 0, newest: Schema.newest)) {
            try LetterCatalog.open(path: store.path, access: .read)
        }
    }

    /// Each released version is made anew from its migrations, and must open.
    @Test(arguments: 1...Schema.newest)
    func everyOlderCatalogIsBroughtToTheNewestSchema(version: Int) throws {
        let store = try TemporaryCatalog()
        let path = store.folder.appending(path: "older.sqlite").path
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator(upTo: version).migrate(queue)
        try queue.close()
        let catalog = try LetterCatalog.open(path: path)
        try catalog.save(sample("kst-1-1"))
        #expect(try catalog.letter(id: "kst-1-1") == sample("kst-1-1").letter)
        #expect(try catalog.write { db in try Schema.finding(in: db) } == .catalog(version: Schema.newest))
    }

    /// A catalog that a program of schema 1 wrote, as SQLite's shell dumps it.
    @Test func lettersOfVersion1ComeThroughWithoutAbbreviations() throws {
        let store = try TemporaryCatalog()
        let path = store.folder.appending(path: "version-1.sqlite").path
        let dump = String(decoding: try Fixture.bytes("Fixtures/catalog/version-1.sql"), as: UTF8.self)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in try db.execute(sql: dump) }
        try queue.close()

        #expect(throws: CatalogError.schemaTooOld(path: path, found: 1, newest: Schema.newest)) {
            try LetterCatalog.open(path: path, access: .read)
        }
        let catalog = try LetterCatalog.open(path: path)
        #expect(try catalog.check() == [])
        #expect(try catalog.revision == 1)
        let letter = try #require(try catalog.letter(id: "kst-31497-7"))
        #expect(
            letter.sections.first?.blocks.first?.text.text.hasPrefix("Een toelaatbaarheidsverklaring (tlv)") == true)
        #expect(letter.abbreviations == [])
        // Read again, it has what this program finds.
        let bytes = try #require(try catalog.source(id: "kst-31497-7"))
        let again = LetterParser().parse(SourceText(path: "brief.txt", bytes: bytes))
        try catalog.save(
            again, sourceBytes: bytes,
            fileState: FileState(path: "brieven/brief.txt", size: bytes.count, modified: 1, sha256: again.source.sha256)
        )
        #expect(try catalog.letter(id: "kst-31497-7")?.abbreviations.map(\.shortForm) == ["tlv"])
        #expect(try catalog.check() == [])
    }

    @Test func aDatabaseOfAnotherProgramIsLeftAsItIs() throws {
        let store = try TemporaryCatalog()
        let path = store.folder.appending(path: "other.sqlite").path
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in try db.execute(sql: "CREATE TABLE recipe (name TEXT)") }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: CatalogError.notACatalog(path: path)) { try LetterCatalog.open(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func theTablesAreThoseThatTheRowsName() throws {
        let store = try TemporaryCatalog()
        try store.catalog.write { db in
            let tables = try String.fetchSet(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            #expect(
                tables.subtracting(["grdb_migrations"]) == [
                    "catalog", "letter", "removed_letter", "file", "source", "alias", "self_mention", "dossier",
                    "signatory", "section", "block", "footnote", "marker", "mention", "mention_target", "diagnostic",
                    "abbreviation", "annex", "head_origin", "status", "dated_letter", "witness",
                ])
        }
    }

    @Test func theViewsReadAsTheDocumentationSays() throws {
        let store = try TemporaryCatalog()
        try store.catalog.save(sample("kst-1-1", cites: ["kst-9-9", "kst-1-1"]))
        try store.catalog.write { db in
            let citations = try Row.fetchAll(
                db, sql: "SELECT citing, cited, is_in_catalog, note, context FROM citations ORDER BY mention")
            #expect(citations.map { $0["cited"] as String } == ["kst-9-9", "kst-1-1"])
            #expect(citations.map { $0["is_in_catalog"] as Bool } == [false, true])
            #expect(citations.map { $0["note"] as Int? } == [1, nil])
            #expect(citations.map { $0["context"] as String } == ["De school om de hoek.", "De school om de hoek."])
            #expect(try String.fetchAll(db, sql: "SELECT text FROM texts") == ["De school om de hoek."])
            #expect(try Int.fetchAll(db, sql: "SELECT number FROM notes") == [1])
        }
    }
}
