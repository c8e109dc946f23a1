import Letters
import References

/// Time on one core for the whole of `LetterParser`, and for the scans that bound it from below.
///
/// The files are in memory before the clock starts. Each figure is the best of some rounds in CPU time of this thread,
/// which another process on the machine disturbs less than time on the wall.
struct ParseBenchmark {
    private static let rounds = 9
    /// Bytes that a round goes over at least.
    private static let roundBytes = 16 << 20

    private let letters: [SourceText]
    private let repeats: Int
    private let bytes: Int

    init(paths: [String]) throws {
        letters = try paths.map { try SourceText.read(path: $0) }
        let size = letters.reduce(0) { $0 + $1.bytes.count }
        repeats = max(1, Self.roundBytes / max(1, size))
        bytes = size * repeats
    }

    func run() {
        print(
            "\(letters.count) letters, \(bytes / max(1, repeats)) bytes, \(repeats) times a round, best of \(Self.rounds)"
        )
        let parser = LetterParser()
        let scanner = ReferenceScanner()
        let texts = letters.map(\.text)
        report("memory scan", measure { letter, _ in letter.bytes.reduce(into: UInt8(0)) { $0 ^= $1 } == 1 ? 1 : 0 })
        report("references alone", measure { scanner.references(in: texts[$1]).count })
        report("LetterParser", measure { letter, _ in parser.parse(letter).markers.count })
    }

    /// Takes the text out of all letters so many times: of XML and pages, what comes before the parser's stages.
    func readTexts(passes: Int) {
        var bytes = 0
        for _ in 0..<passes { for letter in letters { bytes += letter.text.utf8.count } }
        print("\(bytes) bytes of text")
    }

    /// Parses all letters so many times and tells their bytes: what a pass takes is the difference between runs.
    func parse(passes: Int) {
        let parser = LetterParser()
        var markers = 0
        for _ in 0..<passes { for letter in letters { markers += parser.parse(letter).markers.count } }
        print("\(passes) passes over \(bytes / repeats) bytes, \(markers) markers")
    }

    /// Best seconds of a round. The sum of what `work` gives is kept, so that none of it can be left out.
    private func measure(_ work: (SourceText, Int) -> Int) -> Double {
        var best = Double.infinity
        var sum = 0
        for _ in 0..<Self.rounds {
            let seconds = CPUTime.measure {
                for _ in 0..<repeats { for index in letters.indices { sum &+= work(letters[index], index) } }
            }
            best = min(best, seconds)
        }
        precondition(sum >= 0, "counts are not negative")
        return best
    }

    private func report(_ name: String, _ seconds: Double) {
        let rate = Double(bytes) / seconds / 1e6
        print("\(name): \(Int(rate.rounded())) MB/s")
    }
}
