import SearchIndex

#if canImport(Glibc)
    import Glibc
#endif

/// Answers the queries of a benchmark client, one line in, one line out; the protocol is in `Benchmarks/peers/README.md`.
struct QueryBenchmark {
    private let reader: IndexReader
    /// The client wants the nanoseconds that parsing and searching took.
    private let tellsTime: Bool

    init(directory: String) throws {
        reader = try IndexReader.open(directory: directory)
        tellsTime = unsafe getenv("BENCH_NS") != nil
    }

    /// `query INDEXDIR`: answers until standard input ends.
    func serve() throws {
        while let line = readLine() {
            print(try answer(line))
            // The client waits for each answer; no stream means all streams.
            fflush(nil)
        }
    }

    /// `cold INDEXDIR QUERY`: the time to open the index and to answer a first query, the ten best and the count.
    static func cold(directory: String, query text: String) throws {
        let start = ContinuousClock.now
        let benchmark = try QueryBenchmark(directory: directory)
        let open = IndexBenchmark.seconds(since: start)
        let hits = try BenchmarkQuery(text).map { try benchmark.run(.top10Count, $0)?.count } ?? nil
        let all = IndexBenchmark.seconds(since: start)
        let count = hits.map(String.init) ?? "null"
        print("{\"open_ms\": \(open * 1e3), \"first_query_ms\": \((all - open) * 1e3), \"hits\": \(count)}")
    }

    private func answer(_ line: String) throws -> String {
        guard let tab = line.utf8.firstIndex(of: UInt8(ascii: "\t")), let command = Command(rawValue: line[..<tab])
        else {
            return Self.unsupported
        }
        let text = String(line[line.utf8.index(after: tab)...])
        let start = ContinuousClock.now
        guard let query = BenchmarkQuery(text), let answer = try run(command, query) else { return Self.unsupported }
        let nanoseconds = Int(IndexBenchmark.seconds(since: start) * 1e9)
        if command == .top10Documents {
            let hits = answer.hits.map { "\t\($0.key) \($0.score)" }
            return "\(answer.count)\t\(nanoseconds)\(hits.joined())"
        }
        return tellsTime ? "\(answer.count)\t\(nanoseconds)" : "\(answer.count)"
    }

    /// `nil` for what the engine cannot do.
    private func run(_ command: Command, _ benchmarkQuery: BenchmarkQuery) throws -> (count: Int, hits: [Hit])? {
        let field = IndexBenchmark.field
        guard let query = benchmarkQuery.engineQuery(field: field) else { return nil }
        switch command {
        case .count:
            return (try reader.count(query), [])
        case .top10:
            _ = try reader.ranked(query, limit: 10)
            return (1, [])
        case .top100:
            _ = try reader.ranked(query, limit: 100)
            return (1, [])
        case .top10Count, .top10Documents:
            let top = try reader.search(query, limit: 10)
            return (top.total, top.hits)
        }
    }

    private static let unsupported = "UNSUPPORTED"

    /// What a client asks.
    private enum Command: Substring {
        /// How many documents match.
        case count = "COUNT"
        /// The best ten documents.
        case top10 = "TOP_10"
        case top100 = "TOP_100"
        /// Both.
        case top10Count = "TOP_10_COUNT"
        /// Both, and the client sees the documents with their scores.
        case top10Documents = "TOP_10_DOCS"
    }
}
