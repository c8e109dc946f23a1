import SearchIndex

#if canImport(Glibc)
    import Glibc
#endif

/// Builds an index of a corpus, and adds letters to one.
enum IndexBenchmark {
    static let schema = IndexSchema(fields: [field])
    static let field = "text"

    /// `read CORPUS`: reads letters and cuts them into tokens, which no build of an index can be faster than.
    static func read(corpus path: String) throws {
        let start = ContinuousClock.now
        var letters = LetterReader(SharedBlocks(try CorpusFile(path: path)))
        var (count, tokens) = (0, 0)
        while try letters.next() {
            count += 1
            tokens += letters.tokenCount
        }
        let seconds = seconds(since: start)
        print("{\"documents\": \(count), \"tokens\": \(tokens), \"total_s\": \(seconds)}")
    }

    /// Memory that documents may take before they are written, all threads together: room for 300 million tokens, so that
    /// the largest corpus becomes one segment a thread.
    static let memoryBudget = 2 << 30

    /// `index CORPUS INDEXDIR THREADS`. One thread makes one segment; of several each makes its own.
    static func build(corpus path: String, directory: String, threads: Int) async throws {
        // The C string lives for the call.
        guard unsafe access(directory, F_OK) != 0 else { throw BenchmarkError.notEmpty(path: directory) }
        let start = ContinuousClock.now
        let writer = try IndexWriter(directory: directory, schema: schema)
        let blocks = SharedBlocks(try CorpusFile(path: path))
        let empty = writer.makeBatch(memoryBudget: memoryBudget / threads)
        let batches = try await withThrowingTaskGroup(of: DocumentBatch.self) { group in
            for _ in 0..<threads { group.addTask { try fill(empty, from: blocks) } }
            var batches: [DocumentBatch] = []
            for try await batch in group { batches.append(batch) }
            return batches
        }
        for batch in batches { try writer.add(batch) }
        if threads == 1 { try writer.mergeFully() }
        try writer.commit(revision: 1)
        let count = try IndexReader.open(directory: directory).documentCount
        let seconds = seconds(since: start)
        print("{\"engine\": \"kamerspoor\", \"threads\": \(threads), \"documents\": \(count), \"total_s\": \(seconds)}")
    }

    private static func fill(_ batch: DocumentBatch, from blocks: SharedBlocks) throws -> DocumentBatch {
        var batch = batch
        var letters = LetterReader(blocks)
        while try letters.next() { try batch.add(letters.document) }
        try batch.write()
        return batch
    }

    /// `add INDEXDIR CORPUS COUNT`: adds the first letters of a corpus under new names, each committed and then found by a
    /// word that only it has. Prints the median and the 95th percentile of the time from adding to finding.
    static func add(directory: String, corpus path: String, count: Int) throws {
        let writer = try IndexWriter(directory: directory, schema: schema)
        var letters = LetterReader(SharedBlocks(try CorpusFile(path: path)))
        var times: [Double] = []
        while times.count < count, try letters.next() {
            let mark = "uniekwoord\(times.count)"
            letters.rename(to: "new-\(times.count)", lastWord: mark)
            let start = ContinuousClock.now
            try writer.add(letters.document)
            try writer.commit(revision: writer.revision + 1)
            let reader = try IndexReader.open(directory: directory)
            let found = try reader.search(.term(field: field, term: mark), limit: 1)
            times.append(seconds(since: start) * 1e3)
            guard found.total == 1 else { throw BenchmarkError.notFound(term: mark) }
        }
        times.sort()
        guard let median = percentile(times, 0.5), let high = percentile(times, 0.95) else { return }
        print("{\"commit_ms_p50\": \(median), \"commit_ms_p95\": \(high)}")
    }

    private static func percentile(_ sorted: [Double], _ part: Double) -> Double? {
        sorted.isEmpty ? nil : sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
    }

    static func seconds(since start: ContinuousClock.Instant) -> Double { (ContinuousClock.now - start) / .seconds(1) }
}
