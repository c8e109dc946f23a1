import Catalog
import CitationGraph
import Foundation
import Letters
import References
import TestSupport
import Testing

@testable import Corpus
@testable import SearchIndex

@Suite struct IndexingTests {
    private let made: TemporaryCorpus

    init() throws {
        made = try TemporaryCorpus(
            MadeLetter(number: 1, "De school staat in het dorp."), MadeLetter(number: 2, "De school staat in de stad."))
    }

    private func answer(_ query: String) throws -> [String] {
        try made.corpus.search(query).hits.map { "\($0.id) \($0.score) \($0.passages.map(\.text))" }
    }

    @Test func aRebuiltIndexGivesTheOriginalAnswers() throws {
        let before = try answer("school dorp")
        #expect(try made.corpus.rebuild() == 2)
        #expect(try answer("school dorp") == before)
        #expect(try made.corpus.check() == [])
    }

    /// Gives every file of the index an earlier version of the format, with checksums that fit.
    private func ageIndex() throws {
        let folder = made.corpus.indexPath
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "writer.lock" {
            let file = URL(filePath: "\(folder)/\(name)")
            var bytes = Array(try Data(contentsOf: file))
            bytes[bytes.count - 24] -= 1
            let checksum = CRC32C.checksum(of: bytes.span.extracting(0..<bytes.count - 4))
            for at in 0..<4 { bytes[bytes.count - 4 + at] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * at)) }
            try Data(bytes).write(to: file)
        }
        #expect { try IndexReader.open(directory: folder) } throws: { error in
            if case IndexError.formatTooOld = error { true } else { false }
        }
    }

    @Test func anIndexOfAnEarlierFormatIsMadeAnewBeforeASearch() throws {
        let before = try answer("school dorp")
        try ageIndex()
        #expect(try answer("school dorp") == before)
        #expect(try made.corpus.check() == [])
    }

    @Test func anIndexOfAnEarlierFormatIsMadeAnewBeforeALetterIsAdded() throws {
        try ageIndex()
        try made.write(MadeLetter(number: 3, "De school staat op de heuvel."))
        try made.index()
        #expect(try made.ids("school").sorted() == ["kst-31497-1", "kst-31497-2", "kst-31497-3"])
        #expect(try made.corpus.check() == [])
    }

    @Test func theIndexOfManyChangesAnswersAsAFreshOne() throws {
        for number in 3...30 {
            try made.write(MadeLetter(number: number, "De school van nummer \(number) in het dorp."))
            if number.isMultiple(of: 5) { try made.index() }
        }
        try made.write(MadeLetter(number: 7, "De leraar van nummer zeven."))
        try made.index()
        let before = try answer("school dorp leraar")
        _ = try made.corpus.rebuild()
        #expect(try answer("school dorp leraar") == before)
    }

    @Test func checkFindsADocumentThatIsMissing() throws {
        #expect(try made.corpus.check() == [])
        let writer = try IndexWriter(directory: made.corpus.indexPath, schema: LetterCorpus.schema)
        try writer.remove(key: "kst-31497-2")
        try writer.commit(revision: writer.revision)
        let problems = try made.corpus.check()
        #expect(
            problems == [
                "the catalog holds 2 letters, the index 1. Run: kamerspoor rebuild",
                "kst-31497-2 is in the catalog and not in the index. Run: kamerspoor rebuild",
            ])
    }

    @Test func aChangeIsInTheNextAnswer() throws {
        try made.write(MadeLetter(number: 2, "De fietsenstalling staat in de stad."))
        try made.index()
        #expect(try made.ids("fietsenstalling") == ["kst-31497-2"])
        #expect(try made.ids("school") == ["kst-31497-1"])
    }

    @Test func anIndexThatIsBehindIsBroughtUpToDateByTheNextSearch() throws {
        _ = try made.corpus.catalog.remove(id: PaperID(canonical: "kst-31497-2"))
        #expect(try made.ids("school") == ["kst-31497-1"])
        #expect(try made.corpus.check() == [])
    }

    /// A letter is in the catalog before the index; a search between the two must not mix them.
    @Test func whileAnotherWritesAnAnswerBelongsToOneState() throws {
        let letter = MadeLetter(number: 2, "Een heel ander begin. Veel later pas komt de school, die in de stad staat.")
        let other = try TemporaryCorpus(letter)
        let id = PaperID(canonical: letter.id)
        let changed = try #require(try other.corpus.catalog.letter(id: id))
        let source = try #require(try other.corpus.catalog.source(id: id))
        let state = try #require(try other.corpus.catalog.fileState(path: changed.source.path))
        let lock = try WriterLock(path: "\(made.corpus.path)/writer.lock", index: made.corpus.path)
        _ = try made.corpus.catalog.remove(id: id)
        try made.corpus.catalog.save(changed, sourceBytes: source, fileState: state)
        let answer = try made.corpus.search("=school")
        extendLifetime(lock)
        #expect(answer.total == 2)
        for passage in answer.hits.flatMap(\.passages) { #expect(passage.words == ["school"]) }
    }
}
