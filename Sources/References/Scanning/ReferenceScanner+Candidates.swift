/// What may begin at a word or number, and the grammars that read it.
extension ReferenceScanner {
    /// Every word that `recogniseWord` knows, and the words of short forms.
    static let cues = CueWords(
        [
            "kamerstuk", "kamerst.", "kst", "kv-", "kaderbesluit", "handelingen", "hand.", "http", "h-tk", "h-ek",
            "h-vv", "aanhangsel", "aanh.",
            "ah-",
            "tk", "t.k.",
            "tweede", "trb", "tractatenblad", "ek", "e.k.", "eerste", "ecli", "eu:", "nr", "nrs", "nummer", "stuknr",
            "stuknummer", "nds",
            "stb",
            "staatsblad", "staatscourant", "stcrt", "swd", "sec", "blg", "bwb", "besluit", "beschikking", "bijl.",
            "com", "celex",
            "cvdr",
            "join",
            "richtl", "verordening", "vo.", "uitvoerings", "www", "aanbeveling", "gemeenschappelijk", "eeg)", "eg)",
            "eu)",
            "ljn", "elro", "gmb-", "prb-", "wsb-", "gmb.", "prb.", "wsb.", "bgr-", "ag-",
            "gemeente", "provinci", "watersch",
            // Broken by a hyphen at the end of a line; what stands behind the eighth sign need not be told.
            "kamer-", "han-", "hande-", "aan-", "aanhang-", "staats-", "tracta-", "richt-", "ver-", "veror-",
            "verorde-", "beschik-", "num-",
        ] + DossierGrammar.cues + ShortForm.cues + PaperNames.cues + MotionGrammar.cues + StatusWords.cues
            + DatedLetter.cues
            + romanBeginnings)

    /// Three letters with which Roman numerals from 40 up begin.
    private static let romanBeginnings = ["lx", "lv", "li", "xl", "xc", "cx", "cl", "cc", "cv", "ci"].flatMap { start in
        ["c", "l", "x", "v", "i"].map { start + $0 }
    }

    private typealias Grammar = (inout ByteCursor) -> Recognition?

    /// Reads at the start of a word with the grammars whose words begin with its first letter, `lower` in lower case.
    static func recogniseWord(_ cursor: inout ByteCursor, lower: UInt8) -> Recognition? {
        switch lower {
        case UInt8(ascii: "k"):
            first(&cursor, recogniseKamerstuk, AddressGrammar.recogniseID, EuropeanGrammar.recogniseAct)
        case UInt8(ascii: "h"): first(&cursor, recogniseHandelingen, AddressGrammar.recogniseID)
        case UInt8(ascii: "a"):
            first(&cursor, recogniseAanhangsel, AddressGrammar.recogniseID, EuropeanGrammar.recogniseAct)
        case UInt8(ascii: "t"): first(&cursor, recogniseChamber, GazetteGrammar.recognise, AddressGrammar.recogniseID)
        case UInt8(ascii: "e") where cursor[-1] == UInt8(ascii: "/"): EuropeanGrammar.recogniseParenthesised(&cursor)
        case UInt8(ascii: "e"): first(&cursor, recogniseChamber, LawGrammar.recogniseECLI, LawGrammar.recogniseLJN)
        case UInt8(ascii: "s"):
            first(&cursor, GazetteGrammar.recognise, AddressGrammar.recogniseID, EuropeanGrammar.recognisePaper)
                ?? recogniseSpoken(&cursor)
        case UInt8(ascii: "n"): first(&cursor, recogniseSpoken, AddressGrammar.recogniseID)
        case UInt8(ascii: "b") where cursor.starts(with: "bijl."): recogniseAnnexesOfHandelingen(&cursor)
        case UInt8(ascii: "b"):
            first(&cursor, EuropeanGrammar.recogniseAct, AddressGrammar.recogniseID, LawGrammar.recogniseRegulation)
        case UInt8(ascii: "c"):
            first(&cursor, EuropeanGrammar.recognisePaper, EuropeanGrammar.recogniseCELEX, recogniseRoman)
                ?? first(&cursor, LawGrammar.recogniseRegulation, AddressGrammar.recogniseID)
        case UInt8(ascii: "l"): first(&cursor, LawGrammar.recogniseLJN, recogniseRoman)
        case UInt8(ascii: "x"): recogniseRoman(&cursor)
        case UInt8(ascii: "g"), UInt8(ascii: "p"):
            first(&cursor, AddressGrammar.recogniseID, GazetteGrammar.recognise, EuropeanGrammar.recogniseAct)
        case UInt8(ascii: "w"):
            first(&cursor, AddressGrammar.recogniseID, GazetteGrammar.recognise, DossierGrammar.recognise)
        case UInt8(ascii: "i"): DossierGrammar.recognise(&cursor)
        case UInt8(ascii: "v"), UInt8(ascii: "r"), UInt8(ascii: "u"): EuropeanGrammar.recogniseAct(&cursor)
        case UInt8(ascii: "d"): first(&cursor, AddressGrammar.recogniseID, DossierGrammar.recognise)
        case UInt8(ascii: "j"): first(&cursor, EuropeanGrammar.recognisePaper, AddressGrammar.recogniseID)
        default: nil
        }
    }

    /// What the first grammar gives that gives anything; else goes back to where it started.
    private static func first(
        _ cursor: inout ByteCursor, _ one: Grammar, _ two: Grammar, _ three: Grammar = { _ in nil }
    ) -> Recognition? {
        let start = cursor.position
        if let found = one(&cursor) { return found }
        cursor.position = start
        if let found = two(&cursor) { return found }
        cursor.position = start
        if let found = three(&cursor) { return found }
        cursor.position = start
        return nil
    }

