import TestSupport
import Testing

@testable import SearchIndex

/// A damaged file gives an error or the right answer, never another answer and never a crash; `verify()` finds it always.
@Suite struct DamageTests {
    private static let queries: [Query] = [
        .everything, .term(field: "body", term: "zorg"), .phrase(field: "body", words: ["zorg", "school"]),
        .all([.term(field: "body", term: "één"), .term(field: "title", term: "motie")]),
        .term(field: "body", term: "nergens"),
    ]

    /// All that can be asked of an index.
    private struct Answers: Equatable {
        var revision: UInt64
        var results: [TopDocuments]
        var occurrences: [[Occurrence]]
        var isContained: [Bool]

        init(_ reader: IndexReader) throws {
            revision = reader.revision
            results = try DamageTests.queries.map { try reader.search($0, limit: 10) }
            occurrences = try DamageTests.queries.map { try reader.occurrences(of: $0, inKey: "c") }
            isContained = try ["a", "c", "x"].map { try reader.contains(key: $0) }
        }
    }

    /// An index of two commits with two segments and a deletion, and what each commit answers.
    private func makeIndex(_ directory: TemporaryDirectory, _ index: IndexDirectory) throws -> (
        last: Answers, before: Answers
    ) {
        let writer = try IndexWriter(directory: index, schema: CommitTests.schema)
        try writer.add(CommitTests.document("a", "zorg", "school", "zorg"))
        try writer.add(CommitTests.document("b", "één", "zorg"))
        try writer.commit(revision: 1)
        let before = try Answers(IndexReader.open(directory: directory.path))
        var document = CommitTests.document("c", "één", "zorg", "school")
        document.sortKey = 9
        document.add("motie", at: 0, in: 0)
        try writer.add(document)
        try writer.remove(key: "b")
        try writer.commit(revision: 2)
        return (try Answers(IndexReader.open(directory: directory.path)), before)
    }

    @Test(arguments: [true, false])
    func aFlippedBitInAnyByteIsAnErrorOrChangesNothingAndIsFound(inManifest: Bool) throws {
        let directory = try TemporaryDirectory()
        let (last, before) = try makeIndex(directory, inManifest ? directory.index : directory.indexOfFiles)
        for name in try directory.names() where name != "writer.lock" {
            let intact = try directory.bytes(name)
            for at in intact.indices {
                var damaged = intact
                damaged[at] ^= 1 << UInt8(at % 8)
                try directory.write(damaged, to: name)
                do {
                    let reader = try IndexReader.open(directory: directory.path)
                    // The manifest before the last belongs to no answer and is looked at by no reader.
                    #expect(try name == "manifest-1" || !reader.verify().isEmpty, "\(name), byte \(at)")
                    let answers = try Answers(reader)
                    #expect(answers == last || answers == before, "\(name), byte \(at)")
                } catch let error as IndexError {
                    guard case .corrupt(let file, _, _) = error else {
                        Issue.record("\(name), byte \(at): \(error)")
                        continue
                    }
                    #expect(file.hasSuffix("/" + name), "\(name), byte \(at): \(error)")
                }
            }
            try directory.write(intact, to: name)
        }
    }

    @Test(arguments: [true, false])
    func aFileCutOffAtAnyLengthIsAnErrorOrTheCommitBefore(inManifest: Bool) throws {
        let directory = try TemporaryDirectory()
        let (last, before) = try makeIndex(directory, inManifest ? directory.index : directory.indexOfFiles)
        for name in try directory.names() where name != "writer.lock" {
            let intact = try directory.bytes(name)
            for length in intact.indices {
                try directory.write(Array(intact.prefix(length)), to: name)
                do {
                    let reader = try IndexReader.open(directory: directory.path)
                    let answers = try Answers(reader)
                    #expect(answers == before || (answers == last && name == "manifest-1"), "\(name), \(length) bytes")
                    #expect(try name == "manifest-1" || !reader.verify().isEmpty, "\(name), \(length) bytes")
                } catch let error as IndexError {
                    guard case .corrupt = error else {
                        Issue.record("\(name), \(length) bytes: \(error)")
                        continue
                    }
                }
            }
            try directory.write(intact, to: name)
        }
    }

    /// Checksums that fit, around data that do not: what a fault in a writer, or ill will, could leave.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func dataThatNoWriterWritesAreRefusedWithoutACrashEvenWhenChecksumsFit(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        let index = directory.indexOfFiles
        _ = try makeIndex(directory, index)
        let commit = try index.commitPoint(2)
        for entry in commit.segments {
            let data = Array(try directory.bytes(entry.file.name).dropLast(FileFooter.length + 4))
            for _ in 0..<400 {
                var damaged = data
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let at = Int.random(in: damaged.indices, using: &generator)
                    damaged[at] =
                        [0, 1, 0x7f, 0x80, 0xff, UInt8.random(in: 0...255, using: &generator)][
                            Int.random(in: 0..<6, using: &generator)]
                }
                let file = try index.write(damaged, kind: .segment, name: "900.segment")
                var other = commit
                other.segments = [
                    SegmentEntry(file: file, documentCount: entry.documentCount, deletes: entry.deletes)
                ]
                // An answer is as good as an error here: nothing can tell a false number from a true one.
                if let reader = try? IndexReader(directory: index, commit: other) {
                    _ = try? Answers(reader)
                    let live = try LiveSegment(directory: index, entry: other.segments[0], fieldCount: 2)
                    _ = try? SegmentMerger(segments: [live], fieldCount: 2, pairs: PairPolicy(leastDocuments: 1)).merge(
                        to: index, name: "901.segment")
                }
            }
        }
    }
}
