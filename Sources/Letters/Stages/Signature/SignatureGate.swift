/// Turns away, by a look at their bytes, the many lines that cannot begin a signature, so that only few are read as text.
///
/// It never turns away a line that `SignatureReader` would take.
struct SignatureGate {
    private let text: HeadText
    // A static property is looked up anew each time.
    private let words = Self.officeWords
    private let articles = Self.articleWords

    init(text: HeadText) { self.text = text }

    /// Whether a signature, its closing words or the heading of an annex might begin on a line.
    func mayBegin(_ line: Int, next: Int?) -> Bool {
        if mayOpenOffice(line) || mayClose(line) || mayBeName(line) || starts(line, Self.annex) { return true }
        // A name may stand over its office.
        guard let next else { return false }
        return mayOpenOffice(next)
    }

    /// Whether closing words may begin with a byte.
    @inline(__always)
    static func mayOpenClosing(_ first: UInt8) -> Bool {
        first | 0x20 == UInt8(ascii: "h") || first | 0x20 == UInt8(ascii: "m") || first >= 0x80
    }

    /// Whether a line might be `Hoogachtend,` or `Met vriendelijke groet,`.
    @inline(__always)
    func mayClose(_ line: Int) -> Bool {
        let content = text.lines[line].content
        guard content.count <= 80, content.count > 1 else { return false }
        let second = text.bytes[content.lowerBound + 1] | 0x20
        switch text.bytes[content.lowerBound] {
        case UInt8(ascii: "h"), UInt8(ascii: "H"):
            return (second == UInt8(ascii: "o") || second == UInt8(ascii: "a") || second >= 0x80) && startsClosing(line)
        case UInt8(ascii: "m"), UInt8(ascii: "M"):
            return (second == UInt8(ascii: "e") || second >= 0x80) && startsClosing(line)
        case 0x80...: return startsClosing(line)
        default: return false
        }
    }

    private func startsClosing(_ line: Int) -> Bool {
        let first = text.lines[line].content.lowerBound
        // One that cleaning may take away counts whatever follows.
        if text.bytes[first] | 0x20 == UInt8(ascii: "m") || text.bytes[first] >= 0x80 { return starts(line, Self.with) }
        let isWarm = text.bytes[first + 1] | 0x20 == UInt8(ascii: "a")
        return starts(line, isWarm ? Self.warmly : Self.respectfully)
    }

    private static let annex = Array("bijlage".utf8)
    private static let mrs = Array("mevrouw".utf8)
    private static let with = Array("met ".utf8)
    private static let warmly = Array("hartelijke ".utf8)
    private static let respectfully = Array("hoogachtend".utf8)

    /// Whether a line starts with some words, given in small letters. A line that begins with a character which cleaning
    /// may take away is taken for one.
    private func starts(_ line: Int, _ words: [UInt8]) -> Bool {
        let content = text.lines[line].content
        guard content.count >= words.count else { return false }
        for offset in 0..<words.count {
            let byte = text.bytes[content.lowerBound + offset]
            if byte >= 0x80, mayVanish(content.lowerBound + offset) { return true }
            if (byte.isUpperASCII ? byte | 0x20 : byte) != words[offset] { return false }
        }
        return true
    }

    /// Whether a character begins here that cleaning removes or spells out: soft hyphen, NBSP, zero-width marks, ligatures.
    private func mayVanish(_ position: Int) -> Bool {
        guard text.bytes[position] >= 0xC2 else { return false }
        let decoded = text.bytes.scalar(at: position, end: text.bytes.count)
        return decoded.isInvisible || decoded.isSpace || decoded.scalar.flatMap(Composition.expansion) != nil
    }

    /// Whether the first word, or the one behind an article, is that of an office or of what qualifies one.
    @inline(__always)
    func mayOpenOffice(_ line: Int) -> Bool {
        let content = text.lines[line].content
        let printed = text.bytes.span.extracting(content)
        guard words.mayOpen(printed) || articles.mayOpen(printed) || !text.lines[line].isASCII else {
            return false
        }
        return opensOffice(line)
    }

    private func opensOffice(_ line: Int) -> Bool {
        let content = text.lines[line].content
        let isASCII = text.lines[line].isASCII
        var word = word(from: content.lowerBound, to: content.upperBound)
        if articles.contains(text.bytes, word) {
            var start = word.upperBound
            while start < content.upperBound, text.bytes[start].isBlankASCII { start += 1 }
            if isASCII, !words.mayOpen(text.bytes.span.extracting(start..<content.upperBound)) { return false }
            word = self.word(from: start, to: content.upperBound)
        }
        while let last = word.last, text.bytes[last] == .comma || text.bytes[last] == .period {
            word = word.lowerBound..<last
        }
        guard !word.isEmpty else { return false }
        if words.contains(text.bytes, word) { return true }
        return !isASCII && word.contains { mayVanish($0) }
    }

    /// Bytes up to the next ASCII blank; of a word that is longer than any office only its beginning.
    private func word(from start: Int, to end: Int) -> Range<Int> {
        let limit = min(end, start + Self.longestWord)
        var position = start
        while position < limit, !text.bytes[position].isBlankASCII { position += 1 }
        return start..<position
    }

    private static let longestWord = 64
    private static let officeWords = WordSet(SignatureOffice.openingWords.map { $0.trimming(",.") })
    private static let articleWords = WordSet(list: "de het")

    /// Letters of the longest title that ends in a full stop, `mevr.` and `jkvr.`, with a bracket before them.
    private static let longestTitle = 5

    /// Whether the first word has a full stop where initials and titles have theirs, or is `mevrouw`.
    func mayBeName(_ line: Int) -> Bool {
        let content = text.lines[line].content
        guard content.count <= 160, let first = content.first else { return false }
        if Self.mayOpenClosing(text.bytes[first]), starts(line, Self.mrs) { return true }
        // `1.` labels an item.
        guard !text.bytes[first].isDigit else { return false }
        let letters = ByteChunks.leadingLetters(text.bytes.span, first)
        if letters > Self.longestTitle { return false }
        for position in content.prefix(Self.longestTitle + 1).dropFirst(letters) {
            let byte = text.bytes[position]
            if byte == .period || byte >= 0x80 && mayVanish(position) { return true }
            if byte.isBlankASCII { return false }
        }
        return false
    }
}