    private static func recogniseHandelingen(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor.takeWord("handelingen") || cursor.takeWord("hand.") else { return nil }
        let end = cursor.position
        if let annexes = ByteCursor(cursor.bytes, at: start).startOfAnnexesOfHandelingen {
            var grammar = KamerstukGrammar(label: .kamerstuk)
            if let found = grammar.recognise(&cursor, from: annexes) { return found }
            cursor.position = end
        }
        return HandelingenGrammar.recognise(&cursor, from: start)
    }

    private static func recogniseAnnexesOfHandelingen(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor.take("bijl."), cursor.takeSpace(lineEnds: 1), cursor.takeWord(["hand.", "handelingen"]) else {
            return nil
        }
        var grammar = KamerstukGrammar(label: .kamerstuk)
        return grammar.recognise(&cursor, from: start)
    }

    private static func recogniseAanhangsel(_ cursor: inout ByteCursor) -> Recognition? {
        // "Kamervragen (Aanhangsel) 2004–2005" is the form of older answers.
        let isEnclosed = cursor[-1] == UInt8(ascii: "(") && cursor["aanhangsel".utf8.count] == UInt8(ascii: ")")
        let start = cursor.position - (isEnclosed ? 1 : 0)
        guard cursor.takeWord("aanhangsel") || cursor.takeWord("aanh.") else { return nil }
        let end = cursor.position
        if let found = HandelingenGrammar.recogniseAanhangsel(&cursor, from: start) { return found }
        guard let session = ByteCursor(cursor.bytes, at: start).sessionBefore else { return nil }
        cursor.position = end
        // `vergaderjaar 2018–2019, Aanhangsel 5` is the foot of page 5.
        guard !cursor.isBeforePageOfFooter, !cursor.isBeforeGluedPage else { return nil }
        return HandelingenGrammar.recogniseAanhangsel(&cursor, from: session.start, year: session.year)
    }

    private static func recogniseChamber(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let chamber = cursor.takeChamber() else { return nil }
        let label = ByteCursor(cursor.bytes, at: start)
        if label.isAtLineStart, let head = cursor.attempt(OwnNameGrammar.recogniseHeadOfChamber) { return head }
        var grammar = KamerstukGrammar(label: .chamber(chamber))
        guard var found = grammar.recognise(&cursor, from: start) else { return nil }
        let isFoot =
            cursor.isBeforePageOfFooter && label.isAtStartOfFoot || cursor.isBeforePageAlone && label.isFullFoot
        if isFoot { found.relation = .own }
        return consume found
    }

    private static func recogniseSpoken(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        if let newer = cursor.attempt({ ReplacementGrammar.recogniseSpoken(&$0, from: start) }) { return newer }
        var found = UnlabelledGrammar.recogniseSpoken(&cursor, from: start)
        if found != nil, ReplacementGrammar.isBehindWas(ByteCursor(cursor.bytes, at: start)) {
            found?.relation = .replaces
        }
        return found
    }

    private static func recogniseRoman(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        if let found = UnlabelledGrammar.recogniseRoman(&cursor, from: start) { return found }
        cursor.position = start
        return OwnNameGrammar.recogniseHead(&cursor)
    }

    private static func recogniseKamerstuk(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor.takeKamerstukLabel() else { return nil }
        var relation = Reference.Relation.cites
        var first = start
        let before = ByteCursor(cursor.bytes, at: start)
        if let annex = before.startOfAnnexWords {
            (relation, first) = (.annexOf, annex)
        } else if let replacement = before.startOfReplacementWords {
            (relation, first) = (.replaces, replacement)
        }
        var grammar = KamerstukGrammar(label: .kamerstuk)
        guard var found = grammar.recognise(&cursor, from: first) else { return nil }
        found.relation = relation
        return consume found
    }

    /// Reads at the first of a run of digits.
    static func recogniseNumber(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        switch cursor.digitCount {
        case 4:
            return ParliamentNumberGrammar.recognise(&cursor)
        case 2, 5:
            if cursor.isAtLineStart {
                if let head = OwnNameGrammar.recogniseHead(&cursor) { return head }
                cursor.position = start
                // Of a table, or of a head that is none: "31 497" alone, and below an empty line "Nr. 12".
                if cursor.sees(OwnNameGrammar.takeDossierAlone) { return nil }
            }
            let isNumbered = cursor.hasShapeOfDossier && cursor.isBehindUnderNumber
            let isOwn = cursor.isBehindKenmerk
            guard cursor.hasShapeOfDossier, isNumbered || isOwn || !cursor.isAmountOrAddress else { return nil }
            let replacement = cursor.startOfReplacementWords
            let annex = cursor.startOfAnnexWords
            let isParenthesised = cursor[-1] == UInt8(ascii: "(")
            var grammar = UnlabelledGrammar(
                from: replacement ?? annex ?? cursor.position,
                confidence: isParenthesised ? Confidence.parenthesised : Confidence.unlabelled,
                isAnnounced: replacement != nil || annex != nil || cursor.isAnnounced)
            (grammar.isOfEersteKamer, grammar.isNumbered) = (isNumbered, isNumbered)
            var found = grammar.recognise(&cursor)
            if isOwn {
                found?.relation = .own
            } else if replacement != nil {
                found?.relation = .replaces
            } else if annex != nil {
                found?.relation = .annexOf
            }
            if found != nil { return found }
            cursor.position = start
            if let bill = DossierGrammar.recogniseBill(&cursor) { return bill }
            cursor.position = start
            return nil
        default:
            return nil
        }
    }
}
