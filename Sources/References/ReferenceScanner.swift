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
        var index = 0
        var previous: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            var isCandidate = false
            if byte.isLetter {
                isCandidate =
                    !previous.isLetter && cues.mayStart(byte, index + 1 < bytes.count ? bytes[index + 1] : 0)
            } else if byte.isDigit {
                isCandidate = !previous.isDigit
            }
            if isCandidate {
                cursor.position = index
                if let end = AddressGrammar.endOfAddress(cursor) {
                    let found = AddressGrammar.recogniseAddress(&cursor, end: end)
                    if let found { references.append(found.reference(in: cursor)) }
                    previous = bytes[end - 1]
                    index = end
                    continue
                }
                let recognition =
                    byte.isDigit ? Self.recogniseNumber(&cursor) : Self.recogniseWord(&cursor, lower: byte | 0x20)
                if let recognition, recognition.range.lowerBound >= (references.last?.range.upperBound ?? 0),
                    recognition.range.upperBound > index
                {
                    references.append(recognition.reference(in: cursor))
                    index = recognition.range.upperBound
                    previous = bytes[index - 1]
                    continue
                }
            }
            previous = byte
            index += 1
        }
        return (references, cursor.steps)
    }
}

// MARK: - Candidates

extension ReferenceScanner {
    /// Every word that `recogniseWord` knows.
    private static let cues = CueWords([
        "kamerstuk", "kst", "kv-", "kaderbesluit", "handelingen", "http", "h-tk", "aanhangsel", "ah-", "tk", "tweede",
        "trb", "tractatenblad", "ek", "eerste", "ecli", "eu:", "nr", "nds", "stb", "staatsblad", "stcrt", "swd", "sec",
        "blg", "bwb", "besluit", "com", "celex", "cvdr", "join", "dossier", "richtlijn", "verordening", "uitvoerings",
        "www", "lx", "xl", "xc", "cx", "cl", "cc", "cv", "ci", "li", "lv",
    ])

    /// Reads at the start of a word; `lower` is its first letter in lower case.
    private static func recogniseWord(_ cursor: inout ByteCursor, lower: UInt8) -> Recognition? {
        let start = cursor.position
        for family in families(lower) {
            if let found = family(&cursor) { return found }
            cursor.position = start
        }
        return nil
    }

    private typealias Grammar = (inout ByteCursor) -> Recognition?

    /// The grammars whose words begin with a letter, the likeliest first.
    private static func families(_ lower: UInt8) -> [Grammar] {
        switch lower {
        case UInt8(ascii: "k"): [recogniseKamerstuk, AddressGrammar.recogniseID, EuropeanGrammar.recogniseAct]
        case UInt8(ascii: "h"): [recogniseHandelingen, AddressGrammar.recogniseID]
        case UInt8(ascii: "a"): [recogniseAanhangsel, AddressGrammar.recogniseID]
        case UInt8(ascii: "t"): [recogniseChamber, GazetteGrammar.recognise, AddressGrammar.recogniseID]
        case UInt8(ascii: "e"): [recogniseChamber, LawGrammar.recogniseECLI]
        case UInt8(ascii: "s"): [GazetteGrammar.recognise, AddressGrammar.recogniseID, EuropeanGrammar.recognisePaper]
        case UInt8(ascii: "n"): [recogniseSpoken, AddressGrammar.recogniseID]
        case UInt8(ascii: "b"):
            [EuropeanGrammar.recogniseAct, AddressGrammar.recogniseID, LawGrammar.recogniseRegulation]
        case UInt8(ascii: "c"):
            [
                EuropeanGrammar.recognisePaper, EuropeanGrammar.recogniseCELEX, LawGrammar.recogniseRegulation,
                recogniseRoman,
            ]
        case UInt8(ascii: "l"), UInt8(ascii: "x"): [recogniseRoman]
        case UInt8(ascii: "v"), UInt8(ascii: "r"), UInt8(ascii: "u"): [EuropeanGrammar.recogniseAct]
        case UInt8(ascii: "d"): [AddressGrammar.recogniseID]
        case UInt8(ascii: "j"): [EuropeanGrammar.recognisePaper]
        default: []
        }
    }

    private static func recogniseHandelingen(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        return cursor.takeWord("handelingen") ? HandelingenGrammar.recognise(&cursor, from: start) : nil
    }

    private static func recogniseAanhangsel(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
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
            guard !cursor.isAmountOrAddress else { return nil }
            let replacement = cursor.startOfReplacementWords
            let isParenthesised = cursor[-1] == UInt8(ascii: "(")
            let grammar = UnlabelledGrammar(
                from: replacement ?? cursor.position,
                confidence: isParenthesised ? Confidence.parenthesised : Confidence.unlabelled,
                isAnnounced: replacement != nil || cursor.isAnnounced)
            var found = grammar.recognise(&cursor)
            if replacement != nil { found?.relation = .replaces }
            return found
        default:
            return nil
        }
    }
}

extension ByteCursor {
    /// Takes `Kamerstuk`, `Kamerstukken`, `Kamerst.`, `Kamerstuknummer`, `kst.`.
    fileprivate mutating func takeKamerstukLabel() -> Bool {
        if take("kamerstuk") {
            _ = takeWord("ken") || take("(ken)")
            _ = takeWord(["nummer", "nr"]) && take(".")
            return !byte.isLetter
        }
        return takeWord("kamerst.") || takeWord("kst.") || (starts(with: "kst ") && take("kst"))
    }
}
