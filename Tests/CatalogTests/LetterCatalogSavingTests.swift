import Catalog
import Letters
import References
import Testing

@Suite struct LetterCatalogSavingTests {
    private let store: TemporaryCatalog
    private var catalog: LetterCatalog { store.catalog }

    init() throws { store = try TemporaryCatalog() }

    @Test func everySaveRaisesTheRevisionByOne() throws {
        #expect(try catalog.revision == 0)
        try catalog.save(sample("kst-1-1"))
        try catalog.save(sample("kst-1-1"))
        #expect(try catalog.revision == 2)
        try catalog.save([sample("kst-1-2").entry, sample("kst-1-3").entry])
        #expect(try catalog.revision == 3)
        try catalog.remove(id: "kst-1-1")
        #expect(try catalog.revision == 4)
    }

    @Test func whatChangesNothingLeavesTheRevision() throws {
        try catalog.save(sample("kst-1-1"))
        #expect(try catalog.save([]) == [])
        #expect(try catalog.remove(path: "unknown") == false)
        #expect(try catalog.remove(id: "kst-9-9") == false)
        #expect(try catalog.revision == 1)
    }

    @Test func changesNameWhatAnIndexMissed() throws {
        try catalog.save([sample("kst-1-2").entry, sample("kst-1-1").entry, sample("kst-1-3").entry])
        try catalog.remove(id: "kst-1-2")
        try catalog.save(sample("kst-1-3", text: "Anders."))
        func changes(_ revision: UInt64) throws -> [[PaperID]] {
            let changes = try catalog.changes(since: revision)
            #expect(changes.revision == 3)
            return [changes.saved, changes.removed]
        }
        #expect(try changes(0) == [["kst-1-1", "kst-1-3"], ["kst-1-2"]])
        #expect(try changes(1) == [["kst-1-3"], ["kst-1-2"]])
        #expect(try changes(2) == [["kst-1-3"], []])
        #expect(try changes(3) == [[], []])
        #expect(try changes(.max) == [[], []])
    }

    @Test func aLetterThatComesBackIsNoLongerRemoved() throws {
        try catalog.save(sample("kst-1-1"))
        try catalog.remove(id: "kst-1-1")
        try catalog.save(sample("kst-1-1"))
        let changes = try catalog.changes(since: 0)
        #expect(changes.saved == ["kst-1-1"])
        #expect(changes.removed == [])
    }

    @Test func aNewVersionOfAFileReplacesItsLetterWhole() throws {
        try catalog.save(sample("kst-1-1", aliases: ["kst-2-2"], cites: ["kst-5-5", "kst-6-6"]))
        let newer = sample("kst-1-1", text: "Nieuwer.", cites: ["kst-7-7"])
        try catalog.save(newer)
        #expect(try catalog.letter(id: "kst-1-1") == newer.letter)
        #expect(try catalog.source(id: "kst-1-1") == newer.bytes)
        #expect(try catalog.fileState(path: newer.state.path) == newer.state)
        #expect(try catalog.resolve("kst-2-2") == nil)
        #expect(try catalog.edges().map(\.target) == ["kst-7-7"])
        #expect(try catalog.counts().letters == 1)
        #expect(try catalog.check() == [])
    }

    @Test func aFileThatBecomesAnotherLetterReplacesTheOneItHeld() throws {
        try catalog.save(sample("kst-1-1", path: "a.txt"))
        try catalog.save(sample("kst-1-2", path: "a.txt", text: "Anders."))
        #expect(try catalog.ids() == ["kst-1-2"])
        #expect(try catalog.changes(since: 1).removed == ["kst-1-1"])
        #expect(try catalog.paths() == ["a.txt"])
    }

    @Test func aCopyOfALetterIsAFurtherPathOfIt() throws {
        try catalog.save(sample("kst-1-1", path: "a.txt"))
        let outcome = try catalog.save([sample("kst-1-1", path: "b.txt").entry])
        #expect(outcome == [.furtherPath])
        #expect(try catalog.revision == 1)
        #expect(try catalog.paths(of: "kst-1-1") == ["a.txt", "b.txt"])
        #expect(try catalog.letter(id: "kst-1-1")?.source.path == "a.txt")
        #expect(try catalog.fileState(path: "b.txt") != nil)
    }

    @Test func aLetterMovesToItsOtherFileWhenTheFirstIsRemoved() throws {
        try catalog.save(sample("kst-1-1", path: "a.txt"))
        try catalog.save([sample("kst-1-1", path: "b.txt").entry])
        #expect(try catalog.remove(path: "a.txt"))
        #expect(try catalog.letter(id: "kst-1-1") == sample("kst-1-1", path: "b.txt").letter)
        #expect(try catalog.source(id: "kst-1-1") == sample("kst-1-1").bytes)
        #expect(try catalog.changes(since: 1).saved == ["kst-1-1"])
        #expect(try catalog.paths() == ["b.txt"])
        #expect(try catalog.check() == [])
        #expect(try catalog.remove(path: "b.txt"))
        #expect(try catalog.changes(since: 1).removed == ["kst-1-1"])
        #expect(try catalog.paths() == [])
    }

