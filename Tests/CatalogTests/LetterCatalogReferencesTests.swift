import Catalog
import Letters
import References
import Testing

@Suite struct LetterCatalogReferencesTests {
    private let store: TemporaryCatalog
    private var catalog: LetterCatalog { store.catalog }

    init() throws {
        store = try TemporaryCatalog()
        try catalog.save([
            sample("kst-1-1", cites: ["kst-1-2", "kst-9-9", "kst-1-2"]).entry,
            sample("kst-1-2", aliases: ["kst-8-2"], cites: ["kst-9-9,kst-9-8"]).entry,
            sample("kst-1-3", text: "Zie ook de brief.", cites: ["kst-8-2"]).entry,
        ])
    }

    @Test func aliasesLeadToTheirLetter() throws {
        #expect(try catalog.resolve("kst-8-2") == "kst-1-2")
        #expect(try catalog.resolve("kst-1-2") == "kst-1-2")
        #expect(try catalog.resolve("kst-9-9") == nil)
        #expect(try catalog.contains("kst-8-2"))
        #expect(try catalog.contains("kst-1-3"))
        #expect(try !catalog.contains("kst-9-9"))
        #expect(try catalog.letter(id: "kst-8-2") == nil)
    }

    @Test func aPaperIsFoundByIDsThatFollowFromItsOwn() throws {
        try catalog.save([
            sample("kst-31700-VI-D").entry, sample("kst-1-4", cites: ["kst-20082009-31700-VI-D"]).entry,
        ])
        #expect(try catalog.resolve("kst-20082009-31700-VI-D") == "kst-31700-VI-D")
        #expect(try catalog.mentions(of: "kst-31700-VI-D").map(\.letter) == ["kst-1-4"])
        #expect(try catalog.mentions(of: "kst-20082009-31700-VI-D").map(\.letter) == ["kst-1-4"])
    }

    @Test func anIdBeatsAnAlias() throws {
        try catalog.save(sample("kst-8-2"))
        #expect(try catalog.resolve("kst-8-2") == "kst-8-2")
        #expect(try catalog.edges().filter { $0.source == "kst-1-3" }.map(\.target) == ["kst-8-2"])
    }

    @Test func theFirstOfTwoLettersWithOneAliasBearsIt() throws {
        try catalog.save(sample("kst-1-0", aliases: ["kst-8-2"]))
        #expect(try catalog.resolve("kst-8-2") == "kst-1-0")
        #expect(try catalog.edges().filter { $0.source == "kst-1-3" }.map(\.target) == ["kst-1-0"])
    }

    @Test func edgesCountMentionsAndGoToPapersOutsideToo() throws {
        let edges = try catalog.edges()
        #expect(
            edges.map { "\($0.source) \($0.target) \($0.weight)" } == [
                "kst-1-1 kst-1-2 2", "kst-1-1 kst-9-9 1", "kst-1-2 kst-9-8 1", "kst-1-2 kst-9-9 1",
                "kst-1-3 kst-1-2 1",
            ])
    }

    @Test(arguments: ["kst-1-2", "kst-8-2"])
    func mentionsOfAPaperAreFoundByAnyOfItsIds(name: String) throws {
        let found = try catalog.mentions(of: PaperID(canonical: name))
        #expect(found.map { "\($0.letter) \($0.position)" } == ["kst-1-1 0", "kst-1-1 2", "kst-1-3 0"])
        #expect(
            found.map(\.mention.container) == [
                .footnote(index: 0), .body(Anchor(section: 0, block: 0, offset: 2)), .footnote(index: 0),
            ])
    }

    @Test func aMentionOfSeveralPapersKeepsThemInOrder() throws {
        let found = try catalog.mentions(of: "kst-9-8")
        #expect(found.map(\.letter) == ["kst-1-2"])
        #expect(found.first?.mention.reference.targets == ["kst-9-9", "kst-9-8"])
    }

    @Test func summariesCountWhatLettersHold() throws {
        let summaries = try catalog.summaries()
        #expect(summaries.map(\.id) == ["kst-1-1", "kst-1-2", "kst-1-3"])
        #expect(summaries.map(\.words) == [10, 10, 8])
        #expect(summaries.map(\.footnotes) == [1, 1, 1])
        #expect(summaries.map(\.references) == [3, 1, 1])
        #expect(summaries.map(\.title) == ["Over kst-1-1", "Over kst-1-2", "Over kst-1-3"])
        #expect(summaries.map(\.date) == ["2021-06-11", "2021-06-11", "2021-06-11"])
        #expect(summaries.first?.path == "brieven/kst-1-1.txt")
    }

    @Test func countsAddUp() throws {
        let counts = try catalog.counts()
        #expect(counts.letters == 3)
        #expect(counts.files == 3)
        #expect(counts.words == 28)
        #expect(counts.sections == 3)
        #expect(counts.blocks == 3)
        #expect(counts.footnotes == 3)
        #expect(counts.markers == 0)
        #expect(counts.mentions == 5)
        #expect(counts.targets == 6)
        #expect(counts.targetsInCatalog == 3)
        #expect(counts.sourceBytes == 21 + 21 + 17)
        #expect(counts.compressedBytes > 0)
    }
}
