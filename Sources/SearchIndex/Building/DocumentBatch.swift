internal import Synchronization

/// Documents that one thread collects for an index while others collect theirs.
///
/// A batch that has filled its memory writes a segment and goes on; what it has written belongs to the index when its
/// writer has taken the batch over (`IndexWriter.add(_:)`) and committed. Keys must differ from those of other batches
/// that are taken over for the same commit: of two documents of one key the batch that comes later wins.
public struct DocumentBatch: Sendable {
    private let directory: IndexDirectory
    private let schema: IndexSchema
    private let memoryBudget: Int
    private let pairs: PairPolicy
    private let fileNumbers: FileNumbers
    private var pending: SegmentBuilder
    /// Segments in the order in which they were written.
    private(set) var entries: [SegmentEntry] = []

    init(directory: IndexDirectory, schema: IndexSchema, memoryBudget: Int, pairs: PairPolicy, fileNumbers: FileNumbers)
    {
        self.directory = directory
        self.schema = schema
        self.memoryBudget = memoryBudget
        self.pairs = pairs
        self.fileNumbers = fileNumbers
        pending = SegmentBuilder(schema: schema, memoryBudget: memoryBudget)
    }

    /// Adds a document in place of the one of the same key in this batch, if there is one.
    public mutating func add(_ document: IndexDocument) throws(IndexError) {
        try pending.add(document)
        if pending.size > memoryBudget { try write() }
    }

    /// Writes what waits in memory, here and not when the writer takes the batch over.
    public mutating func write() throws(IndexError) {
        guard !pending.isEmpty else { return }
        let name = IndexDirectory.segmentName(fileNumbers.next())
        if let entry = try pending.write(to: directory, name: name, pairs: pairs) { entries.append(entry) }
        pending = SegmentBuilder(schema: schema, memoryBudget: memoryBudget)
    }
}

/// Numbers of new files, given out to threads.
final class FileNumbers: Sendable {
    private let number: Atomic<UInt64>

    init(_ first: UInt64) { number = Atomic(first) }

    /// A number that no file bears yet.
    func next() -> UInt64 { number.wrappingAdd(1, ordering: .relaxed).oldValue }

    /// The number that comes next.
    var current: UInt64 { number.load(ordering: .relaxed) }
}
