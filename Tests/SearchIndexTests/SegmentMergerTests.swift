import Testing

@testable import SearchIndex

@Suite struct SegmentMergerTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func mergedSegmentsAreByteForByteTheOneSegmentOfTheirLiveDocuments(seed: UInt64) throws {
        let fieldCount = RandomCollection.fields.count
        var random = RandomCollection(seed: seed)
        let directory = try TemporaryDirectory()
        let index = IndexDirectory(path: directory.path)
        var segments: [LiveSegment] = []
        var live = SegmentBuilder(fieldCount: fieldCount)
        var number = 0
        for at in 0..<3 {
            var builder = SegmentBuilder(fieldCount: fieldCount)
            var documents: [NaiveIndex.Document] = []
            for _ in 0..<20 {
                var document = random.document()
                number += 1
                document.key = "k\(number)"
                documents.append(document)
                try builder.add(document.indexDocument)
            }
            let data = try #require(builder.segmentData())
            let file = try index.write(data.bytes, kind: .segment, name: "\(at).segment")
            let entry = SegmentEntry(file: file, documentCount: data.documentCount)
            var segment = try LiveSegment(directory: index, entry: entry, fieldCount: fieldCount)
            for (doc, document) in documents.enumerated() {
                if Int.random(in: 0..<4, using: &random.generator) == 0 {
                    segment.deleted.insert(DocID(doc))
                } else {
                    try live.add(document.indexDocument)
                }
            }
            segments.append(segment)
        }
        let merged = try #require(try SegmentMerger(segments: segments, fieldCount: fieldCount).merge())
        let expected = try #require(live.segmentData())
        #expect(merged.documentCount == expected.documentCount, "seed \(seed)")
        #expect(merged.bytes == expected.bytes, "seed \(seed)")
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
