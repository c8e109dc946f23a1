/// One state of an index on disk: it does not change, whatever a writer does meanwhile, and threads may share it.
///
/// Opening reads the manifest and a few bytes of each file. What a query touches is compared with its checksums first,
/// so an answer is right or it is an error that names the file.
public final class IndexReader: Sendable {
    public let schema: IndexSchema
    /// Live documents.
    public let documentCount: Int

    private let directory: IndexDirectory
    private let commit: CommitPoint
    let segments: [LiveSegment]
    /// By field.
    private let lengths: [LengthStatistics]

    /// The revision of the catalog that the last commit covers.
    public var revision: UInt64 { commit.revision }

    /// Opens the last commit in a folder; the one before it if the last is damaged.
    public static func open(directory path: String) throws(IndexError) -> IndexReader {
        let directory = IndexDirectory(path: path)
        // A writer may remove a commit's files while they are being opened; then there is a newer commit to open.
        while true {
            let numbers = try directory.manifestNumbers()
            do throws(IndexError) {
                return try open(directory, numbers)
            } catch {
                if try directory.manifestNumbers() == numbers { throw error }
            }
        }
    }

    private static func open(_ directory: IndexDirectory, _ numbers: [UInt64]) throws(IndexError) -> IndexReader {
        var firstError = IndexError.notAnIndex(path: directory.path)
        for number in numbers {
            do throws(IndexError) {
                return try IndexReader(directory: directory, commit: try directory.commitPoint(number))
            } catch {
                guard error.isDamage else { throw error }
                if number == numbers.first { firstError = error }
            }
        }
        throw firstError
    }

    init(directory: IndexDirectory, commit: CommitPoint) throws(IndexError) {
        self.directory = directory
        self.commit = commit
        schema = try IndexSchema(validating: commit.fields, commit.columns, in: directory.path)
        var segments: [LiveSegment] = []
        for entry in commit.segments {
            segments.append(try LiveSegment(directory: directory, entry: entry, fieldCount: commit.fields.count))
        }
        self.segments = segments
        documentCount = segments.reduce(0) { $0 + $1.liveCount }
        var lengths: [LengthStatistics] = []
        for field in commit.fields.indices {
            var statistics = FieldStatistics()
            for segment in segments { statistics = statistics + (try segment.statistics(ofField: field)) }
            lengths.append(LengthStatistics(averageLength: statistics.averageLength))
        }
        self.lengths = lengths
    }

    // MARK: - Searching

    /// Whether a document of this key is in the index.
    public func contains(key: String) throws(IndexError) -> Bool { try place(of: key) != nil }

    /// Live documents that hold a term.
    public func docFreq(field: String, term: String) throws(IndexError) -> Int {
        guard let number = schema.fields.firstIndex(of: field) else {
            throw .unknownField(name: field, known: schema.fields)
        }
        return try preparation.lookUp(term, fields: [number]).docFreq
    }

    /// The best documents for a query: ordered by score, then sort key, highest first, then key, lowest first.
    ///
    /// - Parameters:
    ///   - limit: most documents to return.
    ///   - offset: best documents to leave out.
    public func search(_ query: Query, limit: Int, offset: Int = 0) throws(IndexError) -> TopDocuments {
        let prepared = try prepare(query)
        var top = topK(limit: limit, offset: offset)
        var total = 0
        for (number, segment) in segments.enumerated() {
            total += try SegmentSearch(segment: segment, number: number).collectAll(prepared, into: &top)
        }
        return TopDocuments(hits: try hits(of: try top.ranked(dropping: max(0, offset))), total: total)
    }

    /// The same documents without their total: cheaper, since documents that cannot be among the best are passed over.
    public func top(_ query: Query, limit: Int, offset: Int = 0) throws(IndexError) -> [Hit] {
        try hits(of: try ranked(query, limit: limit, offset: offset))
    }

    /// The same documents before their keys are read.
    public func ranked(_ query: Query, limit: Int, offset: Int = 0) throws(IndexError) -> [RankedDocument] {
        let prepared = try prepare(query)
        var top = topK(limit: limit, offset: offset)
        for (number, segment) in segments.enumerated() {
            try SegmentSearch(segment: segment, number: number).collectBest(prepared, into: &top)
        }
        return try top.ranked(dropping: max(0, offset))
    }

    /// The keys of documents that `ranked` of this reader has found.
    public func hits(of documents: [RankedDocument]) throws(IndexError) -> [Hit] {
        var hits: [Hit] = []
        hits.reserveCapacity(documents.count)
        for document in documents {
            let reader = segments[document.segment].reader
            hits.append(
                Hit(
                    key: try reader.key(of: document.doc), score: document.score,
                    sortKey: try reader.sortKey(of: document.doc)))
        }
        return hits
    }

