import TestSupport
import Testing

@testable import SearchIndex

/// Searches that pass over what cannot be among the best, against those that look at everything, in segments of many
/// blocks and windows. That looking at everything is right is shown by `RandomIndexTests`.
@Suite struct PruningTests {
    /// Documents of few words, so that lists of postings have many blocks, some kept as bits.
    private static func makeIndex(
        _ directory: TemporaryDirectory, count: Int, _ generator: inout SeededGenerator
    ) throws -> IndexReader {
        let writer = try IndexWriter(
            directory: directory.index, schema: IndexSchema(fields: ["body"]), memoryBudget: 64 << 20,
            pairs: PairPolicy(share: 0.3, mostWords: 6, leastDocuments: 1_000))
        var document = IndexDocument(key: "")
        for number in 0..<count {
            document.removeAll(key: "k\(number)", sortKey: UInt64.random(in: 0...3, using: &generator))
            for position in 0..<UInt32.random(in: 1...14, using: &generator) {
                document.add(word(&generator), at: position, in: 0)
            }
            try writer.add(document)
            if number == count / 2 || number == count - count / 9 { try writer.commit(revision: 1) }
        }
        for _ in 0..<count / 20 { try writer.remove(key: "k\(Int.random(in: 0..<count, using: &generator))") }
        try writer.commit(revision: 2)
        return try IndexReader.open(directory: directory.path)
    }

    /// Words `w0` to `w39`, each about two thirds as frequent as the one before.
    private static func word(_ generator: inout SeededGenerator) -> String {
        var number = 0
        while number < 39, Int.random(in: 0..<3, using: &generator) > 0 { number += 1 }
        return "w\(number)"
    }

    private static func query(_ generator: inout SeededGenerator, depth: Int = 2) -> Query {
        func terms() -> [Query] {
            (0..<Int.random(in: 1...4, using: &generator)).map { _ in .term(field: "body", term: word(&generator)) }
        }
        func phrase() -> Query {
            .phrase(
                field: "body",
                words: (0..<Int.random(in: 2...4, using: &generator)).map { _ in word(&generator) })
        }
        switch Int.random(in: 0..<(depth == 0 ? 5 : 8), using: &generator) {
        case 0: return .term(field: "body", term: word(&generator))
        case 1: return .any(terms())
        case 2: return .all(terms())
        case 3: return phrase()
        case 4: return .all(terms() + [phrase()])
        case 5: return .any(terms() + [query(&generator, depth: depth - 1)])
        case 6: return .excluding(query(&generator, depth: depth - 1), not: query(&generator, depth: depth - 1))
        default: return .preferring(query(&generator, depth: depth - 1), with: query(&generator, depth: depth - 1))
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func theBestAreTheSameWhetherAllDocumentsAreLookedAtOrNot(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        let reader = try Self.makeIndex(directory, count: [300, 2_000, 5_000][Int(seed % 3)], &generator)
        for _ in 0..<40 {
            let query = Self.query(&generator)
            let limit = [1, 3, 10, 100][Int.random(in: 0..<4, using: &generator)]
            let all = try reader.search(query, limit: 100)
            let top = try reader.top(query, limit: limit)
            #expect(top == Array(all.hits.prefix(limit)), "seed \(seed): \(query)")
            #expect(try reader.count(query) == all.total, "seed \(seed): \(query)")
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func phrasesAreTheSameWithPairsAndWithout(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        let reader = try Self.makeIndex(directory, count: 1_500, &generator)
        for _ in 0..<10 {
            let words = (0..<2).map { _ in "w\(Int.random(in: 0..<5, using: &generator))" }
            let phrase = Query.phrase(field: "body", words: words)
            let found = try reader.search(phrase, limit: .max)
            for hit in found.hits {
                #expect(try !reader.occurrences(of: phrase, inKey: hit.key).isEmpty, "seed \(seed): \(words)")
            }
            // Neighbours are among the documents with both words, at distances that the positions tell.
            let both = try reader.search(.all(words.map { .term(field: "body", term: $0) }), limit: .max)
            let expected = try both.hits.filter { try !reader.occurrences(of: phrase, inKey: $0.key).isEmpty }
            #expect(found.total == expected.count, "seed \(seed): \(words)")
        }
    }
}
