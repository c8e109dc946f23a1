#if canImport(Glibc)
    import Glibc
#endif

/// Benchmarks of the parser (`parse`, `parses`, `texts`, `formats`, `linear`), of the references (`references`, `scans`, `passes`) and of the
/// index (`read`, `index`, `query`, `add`, `cold`).
@main
enum Main {
    private static let usage = """
        usage: kamerspoor-bench parse FILE...                  how fast letters are read
               kamerspoor-bench parses COUNT FILE...           reads letters so many times, for counting what that takes
               kamerspoor-bench texts COUNT FILE...            only takes the text out of letters, so many times
               kamerspoor-bench formats FILE...                the same for other formats, beside plain text
               kamerspoor-bench linear                         whether the parser's time grows with the text
               kamerspoor-bench references CORPUS LETTERS      how fast references are found, and whether time grows with the text
               kamerspoor-bench scans CORPUS LETTERS COUNT     finds the references of letters so many times
               kamerspoor-bench passes COUNT                   scans a text without references so many times
               kamerspoor-bench read CORPUS                    reads a corpus and cuts it into tokens
               kamerspoor-bench index CORPUS INDEXDIR THREADS  builds an index
               kamerspoor-bench query INDEXDIR                 answers queries from standard input
               kamerspoor-bench add INDEXDIR CORPUS COUNT      adds letters, durably and one by one
               kamerspoor-bench cold INDEXDIR QUERY            opens an index and answers one query
        """

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch (arguments.first, arguments.count) {
            case ("parse", 2...): try ParseBenchmark(paths: Array(arguments.dropFirst())).run()
            case ("parses", 3...):
                try ParseBenchmark(paths: Array(arguments.dropFirst(2))).parse(passes: number(arguments[1]))
            case ("texts", 3...):
                try ParseBenchmark(paths: Array(arguments.dropFirst(2))).readTexts(passes: number(arguments[1]))
            case ("formats", 2...): try FormatBenchmark.run(paths: Array(arguments.dropFirst()))
            case ("linear", 1):
                guard LinearityBenchmark().run() else { stop("time grows faster than the text", code: 1) }
            case ("references", 3):
                let benchmark = try ReferenceBenchmark(corpus: arguments[1], limit: number(arguments[2]))
                benchmark.speed()
                guard ReferenceBenchmark.hostile() else { stop("time grows faster than the text", code: 1) }
            case ("scans", 4):
                try ReferenceBenchmark(corpus: arguments[1], limit: number(arguments[2])).scan(
                    times: number(arguments[3]))
            case ("passes", 2): ReferenceBenchmark.scanWithoutHits(passes: number(arguments[1]))
            case ("read", 2): try IndexBenchmark.read(corpus: arguments[1])
            case ("index", 4):
                let threads = number(arguments[3])
                try await IndexBenchmark.build(
                    corpus: arguments[1], directory: arguments[2], threads: threads)
            case ("query", 2): try QueryBenchmark(directory: arguments[1]).serve()
            case ("add", 4):
                try IndexBenchmark.add(
                    directory: arguments[1], corpus: arguments[2], count: number(arguments[3]))
            case ("cold", 3): try QueryBenchmark.cold(directory: arguments[1], query: arguments[2])
            default: stop(usage, code: 2)
            }
        } catch {
            stop("kamerspoor-bench: \(error)", code: 3)
        }
    }

    private static func number(_ text: String) -> Int {
        guard let number = Int(text), number > 0 else { stop("\(text) is no number above zero\n\(usage)", code: 2) }
        return number
    }

    private static func stop(_ message: String, code: Int32) -> Never {
        let line = Array((message + "\n").utf8)
        // The array is alive and of that length for the whole call.
        _ = unsafe write(STDERR_FILENO, line, line.count)
        exit(code)
    }
}
