import Catalog
import Foundation
import Letters
import References
import Testing

@Suite struct LetterCatalogTests {
    @Test(arguments: [UInt64(2021), UInt64.random(in: .min ... .max)])
    func anyLetterComesBackAsItWasSaved(seed: UInt64) throws {
        var random = RandomLetters(seed: seed)
        let store = try TemporaryCatalog()
        for number in 1...60 {
            var letter = random.letter(id: "kst-1-\(number)", path: "\(number)")
            letter.source.sha256 = "\(number)"
            let bytes = random.bytes(letter.source.bytes)
            let state = FileState(path: "\(number)", size: bytes.count, modified: number, sha256: "\(number)")
            try store.catalog.save(letter, sourceBytes: bytes, fileState: state)
            let comment: Comment = "letter \(number) of seed \(seed)"
            let found = try #require(try store.catalog.letter(id: letter.id), comment)
            #expect(found == letter, comment)
            // Swift holds é and e + ´ equal; the catalog must not change one into the other.
            #expect(try json(found) == json(letter), comment)
            #expect(try store.catalog.source(id: letter.id) == bytes, comment)
            #expect(try store.catalog.fileState(path: "\(number)") == state, comment)
            #expect(try store.catalog.mentions(by: letter.id).map(\.mention) == letter.mentions, comment)
        }
        #expect(try store.catalog.ids().count == 60)
    }

    private func json(_ letter: Letter) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(letter)
    }

    @Test func lettersOutliveTheCatalogThatSavedThem() throws {
        let store = try TemporaryCatalog()
        let letter = sample("kst-31497-408")
        try store.catalog.save(letter)
        try store.catalog.close()
        let again = try LetterCatalog.open(path: store.path, access: .read)
        #expect(try again.letter(id: "kst-31497-408") == letter.letter)
        #expect(try again.revision == 1)
    }

    @Test func aReaderMakesNoCatalogAndChangesNone() throws {
        let store = try TemporaryCatalog()
        let missing = store.folder.appending(path: "none.sqlite").path
        #expect(throws: CatalogError.missing(path: missing)) { try LetterCatalog.open(path: missing, access: .read) }
        #expect(!FileManager.default.fileExists(atPath: missing))
        let reader = try LetterCatalog.open(path: store.path, access: .read)
        #expect(throws: CatalogError.readOnly(path: store.path)) { try reader.save(sample("kst-1-1")) }
    }

    @Test func aReaderInTheSameFolderSeesWhatAWriterSavesAfterwards() throws {
        let store = try TemporaryCatalog()
        let reader = try LetterCatalog.open(path: store.path, access: .read)
        #expect(try reader.ids() == [])
        try store.catalog.save(sample("kst-1-1"))
        #expect(try reader.ids() == ["kst-1-1"])
    }

    @Test func aSnapshotStaysAsItWas() throws {
        let store = try TemporaryCatalog()
        try store.catalog.save(sample("kst-1-1"))
        let before = try store.catalog.snapshot()
        try store.catalog.save(sample("kst-1-2"))
        #expect(try before.ids() == ["kst-1-1"])
        #expect(try before.revision == 1)
        #expect(try store.catalog.ids() == ["kst-1-1", "kst-1-2"])
        #expect(throws: CatalogError.readOnly(path: store.path)) { try before.remove(id: "kst-1-1") }
    }

    @Test func readersSeeAChangeWholeOrNotAtAll() async throws {
        let store = try TemporaryCatalog()
        let catalog = store.catalog
        try await withThrowingTaskGroup { group in
            group.addTask {
                for round in 1...40 {
                    let text = String(repeating: "school ", count: round)
                    try catalog.save([sample("kst-1-1", text: text).entry, sample("kst-1-2", text: text).entry])
                }
            }
            for _ in 1...3 {
                group.addTask {
                    for _ in 1...60 {
                        let now = try catalog.snapshot()
                        let one = try now.letter(id: "kst-1-1")
                        let other = try now.letter(id: "kst-1-2")
                        #expect(one?.sections == other?.sections)
                        let revision = try now.revision
                        #expect(one?.source.bytes ?? 0 == Int(revision) * 7)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try catalog.revision == 40)
    }

    @Test func twoProcessesMayMakeOneCatalogAtOnce() async throws {
        let store = try TemporaryCatalog()
        let path = store.folder.appending(path: "both.sqlite").path
        try await withThrowingTaskGroup { group in
            for number in 1...4 {
                group.addTask { try LetterCatalog.open(path: path).save(sample("kst-1-\(number)")) }
            }
            try await group.waitForAll()
        }
        #expect(try LetterCatalog.open(path: path, access: .read).ids().count == 4)
    }

    @Test func aSecondWriterWaitsAndThenSaysThatTheCatalogIsBusy() throws {
        let store = try TemporaryCatalog()
        try store.catalog.save(sample("kst-1-1"))
        let second = try LetterCatalog.open(path: store.path, busyTimeout: 0.05)
        try store.withWriteLock {
            #expect(throws: CatalogError.busy(path: store.path)) { try second.save(sample("kst-1-2")) }
            let ids = try second.ids()
            #expect(ids == ["kst-1-1"])
        }
        try second.save(sample("kst-1-2"))
    }

    @Test func aFullCatalogSaysThatTheDiskIsFullAndKeepsWhatItHad() throws {
        let store = try TemporaryCatalog()
        try store.catalog.save(sample("kst-1-1"))
        try store.limitPages()
        var random = RandomLetters(seed: 7)
        let noise = String(decoding: (0..<400_000).map { _ in UInt8(random.int(33...126)) }, as: UTF8.self)
        #expect(throws: CatalogError.diskFull(path: store.path)) {
            try store.catalog.save(sample("kst-1-2", text: noise))
        }
        #expect(try store.catalog.ids() == ["kst-1-1"])
        #expect(try store.catalog.revision == 1)
    }

    @Test func transactionsAreSyncedToTheDisk() throws {
        let store = try TemporaryCatalog()
        #expect(try store.writerPragma("synchronous") == 2)
        #expect(try store.writerPragma("foreign_keys") == 1)
    }

    @Test func lookUpsOfWhatIsNotThereFindNothing() throws {
        let catalog = try TemporaryCatalog()
        #expect(try catalog.catalog.letter(id: "kst-1-1") == nil)
        #expect(try catalog.catalog.source(id: "kst-1-1") == nil)
        #expect(try catalog.catalog.fileState(path: "x") == nil)
        #expect(try catalog.catalog.mentions(of: "kst-1-1").isEmpty)
        #expect(try catalog.catalog.mentions(by: "kst-1-1").isEmpty)
        #expect(try catalog.catalog.edges().isEmpty)
        #expect(try catalog.catalog.counts().letters == 0)
        #expect(try catalog.catalog.check().isEmpty)
    }
}
