import Foundation
import Letters
import References
import Testing

@testable import Catalog

@Suite struct DamageTests {
    @Test(arguments: ["x", "Den Haag, 11 juni 2021", "SQLite format 3", String(repeating: "Den Haag\n", count: 900)])
    func aFileThatIsNoDatabaseIsNamedAndLeftAsItIs(content: String) throws {
        let store = try TemporaryCatalog()
        let path = store.folder.appending(path: "brief.txt").path
        try Data(content.utf8).write(to: URL(filePath: path))
        let error = CatalogError.notACatalog(path: path)
        #expect(throws: error) { try LetterCatalog.open(path: path) }
        #expect(throws: error) { try LetterCatalog.open(path: path, access: .read) }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
        #expect(
            error.description
                == "\(path) is not a Kamerspoor catalog. Name another corpus, or move this file away and index again.")
    }

    @Test func anEmptyFileIsACatalogWhoseMakingWasCutOff() throws {
        let store = try TemporaryCatalog()
        let path = store.folder.appending(path: "new.sqlite").path
        try Data().write(to: URL(filePath: path))
        #expect(try LetterCatalog.open(path: path).revision == 0)
    }

    @Test func aFolderThatIsNotThereIsNamed() {
        let path = "/nonexistent/folder/catalog.sqlite"
        #expect(throws: CatalogError.self) { try LetterCatalog.open(path: path) }
        #expect(throws: CatalogError.missing(path: path)) { try LetterCatalog.open(path: path, access: .read) }
    }

    /// One way to change a stored letter behind the catalog's back.
    @Test(arguments: [
        "UPDATE block SET text = 'De school om de hoel.'",
        "UPDATE block SET runs = x'01'",
        "UPDATE block SET runs = x'ffffffffffffffffffff01'",
        "UPDATE block SET runs = x''",
        "UPDATE block SET runs = x'010000000000'",
        "UPDATE block SET kind = 'song'",
        "UPDATE block SET section = 7",
        "UPDATE block SET cells = '[['",
        "UPDATE footnote SET text = text || char(26)",
        "UPDATE footnote SET is_complete = 7",
        "UPDATE footnote SET position = 4",
        "UPDATE mention SET text_start = 99",
        "UPDATE mention SET footnote = NULL",
        "UPDATE mention SET warnings = '7'",
        "UPDATE mention SET confidence = 0.5",
        "UPDATE mention_target SET mention = 9",
        "DELETE FROM mention_target",
        "DELETE FROM section",
        "DELETE FROM abbreviation",
        "DELETE FROM abbreviation WHERE position = 1",
        "UPDATE abbreviation SET long_form = 'samenwerkingsverbond'",
        "UPDATE letter SET date = NULL",
        "UPDATE letter SET reference = '2018-1'",
        "UPDATE letter SET annex_count = 1",
        "INSERT INTO annex VALUES (1, 0, '1', NULL, 0, 1, 1, 1)",
        "INSERT INTO head_origin VALUES (1, 0, 'date', 'head', 0, 1, 1, 1)",
        "UPDATE letter SET pages = 2",
        "UPDATE letter SET word_count = 2",
        "UPDATE letter SET content_hash = content_hash + 1",
    ])
    func aChangedLetterIsNeverTakenForWhatWasSaved(change: String) throws {
        let store = try TemporaryCatalog()
        let whole = sample("kst-1-1", cites: ["kst-9-9"], abbreviations: ["swv", "tlv"])
        try store.catalog.save([whole.entry])
        try store.tamper(change)
        #expect(throws: CatalogError.self) { try store.catalog.letter(id: "kst-1-1") }
        #expect(try store.catalog.check().contains { $0.letter == "kst-1-1" })
        // A letter that is damaged can be saved anew.
        try store.catalog.save(whole)
        #expect(try store.catalog.letter(id: "kst-1-1") == whole.letter)
        #expect(try store.catalog.check() == [])
    }

    @Test(arguments: [
        ("UPDATE source SET zstd = x'00'", "kst-1-1: the source of letter kst-1-1 does not fit its hash"),
        ("UPDATE source SET bytes = -1", "kst-1-1: a source of -1 bytes"),
        ("UPDATE source SET bytes = 9000000000", "kst-1-1: a source of 9000000000 bytes"),
        ("UPDATE source SET bytes = 22", "kst-1-1: a source whose frame has another length"),
        ("UPDATE source SET zstd = substr(zstd, 1, 12)", "kst-1-1: the source of letter kst-1-1 does not fit its hash"),
        ("DELETE FROM source", "kst-1-1: letter number 1 has no source"),
        ("DELETE FROM file", "kst-1-1: is the letter of no file"),
        ("UPDATE catalog SET revision = 0", "revision 0 is older than that of a letter, 1"),
        ("INSERT INTO removed_letter VALUES ('kst-1-1', 1)", "kst-1-1: is both there and removed"),
        ("DELETE FROM catalog", "the catalog has no revision"),
        ("INSERT INTO alias VALUES (7, 0, 'x')", "a row of alias belongs to no letter"),
    ])
    func checkSaysWhatIsWrong(change: String, expected: String) throws {
        let store = try TemporaryCatalog()
        try store.catalog.save(sample("kst-1-1"))
        try store.tamper(change)
        #expect(try store.catalog.check().map(\.description).contains(expected))
    }

    @Test func theSourceOfAnotherLetterIsNotTaken() throws {
        let store = try TemporaryCatalog()
        try store.catalog.save([sample("kst-1-1", text: "Een.").entry, sample("kst-1-2", text: "Uit.").entry])
        try store.tamper(
            "UPDATE source SET letter_key = 3 - letter_key + 7; UPDATE source SET letter_key = letter_key - 7")
        #expect(throws: CatalogError.self) { try store.catalog.source(id: "kst-1-1") }
        #expect(try store.catalog.check().map(\.letter) == ["kst-1-1", "kst-1-2"])
    }

    @Test func aMarkerOrMentionThatPointsNowhereIsAProblem() throws {
        let store = try TemporaryCatalog()
        var letter = sample("kst-1-1", cites: ["kst-9-9"])
        letter.letter.mentions[0].container = .footnote(index: 4)
        let place = Place(byte: 0, line: 1, column: 1, page: 1)
        letter.letter.markers = [
            Marker(note: 1, place: place, anchor: Anchor(section: 0, block: 5, offset: 0), before: "x")
        ]
        try store.catalog.save(letter)
        #expect(
            try store.catalog.check().map(\.description) == [
                "kst-1-1: has a marker in a text that is not there",
                "kst-1-1: has a mention in a text that is not there",
            ])
    }

    @Test func everyChangedByteOfASourceIsNoticed() throws {
        let source = Array("De school om de hoek is een school om de hoek.".utf8)
        let frame = try SourceCompression.compress(source)
        for index in frame.indices {
            var damaged = frame
            damaged[index] ^= 0x10
            let found = try? SourceCompression.decompress(damaged, count: source.count)
            #expect(found == nil || found == source)
        }
        for count in frame.indices {
            #expect(throws: RowDamage.self) {
                try SourceCompression.decompress(Array(frame.prefix(count)), count: source.count)
            }
        }
    }

    /// Damages the file itself: whatever is read from it then is right, or an error that names the file.
    @Test(arguments: [UInt64(1), 6_673_836_268_944_989_355, UInt64.random(in: .min ... .max)])
    func aDamagedDatabaseFileGivesTypedErrorsOrTheRightLetters(seed: UInt64) throws {
        let store = try TemporaryCatalog()
        let samples = (1...20).map { sample("kst-1-\($0)", text: "Brief nummer \($0).", cites: ["kst-1-\($0 + 1)"]) }
        try store.catalog.save(try samples.map { try $0.entry })
        try store.catalog.close()
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: store.path)))
        var random = RandomLetters(seed: seed)
        for round in 1...60 {
            var damaged = bytes
            if round % 3 == 0 {
                damaged.removeLast(random.int(1...bytes.count - 1))
            } else {
                for _ in 0..<random.int(1...20) {
                    damaged[random.int(0...bytes.count - 1)] = UInt8(random.int(0...255))
                }
            }
            let path = store.folder.appending(path: "damaged-\(round).sqlite").path
            try Data(damaged).write(to: URL(filePath: path))
            let comment: Comment = "round \(round) of seed \(seed)"
            do throws(CatalogError) {
                let catalog = try LetterCatalog.open(path: path, access: round % 2 == 0 ? .read : .write)
                for sample in samples {
                    do throws(CatalogError) {
                        let letter = try catalog.letter(id: sample.letter.id)
                        // A damaged key hides a letter: that is for `check` to find.
                        #expect(letter == nil || letter == sample.letter, comment)
                        let source = try catalog.source(id: sample.letter.id)
                        #expect(source == nil || source == sample.bytes, comment)
                    } catch {}
                }
                _ = try? catalog.edges()
                _ = try? catalog.summaries()
                _ = try? catalog.counts()
                _ = try? catalog.mentions(of: "kst-1-5")
                _ = try? catalog.changes(since: 0)
                _ = try? catalog.check()
                _ = try? catalog.save(samples[0])
            } catch {}
        }
    }
}
