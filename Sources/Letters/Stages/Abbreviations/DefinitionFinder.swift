/// Where a text defines a short form.
struct Definition: Equatable {
    var short: Range<Int>
    var long: Range<Int>
    /// The word behind `long` that it shares with the next long form: `onderwijs` of `primair en voortgezet onderwijs`.
    var shared: Range<Int>?

    func longForm(in bytes: [UInt8]) -> String {
        let text = String(decoding: bytes[long], as: UTF8.self)
        guard let shared else { return text }
        return text + " " + String(decoding: bytes[shared], as: UTF8.self)
    }
}

/// Finds definitions in cleaned text, all of which stand at a bracket: `Long Form (LF)`, `LF (Long Form)`,
/// `the long form (hierna: short)`.
struct DefinitionFinder {
    /// Bytes of a bracket's content that are looked at: more than any long form has.
    private static let longestContent = 160

    private var words = PrecedingWords()
    private var matcher = LongFormMatcher()

    /// In the order of the text. Bounded work for each bracket, so linear in the text.
    mutating func definitions(in bytes: [UInt8]) -> [Definition] {
        var found: [Definition] = []
        var position = 0
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "(")) {
            position = open + 1
            // A bracket in a word is none that explains: `rapportage(s)`, `(hoog)begaafd`.
            guard open > 0, bytes[open - 1] == .space, let close = Self.closing(bytes, open),
                !bytes.hasLetterOrDigit(at: close + 1)
            else { continue }
            read(bytes, open: open, content: bytes.unquoted(open + 1..<close), to: &found)
        }
        return found
    }

    private mutating func read(_ bytes: [UInt8], open: Int, content: Range<Int>, to found: inout [Definition]) {
        if let name = ShortName(bytes, content) {
            words.collect(bytes, before: open)
            if let long = NamedPhrase.extent(of: name, words: words.words, bytes, &matcher) {
                found.append(Definition(short: name.range, long: long))
            }
            return
        }
        let shorts = ShortForm.list(bytes, content)
        if !shorts.isEmpty {
            found += explained(shorts, bytes, open: open)
        } else if let definition = explanation(bytes, open: open, content: content) {
            found.append(definition)
        }
    }

    /// The bracket that closes the one at a position; brackets in it may be nested.
    private static func closing(_ bytes: [UInt8], _ open: Int) -> Int? {
        var depth = 0
        for position in open..<min(bytes.count, open + longestContent) {
            if bytes[position] == UInt8(ascii: "(") { depth += 1 }
            if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return position }
        }
        return nil
    }

    /// Long forms before the bracket of one or more short forms: `primair onderwijs en kinderopvang (po en ko)`.
    ///
    /// Read from the right, each long form ends where the one behind it begins. Of several short forms all must be
    /// explained, or the first one alone right before the bracket: `(NRO, 2017)`.
    private mutating func explained(_ shorts: [ShortForm], _ bytes: [UInt8], open: Int) -> [Definition] {
        var found: [Definition] = []
        var end = open
        for short in shorts.reversed() {
            words.collect(bytes, before: end)
            if !found.isEmpty { words.dropCoordination(bytes) }
            if let start = matcher.start(of: short, in: words.words, bytes) {
                let long = words.words[start].range.lowerBound..<(words.words.first?.range.upperBound ?? end)
                found.append(Definition(short: short.range, long: long))
                end = long.lowerBound
            } else if let shared = found.last.flatMap({ Self.lastWord(bytes, $0.long) }),
                let definition = elliptic(short, sharing: shared, bytes)
            {
                found.append(definition)
                end = definition.long.lowerBound
            } else {
                return []
            }
        }
        return found.reversed()
    }

    /// `primair` before `en voortgezet onderwijs`, for `po`: the last word belongs to both.
    private mutating func elliptic(_ short: ShortForm, sharing shared: Range<Int>, _ bytes: [UInt8]) -> Definition? {
        guard let nearest = words.words.first else { return nil }
        words.prepend(shared)
        guard let start = matcher.start(of: short, in: words.words, bytes), start > 0 else { return nil }
        let long = words.words[start].range.lowerBound..<nearest.range.upperBound
        return Definition(short: short.range, long: long, shared: shared)
    }

    private static func lastWord(_ bytes: [UInt8], _ long: Range<Int>) -> Range<Int>? {
        guard let space = bytes[long].lastIndex(of: .space) else { return nil }
        return space + 1..<long.upperBound
    }

    /// The long form in the bracket, the short form before it: `RIVM (Rijksinstituut voor …)`, also as the first part
    /// of a compound, `BMR-vaccinatie (bof, mazelen en rodehond)`.
    private mutating func explanation(_ bytes: [UInt8], open: Int, content: Range<Int>) -> Definition? {
        words.collect(bytes, before: open)
        guard let word = words.words.first, let short = ShortForm(bytes, head: word.range),
            content.count > 2 * short.letters.count
        else { return nil }
        words.collect(bytes, before: content.upperBound, from: content.lowerBound)
        words.dropArticle()
        guard let last = words.words.indices.last, words.isWhole,
            matcher.start(of: short, in: words.words, bytes) == last
        else { return nil }
        return Definition(short: short.range, long: words.words[last].range.lowerBound..<content.upperBound)
    }
}
