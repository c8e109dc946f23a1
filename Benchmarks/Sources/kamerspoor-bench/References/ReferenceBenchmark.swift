import References

/// How fast references are found in letters, and how the time grows on texts made to waste it.
///
/// The letters are in memory before the clock starts; each figure is the best of some rounds in CPU time of this thread.
struct ReferenceBenchmark {
    private static let rounds = 9
    /// Ten times the text may take this many times the time.
    private static let limit = 12.0
    /// Bytes a second above which the ratio tells of caches rather than of the algorithm.
    private static let fast = 100e6

    private let letters: [[UInt8]]
    private let bytes: Int

    /// - Parameters:
    ///   - corpus: letters, a JSON object a line.
    ///   - limit: letters to read at most.
    init(corpus: String, limit: Int) throws {
        var file = try CorpusFile(path: corpus)
        var letters: [[UInt8]] = []
        var line = LetterLine()
        while letters.count < limit, let block = try file.nextBlock() {
            for text in block.split(separator: UInt8(ascii: "\n")) where letters.count < limit && line.read(text) {
                letters.append(line.text)
            }
        }
        self.letters = letters
        bytes = letters.reduce(0) { $0 + $1.count }
    }

    /// Prints MB/s of the bare scan, and of the scan with short forms and motions resolved.
    func speed() {
        let scanner = ReferenceScanner()
        let sum = best { $0.reduce(into: UInt8(0)) { $0 ^= $1 } == 1 ? 1 : 0 }
        let scan = best { scanner.references(in: $0).count }
        let read = best { letter in
            var reader = TextReader()
            return reader.read(letter).references.count
        }
        print("letters: \(letters.count), bytes: \(bytes), references: \(scan.count), best of \(Self.rounds) rounds")
        for (name, result) in [("memory scan", sum), ("ReferenceScanner", scan), ("TextReader", read)] {
            print("\(name): \(Int((Double(bytes) / result.seconds / 1e6).rounded())) MB/s")
        }
        print("references a second: \(Int(Double(scan.count) / scan.seconds))")
    }

    /// Scans all letters again and again: what a scan costs is the difference between runs.
    func scan(times: Int) {
        let scanner = ReferenceScanner()
        var count = 0
        for _ in 0..<times { for letter in letters { count += scanner.references(in: letter).count } }
        print("\(times) scans of \(bytes) bytes, \(count) references")
    }

    private func best(_ work: ([UInt8]) -> Int) -> (seconds: Double, count: Int) {
        var best = Double.infinity
        var count = 0
        for _ in 0..<Self.rounds {
            count = 0
            let seconds = CPUTime.measure { for letter in letters { count += work(letter) } }
            best = min(best, seconds)
        }
        return (best, count)
    }

    // MARK: - Hostile texts

    private static let pieces = [
        "31 497, nr. ", "1", "31497", "31 497 ", "31 497, ", "Kamerstuk ", "Kamerstuk 31 497, ",
        "Kamerstuk 31 497, nr. 1, ",
        "Kamerstukken II 2019/20, ", "nrs. 1, 2, ", "(", "bijlage bij ", "Handelingen II 2019/20, ", "XL", "a", " ",
        "\n",
        "\u{A0}", "https://a", "https://a ", "kst-", "kst-1-", "t.v.v. ", "EU:C:", "ECLI:", "Stb. 2021, 1, ",
        "COM(2021) ",
        "Verordening (EU, ", "Idem; ", "zie noot 1; ", "t.a.p. ", "genoemde brief ", "hierna: aap, ", "motie ",
        "motie van de leden A en B en ", "de motie is afgedaan ", "De motie is afgedaan. ", "afgedaan ",
        "moties (31497, nr. 1) ",
        "31 497 A\nNr. ", "31 497 X\n\nNr. 1 BRIEF\n", "1 Kamerstuk 31 497, nr. 1\n", "artikel 1 van de ",
        "Kamerstuk 31 497, nr. 1, hierna: Naam) Naam Naam ",
    ]

    /// Prints the worst of texts made to waste time: 1 MB and 10 MB of each, so that what is found fits the cache in neither.
    ///
    /// - Returns: whether all are within the limit.
    static func hostile() -> Bool {
        let results = pieces.map(growth)
        let slowest = results.sorted { $0.rate < $1.rate }.prefix(6)
        let steepest = results.filter { $0.rate * 1e6 < fast }.sorted { $0.ratio > $1.ratio }.prefix(4)
        for result in slowest + steepest {
            print(
                "\(result.piece.debugDescription): \(Double(Int(result.rate * 10)) / 10) MB/s, "
                    + "\(Double(Int(result.ratio * 10)) / 10) times the time for ten times the text")
        }
        print("\(results.count) hostile texts")
        return results.allSatisfy { $0.ratio <= limit || $0.rate * 1e6 >= fast }
    }

    /// How many times the time ten times a text takes, and MB/s of the large text.
    ///
    /// A text above the limit is measured again, twice at most: other processes add time, and take none away.
    private static func growth(_ piece: String) -> (piece: String, ratio: Double, rate: Double) {
        var best = (piece: piece, ratio: Double.infinity, rate: 0.0)
        for _ in 0..<3 where best.ratio > limit {
            // Ten small texts take about as long as the large one, so that both meet as much disturbance.
            let small = seconds(piece, bytes: 1_000_000, texts: 10) / 10
            let large = seconds(piece, bytes: 10_000_000, texts: 1)
            let ratio = large / max(small, 1e-6)
            if ratio < best.ratio { best = (piece, ratio, 10 / max(large, 1e-6)) }
        }
        return best
    }

    private static func seconds(_ piece: String, bytes: Int, texts: Int) -> Double {
        let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
        let options = ReferenceScanner.Options(laws: true, addresses: true)
        return (0..<2).map { _ in
            CPUTime.measure {
                for _ in 0..<texts {
                    var reader = TextReader(options: options)
                    _ = reader.read(text)
                }
            }
        }.min() ?? 0
    }

    /// Scans a text that names no paper, again and again: what a pass allocates is the difference between runs.
    static func scanWithoutHits(passes: Int) {
        let text = Array(
            String(repeating: "De leerlingen in 2021 en de 31 scholen krijgen zorg; dat is 12,5 procent. ", count: 2000)
                .utf8)
        let scanner = ReferenceScanner()
        var count = 0
        for _ in 0..<passes { count += scanner.references(in: text).count }
        print("\(passes) passes over \(text.count) bytes, \(count) references")
    }
}
