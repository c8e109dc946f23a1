/// Dossiers that are named as a whole, without a paper: `wetsvoorstel 30 372`, `Dossiernummer: 31 497`, and the bill of
/// `het wetsvoorstel Wijziging van de Tracéwet (31546)`.
///
/// Such numbers are no more than two digits and three, so that what stands around them decides: bills and dossiers are
/// numbered from 19,000 on since 1985, round hundreds are mostly amounts, and no noun is counted by a bill's number.
enum DossierGrammar {
    /// First letters of the cue words, for the scanner.
    static let cues = ["dossier", "wetsvoor", "initiati"]

    /// Reads at a word that announces a dossier.
    static func recognise(_ cursor: inout ByteCursor) -> Recognition? {
        guard cursor[-1] != UInt8(ascii: "-") else { return nil }
        let isBill = cursor.takeWord(Words.bills)
        let isNumber = !isBill && cursor.takeWord(Words.dossierNumbers)
        guard isBill || isNumber || cursor.takeWord("dossier") else { return nil }
        _ = cursor.take(".")
        _ = cursor.take(":")
        guard cursor.takeSpace(lineEnds: 1) else { return nil }
        let isLabelled = cursor.takeTwoWords("met", "nummer") || cursor.takeNumberLabel() != nil
        if isLabelled { cursor.takeSpace(lineEnds: 1) }
        var grammar = UnlabelledGrammar(from: cursor.position, confidence: Confidence.exact, isAnnounced: true)
        grammar.isDossier = true
        guard let found = grammar.recognise(&cursor) else { return nil }
        guard found.warnings == [.partial], !isNumber else { return found }
        cursor.position = found.range.upperBound
        // "in dossier 45 678 van de rechtbank": the word alone says too little.
        let isClosed = isBill ? !cursor.isBeforeCounted : cursor.isBeforeEndOfCitation
        return isClosed ? found : nil
    }

    /// Reads the number of a bill in parentheses behind its title, at the number.
    static func recogniseBill(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor[-1] == UInt8(ascii: "("), var dossier = cursor.takeDossierNumber(.unlabelled),
            dossier.mayBeOfBill
        else { return nil }
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

extension DossierName {
    /// Whether the number is more likely one of a bill than an amount.
    var mayBeOfBill: Bool { value >= 19_000 && (value % 100 != 0 || isOfBudget) }
}

extension ByteCursor {
    /// Bytes of a bill's title at most.
    private static var longestTitle: Int { 300 }

    /// Whether a word follows that the number before it may count: `12 500 reacties`, but not `30 372 is aangenomen`.
    fileprivate var isBeforeCounted: Bool {
        sees { $0.takeSpace() && $0.byte.isLower && !$0.takeWord(Words.behindBills) }
    }

    /// Whether a bill's title ends here: a word for a bill, and behind it, in the same sentence, what titles begin with.
    fileprivate var isBehindTitleOfBill: Bool {
        var back = self
        let nearest = max(0, position - Self.longestTitle)
        while back.position > nearest {
            back.position -= 1
            switch back.byte {
            case UInt8(ascii: ";"): return false
            case 0x0A where back[-1] == 0x0A: return false
            case UInt8(ascii: ".") where back[1] == 0x20 && back[2].isUpper && back[-2].isLetter: return false
            case UInt8(ascii: "w"), UInt8(ascii: "k"), UInt8(ascii: "v"):
                guard let word = Words.beforeTitles.first(where: { back.starts(with: $0) }) else { continue }
                var title = back
                title.position += word.count
                return title.takeSpace() && (title.byte.isUpper || title.takeWord(Words.titleBeginnings))
            default: continue
            }
        }
        return false
    }
}
