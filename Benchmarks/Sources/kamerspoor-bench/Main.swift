#if canImport(Glibc)
    import Glibc
#endif

/// `kamerspoor-bench parse FILE...`: how fast letters are read. `kamerspoor-bench linear`: whether time grows with the text.
@main
enum Main {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        do {
            switch arguments.first {
            case "parse" where arguments.count > 1: try ParseBenchmark(paths: Array(arguments.dropFirst())).run()
            case "linear" where arguments.count == 1:
                guard LinearityBenchmark().run() else { stop("time grows faster than the text", code: 1) }
            default:
                stop("usage: kamerspoor-bench parse FILE... | linear", code: 2)
            }
        } catch {
            stop("kamerspoor-bench: \(error)", code: 3)
        }
    }

    private static func stop(_ message: String, code: Int32) -> Never {
        let line = Array((message + "\n").utf8)
        // The array is alive and of that length for the whole call.
        _ = unsafe write(STDERR_FILENO, line, line.count)
        exit(code)
    }
}
