import Letters

#if canImport(Glibc)
    import Glibc
#endif

/// Time on one core for letters in other formats: XML beside the same letters in plain text, in one run, and of PDFs the
/// part that is our own work beside that of the child process which lays them out.
struct FormatBenchmark {
    private static let rounds = 9
    /// Bytes that a round goes over at least.
    private static let roundBytes = 8 << 20

    /// - Parameter paths: of letters in any format. What has the same format is measured together.
    static func run(paths: [String]) throws {
        var letters: [(format: SourceInfo.Format, source: SourceText)] = []
        for path in paths {
            let info = try SourceText.info(path: path)
            if info.format == .pdf {
                try layOut(path)
            } else {
                letters.append((info.format, try SourceText.read(path: path)))
            }
        }
        for format in [SourceInfo.Format.text, .xml, .legacyXML, .html] {
            let group = letters.filter { $0.format == format }.map(\.source)
            if !group.isEmpty { measure(group, format) }
        }
    }

    private static func measure(_ letters: [SourceText], _ format: SourceInfo.Format) {
        let size = letters.reduce(0) { $0 + $1.bytes.count }
        let repeats = max(1, roundBytes / max(1, size))
        let parser = LetterParser()
        var best = Double.infinity
        var sum = 0
        for _ in 0..<rounds {
            let seconds = CPUTime.measure {
                for _ in 0..<repeats { for letter in letters { sum &+= parser.parse(letter).markers.count } }
            }
            best = min(best, seconds)
        }
        precondition(sum >= 0, "counts are not negative")
        let reading = (0..<rounds).reduce(Double.infinity) { best, _ in
            min(
                best,
                CPUTime.measure { for _ in 0..<repeats { for letter in letters { sum &+= letter.text.utf8.count } } })
        }
        let rate = Double(size * repeats) / best / 1e6
        let readingRate = Double(size * repeats) / reading / 1e6
        let each = best / Double(repeats * letters.count) * 1e6
        print(
            "\(format.rawValue): \(letters.count) letters of \(size) bytes, \(Int(rate.rounded())) MB/s, "
                + "\(Int(each.rounded())) microseconds a letter; its text alone \(Int(readingRate.rounded())) MB/s")
    }

    private static func layOut(_ path: String) throws {
        let before = childSeconds()
        let source = try SourceText.read(path: path)
        let child = childSeconds() - before
        let own = CPUTime.measure { _ = LetterParser().parse(source) }
        let share = own / max(own + child, 1e-9) * 100
        print(
            "pdf: \(path): \(Int(child * 1e3)) ms in pdftotext, \(Double(Int(own * 1e4)) / 10) ms our own work, "
                + "\(Double(Int(share * 10)) / 10) % of the whole")
    }

    /// Time that ended children of this process have had of a core.
    private static func childSeconds() -> Double {
        var usage = rusage()
        // The pointer lives for the call.
        unsafe getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
