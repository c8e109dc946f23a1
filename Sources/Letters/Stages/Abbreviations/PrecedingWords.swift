/// The words before a place in cleaned text, nearest first, as far as a name can reach: not over the end of a sentence,
/// a quote's edge, another bracket or a bullet.
///
/// One value serves for all places of a letter, so that nothing is allocated for a word. How far it looks is bounded.
struct PrecedingWords {
    struct Word: Equatable {
        /// Without the signs at its edges; brackets around a part of it stay: `(voortgezet)`, `(basis)onderwijs`.
        var range: Range<Int>
        var role: WordRole
        /// A comma stands behind it.
        var hasComma = false
    }

    /// No name has more words; a long title of a law has about so many.
    static let most = 16
    private static let farthest = 256

    private(set) var words: [Word] = []
    /// Whether the words are all of what was looked at, and no boundary ended them.
    private(set) var isWhole = false

    /// Collects the words of `lowest..<end`.
    mutating func collect(_ bytes: [UInt8], before end: Int, from lowest: Int = 0, atMost most: Int = most) {
        words.removeAll(keepingCapacity: true)
        isWhole = false
        let floor = max(lowest, end - Self.farthest)
        var position = end
        while words.count < most {
            while position > floor, bytes[position - 1] == .space { position -= 1 }
            guard position > floor else { break }
            var start = position
            while start > floor, bytes[start - 1] != .space { start -= 1 }
            // The word may begin before what is looked at.
            if start == floor, floor > lowest { return }
            guard add(bytes, start..<position) else { return }
            position = start
        }
        isWhole = position <= lowest
    }

    /// Adds a word, or returns false where the words end with or before it.
    private mutating func add(_ bytes: [UInt8], _ token: Range<Int>) -> Bool {
        // Most words are nothing but letters.
        if Self.isPlain(bytes, token) {
            words.append(Word(range: token, role: WordRole(letters: bytes, token)))
            return true
        }
        let opened = bytes.withoutOpeningQuote(token)
        var range = bytes.withoutClosingQuote(opened)
        // A quote that ends further left is another's words.
        if range.upperBound < opened.upperBound, !words.isEmpty { return false }
        var hasComma = false
        if let last = bytes[range].last, last == .comma {
            hasComma = true
            range = range.lowerBound..<range.upperBound - 1
        }
        guard let last = bytes[range].last, !last.isTerminal else { return false }
        let opening = bytes[range].lastIndex(of: UInt8(ascii: "("))
        let closing = bytes[range].firstIndex(of: UInt8(ascii: ")"))
        if let closing, opening.map({ $0 > closing }) ?? true { return false }
        let isOpen = opening != nil && closing == nil
        if isOpen, let opening { range = opening + 1..<range.upperBound }
        guard !range.isEmpty else { return false }
        let role = WordRole(bytes, range)
        guard role != .sign else { return false }
        words.append(Word(range: range, role: role, hasComma: hasComma))
        return !isOpen && opened.lowerBound == token.lowerBound
    }

    private static func isPlain(_ bytes: [UInt8], _ token: Range<Int>) -> Bool {
        var position = token.lowerBound
        while position < token.upperBound {
            let letters = ByteChunks.leadingLetters(bytes.span, position)
            position += letters
            if letters < 8 { break }
        }
        return position >= token.upperBound
    }

    /// Takes away the `en` that joins the words with those behind them.
    mutating func dropCoordination(_ bytes: [UInt8]) {
        if let first = words.first, first.range.count <= 2, first.role == .link { words.removeFirst() }
    }

    /// Takes away the article that stands first.
    mutating func dropArticle() {
        if words.count > 1, words.last?.role == .article { words.removeLast() }
    }

    /// Puts a word behind all others.
    mutating func prepend(_ range: Range<Int>) { words.insert(Word(range: range, role: .content), at: 0) }
}

/// What a word may do in a name.
enum WordRole {
    /// Bears a letter of the abbreviation, if there is one.
    case content
    /// Joins the words of a name, and bears a letter or not: `van`, `en`.
    case link
    /// As `link`, but as likely stands before a name: `bij`, `in`.
    case preposition
    /// As `link`, and may open a name too: `de`, `het`.
    case article
    /// Stands in no name: `heeft`, `dat`.
    case stranger
    /// A dash, a bullet, dots.
    case sign

    /// Whether a name may leave it without a letter.
    var joins: Bool { self == .link || self == .article || self == .preposition }

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "&") {
            self = .link
        } else if !bytes[range].contains(where: { $0.isDigit || $0.isUpperASCII || $0.isLowerASCII }) {
            self = .sign
        } else {
            self.init(letters: bytes, range)
        }
    }

    /// Of a word that has a letter or digit.
    init(letters bytes: [UInt8], _ range: Range<Int>) { self = Self.role(bytes.span.extracting(range)) }

    private static func role(_ word: Span<UInt8>) -> WordRole { roles[word] ?? .content }

    /// The first list that has a word says what it may do.
    private static let roles = WordTable<WordRole>([
        (articleWords, .article), (linkWords, .link), (prepositionWords, .preposition), (strangerWords, .stranger),
    ])

    private static let articleWords = "de het een the deze dit die dat mijn uw onze ons hun haar zijn"
    private static let linkWords = "van voor en of op der den des te ten ter per and for d a"
    private static let prepositionWords = "in tot aan met bij over tegen onder uit to on"
    private static let strangerWords = """
        door naar als om is was wordt worden werd heeft hebben had kan kunnen zal zullen moet moeten ook niet nog dan \
        wel er we wij ik u zij ze hij zoals zoals waarin waarbij want maar omdat terwijl via volgens samen tussen vanuit
        """
}
