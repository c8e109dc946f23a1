/// Dossiers that are named as a whole, without a paper: `wetsvoorstel 30 372`, `Dossiernummer: 31 497`, and the bill of
/// `het wetsvoorstel Wijziging van de Tracéwet (31546)`.
enum DossierGrammar {
    /// First letters of the cue words, for the scanner.
    static let cues = ["dossier", "wetsvoor", "initiati"]

    /// Reads at a word that announces a dossier.
    static func recognise(_ cursor: inout ByteCursor) -> Recognition? {
        guard cursor.takeWord(Words.dossiers) || cursor.takeWord(Words.bills) else { return nil }
        _ = cursor.take(".")
        _ = cursor.take(":")
        guard cursor.takeSpace(lineEnds: 1) else { return nil }
        if cursor.takeWord("met") { cursor.takeSpace(lineEnds: 1) }
        _ = cursor.takeNumberLabel()
        let start = cursor.position
        var grammar = UnlabelledGrammar(from: start, confidence: Confidence.exact, isAnnounced: true)
        grammar.isDossier = true
        return grammar.recognise(&cursor)
    }

    /// Reads the number of a bill in parentheses behind its title, at the number.
    static func recogniseBill(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor[-1] == UInt8(ascii: "("), var dossier = cursor.takeDossierNumber(.unlabelled) else { return nil }
        cursor.takeSuffix(of: &dossier)
        guard cursor.byte == UInt8(ascii: ")"), ByteCursor(cursor.bytes, at: start - 1).isBehindTitleOfBill else {
            return nil
        }
        return Recognition(
            range: start..<cursor.position, kind: .kamerstuk,
            targets: [PaperID(canonical: "dossier-\(dossier.spelling)")], confidence: Confidence.partial,
            warnings: [.partial])
    }
}

extension ByteCursor {
    /// Bytes of a bill's title at most.
    private static var longestTitle: Int { 300 }

    /// Whether a word for a bill stands before, in the same sentence.
    fileprivate var isBehindTitleOfBill: Bool {
        var back = self
        let nearest = max(0, position - Self.longestTitle)
        while back.position > nearest {
            back.position -= 1
            if back.byte == UInt8(ascii: ";") || (back.byte == 0x0A && back[-1] == 0x0A) { return false }
            if back.byte == UInt8(ascii: "w"), back.starts(with: "wetsvoorstel") { return true }
            if back.byte == UInt8(ascii: "k"), back.starts(with: "kamerstukdossier") { return true }
            if back.byte == UInt8(ascii: "v"),
                back.starts(with: "voorstel van wet") || back.starts(with: "voorstel van rijkswet")
            {
                return true
            }
        }
        return false
    }
}
