/// Finds the references in running text, in one pass over its bytes.
///
/// The scan stops only at words that announce a reference (`Kamerstuk`, `Handelingen`, `Stb.`) and at numbers in the
/// shape of a dossier or a case; there a grammar of the family reads on. Each grammar looks ahead no further than its
/// reference reaches and a fixed number of tokens beyond, so that the time is linear in the length of the text, and no
/// text, valid UTF-8 or not, makes it trap.
///
/// The text is best free of page furniture and of hyphens at line ends; line ends, spaces of any width and one blank
/// line between the tokens of a reference do not matter.
public struct ReferenceScanner: Sendable {
    public init() {}

    /// The references of a text, in its order; ranges are offsets in its UTF-8.
    public func references(in text: String) -> [Reference] {
        scan(Array(text.utf8)).references
    }

    /// The references of a text in UTF-8, in its order; ranges are offsets in `bytes`.
    public func references(in bytes: Span<UInt8>) -> [Reference] {
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in bytes.indices { copy.append(bytes[index]) }
        return scan(copy).references
    }

    /// The references, and how many moves the grammars made to read them.
    func scan(_ bytes: [UInt8]) -> (references: [Reference], steps: Int) {
        let cues = Self.cues
        var references: [Reference] = []
        var cursor = ByteCursor(bytes)
        var window: UInt32 = 0
        var index = 0
        // Two places beyond the end, so that the window reaches words of the last two bytes.
        while index < bytes.count + 2 {
            window = window << 5 | UInt32(index < bytes.count ? cues.codes[Int(bytes[index])] : 0)
            index += 1
            if cues.match(window), index >= 3,
                let end = Self.readCandidate(&cursor, at: index - 3, into: &references)
            {
                // A note's marker may be glued to a reference, and a note's number to the next.
                window = 0
                index = end
            }
        }
        return (references, cursor.steps)
    }

    /// Reads at the start of a word or number.
    ///
    /// - Returns: where the scan goes on, if it may skip what was read.
    @inline(never)
    private static func readCandidate(
        _ cursor: inout ByteCursor, at index: Int, into references: inout [Reference]
    ) -> Int? {
        cursor.position = index
        let byte = cursor.byte
        let found: Recognition?
        if byte.isDigit {
            guard !cursor[-1].isDigit else { return nil }
            found = recogniseNumber(&cursor)
        } else if !cues.confirms(cursor.bytes, at: index) {
            return nil
        } else if let end = AddressGrammar.endOfAddress(cursor) {
            if let found = AddressGrammar.recogniseAddress(&cursor, end: end) {
                references.append(found.reference(in: cursor))
            }
            return end
        } else {
            found = recogniseWord(&cursor, lower: byte | 0x20)
        }
        guard let found, found.range.upperBound > index,
            found.range.lowerBound >= (references.last?.range.upperBound ?? 0)
        else { return nil }
        references.append(found.reference(in: cursor))
        return found.range.upperBound
    }
}

// MARK: - Candidates

extension ReferenceScanner {
    /// Every word that `recogniseWord` knows.
    private static let cues = CueWords(
        [
            "kamerstuk", "kamerst.", "kst", "kv-", "kaderbesluit", "handelingen", "hand.", "http", "h-tk", "h-ek",
            "h-vv", "aanhangsel",
            "ah-",
            "tk", "t.k.",
            "tweede", "trb", "tractatenblad", "ek", "e.k.", "eerste", "ecli", "eu:", "nr", "nrs", "nummer", "nds",
            "stb",
            "staatsblad", "staatscourant", "stcrt", "swd", "sec", "blg", "bwb", "besluit", "com", "celex", "cvdr",
            "join", "dossier",
            "richtlijn", "verordening", "uitvoerings", "www",
        ] + romanBeginnings)

    /// Three letters with which Roman numerals from 40 up begin.
    private static let romanBeginnings = ["lx", "lv", "li", "xl", "xc", "cx", "cl", "cc", "cv", "ci"].flatMap { start in
        ["c", "l", "x", "v", "i"].map { start + $0 }
    }

    private typealias Grammar = (inout ByteCursor) -> Recognition?

