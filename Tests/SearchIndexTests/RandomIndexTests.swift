import Testing

@testable import SearchIndex

/// The index against one that scans every document: over 20,000 queries of every kind. A failure prints its seed.
@Suite struct RandomIndexTests {
    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func everyQueryAnswersAsAScanOfAllDocumentsDoes(seed: UInt64) throws {
        let directory = try TemporaryDirectory()
        var random = RandomCollection(seed: seed)
        var naive = NaiveIndex(fields: RandomCollection.fields)
        let writer = try IndexWriter(
            directory: seed % 5 < 3 ? directory.index : IndexDirectory(path: directory.path, smallFileLimit: 400),
            schema: RandomCollection.schema,
            // Some indexes get a segment for every few documents.
            memoryBudget: seed % 3 == 0 ? 1 : IndexWriter.defaultMemoryBudget,
            pairs: seed % 2 == 0 ? PairPolicy(share: 0.3, mostWords: 4, leastDocuments: 4) : PairPolicy())
        for revision in 1...Int.random(in: 1...12, using: &random.generator) {
            for _ in 0..<Int.random(in: 1...12, using: &random.generator) {
                if Int.random(in: 0..<5, using: &random.generator) == 0 {
                    let key = random.key()
                    try writer.remove(key: key)
                    naive.documents[key] = nil
                } else {
                    let document = random.document()
                    try writer.add(document.indexDocument)
                    naive.add(document)
                }
            }
            try writer.commit(revision: UInt64(revision))
            let reader = try IndexReader.open(directory: directory.path)
            #expect(reader.revision == UInt64(revision))
            try compare(reader, naive, &random, "seed \(seed), revision \(revision)")
        }
    }

    private func compare(
        _ reader: IndexReader, _ naive: NaiveIndex, _ random: inout RandomCollection, _ place: Comment
    ) throws {
        #expect(reader.documentCount == naive.documents.count, place)
        #expect(try reader.verify() == [], place)
        for word in RandomCollection.words {
            #expect(try reader.docFreq(field: "body", term: word) == naive.docFreq(word, 1), place)
        }
        for round in 0..<104 {
            let query = random.query()
            let expected = naive.search(query)
            let offset = Int.random(in: 0...3, using: &random.generator)
            let limit = Int.random(in: 0...6, using: &random.generator)
            let all = try reader.search(query, limit: .max)
            #expect(all == TopDocuments(hits: expected, total: expected.count), "\(place): \(query)")
            let page = try reader.search(query, limit: limit, offset: offset)
            #expect(page.hits == Array(expected.dropFirst(offset).prefix(limit)), "\(place): \(query)")
            #expect(page.total == expected.count, "\(place): \(query)")
            #expect(try reader.top(query, limit: limit, offset: offset) == page.hits, "\(place): \(query)")
            #expect(try reader.count(query) == expected.count, "\(place): \(query)")
            // What costs most is asked for a part of the queries.
            if round % 4 > 0 { continue }
            #expect(try reader.facets(of: query, column: "kind") == naive.facets(query, "kind"), "\(place): \(query)")
            #expect(try reader.facets(of: query, column: "date") == naive.facets(query, "date"), "\(place): \(query)")
            let sorted = try reader.sorted(query, by: "date", descending: limit % 2 == 0, limit: limit, offset: offset)
            #expect(
                sorted.hits.map(\.key)
                    == naive.sorted(query, descending: limit % 2 == 0).dropFirst(offset).prefix(limit).map { $0 },
                "\(place): \(query)")
            for hit in expected.prefix(3) {
                let explanation = try reader.explain(query, key: hit.key)
                #expect(explanation.map { Float($0.value) } == hit.score, "\(place): \(query)")
                #expect(explanation?.addsUp ?? false, "\(place): \(query)")
            }
            let key = random.key()
            #expect(try reader.explain(query, key: key) == nil || expected.contains { $0.key == key }, "\(place)")
            #expect(try reader.contains(key: key) == (naive.documents[key] != nil), place)
            let found = try reader.occurrences(of: query, inKey: key)
            #expect(found == naive.occurrences(query, inKey: key), "\(place): \(query) in \(key)")
        }
    }
}

extension Explanation {
    /// Whether every value is the sum of its parts.
    fileprivate var addsUp: Bool {
        parts.isEmpty || (parts.allSatisfy(\.addsUp) && value == parts.reduce(0) { $0 + $1.value })
    }
}
