import TestSupport
import Testing

@testable import SearchIndex

/// What lies at the borders of sizes and counts.
@Suite struct EdgeCaseTests {
    private static let schema = IndexSchema(fields: ["body"])
    private static let zorg = Query.term(field: "body", term: "zorg")

    private static func reader(
        _ documents: [IndexDocument], in directory: TemporaryDirectory
    ) throws -> IndexReader {
        let writer = try IndexWriter(directory: directory.path, schema: schema)
        for document in documents { try writer.add(document) }
        try writer.commit(revision: 1)
        return try IndexReader.open(directory: directory.path)
    }

    @Test func anIndexWithoutDocumentsAnswersEveryQueryWithNothing() throws {
        let directory = try TemporaryDirectory()
        let reader = try Self.reader([], in: directory)
        for query in [Self.zorg, .everything, .pattern(field: "body", .prefix("")), .all([Self.zorg, Self.zorg])] {
            #expect(try reader.search(query, limit: 10) == TopDocuments(hits: [], total: 0))
            #expect(try reader.top(query, limit: 10).isEmpty)
            #expect(try reader.count(query) == 0)
        }
    }

    @Test func documentsWithoutTokensAreThereAndMatchNoTerm() throws {
        let directory = try TemporaryDirectory()
        let reader = try Self.reader([IndexDocument(key: "a"), IndexDocument(key: "b")], in: directory)
        #expect(try reader.search(.everything, limit: 9).hits.map(\.key) == ["a", "b"])
        #expect(try reader.count(Self.zorg) == 0)
    }

