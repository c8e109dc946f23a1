/// The one writer of an index. What it is given can be found once `commit(revision:)` has returned, and not before.
///
/// Not for use by two threads at once. A writer that is dropped without a commit leaves the index as it was.
public final class IndexWriter {
    /// Memory for documents that wait for their segment, in bytes; beyond it a segment is written early.
    public static let defaultMemoryBudget = 256 << 20
    /// Segments that a commit may have; more are merged. Each costs a query one look-up a term.
    static let segmentLimit = 8
    /// Files that no kept commit names, which may wait to be removed together, and their bytes. To remove a file can take
    /// a file system as long as to force one onto the disk.
    static let oldFileLimit = 64
    static let oldBytesLimit = 4 << 20

    public let schema: IndexSchema

    private let directory: IndexDirectory
    private let lock: WriterLock
    private let memoryBudget: Int
    private let pairs: PairPolicy
    private var committed: CommitPoint
    /// The commit before, whose files are kept too.
    private var previous: CommitPoint?
    private let fileNumbers: FileNumbers
    private var nextManifest: UInt64
    private var segments: [WriterSegment] = []
    private var pending: SegmentBuilder
    private var isClosed = false
    /// What waits to be removed.
    private var oldFileCount = 0
    private var oldBytes = 0

    /// A segment of the state that is being made.
    private struct WriterSegment {
        var entry: SegmentEntry
        var live: LiveSegment
        /// Documents have been deleted since its deletes were written.
        var isChanged = false
    }

    /// Opens the index in a folder, or makes a new one there, and takes its lock until the writer is dropped.
    ///
    /// Clears up what a writer that was killed has left.
    public convenience init(
        directory path: String, schema: IndexSchema, memoryBudget: Int = IndexWriter.defaultMemoryBudget
    ) throws(IndexError) {
        try self.init(
            directory: IndexDirectory(path: path), schema: schema, memoryBudget: memoryBudget, pairs: PairPolicy())
    }

    init(
        directory: IndexDirectory, schema: IndexSchema, memoryBudget: Int = IndexWriter.defaultMemoryBudget,
        pairs: PairPolicy = PairPolicy()
    ) throws(IndexError) {
        let path = directory.path
        try FileSystem.makeDirectory(path)
        lock = try WriterLock(path: directory.path(of: IndexDirectory.lockName), index: path)
        let numbers = try directory.manifestNumbers()
        let kept = try Self.keptCommits(directory, numbers)
        let commit = kept.first ?? CommitPoint(schema: schema)
        guard commit.fields == schema.fields, commit.columns == schema.columns else {
            throw .otherSchema(path: path, found: commit.names, wanted: CommitPoint(schema: schema).names)
        }
        self.schema = schema
        self.directory = directory
        self.memoryBudget = memoryBudget
        self.pairs = pairs
        committed = commit
        previous = kept.dropFirst().first
        fileNumbers = FileNumbers(commit.nextFile)
        // Above a damaged manifest too, so that the next commit counts.
        nextManifest = max(numbers.first ?? 0, commit.number) &+ 1
        pending = SegmentBuilder(schema: schema, memoryBudget: memoryBudget)
        for entry in commit.segments {
            let live = try LiveSegment(directory: directory, entry: entry, fieldCount: schema.fields.count)
            segments.append(WriterSegment(entry: entry, live: live))
        }
        try directory.removeFiles(exceptOf: kept)
    }

    deinit {
        // What cannot be removed now, the next writer removes.
        if oldFileCount > 0 { try? removeOldFiles() }
    }

    /// The last commit that can be opened and the one before it. None in a new folder; an error when there are
    /// manifests and none is whole, because starting anew would throw the index away.
    private static func keptCommits(_ directory: IndexDirectory, _ numbers: [UInt64]) throws(IndexError)
        -> [CommitPoint]
    {
        var kept: [CommitPoint] = []
        var firstError: IndexError?
        for number in numbers where kept.count < 2 {
            do throws(IndexError) {
                let commit = try directory.commitPoint(number)
                _ = try IndexReader(directory: directory, commit: commit)
                kept.append(commit)
            } catch {
                guard error.isDamage else { throw error }
                firstError = firstError ?? error
            }
        }
        if kept.isEmpty, let firstError { throw firstError }
        return kept
    }

