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
        var letters = try LetterReader(path: path)
        var (count, tokens) = (0, 0)
        while try letters.next() {
            count += 1
            tokens += letters.tokenCount
        }
        let seconds = seconds(since: start)
        print("{\"documents\": \(count), \"tokens\": \(tokens), \"total_s\": \(seconds)}")
    }

    /// `index CORPUS INDEXDIR THREADS`. Today's engine builds with one thread, whatever is asked.
    static func build(corpus path: String, directory: String, threads _: Int) throws {
        // The C string lives for the call.
        guard unsafe access(directory, F_OK) != 0 else { throw BenchmarkError.notEmpty(path: directory) }
        let start = ContinuousClock.now
        let writer = try IndexWriter(directory: directory, schema: schema)
        var letters = try LetterReader(path: path)
        var count = 0
        while try letters.next() {
            try writer.add(letters.document)
            count += 1
        }
        try writer.commit(revision: 1)
        let seconds = seconds(since: start)
        print("{\"engine\": \"kamerspoor\", \"threads\": 1, \"documents\": \(count), \"total_s\": \(seconds)}")
    }

    /// `add INDEXDIR CORPUS COUNT`: adds the first letters of a corpus under new names, each committed and then found by a
    /// word that only it has. Prints the median and the 95th percentile of the time from adding to finding.
    static func add(directory: String, corpus path: String, count: Int) throws {
        let writer = try IndexWriter(directory: directory, schema: schema)
        var letters = try LetterReader(path: path)
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
