import Letters

/// Whether ten times the text takes no more than twelve times the time, for texts made to waste it.
struct LinearityBenchmark {
    /// Ten times the text may take this many times the time (`reliability.md`: promise 6).
    private static let limit = 12.0
    /// Bytes a second above which the ratio says nothing of the algorithm: what fits the cache for the small text does not
    /// for the large one.
    private static let fast = 20e6
    private static let smallBytes = 200_000
    /// Bytes of a small text whose lines fill the caches too: a text of nothing but line ends takes 45 ns a byte while its
    /// tables fit the second level, 60 ns up to 200 KB, and 90 ns from 600 KB on, with the same number of instructions.
    private static let bytesBeyondCaches = 1_000_000
    /// Ratio above which no cache can be the reason, so that the larger texts are not waited for.
    private static let hopeless = 24.0
    private static let rounds = 3

    /// What the texts repeat.
    private static let pieces = [
        "1 ", "1 x\n", "1 x\n\n", "9", "a", "a\n", "a\n\n", "a-\n", "a-a", "- a\n", "– \n", "(", ")", "(a) ", "a (ab) ",
        "Bijlage 1\n\nx.1\n\n1 x\n", "x.1 \n\n1 Xx.\n\n", "Noten\n1 X.\n", "Tabel 1: x\n1 x\n\n", "31 497, nr. ", "x1 ",
        "[1] ", "«", "a\u{301}", "\u{301}", "\u{AD}", "\n", " \n", "\u{C}", "X Noot\n1\nx\n", "De Minister van X,\n",
        "De Minister van X,\n\n", "A. Naam\n", "mede namens de Minister van X,\n", "Aan de Voorzitter\n",
        "31 497 Titel\n",
        "Den Haag, 1 mei 2021\n", "Vraag 1\n", "1. X\n", "1 X\n\n", "i. x\n", "Idem; ", "zie noot 1; ",
        "Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1\n", "kst-1-2\n", "Bijlage\n\n", "Hoogachtend,\n",
    ]

    /// Prints the worst first.
    ///
    /// - Returns: whether all are within the limit.
    func run() -> Bool {
        let results = Self.pieces.map(Self.result).sorted { $0.ratio > $1.ratio }
        for result in results.prefix(10) {
            print(
                "\(Double(Int(result.ratio * 10)) / 10) times the time for ten times \(result.piece.debugDescription), "
                    + "\(Int(result.rate / 1e6)) MB/s, \(result.bytes) bytes and ten times as many")
        }
        print("\(results.count) texts")
        return results.allSatisfy(\.isLinear)
    }

    private struct Result {
        var piece: String
        /// Of the small text.
        var bytes: Int
        var ratio: Double
        /// Bytes a second of the large text.
        var rate: Double

        var isLinear: Bool { ratio <= limit || rate >= fast }
    }

    /// A text that fails is measured again where both sizes are beyond the caches.
    private static func result(_ piece: String) -> Result {
        let result = result(piece, bytes: smallBytes)
        return result.isLinear || result.ratio > hopeless ? result : Self.result(piece, bytes: bytesBeyondCaches)
    }

    private static func result(_ piece: String, bytes: Int) -> Result {
        let small = seconds(piece, bytes: bytes)
        let large = seconds(piece, bytes: bytes * 10)
        return Result(
            piece: piece, bytes: bytes, ratio: large / max(small, 1e-6), rate: Double(bytes * 10) / max(large, 1e-6))
    }

    private static func seconds(_ piece: String, bytes: Int) -> Double {
        let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
        let source = SourceText(path: "hostile", bytes: text)
        return (0..<rounds).map { _ in CPUTime.measure { _ = LetterParser().parse(source) } }.min() ?? 0
    }
}