    @Test func losingAFurtherPathLeavesTheLetterAsItIs() throws {
        try catalog.save(sample("kst-1-1", path: "a.txt"))
        try catalog.save([sample("kst-1-1", path: "b.txt").entry])
        #expect(try catalog.remove(path: "b.txt"))
        #expect(try catalog.revision == 1)
        #expect(try catalog.paths() == ["a.txt"])
    }

    @Test func twoFilesWithOneIdAndOtherContentAreReported() throws {
        try catalog.save(sample("kst-1-1", path: "a.txt"))
        try catalog.save(sample("kst-1-9", path: "b.txt"))
        let taken = CatalogError.identityTaken(id: "kst-1-1", path: "b.txt", otherPath: "a.txt")
        #expect(throws: taken) { try catalog.save(sample("kst-1-1", path: "b.txt", text: "Anders.")) }
        #expect(try catalog.letter(id: "kst-1-1") == sample("kst-1-1", path: "a.txt").letter)
        #expect(try catalog.fileState(path: "b.txt") == sample("kst-1-9", path: "b.txt").state)
        #expect(try catalog.revision == 2)
        #expect(
            taken.description == """
                b.txt says that it is kst-1-1, but a.txt, whose content differs, is that letter already. \
                Remove one of them, or give one its own id with --id.
                """)
    }

    @Test func aRefusedLetterDoesNotKeepTheOthersOfItsBatchOut() throws {
        try catalog.save(sample("kst-1-1", path: "a.txt"))
        let outcomes = try catalog.save([
            sample("kst-1-2").entry, sample("kst-1-1", path: "b.txt", text: "Anders.").entry, sample("kst-1-3").entry,
        ])
        #expect(
            outcomes == [
                .saved, .refused(.identityTaken(id: "kst-1-1", path: "b.txt", otherPath: "a.txt")), .saved,
            ])
        #expect(try catalog.ids() == ["kst-1-1", "kst-1-2", "kst-1-3"])
    }

    @Test func copiesOfAnOlderVersionAreReadAgainWhenOneFileChanges() throws {
        try catalog.save(sample("kst-1-1", path: "a.txt"))
        try catalog.save([sample("kst-1-1", path: "b.txt").entry])
        try catalog.save(sample("kst-1-1", path: "b.txt", text: "Nieuwer."))
        #expect(try catalog.paths() == ["b.txt"])
        #expect(try catalog.fileState(path: "a.txt") == nil)
    }

    @Test func pathsThatDifferOnlyInUnicodeFormAreTwoFiles() throws {
        try catalog.save(sample("kst-1-1", path: "caf\u{E9}"))
        try catalog.save([sample("kst-1-1", path: "cafe\u{301}").entry])
        #expect(try catalog.paths().count == 2)
        try catalog.remove(path: "caf\u{E9}")
        let path = try #require(try catalog.letter(id: "kst-1-1")?.source.path)
        #expect(path.unicodeScalars.count == 5)
    }

    @Test func aTouchedFileKeepsItsLetter() throws {
        var state = sample("kst-1-1").state
        try catalog.save(sample("kst-1-1"))
        state.modified += 5
        #expect(try catalog.touch(state))
        #expect(try catalog.fileState(path: state.path) == state)
        #expect(try catalog.revision == 1)
        state.sha256 = "other"
        #expect(try catalog.touch(state) == false)
    }

    @Test func whatDoesNotBelongTogetherIsRefused() throws {
        let one = sample("kst-1-1")
        #expect(throws: CatalogError.inconsistent(id: "kst-1-1", what: "its source has 0 bytes and should have 21")) {
            try CatalogEntry(letter: one.letter, sourceBytes: [], fileState: one.state)
        }
        #expect(throws: CatalogError.self) {
            try CatalogEntry(letter: one.letter, sourceBytes: one.bytes, fileState: sample("x", text: "y").state)
        }
        var placed = one
        let place = Place(byte: 0, line: 1, column: 1, page: 1)
        let runs = [0, 9, 4].map { PlacedText.Run(textOffset: $0, place: place) }
        placed.letter.sections[0].heading = PlacedText(text: "Inleiding", runs: runs)
        #expect(throws: CatalogError.inconsistent(id: "kst-1-1", what: "runs out of order")) { try placed.entry }
    }
}
