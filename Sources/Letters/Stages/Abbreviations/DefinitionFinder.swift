/// Finds definitions in cleaned text, all of which stand at a bracket: `Long Form (LF)`, `LF (Long Form)`,
/// `the long form (hierna: short)`.
struct DefinitionFinder {
    /// Bytes of a bracket's content that are looked at: more than any long form has.
    private static let longestContent = 160

    private var words = PrecedingWords()
    private var matcher = LongFormMatcher()

    /// A definition in words.
    struct Definition {
        var shortForm: String
        var longForm: String
        /// Where the short form begins in the text.
        var short: Int
    }

    /// Where a definition stands.
    private struct Match {
        var short: Range<Int>
        var long: Range<Int>
        /// The word that `long` shares with the next long form: `onderwijs` of `primair en voortgezet onderwijs`.
        var shared: Range<Int>?

        func definition(in bytes: [UInt8]) -> Definition {
            let words = [long, shared].compactMap { $0.map { String(decoding: bytes[$0], as: UTF8.self) } }
            return Definition(
                shortForm: String(decoding: bytes[short], as: UTF8.self), longForm: words.joined(separator: " "),
                short: short.lowerBound)
        }
    }

    /// In the order of the text. Bounded work for each bracket, so linear in the text; a text without a bracket that may
    /// define something is only looked through.
    mutating func definitions(in bytes: [UInt8]) -> [Definition] {
        let span = bytes.span
        var found: [Match] = []
        var next = 0
        while let open = ByteChunks.first(UInt8(ascii: "("), in: span, next..<span.count) {
            next = open + 1
            // A bracket in a word is none that explains: `rapportage(s)`.
            guard open > 0, span[open - 1] == .space, open + 1 < span.count, !span[open + 1].isDigit else { continue }
            // Nor is `(hoog)begaafd`.
            guard let close = Self.closing(bytes, open), bytes.foldedLetter(at: close + 1) == 0 else { continue }
            read(bytes, open: open, content: bytes.unquoted(open + 1..<close), to: &found)
        }
        return found.isEmpty ? [] : found.map { $0.definition(in: bytes) }
    }

    private mutating func read(_ bytes: [UInt8], open: Int, content: Range<Int>, to found: inout [Match]) {
        if let name = ShortName(bytes, content) {
            words.collect(bytes, before: open)
            if let long = NamedPhrase.extent(of: name, words: words.words, bytes, &matcher) {
                found.append(Match(short: name.range, long: long))
            }
            return
        }
        let matches = explained(ShortForm.list(bytes, content), bytes, open: open)
        if !matches.isEmpty {
            found += matches
        } else if let match = explanation(bytes, open: open, content: content) {
            found.append(match)
        }
    }

    /// The bracket that closes the one at a position; brackets in it may be nested.
    private static func closing(_ bytes: [UInt8], _ open: Int) -> Int? {
        let text = bytes.span
        let end = min(text.count, open + longestContent)
        var depth = 1
        var position = open + 1
        while let close = ByteChunks.first(UInt8(ascii: ")"), in: text, position..<end) {
            while let inner = ByteChunks.first(UInt8(ascii: "("), in: text, position..<close) {
                depth += 1
                position = inner + 1
            }
            depth -= 1
            if depth == 0 { return close }
            position = close + 1
        }
        return nil
    }

    /// Long forms before the bracket of one or more short forms: `primair onderwijs en kinderopvang (po en ko)`.
    ///
    /// Read from the right, each long form ends where the one behind it begins. All short forms must be explained.
    private mutating func explained(_ shorts: [ShortForm], _ bytes: [UInt8], open: Int) -> [Match] {
        var found: [Match] = []
        var end = open
        for short in shorts.reversed() {
            words.collect(bytes, before: end, atMost: short.farthestWord)
            if !found.isEmpty { words.dropCoordination(bytes) }
            if let start = matcher.start(of: short, in: words.words, bytes).map({ nameOfLaw(from: $0, short, bytes) }) {
                let long = words.words[start].range.lowerBound..<(words.words.first?.range.upperBound ?? end)
                found.append(Match(short: short.range, long: long))
                end = long.lowerBound
            } else if let shared = found.last.flatMap({ $0.shared ?? Self.lastWord(bytes, $0.long) }),
                let match = elliptic(short, sharing: shared, bytes)
            {
                found.append(match)
                end = match.long.lowerBound
            } else {
                return []
            }
        }
        return found.reversed()
    }

    /// Words between `Wet` and what its abbreviation was matched with, at most: `Wet ter voorkoming van …`, Wwft.
    private static let longestLawOpening = 4

    /// The word that begins the name of a law, where its abbreviation begins with the W of `Wet` and a later word with
    /// w was matched: a law is named by all of its name.
    private func nameOfLaw(from start: Int, _ short: ShortForm, _ bytes: [UInt8]) -> Int {
        guard short.letters.first == UInt8(ascii: "w") else { return start }
        let words = words.words
        for index in start + 1..<max(start + 1, min(words.count, start + 1 + Self.longestLawOpening)) {
            guard words[index].role != .stranger, !words[index].hasComma else { return start }
            if Self.law.contains(bytes, words[index].range), words[index - 1].role.joins { return index }
        }
        return start
    }

    private static let law = WordSet(list: "wet")

    /// `primair` before `en voortgezet onderwijs`, for `po`: the last word belongs to both.
    private mutating func elliptic(_ short: ShortForm, sharing shared: Range<Int>, _ bytes: [UInt8]) -> Match? {
        guard let nearest = words.words.first else { return nil }
        words.prepend(shared)
        guard let start = matcher.start(of: short, in: words.words, bytes), start > 0 else { return nil }
        let long = words.words[start].range.lowerBound..<nearest.range.upperBound
        return Match(short: short.range, long: long, shared: shared)
    }

    private static func lastWord(_ bytes: [UInt8], _ long: Range<Int>) -> Range<Int>? {
        guard let space = bytes[long].lastIndex(of: .space) else { return nil }
        return space + 1..<long.upperBound
    }

    /// Whether the word before a bracket is of small letters, and longer than any short form is then.
    private static func isLongWord(_ bytes: [UInt8], before open: Int) -> Bool {
        let end = open - 1
        var start = end
        while start > 0, bytes[start - 1].isLowerASCII { start -= 1 }
        return end - start > longestInSmallLetters && (start == 0 || bytes[start - 1] == .space)
    }

    private static let longestInSmallLetters = ShortForm.longestInSmallLetters

    /// The long form in the bracket, the short form before it: `RIVM (Rijksinstituut voor …)`, also as the first part
    /// of a compound, `BMR-vaccinatie (bof, mazelen en rodehond)`.
    private mutating func explanation(_ bytes: [UInt8], open: Int, content: Range<Int>) -> Match? {
        guard !Self.isLongWord(bytes, before: open) else { return nil }
        words.collect(bytes, before: open, atMost: 1)
        guard let word = words.words.first, let short = ShortForm(bytes, head: word.range),
            content.count > 2 * short.letters.count
        else { return nil }
        words.collect(bytes, before: content.upperBound, from: content.lowerBound)
        words.dropArticle()
        guard let last = words.words.indices.last, words.isWhole,
            matcher.start(of: short, in: words.words, bytes) == last
        else { return nil }
        return Match(short: short.range, long: words.words[last].range.lowerBound..<content.upperBound)
    }
}