    /// The revision of the catalog that the last commit covers.
    public var revision: UInt64 { committed.revision }

    // MARK: - Changing

    /// Adds a document in place of the one of the same key, if there is one.
    public func add(_ document: IndexDocument) throws(IndexError) {
        try checkOpen()
        try pending.add(document)
        try removeFromSegments(key: document.key)
        if pending.size > memoryBudget { try closingOnError { () throws(IndexError) in try flush() } }
    }

    /// Removes the document of this key, if there is one.
    public func remove(key: String) throws(IndexError) {
        try checkOpen()
        pending.remove(key: Array(key.utf8))
        try removeFromSegments(key: key)
    }

    /// A batch for one of several threads, which may take so much memory.
    public func makeBatch(memoryBudget: Int) -> DocumentBatch {
        DocumentBatch(
            directory: directory, schema: schema, memoryBudget: memoryBudget, pairs: pairs,
            fileNumbers: fileNumbers)
    }

    /// Takes over the documents of a batch that `makeBatch(memoryBudget:)` of this writer has made. They take the place of
    /// those of the same keys.
    public func add(_ batch: consuming DocumentBatch) throws(IndexError) {
        try checkOpen()
        var batch = batch
        try closingOnError { () throws(IndexError) in
            try batch.write()
            for entry in batch.entries {
                let segment = try open(entry)
                for doc in 0..<DocID(segment.live.reader.documentCount) where !isNew {
                    let key = try segment.live.reader.key(of: doc)
                    pending.remove(key: Array(key.utf8))
                    try removeFromSegments(key: key)
                }
                segments.append(segment)
            }
        }
    }

    /// Nothing has been added before, so that no key need be looked up.
    private var isNew: Bool { segments.isEmpty && pending.isEmpty }

    /// Makes one segment of all, without deleted documents, for the next commit. The same documents give the same bytes,
    /// however they came to be in the index.
    public func mergeFully() throws(IndexError) {
        try checkOpen()
        try closingOnError { () throws(IndexError) in
            try flush()
            let isWhole = segments.count == 1 && segments[0].live.deleted.count == 0
            if !isWhole, !segments.isEmpty { try merge(segments.indices.filter { _ in true }) }
        }
    }

    private func removeFromSegments(key: String) throws(IndexError) {
        for at in segments.indices {
            guard let doc = try segments[at].live.doc(of: key) else { continue }
            segments[at].live.deleted.insert(doc)
            segments[at].isChanged = true
        }
    }

    // MARK: - Committing

    /// Makes all changes so far durable and visible to readers that open from now on.
    ///
    /// After an error the index is as it was, and this writer takes no more changes: whether a disk that failed to
    /// write holds the data can only be known by reading it again.
    public func commit(revision: UInt64) throws(IndexError) {
        try checkOpen()
        try closingOnError { () throws(IndexError) in
            try flush()
            countOldFiles(of: segments.filter { $0.live.liveCount == 0 })
            segments.removeAll { $0.live.liveCount == 0 }
            try mergeIfMany()
            try writeDeletes()
            var commit = CommitPoint(schema: schema)
            commit.number = nextManifest
            commit.revision = revision
            commit.nextFile = fileNumbers.current
            commit.segments = segments.map(\.entry)
            try directory.publish(
                commit, isAlone: Set(commit.files.map(\.name)).isSubset(of: committed.files.map(\.name)))
            countOldFiles(without: commit)
            previous = committed.number > 0 ? committed : nil
            committed = commit
            nextManifest += 1
        }
        // The commit stands. What cannot be removed now, the next writer removes.
        if oldFileCount > Self.oldFileLimit || oldBytes > Self.oldBytesLimit { try? removeOldFiles() }
    }

