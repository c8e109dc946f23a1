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
    /// What is read beside documents that citations name by their numbers; both are off unless asked for.
    public struct Options: Hashable, Sendable {
        /// Laws by their names, `artikel 24 van de Wet op de expertisecentra`.
        public var laws: Bool
        /// Web addresses that name no paper: references of the kind `.adres` without targets.
        public var addresses: Bool

        public init(laws: Bool = false, addresses: Bool = false) {
            self.laws = laws
            self.addresses = addresses
        }
    }

    private let options: Options

    public init(options: Options = Options()) { self.options = options }

    /// The references of a text, in its order; ranges are offsets in its UTF-8.
    public func references(in text: String) -> [Reference] {
        findings(in: Array(text.utf8)).references
    }

    /// The references of a text in UTF-8, in its order; ranges are offsets in `bytes`.
    public func references(in bytes: [UInt8]) -> [Reference] { findings(in: bytes).references }

    /// What one pass over a text finds.
    package struct Findings {
        package internal(set) var references: [Reference] = []
        /// Where a word of a short form stands outside a reference, ascending: a `ShortFormResolver` reads on there.
        var shortForms: [Int] = []
        /// Motions, amendments and promises, ascending.
        package internal(set) var motionPhrases: [MotionPhrase] = []
        /// Where a word stands that may say what has become of them, ascending.
        package internal(set) var statusWords: [Int] = []
        /// Letters named by their dates, ascending.
        package internal(set) var datedLetters: [DatedLetter] = []
        /// Moves that the grammars made.
        var steps = 0

        /// Adds the next reference.
        fileprivate mutating func append(_ reference: consuming Reference) {
            // A text that cites at all mostly cites more than once.
            if references.isEmpty { references.reserveCapacity(16) }
            references.append(reference)
        }

        /// End of the last reference.
        fileprivate var end: Int { references.isEmpty ? 0 : references[references.count - 1].range.upperBound }

        /// The last paper named. Through indices, since `last` would copy the whole reference.
        fileprivate var lastTarget: PaperID? {
            references.isEmpty ? nil : references[references.count - 1].targets.last
        }

        /// Adds references in the order of the text, but for those that overlap others.
        fileprivate mutating func insert(_ others: [Reference]) {
            guard !others.isEmpty else { return }
            var merged: [Reference] = []
            var rest = references[...]
            for other in others {
                while let next = rest.first, next.range.upperBound <= other.range.lowerBound {
                    merged.append(rest.removeFirst())
                }
                if rest.first?.range.overlaps(other.range) != true { merged.append(other) }
            }
            references = merged + rest
        }
    }

    /// The references of a text in UTF-8, and the places where a `ShortFormResolver` may find more.
    package func findings(in bytes: [UInt8]) -> Findings {
        var found = Findings()
        var cursor = ByteCursor(bytes)
        var index = 0
        var before: UInt8 = 0
        let cues = Self.cues
        while let candidate = cues.next(in: bytes, from: index, before: before) {
            if let end = Self.readCandidate(&cursor, at: candidate, options, into: &found) {
                // A note's marker may be glued to a reference, and a note's number to the next.
                (index, before) = (end, 0)
            } else {
                (index, before) = (candidate + 1, bytes[candidate])
            }
        }
        found.steps = cursor.steps
        if options.laws { found.insert(LawNames.references(in: bytes).map { $0.reference(in: cursor) }) }
        return found
    }

    /// Reads at the start of a word or number.
    ///
    /// - Returns: where the scan goes on, if it may skip what was read.
    @inline(never)
    private static func readCandidate(
        _ cursor: inout ByteCursor, at index: Int, _ options: Options, into found: inout Findings
    ) -> Int? {
        cursor.position = index
        let byte = cursor.byte
        let recognised: Recognition?
        if byte.isDigit {
            guard !cursor[-1].isDigit else { return nil }
            recognised = recogniseNumber(&cursor)
        } else if let end = AddressGrammar.endOfAddress(cursor) {
            if let address = AddressGrammar.recogniseAddress(&cursor, end: end) {
                found.append(address.reference(in: cursor))
            } else if options.addresses {
                found.append(Recognition(range: index..<end, kind: .adres).reference(in: cursor))
            }
            return end
        } else {
            recognised = recogniseWord(&cursor, lower: byte | 0x20)
            if recognised == nil { noteWord(&cursor, at: index, &found) }
        }
        guard let first = consume recognised, first.range.upperBound > index, first.range.lowerBound >= found.end else {
            return nil
        }
        var list = first.list
        found.append(first.reference(in: cursor))
        while let next = list?.recogniseNext(&cursor, behind: found.lastTarget) {
            list = next.list
            found.append(next.reference(in: cursor))
        }
        return found.end
    }
}

// MARK: - Other words

extension ReferenceScanner {
    private static let shortFormCues = CueWords(ShortForm.cues + PaperNames.cues)
    private static let statusCues = CueWords(StatusWords.cues)