    /// How many documents match.
    public func count(_ query: Query) throws(IndexError) -> Int {
        let prepared = try prepare(query)
        var total = 0
        for (number, segment) in segments.enumerated() {
            total += try SegmentSearch(segment: segment, number: number).count(prepared)
        }
        return total
    }

    /// Calls `body` with each segment, the search on it, and the query made ready.
    func forEachSegment(
        _ query: Query,
        _ body: (LiveSegment, SegmentSearch, PreparedQuery) throws(IndexError) -> Void
    ) throws(IndexError) {
        let prepared = try prepare(query)
        for (number, segment) in segments.enumerated() {
            try body(segment, SegmentSearch(segment: segment, number: number), prepared)
        }
    }

    private func topK(limit: Int, offset: Int) -> TopK {
        let (sum, overflows) = max(0, limit).addingReportingOverflow(max(0, offset))
        return TopK(capacity: limit <= 0 ? 0 : min(overflows ? Int.max : sum, documentCount), segments: segments)
    }

    /// Where the terms and phrases of a query stand in one document, by field, position and leaf; none when the document
    /// does not match. Parts of the query that did not contribute to the match are left out.
    public func occurrences(of query: Query, inKey key: String) throws(IndexError) -> [Occurrence] {
        let prepared = try prepare(query)
        guard let (number, doc) = try place(of: key) else { return [] }
        var found: [LeafOccurrence] = []
        let search = SegmentSearch(segment: segments[number], number: number)
        guard try search.collectOccurrences(of: prepared, in: doc, into: &found) else { return [] }
        found.sort { ($0.field, $0.position, $0.leaf) < ($1.field, $1.position, $1.leaf) }
        return found.map { place in
            Occurrence(
                field: schema.fields[place.field], position: place.position, length: place.length, leaf: place.leaf)
        }
    }

    private var preparation: QueryPreparation {
        QueryPreparation(
            segments: segments, schema: schema, documentCount: documentCount, statistics: lengths)
    }

    func prepare(_ query: Query) throws(IndexError) -> PreparedQuery {
        var preparation = preparation
        return try preparation.prepare(query)
    }

    func place(of key: String) throws(IndexError) -> (segment: Int, doc: DocID)? {
        for (number, segment) in segments.enumerated() {
            if let doc = try segment.doc(of: key) { return (number, doc) }
        }
        return nil
    }

    // MARK: - Checking

    /// Compares every file of the commit with its checksums, and says what does not match; empty when all is well.
    ///
    /// Later commits count too: where one is damaged, this state is not the last one.
    public func verify() throws(IndexError) -> [IndexError] {
        var problems: [IndexError] = []
        let numbers = Set(try directory.manifestNumbers()).union([commit.number])
        for number in numbers.sorted() where number >= commit.number {
            let found = self.problems(ofCommit: number)
            if found.isEmpty { continue }
            // A writer may have removed the commit meanwhile, having made later ones.
            let left = try directory.manifestNumbers()
            if !left.contains(number), left.contains(where: { $0 > number }) { continue }
            for problem in found where !problems.contains(problem) { problems.append(problem) }
        }
        return problems
    }

    private func problems(ofCommit number: UInt64) -> [IndexError] {
        var problems: [IndexError] = []
        func note(_ check: () throws(IndexError) -> Void) {
            do throws(IndexError) { try check() } catch { problems.append(error) }
        }
        var entries = number == commit.number ? commit.segments : []
        note { () throws(IndexError) in
            let found = try directory.commitPoint(number)
            guard number != commit.number || found == commit else {
                let path = directory.path(of: IndexDirectory.manifestName(number))
                throw .corrupt(file: path, offset: 0, what: "it has changed since it was opened")
            }
            entries = found.segments
        }
        for entry in entries {
            note { () throws(IndexError) in try directory.open(entry.file, kind: .segment).verify() }
            guard let deletes = entry.deletes else { continue }
            note { () throws(IndexError) in try directory.open(deletes.file, kind: .deletes).verify() }
        }
        return problems
    }
}

extension IndexSchema {
    /// The fields of a commit, which only damage or a foreign writer makes unusable.
    init(validating fields: [String], _ columns: [Column], in path: String) throws(IndexError) {
        guard (1...255).contains(fields.count), Set(fields).count == fields.count,
            columns.count <= 255, Set(columns.map(\.name)).count == columns.count
        else {
            throw .corrupt(file: path, offset: 0, what: "the manifest names no fields, or one twice")
        }
        self.init(fields: fields, columns: columns)
    }
}
