/// Turns text into tokens. Letters and queries go through the same analysis, so what is typed finds what is written.
///
/// - A word gives its folded form as `surface` and its Dutch stem.
/// - `VO-raad` gives `voraad` and `vo` at one position and `raad` at the next.
/// - `(hoog)begaafde` gives `hoogbegaafde` and `begaafde` at one position.
/// - `thema’s` is one token, `thema's`, with the stem of `thema`.
///
/// An analyzer keeps memory and a stemmer of its own: make one per task. It is not for use by two tasks at once.
public struct Analyzer {
    private let tokenizer: WordTokenizer
    private let folding = WordFolding()
    private let stems: StemCache

    private var words: [Range<Int>] = []
    private var term: [UInt8] = []

    public init() throws(AnalysisError) {
        tokenizer = try WordTokenizer()
        stems = StemCache(stemmer: try DutchStemmer())
    }

    /// The tokens of a text, in order of position.
    ///
    /// - Parameter position: of the first word. Where several texts go to one field, the next starts at the position of
    ///   the last token plus one, or more to keep phrases from matching across.
    public mutating func tokens(of text: String, from position: UInt32 = 0) -> [Token] {
        var tokens: [Token] = []
        appendTokens(of: text, from: position, to: &tokens)
        return tokens
    }

    /// Appends the tokens of a text and returns the position after the last.
    @discardableResult
    public mutating func appendTokens(of text: String, from position: UInt32, to tokens: inout [Token]) -> UInt32 {
        let bytes = text.utf8Span.span
        var position = position
        var start = 0
        while let piece = WordTokenizer.nextPiece(of: bytes, from: start) {
            words.removeAll(keepingCapacity: true)
            tokenizer.appendWords(of: bytes, in: piece, to: &words)
            // Brackets and hyphens join two words at least.
            if words.count == 1 {
                term.removeAll(keepingCapacity: true)
                folding.append(words[0], of: bytes, to: &term)
                append(words[0], at: position, to: &tokens)
                position += 1
            } else {
                var grouping = WordGrouping(words: words)
                while let group = grouping.nextGroup(of: bytes, in: piece) {
                    append(group, of: bytes, at: &position, to: &tokens)
                }
            }
            start = piece.upperBound
        }
        return position
    }

    private mutating func append(
        _ group: WordGroup, of text: Span<UInt8>, at position: inout UInt32, to tokens: inout [Token]
    ) {
        if group.parts.count > 1 { appendJoined(group, of: text, at: position, to: &tokens) }
        for part in group.parts {
            fold(part, of: text, withBrackets: true)
            append(part.range, at: position, to: &tokens)
            if part.hasBrackets {
                fold(part, of: text, withBrackets: false)
                append(part.range, at: position, to: &tokens)
            }
            position += 1
        }
    }

    /// The parts as one word, if that has a letter and is no longer than a term may be.
    private mutating func appendJoined(
        _ group: WordGroup, of text: Span<UInt8>, at position: UInt32, to tokens: inout [Token]
    ) {
        let range = group.parts[0].range.lowerBound..<group.parts[group.parts.count - 1].range.upperBound
        guard range.count <= WordFolding.longestTerm, WordGrouping.hasLetter(text, range) else { return }
        term.removeAll(keepingCapacity: true)
        for part in group.parts {
            for word in part.words { folding.append(word.range, of: text, to: &term) }
        }
        append(range, at: position, to: &tokens)
    }

    private mutating func fold(_ part: WordGroup.Part, of text: Span<UInt8>, withBrackets: Bool) {
        term.removeAll(keepingCapacity: true)
        for word in part.words where withBrackets || !word.isInBrackets {
            folding.append(word.range, of: text, to: &term)
        }
    }

    /// Appends the token whose folded form is in `term`.
    private mutating func append(_ range: Range<Int>, at position: UInt32, to tokens: inout [Token]) {
        cutTerm()
        guard !term.isEmpty else { return }
        let surface = String(decoding: term, as: UTF8.self)
        tokens.append(Token(position: position, range: range, surface: surface, stem: stems.stem(of: surface)))
    }

    /// Cuts a term that is too long, between two characters.
    private mutating func cutTerm() {
        guard term.count > WordFolding.longestTerm else { return }
        var end = WordFolding.longestTerm
        while end > 0, term[end] & 0xc0 == 0x80 { end -= 1 }
        term.removeLast(term.count - end)
    }
}