    /// Reads at the start of a word with the grammars whose words begin with its first letter, `lower` in lower case.
    private static func recogniseWord(_ cursor: inout ByteCursor, lower: UInt8) -> Recognition? {
        switch lower {
        case UInt8(ascii: "k"):
            first(&cursor, recogniseKamerstuk, AddressGrammar.recogniseID, EuropeanGrammar.recogniseAct)
        case UInt8(ascii: "h"): first(&cursor, recogniseHandelingen, AddressGrammar.recogniseID)
        case UInt8(ascii: "a"): first(&cursor, recogniseAanhangsel, AddressGrammar.recogniseID)
        case UInt8(ascii: "t"): first(&cursor, recogniseChamber, GazetteGrammar.recognise, AddressGrammar.recogniseID)
        case UInt8(ascii: "e"): first(&cursor, recogniseChamber, LawGrammar.recogniseECLI)
        case UInt8(ascii: "s"):
            first(&cursor, GazetteGrammar.recognise, AddressGrammar.recogniseID, EuropeanGrammar.recognisePaper)
        case UInt8(ascii: "n"): first(&cursor, recogniseSpoken, AddressGrammar.recogniseID)
        case UInt8(ascii: "b"):
            first(&cursor, EuropeanGrammar.recogniseAct, AddressGrammar.recogniseID, LawGrammar.recogniseRegulation)
        case UInt8(ascii: "c"):
            first(&cursor, EuropeanGrammar.recognisePaper, EuropeanGrammar.recogniseCELEX, recogniseRoman)
                ?? first(&cursor, LawGrammar.recogniseRegulation, AddressGrammar.recogniseID)
        case UInt8(ascii: "l"), UInt8(ascii: "x"): recogniseRoman(&cursor)
        case UInt8(ascii: "v"), UInt8(ascii: "r"), UInt8(ascii: "u"): EuropeanGrammar.recogniseAct(&cursor)
        case UInt8(ascii: "d"): AddressGrammar.recogniseID(&cursor)
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
        return cursor.takeWord("handelingen") || cursor.takeWord("hand.")
            ? HandelingenGrammar.recognise(&cursor, from: start) : nil
    }

    private static func recogniseAanhangsel(_ cursor: inout ByteCursor) -> Recognition? {
        // "Kamervragen (Aanhangsel) 2004–2005" is the form of older answers.
        let isEnclosed = cursor[-1] == UInt8(ascii: "(") && cursor["aanhangsel".utf8.count] == UInt8(ascii: ")")
        let start = cursor.position - (isEnclosed ? 1 : 0)
        return cursor.takeWord("aanhangsel") ? HandelingenGrammar.recogniseAanhangsel(&cursor, from: start) : nil
    }

    private static func recogniseChamber(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let chamber = cursor.takeChamber() else { return nil }
        var grammar = KamerstukGrammar(label: .chamber(chamber))
        return grammar.recognise(&cursor, from: start)
    }

    private static func recogniseSpoken(_ cursor: inout ByteCursor) -> Recognition? {
        UnlabelledGrammar.recogniseSpoken(&cursor, from: cursor.position)
    }

    private static func recogniseRoman(_ cursor: inout ByteCursor) -> Recognition? {
        UnlabelledGrammar.recogniseRoman(&cursor, from: cursor.position)
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
        var found = grammar.recognise(&cursor, from: first)
        found?.relation = relation
        return found
    }

    /// Reads at the first of a run of digits.
    private static func recogniseNumber(_ cursor: inout ByteCursor) -> Recognition? {
        switch cursor.digitCount {
        case 4:
            return ParliamentNumberGrammar.recognise(&cursor)
        case 2, 5:
            guard cursor.hasShapeOfDossier, !cursor.isAmountOrAddress else { return nil }
            let replacement = cursor.startOfReplacementWords
            let annex = cursor.startOfAnnexWords
            let isParenthesised = cursor[-1] == UInt8(ascii: "(")
            let grammar = UnlabelledGrammar(
                from: replacement ?? annex ?? cursor.position,
                confidence: isParenthesised ? Confidence.parenthesised : Confidence.unlabelled,
                isAnnounced: replacement != nil || annex != nil || cursor.isAnnounced)
            var found = grammar.recognise(&cursor)
            if replacement != nil { found?.relation = .replaces } else if annex != nil { found?.relation = .annexOf }
            return found
        default:
            return nil
        }
    }
}

extension ByteCursor {
    /// Takes `Kamerstuk`, `Kamerstukken`, `Kamerst.`, `Kamerstuknummer`, `Kamerstukdossier`, `kst.`.
    fileprivate mutating func takeKamerstukLabel() -> Bool {
        if take("kamerstuk") {
            _ = takeWord("ken") || take("(ken)")
            _ = takeWord(["nummer", "nummers", "dossier", "dossiers"]) || (takeWord("nr") && take("."))
            return !byte.isLetter
        }
        return takeWord("kamerst.") || takeWord("kst.") || (starts(with: "kst ") && take("kst"))
    }
}
