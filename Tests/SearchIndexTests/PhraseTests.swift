import TestSupport
import Testing

@testable import SearchIndex

/// Phrases in documents so long, and so many, that lists have several blocks with samples, against a scan of the words.
@Suite struct PhraseTests {
    private static let field = "body"

    private struct Collection {
        var documents: [[Int]] = []
        let reader: IndexReader
        private let directory: TemporaryDirectory

        /// - Parameter share: of the documents, in which a word is for its pairs to be kept.
        init(count: Int, share: Double, _ generator: inout SeededGenerator) throws {
            directory = try TemporaryDirectory()
            let writer = try IndexWriter(
                directory: directory.index, schema: IndexSchema(fields: [field]), memoryBudget: 64 << 20,
                pairs: PairPolicy(share: share, mostWords: 8, leastDocuments: 100))
            var document = IndexDocument(key: "")
            for number in 0..<count {
                let length = Int.random(
                    in: 1...[20, 200, 600][Int.random(in: 0..<3, using: &generator)], using: &generator)
                let words = (0..<length).map { _ in PhraseTests.word(&generator) }
                documents.append(words)
                document.removeAll(key: "k\(number)", sortKey: 0)
                for (position, word) in words.enumerated() {
                    document.add("w\(word)", at: UInt32(position), in: 0)
                }
                try writer.add(document)
            }
            try writer.commit(revision: 1)
            reader = try IndexReader.open(directory: directory.path)
        }

        /// Documents in which words stand one behind the other.
        func matches(_ phrase: [Int]) -> [Int] {
            documents.indices.filter { number in
                let words = documents[number]
                var start = 0
                while start + phrase.count <= words.count {
                    if words[start] == phrase[0], words[start..<start + phrase.count].elementsEqual(phrase) {
                        return true
                    }
                    start += 1
                }
                return false
            }
        }
    }

    /// Words from 0 to 99, the first in every document and the last in few.
    private static func word(_ generator: inout SeededGenerator) -> Int {
        let most = [3, 10, 30, 100][Int.random(in: 0..<4, using: &generator)]
        return Int.random(in: 0..<most, using: &generator)
    }

    @Test(arguments: [(1, 2.0), (2, 0.5), (3, 2.0)] as [(UInt64, Double)])
    func phrasesMatchAsAScanOfTheWordsDoes(seed: UInt64, share: Double) throws {
        var generator = SeededGenerator(seed: seed)
        let collection = try Collection(count: 500, share: share, &generator)
        for _ in 0..<40 {
            let words = (0..<Int.random(in: 2...4, using: &generator)).map { _ in Self.word(&generator) }
            let other = Self.word(&generator)
            let phrase = Query.phrase(field: Self.field, words: words.map { "w\($0)" })
            let expected = collection.matches(words)
            let keys = Set(expected.map { "k\($0)" })
            #expect(try collection.reader.count(phrase) == expected.count, "seed \(seed): \(words)")
            let all = try collection.reader.search(phrase, limit: 500)
            #expect(Set(all.hits.map(\.key)) == keys, "seed \(seed): \(words)")
            #expect(
                try collection.reader.top(phrase, limit: 10) == Array(all.hits.prefix(10)), "seed \(seed): \(words)")
            let both = Query.all([phrase, .term(field: Self.field, term: "w\(other)")])
            let narrowed = expected.filter { collection.documents[$0].contains(other) }
            #expect(try collection.reader.count(both) == narrowed.count, "seed \(seed): \(words) and \(other)")
        }
    }

    /// The words stand in no document together, so that the lists of the phrase are at their ends before it is asked for.
    @Test func aPhraseWithoutCandidatesEndsBesideOtherParts() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: IndexSchema(fields: [Self.field]))
        for (number, words) in [["a", "b"], ["c"], ["a"], ["b", "c"]].enumerated() {
            var document = IndexDocument(key: "k\(number)")
            for (position, word) in words.enumerated() { document.add(word, at: UInt32(position), in: 0) }
            try writer.add(document)
        }
        try writer.commit(revision: 1)
        let reader = try IndexReader.open(directory: directory.path)
        let phrase = Query.phrase(field: Self.field, words: ["a", "c"])
        let term = Query.term(field: Self.field, term: "b")
        for query in [.any([phrase, term]), .preferring(term, with: phrase), .excluding(term, not: phrase)] as [Query] {
            #expect(try reader.count(query) == 2)
            #expect(try reader.search(query, limit: 10).total == 2)
            #expect(try reader.top(query, limit: 10).count == 2)
        }
    }
}
