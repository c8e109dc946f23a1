/// Words of one piece of text that are one word to the reader: joined by hyphens, or by brackets within the word.
///
/// `VO-raad` has two parts. `(hoog)begaafde` has one part with two readings: with what is in brackets and without it.
/// So have `s(b)o`, `rapportage(s)`, `(leraren-)opleidingen`, and `hoog)begaafde`, whose first bracket was lost.
/// Only words with a letter are joined by brackets: `artikel 8(a)` keeps its numbers.
struct WordGroup {
    /// A stretch between hyphens.
    struct Part {
        var words: [Word]
        /// Bytes of the text, brackets included.
        var range: Range<Int>

        var hasBrackets: Bool { words.contains { $0.isInBrackets } }
    }

    struct Word {
        var range: Range<Int>
        var isInBrackets: Bool
    }

    var parts: [Part]
}

/// Takes the words of a piece together to groups, from left to right. Cost: linear in the piece.
struct WordGrouping: ~Copyable {
    private let words: [Range<Int>]
    private var next = 0

    /// - Parameter words: of one piece of text, in order.
    init(words: [Range<Int>]) { self.words = words }

    /// The next group; nil when all words are taken.
    mutating func nextGroup(of text: Span<UInt8>, in piece: Range<Int>) -> WordGroup? {
        guard next < words.count else { return nil }
        var group = WordGroup(parts: [nextPart(of: text, in: piece)])
        while next < words.count, let last = group.parts.last {
            // Brackets belong to the parts, so only a hyphen may stand between them.
            let start = last.range.upperBound
            let isBracketed = text[words[next].lowerBound - 1] == UInt8(ascii: "(")
            let end = isBracketed ? words[next].lowerBound - 1 : words[next].lowerBound
            guard start < end, Self.isHyphen(text, start..<end) else { break }
            // A bracket that does not close inside the word ends it: `oud-(lid`.
            if isBracketed, !closesBetween(next + 1, of: text) { break }
            group.parts.append(nextPart(of: text, in: piece))
        }
        return group
    }

    /// The text between a word and the one before it, or the end of the part before.
    private func between(_ index: Int) -> Range<Int> { words[index - 1].upperBound..<words[index].lowerBound }

    private mutating func nextPart(of text: Span<UInt8>, in piece: Range<Int>) -> WordGroup.Part {
        let first = words[next]
        next += 1
        // A bracket right before the word counts when it closes inside the part.
        var isOpen = first.lowerBound > piece.lowerBound && text[first.lowerBound - 1] == UInt8(ascii: "(")
        var part = WordGroup.Part(words: [WordGroup.Word(range: first, isInBrackets: false)], range: first)
        guard Self.hasLetter(text, first) else { return part }
        if isOpen, !(closesBetween(next, of: text)) { isOpen = false }
        if isOpen {
            part.words[0].isInBrackets = true
            part.range = first.lowerBound - 1..<first.upperBound
        }
        while next < words.count, Self.hasLetter(text, words[next]) {
            let link = Self.link(text, between(next))
            switch link {
            case .closing:
                // Without an opening bracket, all before it is taken as bracketed, once.
                if !isOpen {
                    if part.words.contains(where: \.isInBrackets) { return part }
                    for at in part.words.indices { part.words[at].isInBrackets = true }
                }
                isOpen = false
            case .opening
            where !isOpen && (closesBetween(next + 1, of: text) || closesAtEnd(next, of: text, in: piece)):
                isOpen = true
            case .hyphen where isOpen:
                break
            default:
                return part
            }
            part.words.append(WordGroup.Word(range: words[next], isInBrackets: isOpen))
            part.range = part.range.lowerBound..<words[next].upperBound
            next += 1
        }
        if isOpen, let end = Self.closing(text, after: part.range.upperBound, in: piece) {
            part.range = part.range.lowerBound..<end
        }
        return part
    }

    /// Whether the bracket that is open before word `index` closes right before that word or a later one, reached over
    /// hyphens only.
    private func closesBetween(_ index: Int, of text: Span<UInt8>) -> Bool {
        var at = index
        while at < words.count, Self.hasLetter(text, words[at]) {
            switch Self.link(text, between(at)) {
            case .closing: return true
            case .hyphen: at += 1
            default: return false
            }
        }
        return false
    }

    /// Whether a bracket closes right after word `index`, or after those that hyphens join to it.
    private func closesAtEnd(_ index: Int, of text: Span<UInt8>, in piece: Range<Int>) -> Bool {
        var at = index
        while at + 1 < words.count, Self.isHyphen(text, between(at + 1)) { at += 1 }
        return Self.closing(text, after: words[at].upperBound, in: piece) != nil
    }

    /// The end of a closing bracket that follows at once or after a hyphen.
    private static func closing(_ text: Span<UInt8>, after offset: Int, in piece: Range<Int>) -> Int? {
        var at = offset
        if at < piece.upperBound, text[at] == UInt8(ascii: "-") { at += 1 }
        return at < piece.upperBound && text[at] == UInt8(ascii: ")") ? at + 1 : nil
    }

    // MARK: - What stands between words

    private enum Link {
        case opening
        case closing
        case hyphen
        case none
    }

    private static func link(_ text: Span<UInt8>, _ between: Range<Int>) -> Link {
        if isHyphen(text, between) { return .hyphen }
        guard (1...2).contains(between.count) else { return .none }
        let (first, last) = (text[between.lowerBound], text[between.upperBound - 1])
        let isPlain = between.count == 1
        if first == UInt8(ascii: "("), isPlain || last == UInt8(ascii: "-") { return .opening }
        if last == UInt8(ascii: ")"), isPlain || first == UInt8(ascii: "-") { return .closing }
        return .none
    }

    /// Whether this is one hyphen: U+002D, U+2010 or U+2011.
    private static func isHyphen(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        if range.count == 1 { return text[range.lowerBound] == UInt8(ascii: "-") }
        guard range.count == 3 else { return false }
        let start = range.lowerBound
        return text[start] == 0xe2 && text[start + 1] == 0x80 && (text[start + 2] == 0x90 || text[start + 2] == 0x91)
    }

    static func hasLetter(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for at in range {
            let byte = text[at]
            let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
            if isLetter || byte >= 0x80 { return true }
        }
        return false
    }
}
