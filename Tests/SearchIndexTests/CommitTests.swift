import Foundation
import Testing

@testable import SearchIndex

/// What holds of an index between commits, beside a second writer, and after a writer was killed.
@Suite struct CommitTests {
    static let schema = IndexSchema(fields: ["title", "body"])

    static func document(_ key: String, _ words: String...) -> IndexDocument {
        var document = IndexDocument(key: key)
        for (position, word) in words.enumerated() { document.add(word, at: UInt32(position), in: 1) }
        return document
    }

    private func keys(_ reader: IndexReader, _ term: String) throws -> [String] {
        try reader.search(.term(field: "body", term: term), limit: 100).hits.map(\.key).sorted()
    }

    @Test func nothingIsFoundBeforeACommitAndAllAfterIt() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
        try writer.add(Self.document("a", "zorg"))
        #expect(throws: IndexError.notAnIndex(path: directory.path)) { try IndexReader.open(directory: directory.path) }
        try writer.commit(revision: 7)
        let reader = try IndexReader.open(directory: directory.path)
        #expect(try keys(reader, "zorg") == ["a"])
        #expect(reader.revision == 7)
    }

    @Test func aReaderKeepsItsStateWhileAWriterCommitsAndRemovesFiles() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
        try writer.add(Self.document("a", "zorg"))
        try writer.commit(revision: 1)
        let reader = try IndexReader.open(directory: directory.path)
        for revision in 2...30 as ClosedRange<UInt64> {
            try writer.add(Self.document("a", "school"))
            try writer.add(Self.document("b\(revision)", "zorg"))
            try writer.commit(revision: revision)
        }
        #expect(try keys(reader, "zorg") == ["a"])
        #expect(try keys(reader, "school") == [])
        let last = try IndexReader.open(directory: directory.path)
        #expect(try keys(last, "zorg").count == 29)
        #expect(try keys(last, "school") == ["a"])
    }

    @Test func readersAndAWriterAtOnceSeeWholeCommits() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path
        let writer = try IndexWriter(directory: path, schema: Self.schema)
        try writer.commit(revision: 0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<60 {
                        let reader = try IndexReader.open(directory: path)
                        let total = try reader.search(.term(field: "body", term: "zorg"), limit: 1).total
                        #expect(UInt64(total) == reader.revision)
                    }
                }
            }
            for revision in 1...60 as ClosedRange<UInt64> {
                try writer.add(Self.document("k\(revision)", "zorg"))
                try writer.commit(revision: revision)
                await Task.yield()
            }
            try await group.waitForAll()
        }
    }

    @Test func aSecondWriterIsRefusedAndToldWhoHoldsTheLock() throws {
        let directory = try TemporaryDirectory()
        let before = UInt64(Date().timeIntervalSince1970)
        var writer: IndexWriter? = try IndexWriter(directory: directory.path, schema: Self.schema)
        let error = try #require(throws: IndexError.self) {
            try IndexWriter(directory: directory.path, schema: Self.schema)
        }
        guard case .locked(directory.path, let process, let since) = error else {
            Issue.record("unexpected \(error)")
            return
        }
        #expect(process == ProcessInfo.processInfo.processIdentifier)
        #expect(since >= before && since <= before + 60)
        try writer?.commit(revision: 1)
        writer = nil
        #expect(throws: Never.self) { try IndexWriter(directory: directory.path, schema: Self.schema) }
    }

    @Test func whatAKilledWriterLeftIsClearedUpByTheNextAndNothingElseIs() throws {
        let directory = try TemporaryDirectory()
        do {
            let writer = try IndexWriter(directory: directory.indexOfFiles, schema: Self.schema)
            try writer.add(Self.document("a", "zorg"))
            try writer.commit(revision: 1)
        }
        let names = try directory.names()
        for name in ["2.segment.new", "2.segment", "3.deletes", "manifest-2.new", "900.deletes.new"] {
            try directory.write([1, 2, 3], to: name)
        }
        for name in ["notes.txt", "x.segment", "manifest-x", "02.segment"] { try directory.write([4], to: name) }
        #expect(try keys(try IndexReader.open(directory: directory.path), "zorg") == ["a"])
        let writer = try IndexWriter(directory: directory.indexOfFiles, schema: Self.schema)
        #expect(try directory.names() == (names + ["notes.txt", "x.segment", "manifest-x", "02.segment"]).sorted())
        try writer.add(Self.document("b", "zorg"))
        try writer.commit(revision: 2)
        #expect(try keys(try IndexReader.open(directory: directory.path), "zorg") == ["a", "b"])
    }

    @Test func theLastTwoCommitsAreKeptAndTheirFiles() throws {
        let directory = try TemporaryDirectory()
        do {
            let writer = try IndexWriter(directory: directory.indexOfFiles, schema: Self.schema)
            for revision in 1...12 as ClosedRange<UInt64> {
                try writer.add(Self.document("k\(revision % 3)", "zorg"))
                try writer.commit(revision: revision)
            }
        }
        #expect(try directory.names() == namesOfTheLastCommits(directory, 11, 12))
        try directory.remove("manifest-12")
        #expect(try IndexReader.open(directory: directory.path).revision == 11)
        #expect(try IndexReader.open(directory: directory.path).verify() == [])
    }

    private func namesOfTheLastCommits(_ directory: TemporaryDirectory, _ numbers: UInt64...) throws -> [String] {
        let folder = IndexDirectory(path: directory.path)
        var names: Set = [IndexDirectory.lockName]
        for number in numbers {
            names.insert(IndexDirectory.manifestName(number))
            names.formUnion(try folder.commitPoint(number).files.map(\.name))
        }
        return names.sorted()
    }

    @Test func oldFilesOfManySmallCommitsAreRemovedTogetherWhileTheWriterGoesOn() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.indexOfFiles, schema: Self.schema)
        var most = 0
        var removals = 0
        var count = 0
        for revision in 1...120 as ClosedRange<UInt64> {
            try writer.add(Self.document("k\(revision)", "zorg"))
            try writer.commit(revision: revision)
            let names = try directory.names().count
            if names < count { removals += 1 }
            count = names
            most = max(most, names)
        }
        // Files of two commits, the lock, what may wait, and what the last commit before a removal adds to it.
        #expect(most <= IndexWriter.oldFileLimit + 4 * (IndexWriter.segmentLimit + 2))
        #expect((1...8).contains(removals))
        #expect(try keys(try IndexReader.open(directory: directory.path), "zorg").count == 100)
    }

    @Test func anOldLargeFileDoesNotWait() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
        var document = IndexDocument(key: "a")
        for position in 0..<600_000 as Range<UInt32> { document.add("w\(position)", at: position, in: 1) }
        try writer.add(document)
        try writer.commit(revision: 1)
        for revision in 2...3 as ClosedRange<UInt64> {
            try writer.add(Self.document("a", "zorg"))
            try writer.commit(revision: revision)
        }
        #expect(try directory.names() == namesOfTheLastCommits(directory, 2, 3))
    }

    @Test func theCommitBeforeIsOpenedWhenTheLastIsDamagedAndTheNextWriterGoesOnFromThere() throws {
        let directory = try TemporaryDirectory()
        do {
            let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
            try writer.add(Self.document("a", "zorg"))
            try writer.commit(revision: 1)
            try writer.add(Self.document("b", "zorg"))
            try writer.commit(revision: 2)
        }
        try directory.write(try directory.bytes("manifest-2").dropLast(), to: "manifest-2")
        let reader = try IndexReader.open(directory: directory.path)
        #expect(reader.revision == 1)
        #expect(try reader.verify().count == 1)
        let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
        #expect(writer.revision == 1)
        try writer.add(Self.document("c", "zorg"))
        try writer.commit(revision: 3)
        let next = try IndexReader.open(directory: directory.path)
        #expect(try keys(next, "zorg") == ["a", "c"])
        #expect(try next.verify() == [])
    }

    @Test func smallSegmentsAreOfTheManifestUntilTheyAreMergedToALargeOne() throws {
        let directory = try TemporaryDirectory()
        let index = IndexDirectory(path: directory.path, smallFileLimit: 1_000)
        let writer = try IndexWriter(directory: index, schema: Self.schema)
        var hasFiles = false
        for revision in 1...60 as ClosedRange<UInt64> {
            try writer.add(Self.document("k\(revision)", "zorg", "w\(revision)", "x\(revision)", "y\(revision)"))
            if revision % 7 == 0 { try writer.remove(key: "k\(revision - 3)") }
            try writer.commit(revision: revision)
            let commit = try index.commitPoint(revision)
            if revision < 8 { #expect(commit.files.isEmpty) }
            hasFiles = hasFiles || !commit.files.isEmpty
            let reader = try IndexReader.open(directory: directory.path)
            #expect(try keys(reader, "zorg").count == Int(revision - revision / 7))
            #expect(try reader.verify() == [])
        }
        #expect(hasFiles)
        let files = try index.commitPoint(60).files.map(\.name)
        #expect(try files.allSatisfy { try directory.names().contains($0) })
    }

    @Test func aWriterGoesOnFromWhatTheManifestHolds() throws {
        let directory = try TemporaryDirectory()
        for (revision, key) in ["a", "b", "c", "a"].enumerated() {
            let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
            try writer.add(Self.document(key, "zorg", "revisie\(revision)"))
            try writer.commit(revision: UInt64(revision))
        }
        let reader = try IndexReader.open(directory: directory.path)
        #expect(try keys(reader, "zorg") == ["a", "b", "c"])
        #expect(try keys(reader, "revisie0") == [])
        #expect(try keys(reader, "revisie3") == ["a"])
        #expect(try directory.names() == ["manifest-3", "manifest-4", "writer.lock"])
    }

    /// Disks may lose what they were told to keep.
    @Test func aCommitOfWhoseFilesTheNamesAreLostGivesWayToTheOneBefore() throws {
        let directory = try TemporaryDirectory()
        do {
            let writer = try IndexWriter(directory: directory.indexOfFiles, schema: Self.schema)
            try writer.add(Self.document("a", "zorg"))
            try writer.add(Self.document("c", "raad"))
            try writer.commit(revision: 1)
            try writer.add(Self.document("a", "school"))
            try writer.add(Self.document("b", "zorg"))
            try writer.commit(revision: 2)
        }
        // Each file that only the last commit names, alone: its segment, and what is deleted of the first.
        let names = try IndexDirectory(path: directory.path).commitPoint(2).files.map(\.name).filter {
            $0 != "1.segment"
        }
        #expect(!names.isEmpty)
        for lost in names {
            let bytes = try directory.bytes(lost)
            try directory.remove(lost)
            let reader = try IndexReader.open(directory: directory.path)
            #expect(reader.revision == 1)
            #expect(try keys(reader, "zorg") == ["a"])
            try directory.write(bytes, to: lost)
            #expect(try IndexReader.open(directory: directory.path).revision == 2)
        }
        for lost in names { try directory.remove(lost) }
        let writer = try IndexWriter(directory: directory.indexOfFiles, schema: Self.schema)
        #expect(writer.revision == 1)
        try writer.add(Self.document("b", "zorg"))
        try writer.commit(revision: 3)
        let next = try IndexReader.open(directory: directory.path)
        #expect(try keys(next, "zorg") == ["a", "b"])
        #expect(try next.verify() == [])
    }

    @Test func anIndexWithoutAWholeCommitIsAnErrorAndIsNotStartedAnew() throws {
        let directory = try TemporaryDirectory()
        try directory.write([0], to: "manifest-5")
        let path = "\(directory.path)/manifest-5"
        let expected = IndexError.corrupt(file: path, offset: 1, what: "the file is too short")
        #expect(throws: expected) { try IndexReader.open(directory: directory.path) }
        #expect(throws: expected) { try IndexWriter(directory: directory.path, schema: Self.schema) }
        #expect(try directory.names().contains("manifest-5"))
    }

    @Test func afterAFailedCommitTheIndexIsAsItWasAndTheWriterIsClosed() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.indexOfFiles, schema: Self.schema)
        try writer.add(Self.document("a", "zorg"))
        try writer.commit(revision: 1)
        // A folder in the way of the next manifest's file makes the commit fail after its segment is written.
        try FileManager.default.createDirectory(
            atPath: "\(directory.path)/manifest-2.new", withIntermediateDirectories: true)
        try writer.add(Self.document("b", "zorg"))
        #expect(throws: IndexError.self) { try writer.commit(revision: 2) }
        #expect(try directory.names() == ["1.segment", "manifest-1", "manifest-2.new", "writer.lock"])
        #expect(throws: IndexError.writerClosed(path: directory.path)) { try writer.commit(revision: 2) }
        #expect(throws: IndexError.writerClosed(path: directory.path)) { try writer.add(Self.document("c")) }
        #expect(throws: IndexError.writerClosed(path: directory.path)) { try writer.remove(key: "a") }
        let reader = try IndexReader.open(directory: directory.path)
        #expect(try keys(reader, "zorg") == ["a"])
    }

    @Test func anIndexOfOtherFieldsIsRefused() throws {
        let directory = try TemporaryDirectory()
        do { try IndexWriter(directory: directory.path, schema: Self.schema).commit(revision: 1) }
        #expect(throws: IndexError.otherSchema(path: directory.path, found: ["title", "body"], wanted: ["body"])) {
            try IndexWriter(directory: directory.path, schema: IndexSchema(fields: ["body"]))
        }
    }

    @Test func aLaterFormatIsNamedAndNotTakenForDamage() throws {
        let directory = try TemporaryDirectory()
        do {
            let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
            try writer.commit(revision: 1)
            try writer.commit(revision: 2)
        }
        var bytes = try directory.bytes("manifest-2")
        bytes[bytes.count - 24] = 9
        let checksum = CRC32C.checksum(of: bytes.span.extracting(0..<bytes.count - 4))
        for at in 0..<4 { bytes[bytes.count - 4 + at] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * at)) }
        try directory.write(bytes, to: "manifest-2")
        let expected = IndexError.formatTooNew(
            path: "\(directory.path)/manifest-2", found: 9, newest: FileFooter.version)
        #expect(throws: expected) { try IndexReader.open(directory: directory.path) }
        #expect(throws: expected) { try IndexWriter(directory: directory.path, schema: Self.schema) }
    }

    @Test func documentsThatCannotBeStoredAreRefusedAndLeaveNoTrace() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: Self.schema)
        try writer.add(Self.document("a", "zorg"))
        var backward = IndexDocument(key: "a")
        backward.add("x", at: 5, in: 0)
        backward.add("x", at: 4, in: 0)
        #expect(throws: IndexError.invalidDocument(key: "a", what: "positions in a field go back at 4")) {
            try writer.add(backward)
        }
        var foreign = IndexDocument(key: "a")
        foreign.add("x", at: 0, in: 2)
        #expect(throws: IndexError.invalidDocument(key: "a", what: "it has a field number 2, fields are 0 to 1")) {
            try writer.add(foreign)
        }
        var long = IndexDocument(key: "a")
        long.add(String(repeating: "x", count: 65_536), at: 0, in: 0)
        #expect(throws: IndexError.invalidDocument(key: "a", what: "a term is over 65,535 bytes long")) {
            try writer.add(long)
        }
        try writer.commit(revision: 1)
        #expect(try keys(try IndexReader.open(directory: directory.path), "zorg") == ["a"])
    }
}
