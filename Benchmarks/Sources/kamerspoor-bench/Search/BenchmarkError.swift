#if canImport(Glibc)
    import Glibc
#endif

/// Why a benchmark of the index stopped.
enum BenchmarkError: Error, Equatable, CustomStringConvertible {
    case cannotRead(path: String, code: Int32)
    /// `start` is how the line begins.
    case notALetter(path: String, start: String)
    case notEmpty(path: String)
    case notFound(term: String)

    var description: String {
        switch self {
        case .cannotRead(let path, let code):
            // The C library's text for a code is valid until the next call, and copied at once.
            "cannot read \(path): \(unsafe String(cString: strerror(code)))"
        case .notALetter(let path, let start):
            "\(path): the line \(start)… is no {\"id\": …, \"text\": …}; make the corpus with Benchmarks/peers/generate_corpus.py"
        case .notEmpty(let path):
            "\(path) exists; name a new folder for the index"
        case .notFound(let term):
            "a letter with the word \(term) was added, and a search does not find it"
        }
    }
}
