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
        readReplaced(&cursor, into: &found)
        while let next = list?.recogniseNext(&cursor, behind: found.lastTarget) {
            list = next.list
            found.append(next.reference(in: cursor))
            readReplaced(&cursor, into: &found)
        }
        return found.end
    }

    /// Reads the paper that the last one takes the place of.
    private static func readReplaced(_ cursor: inout ByteCursor, into found: inout Findings) {
        let end = found.end
        guard end < cursor.bytes.count,
            cursor.bytes[end] <= UInt8(ascii: ",") || cursor.bytes[end] == UInt8(ascii: ";"),
            cursor.bytes[end] != UInt8(ascii: ")")
        else { return }
        cursor.position = end
        guard let replaced = ReplacementGrammar.recognise(&cursor, behind: found.lastTarget) else { return }
        found.append(replaced.reference(in: cursor))
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
