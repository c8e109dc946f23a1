import Letters

/// Whether ten times the text takes no more than twelve times the time, for texts made to waste it.
struct LinearityBenchmark {
    /// Ten times the text may take this many times the time (`reliability.md`: promise 6).
    private static let limit = 12.0
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
        "Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1\n", "kst-1-2\n",
    ]

    /// Prints the worst first.
    ///
    /// - Returns: whether all are within the limit.
    func run() -> Bool {
        let ratios = Self.pieces.map { ($0, Self.ratio($0)) }.sorted { $0.1 > $1.1 }
        for (piece, ratio) in ratios.prefix(10) {
            print("\(Double(Int(ratio * 10)) / 10) times the time for ten times \(piece.debugDescription)")
        }
        print("\(ratios.count) texts of \(Self.smallBytes) and \(Self.smallBytes * 10) bytes")
        return ratios.allSatisfy { $0.1 <= Self.limit }
    }

    private static func ratio(_ piece: String) -> Double {
        let small = seconds(piece, bytes: smallBytes)
        return seconds(piece, bytes: smallBytes * 10) / max(small, 1e-6)
    }

    private static func seconds(_ piece: String, bytes: Int) -> Double {
        let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
        let source = SourceText(path: "hostile", bytes: text)
        return (0..<rounds).map { _ in CPUTime.measure { _ = LetterParser().parse(source) } }.min() ?? 0
    }
}
