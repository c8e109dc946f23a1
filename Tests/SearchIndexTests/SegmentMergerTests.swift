import Testing

@testable import SearchIndex

@Suite struct SegmentMergerTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func mergedSegmentsAreByteForByteTheOneSegmentOfTheirLiveDocuments(seed: UInt64) throws {
        let schema = RandomCollection.schema
        let fieldCount = schema.fields.count
        var random = RandomCollection(seed: seed)
        let directory = try TemporaryDirectory()
        let index = directory.indexOfFiles
        var segments: [LiveSegment] = []
        var live = SegmentBuilder(schema: schema)
        var number = 0
        let pairs = PairPolicy(share: 0.3, mostWords: 5, leastDocuments: 1)
        for at in 0..<3 {
            var builder = SegmentBuilder(schema: schema)
            var documents: [NaiveIndex.Document] = []
            for _ in 0..<20 {
                var document = random.document()
                number += 1
                document.key = "k\(number)"
                documents.append(document)
                try builder.add(document.indexDocument)
            }
            // Pairs of other words in the parts than in the whole.
            let own = [pairs, .never, PairPolicy(share: 0.5, leastDocuments: 1)][at]
            let entry = try #require(try builder.write(to: index, name: "\(at).segment", pairs: own))
            var segment = try LiveSegment(directory: index, entry: entry, fieldCount: fieldCount)
            for document in documents {
                if Int.random(in: 0..<4, using: &random.generator) == 0 {
                    segment.deleted.insert(try #require(try segment.doc(of: document.key)))
                } else {
                    try live.add(document.indexDocument)
                }
            }
            segments.append(segment)
        }
        let merger = SegmentMerger(
            segments: segments.shuffled(using: &random.generator), fieldCount: fieldCount, pairs: pairs)
        let merged = try #require(try merger.merge(to: index, name: "merged"))
        let expected = try #require(try live.write(to: index, name: "expected", pairs: pairs))
        #expect(merged.documentCount == expected.documentCount, "seed \(seed)")
        #expect(try directory.bytes("merged") == directory.bytes("expected"), "seed \(seed)")
    }

    @Test func segmentsStayFewHoweverManyCommitsThereAre() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: CommitTests.schema)
        for revision in 1...100 as ClosedRange<UInt64> {
            try writer.add(CommitTests.document("k\(revision)", "zorg"))
            try writer.commit(revision: revision)
            let commit = try IndexDirectory(path: directory.path).commitPoint(revision)
            #expect(commit.segments.count <= 8)
            #expect(commit.segments.reduce(0) { $0 + $1.documentCount } == Int(revision))
        }
    }
}