    @Test func whenAllDocumentsAreDeletedNothingIsFoundAndNewOnesCanBeAdded() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
        for key in ["a", "b"] {
            var document = IndexDocument(key: key)
            document.add("zorg", at: 0, in: 0)
            try writer.add(document)
        }
        try writer.commit(revision: 1)
        for key in ["a", "b"] { try writer.remove(key: key) }
        try writer.commit(revision: 2)
        #expect(try IndexReader.open(directory: directory.path).count(.everything) == 0)
        var document = IndexDocument(key: "c")
        document.add("zorg", at: 0, in: 0)
        try writer.add(document)
        try writer.commit(revision: 3)
        #expect(try IndexReader.open(directory: directory.path).top(Self.zorg, limit: 9).map(\.key) == ["c"])
    }

    @Test func seventyThousandPositionsOfATermInOneDocumentReadBack() throws {
        let directory = try TemporaryDirectory()
        var long = IndexDocument(key: "long")
        for position in 0..<70_000 as Range<UInt32> { long.add("zorg", at: 3 * position, in: 0) }
        var far = IndexDocument(key: "far")
        for position in [0, 1 << 31 - 1, 1 << 31, .max - 1, .max] as [UInt32] { far.add("zorg", at: position, in: 0) }
        let reader = try Self.reader([long, far], in: directory)
        let found = try reader.occurrences(of: Self.zorg, inKey: "long")
        #expect(found.map(\.position) == (0..<70_000).map { 3 * $0 })
        #expect(
            try reader.occurrences(of: Self.zorg, inKey: "far").map(\.position) == [
                0, 1 << 31 - 1, 1 << 31, .max - 1, .max,
            ])
    }

    @Test func aTermInEveryDocumentIsKeptAsBitsAndCounted() throws {
        let directory = try TemporaryDirectory()
        let documents = (0..<5_000).map { number in
            var document = IndexDocument(key: "k\(number)")
            document.add("zorg", at: 0, in: 0)
            if number % 777 == 0 { document.add("school", at: 1, in: 0) }
            return document
        }
        let reader = try Self.reader(documents, in: directory)
        #expect(try reader.count(Self.zorg) == 5_000)
        let both = Query.all([Self.zorg, .term(field: "body", term: "school")])
        #expect(try reader.count(both) == 7)
        #expect(try reader.top(both, limit: 10) == reader.search(both, limit: 10).hits)
        #expect(try reader.count(.phrase(field: "body", words: ["zorg", "school"])) == 7)
    }

    @Test(arguments: 0...32)
    func numbersOfEveryWidthUnpackAsTheyWerePacked(width: Int) {
        var generator = SeededGenerator(seed: UInt64(width))
        let greatest: UInt32 = width == 32 ? .max : 1 << UInt32(width) - 1
        for count in [1, 2, 127, 128] {
            let block = UInt32Block()
            for at in 0..<count { block[at] = at == 0 ? greatest : UInt32.random(in: 0...greatest, using: &generator) }
            let values = (0..<count).map { block[$0] }
            var bytes: [UInt8] = []
            let read = UInt32Block()
            if count == 128 {
                BitPacking.append(block, width: width, to: &bytes)
                #expect(bytes.count == BitPacking.blockLength(width: width))
                BitPacking.unpackPlusOne(bytes.span, width: width, into: read)
                #expect((0..<count).map { read[$0] } == values.map { $0 &+ 1 })
                BitPacking.unpackSums(bytes.span, width: width, into: read, after: 7)
                var sum: UInt32 = 7
                for at in 0..<count {
                    sum = sum &+ values[at] &+ 1
                    #expect(read[at] == sum, "value \(at)")
                }
                BitPacking.unpack(bytes.span, width: width, into: read)
            } else {
                BitPacking.appendOneByOne(block, count: count, width: width, to: &bytes)
                #expect(bytes.count == BitPacking.length(count: count, width: width))
                BitPacking.unpackOneByOne(bytes.span, count: count, width: width, into: read)
            }
            #expect((0..<count).map { read[$0] } == values, "\(count) values")
        }
    }

    @Test func lengthsAreKeptInOneByteAsLuceneKeepsThem() {
        // Exact up to 39, and never above the length; the published form of SmallFloat.intToByte4.
        for length in 0..<40 as Range<UInt32> {
            #expect(FieldNorm.length(ofByte: FieldNorm.byte(ofLength: length)) == length)
        }
        #expect(FieldNorm.length(ofByte: FieldNorm.byte(ofLength: 2_731)) == 2_584)
        #expect(FieldNorm.byte(ofLength: UInt32(Int32.max)) == 255)
        for byte in 0...255 as ClosedRange<UInt8> {
            #expect(FieldNorm.byte(ofLength: FieldNorm.length(ofByte: byte)) == byte)
        }
    }

    @Test func batchesOfSeveralThreadsMergeToTheBytesOfOne() async throws {
        func bytes(threads: Int) async throws -> [UInt8] {
            let directory = try TemporaryDirectory()
            let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
            let empty = writer.makeBatch(memoryBudget: threads == 3 ? 20_000 : 64 << 20)
            let batches = try await withThrowingTaskGroup(of: DocumentBatch.self) { group in
                for thread in 0..<threads {
                    group.addTask {
                        var batch = empty
                        for number in stride(from: thread, to: 600, by: threads) {
                            var document = IndexDocument(key: "k\(number)", sortKey: UInt64(number % 7))
                            for position in 0..<UInt32(5 + number % 11) {
                                document.add("w\(Int(position) * number % 23)", at: position, in: 0)
                            }
                            try batch.add(document)
                        }
                        return batch
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for batch in batches { try writer.add(batch) }
            try writer.mergeFully()
            try writer.commit(revision: 1)
            let segments = try IndexDirectory(path: directory.path).commitPoint(1).segments
            #expect(segments.count == 1)
            return try #require(segments.first?.file.contents)
        }
        let one = try await bytes(threads: 1)
        #expect(try await bytes(threads: 2) == one)
        #expect(try await bytes(threads: 3) == one)
    }

    @Test func anIndexOfAnEarlierFormatIsRefusedByName() throws {
        let directory = try TemporaryDirectory()
        _ = try Self.reader([], in: directory)
        var bytes = try directory.bytes("manifest-1")
        bytes[bytes.count - 24] = 1
        let checksum = CRC32C.checksum(of: bytes.span.extracting(0..<bytes.count - 4))
        for at in 0..<4 { bytes[bytes.count - 4 + at] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * at)) }
        try directory.write(bytes, to: "manifest-1")
        let expected = IndexError.formatTooOld(
            path: "\(directory.path)/manifest-1", found: 1, oldest: FileFooter.version)
        #expect(throws: expected) { try IndexReader.open(directory: directory.path) }
        #expect(throws: expected) { try IndexWriter(directory: directory.path, schema: Self.schema) }
    }
}