    /// Keeps a word that is no reference, but tells of one.
    private static func noteWord(_ cursor: inout ByteCursor, at index: Int, _ found: inout Findings) {
        cursor.position = index
        if shortFormCues.confirms(cursor.bytes, at: index) {
            found.shortForms.append(index)
        } else if statusCues.confirms(cursor.bytes, at: index) {
            found.statusWords.append(index)
        } else if let phrase = MotionGrammar.recognise(&cursor) {
            found.motionPhrases.append(phrase)
        } else {
            cursor.position = index
            if let letter = DatedLetter(&cursor) { found.datedLetters.append(letter) }
        }
    }
}

// MARK: - Candidates

extension ReferenceScanner {
    /// Every word that `recogniseWord` knows, and the words of short forms.
    private static let cues = CueWords(
        [
            "kamerstuk", "kamerst.", "kst", "kv-", "kaderbesluit", "handelingen", "hand.", "http", "h-tk", "h-ek",
            "h-vv", "aanhangsel",
            "ah-",
            "tk", "t.k.",
            "tweede", "trb", "tractatenblad", "ek", "e.k.", "eerste", "ecli", "eu:", "nr", "nrs", "nummer", "nds",
            "stb",
            "staatsblad", "staatscourant", "stcrt", "swd", "sec", "blg", "bwb", "besluit", "bijl.", "com", "celex",
            "cvdr",
            "join",
            "richtlijn", "verordening", "uitvoerings", "www",
            "ljn", "elro", "gmb-", "prb-", "wsb-", "bgr-", "ag-",
            "gemeente", "provinci", "watersch",
        ] + DossierGrammar.cues + ShortForm.cues + PaperNames.cues + MotionGrammar.cues + StatusWords.cues
            + DatedLetter.cues
            + romanBeginnings)

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
        case UInt8(ascii: "e"): first(&cursor, recogniseChamber, LawGrammar.recogniseECLI, LawGrammar.recogniseLJN)
        case UInt8(ascii: "s"):
            first(&cursor, GazetteGrammar.recognise, AddressGrammar.recogniseID, EuropeanGrammar.recognisePaper)
        case UInt8(ascii: "n"): first(&cursor, recogniseSpoken, AddressGrammar.recogniseID)
        case UInt8(ascii: "b") where cursor.starts(with: "bijl."): recogniseAnnexesOfHandelingen(&cursor)
        case UInt8(ascii: "b"):
            first(&cursor, EuropeanGrammar.recogniseAct, AddressGrammar.recogniseID, LawGrammar.recogniseRegulation)
        case UInt8(ascii: "c"):
            first(&cursor, EuropeanGrammar.recognisePaper, EuropeanGrammar.recogniseCELEX, recogniseRoman)
                ?? first(&cursor, LawGrammar.recogniseRegulation, AddressGrammar.recogniseID)
        case UInt8(ascii: "l"): first(&cursor, LawGrammar.recogniseLJN, recogniseRoman)
        case UInt8(ascii: "x"): recogniseRoman(&cursor)
        case UInt8(ascii: "g"), UInt8(ascii: "p"): first(&cursor, AddressGrammar.recogniseID, GazetteGrammar.recognise)
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
        return cursor.takeWord("handelingen") || cursor.takeWord("hand.")
            ? HandelingenGrammar.recognise(&cursor, from: start) : nil
    }

    /// Reads `Bijl. Hand. II 1953/54, 3200, nr. 3`, as papers were cited when the Handelingen had them as annexes.
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
        return cursor.takeWord("aanhangsel") ? HandelingenGrammar.recogniseAanhangsel(&cursor, from: start) : nil
    }

    private static func recogniseChamber(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let chamber = cursor.takeChamber() else { return nil }
        var grammar = KamerstukGrammar(label: .chamber(chamber))
        var found = grammar.recognise(&cursor, from: start)
        if found != nil, cursor.isBeforePageOfFooter, ByteCursor(cursor.bytes, at: start).isAtStartOfFoot {
            found?.relation = .own
        }
        return found
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
        let start = cursor.position
        switch cursor.digitCount {
        case 4:
            return ParliamentNumberGrammar.recognise(&cursor)
        case 2, 5:
            let isNumbered = cursor.hasShapeOfDossier && cursor.isBehindUnderNumber
            guard cursor.hasShapeOfDossier, isNumbered || !cursor.isAmountOrAddress else { return nil }
            let replacement = cursor.startOfReplacementWords
            let annex = cursor.startOfAnnexWords
            let isParenthesised = cursor[-1] == UInt8(ascii: "(")
            var grammar = UnlabelledGrammar(
                from: replacement ?? annex ?? cursor.position,
                confidence: isParenthesised ? Confidence.parenthesised : Confidence.unlabelled,
                isAnnounced: replacement != nil || annex != nil || cursor.isAnnounced)
            (grammar.isOfEersteKamer, grammar.isNumbered) = (isNumbered, isNumbered)
            var found = grammar.recognise(&cursor)
            if replacement != nil { found?.relation = .replaces } else if annex != nil { found?.relation = .annexOf }
            if found != nil { return found }
            cursor.position = start
            return first(&cursor, OwnNameGrammar.recogniseHead, DossierGrammar.recogniseBill)
        default:
            return nil
        }
    }
}