    /// Counts what only the commit before the last names, now that another has been made.
    private func countOldFiles(without commit: CommitPoint) {
        guard let old = previous else { return }
        // One more: its manifest, with the small files in it.
        oldFileCount += 1
        oldBytes += old.smallFileLength
        countOldFiles(old.files, except: committed.files + commit.files)
    }

    /// Counts the files of segments that are given up, as far as no commit names them.
    private func countOldFiles(of segments: [WriterSegment]) {
        countOldFiles(segments.map(\.entry.file), except: committed.files)
    }

    private func countOldFiles(_ files: [FileEntry], except kept: [FileEntry]) {
        let names = Set(kept.map(\.name))
        for file in files where file.contents == nil && !names.contains(file.name) {
            oldFileCount += 1
            oldBytes += file.length
        }
    }

    private func removeOldFiles() throws(IndexError) {
        (oldFileCount, oldBytes) = (0, 0)
        var kept = previous.map { [$0] } ?? []
        if committed.number > 0 { kept.append(committed) }
        try directory.removeFiles(exceptOf: kept)
    }

    private func checkOpen() throws(IndexError) {
        if isClosed { throw .writerClosed(path: directory.path) }
    }

    private func closingOnError(_ work: () throws(IndexError) -> Void) throws(IndexError) {
        do throws(IndexError) {
            try work()
        } catch {
            isClosed = true
            // The old state and no stray files; what cannot be removed now, the next writer removes.
            try? removeOldFiles()
            throw error
        }
    }

    private func newFileNumber() -> UInt64 { fileNumbers.next() }

    /// Writes the waiting documents as a segment.
    private func flush() throws(IndexError) {
        guard !pending.isEmpty else { return }
        let name = IndexDirectory.segmentName(newFileNumber())
        if let entry = try pending.write(to: directory, name: name, pairs: pairs) { segments.append(try open(entry)) }
        pending = SegmentBuilder(schema: schema, memoryBudget: memoryBudget)
    }

    private func open(_ entry: SegmentEntry) throws(IndexError) -> WriterSegment {
        let live = try LiveSegment(directory: directory, entry: entry, fieldCount: schema.fields.count)
        return WriterSegment(entry: entry, live: live)
    }

    /// Merges the smallest segments when there are more than `segmentLimit`.
    ///
    /// As many as follow without a jump in size: each further one is at most twice what is taken before it. So a
    /// document is rewritten about as often as the logarithm of the number of documents, and not once a commit.
    private func mergeIfMany() throws(IndexError) {
        guard segments.count > Self.segmentLimit else { return }
        let bySize = segments.indices.sorted { segments[$0].live.liveCount < segments[$1].live.liveCount }
        var chosen: Set<Int> = []
        var sum = 0
        for at in bySize {
            let count = segments[at].live.liveCount
            if chosen.count >= 2, count > 2 * sum { break }
            chosen.insert(at)
            sum += count
        }
        try merge(segments.indices.filter(chosen.contains))
    }

    private func merge(_ chosen: [Int]) throws(IndexError) {
        let merger = SegmentMerger(
            segments: chosen.map { segments[$0].live }, fieldCount: schema.fields.count, pairs: pairs)
        let name = IndexDirectory.segmentName(newFileNumber())
        countOldFiles(of: chosen.map { segments[$0] })
        var kept = segments.indices.filter { !chosen.contains($0) }.map { segments[$0] }
        if let entry = try merger.merge(to: directory, name: name) { kept.append(try open(entry)) }
        segments = kept
    }

    private func writeDeletes() throws(IndexError) {
        for at in segments.indices where segments[at].isChanged {
            let deleted = segments[at].live.deleted
            let name = IndexDirectory.deletesName(newFileNumber())
            let file = try directory.write(deleted.encoded(), kind: .deletes, name: name)
            segments[at].entry.deletes = DeletesEntry(file: file, count: deleted.count)
            segments[at].isChanged = false
        }
    }
}
