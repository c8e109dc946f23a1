/// What a bracket names for the rest of the letter: `(hierna: de Inspectie)`.
struct ShortName {
    /// Without article and quotes: `Inspectie`.
    let range: Range<Int>

    /// Words that announce a name: the longest first. Behind those without `true` a colon must follow.
    private static let announcements: [(words: [UInt8], standsAlone: Bool)] = [
        ("hierna te noemen", true), ("hierna ook te noemen", true), ("hierna verder te noemen", true),
        ("hierna aangeduid als", true), ("hierna ook aangeduid als", true), ("hierna genoemd", true),
        ("verder te noemen", true), ("verder genoemd", true), ("afgekort als", true), ("afgekort tot", true),
        ("hierna ook wel", false), ("hierna ook", true), ("hierna", true), ("verder ook", false), ("verder", false),
        ("in het vervolg", false), ("afgekort", false), ("kortweg", false),
    ].map { (Array($0.0.utf8), $0.1) }.sorted { $0.0.count > $1.0.count }

    /// No name that is to save words has more bytes.
    private static let longest = 48

    init?(_ bytes: [UInt8], _ content: Range<Int>) {
        // Announcements begin with these; nearly all brackets do not.
        switch bytes[content].first.map({ $0 | 0x20 }) {
        case UInt8(ascii: "h"), UInt8(ascii: "v"), UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "k"): break
        default: return nil
        }
        guard
            let (words, standsAlone) = Self.announcements.first(where: { Self.begins(bytes, content, with: $0.words) })
        else { return nil }
        var start = content.lowerBound + words.count
        let hasColon = start < content.upperBound && bytes[start] == UInt8(ascii: ":")
        if hasColon { start += 1 }
        let end = bytes[start..<content.upperBound].firstIndex { $0 == .comma || $0 == UInt8(ascii: ";") }
        var range = bytes.unquoted(bytes.unquoted(start..<(end ?? content.upperBound)))
        var hasArticle = false
        if let space = bytes[range].firstIndex(of: .space), WordRole(bytes, range.lowerBound..<space) == .article {
            hasArticle = true
            range = bytes.unquoted(space + 1..<range.upperBound)
        }
        guard let first = bytes[range].first, range.count <= Self.longest,
            bytes.hasLetterOrDigit(at: range.lowerBound) || first == UInt8(ascii: "("),
            bytes[range].contains(where: \.isLetter)
        else { return nil }
        // `(hierna volgt …)` names nothing, `(hierna Inspectie)` does.
        guard hasColon || standsAlone && (hasArticle || first.isUpperASCII) else { return nil }
        self.range = range
    }

    private static func begins(_ bytes: [UInt8], _ content: Range<Int>, with words: [UInt8]) -> Bool {
        guard content.count > words.count else { return false }
        for (offset, letter) in words.enumerated() where bytes[content.lowerBound + offset] | 0x20 != letter {
            return false
        }
        let next = bytes[content.lowerBound + words.count]
        return next == .space || next == UInt8(ascii: ":")
    }
}

/// The phrase that a short name stands for.
///
/// 1. A name that is an abbreviation stands for what explains its letters: `Veilig Thuis (hierna: VT)`.
/// 2. A name whose last word the phrase has stands for the phrase from there on, with the capitalised words before it, or
///    all words up to the article: `de Inspectie van het Onderwijs (hierna: Inspectie)`.
/// 3. Any other stands for the words back to an article, a verb, a comma or the start of the sentence, and over one `van
///    de` at most: `het onderzoek van Oberon (hierna: het rapport)`.
enum NamedPhrase {
    static func extent(
        of name: ShortName, words: [PrecedingWords.Word], _ bytes: [UInt8], _ matcher: inout LongFormMatcher
    ) -> Range<Int>? {
        guard let nearest = words.first else { return nil }
        let short = ShortForm(bytes, name.range)
        let start =
            short.flatMap { matcher.start(of: $0, in: words, bytes) } ?? named(name, words, bytes)
            ?? nounPhrase(words, bytes)
        guard let start else { return nil }
        let phrase = words[start].range.lowerBound..<nearest.range.upperBound
        // `een werkgroep (hierna: de werkgroep)` tells nothing.
        return phrase.count == name.range.count && holds(phrase, name.range, bytes) ? nil : phrase
    }

    private static func named(_ name: ShortName, _ words: [PrecedingWords.Word], _ bytes: [UInt8]) -> Int? {
        let last = bytes[name.range].lastIndex(of: .space).map { $0 + 1 } ?? name.range.lowerBound
        let key = last..<name.range.upperBound
        guard key.count >= 3,
            var index = words.firstIndex(where: { $0.role == .content && holds($0.range, key, bytes) })
        else { return nil }
        let isName = bytes[words[index].range].first?.isUpperASCII ?? false
        var end = index
        while end + 1 < words.count, words[end + 1].role == .content,
            !isName || !words[end + 1].hasComma && bytes[words[end + 1].range].first?.isUpperASCII ?? false
        {
            end += 1
        }
        // Adjectives belong to it only if the article before them is there to say so.
        if isName || end + 1 < words.count && words[end + 1].role == .article { index = end }
        return index
    }

    /// Whether a word begins or ends with another: `Onderwijsinspectie`, `inspectie`.
    private static func holds(_ word: Range<Int>, _ key: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard key.count <= word.count else { return false }
        return [word.lowerBound, word.upperBound - key.count].contains { start in
            (0..<key.count).allSatisfy { offset in
                let (one, other) = (bytes[start + offset], bytes[key.lowerBound + offset])
                return one == other || one.isLetter && one ^ other == 0x20 && one < 0x80
            }
        }
    }

    private static func nounPhrase(_ words: [PrecedingWords.Word], _ bytes: [UInt8]) -> Int? {
        guard words.first?.role == .content else { return nil }
        var index = 0
        var hasLink = false
        var isEnumeration = false
        while index + 1 < words.count {
            let next = words[index + 1]
            switch next.role {
            case .content where !next.hasComma: index += 1
            // `Aruba, Curaçao en Sint Maarten` is one phrase.
            case .content where isEnumeration && bytes[next.range.lowerBound].isUpperASCII: index += 1
            case .link, .article:
                // A link, alone or before an article, leads to one more noun.
                let isArticle = next.role == .article
                let noun = isArticle ? index + 3 : index + 2
                guard !hasLink, noun < words.count, words[noun].role == .content, !words[noun].hasComma,
                    !isArticle || words[index + 2].role == .link
                else { return isArticle ? index : nil }
                hasLink = true
                isEnumeration = !isArticle && coordinations.contains(bytes, next.range)
                index = noun
            default: return index
            }
        }
        // Words without end are no phrase.
        return words.count < PrecedingWords.most ? index : nil
    }

    private static let coordinations = WordSet(list: "en of")
}
