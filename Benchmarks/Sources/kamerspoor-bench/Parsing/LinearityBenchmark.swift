import Letters

/// Whether ten times the text takes no more than twelve times the time, for texts made to waste it.
struct LinearityBenchmark {
    /// Ten times the text may take this many times the time (`reliability.md`: promise 6).
    private static let limit = 12.0
    /// Bytes a second above which the ratio says nothing of the algorithm: what fits the cache for the small text does not
    /// for the large one.
    private static let fast = 20e6
    private static let smallBytes = 200_000
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
                    + "\(Int(result.rate / 1e6)) MB/s")
        }
        print("\(results.count) texts of \(Self.smallBytes) and \(Self.smallBytes * 10) bytes")
        return results.allSatisfy { $0.ratio <= Self.limit || $0.rate >= Self.fast }
    }

    private static func result(_ piece: String) -> (piece: String, ratio: Double, rate: Double) {
        let small = seconds(piece, bytes: smallBytes)
        let large = seconds(piece, bytes: smallBytes * 10)
        return (piece, large / max(small, 1e-6), Double(smallBytes * 10) / max(large, 1e-6))
    }

    private static func seconds(_ piece: String, bytes: Int) -> Double {
        let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
        let source = SourceText(path: "hostile", bytes: text)
        return (0..<rounds).map { _ in CPUTime.measure { _ = LetterParser().parse(source) } }.min() ?? 0
    }
}
