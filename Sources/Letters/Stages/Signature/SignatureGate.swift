/// Turns away, by a look at their bytes, the many lines that cannot begin a signature, so that only few are read as text.
///
/// It never turns away a line that `SignatureReader` would take.
struct SignatureGate {
    let text: HeadText

    /// Whether a signature, its closing words or the heading of an annex might begin on a line.
    func mayBegin(_ index: Int, next: Int?) -> Bool {
        let content = text.lines[index].content
        if mayOpenOffice(content) || mayClose(index) || mayBeName(content) || starts(content, Self.annex) {
            return true
        }
        // A name may stand over its office.
        return next.map { mayOpenOffice(text.lines[$0].content) } == true
    }

    /// Whether a line might be `Hoogachtend,` or `Met vriendelijke groet,`.
    func mayClose(_ index: Int) -> Bool {
        let content = text.lines[index].content
        return content.count <= 80 && Self.closings.contains { starts(content, $0) }
    }

    private static let annex = Array("bijlage".utf8)
    private static let mrs = Array("mevrouw".utf8)
    private static let closings = ["hoogachtend", "met ", "hartelijke "].map { Array($0.utf8) }

    /// Whether a line starts with some words, given in small letters. A line that begins with a character which cleaning
    /// may take away is taken for one.
    private func starts(_ content: Range<Int>, _ words: [UInt8]) -> Bool {
        guard content.count >= words.count else { return false }
        for (position, wanted) in zip(content, words) {
            let byte = text.bytes[position]
            if mayVanish(position) { return true }
            if (byte.isUpperASCII ? byte | 0x20 : byte) != wanted { return false }
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
    private func mayOpenOffice(_ content: Range<Int>) -> Bool {
        var word = word(from: content.lowerBound, to: content.upperBound)
        if isArticle(word) {
            var start = word.upperBound
            while start < content.upperBound, text.bytes[start].isBlankASCII { start += 1 }
            word = self.word(from: start, to: content.upperBound)
        }
        guard let first = word.first else { return false }
        // The first letters turn most lines away without making a word.
        if Self.firstLetters & 1 << UInt32(text.bytes[first] & 0x1F) == 0, text.bytes[first] < 0x80 { return false }
        if word.contains(where: mayVanish) { return true }
        while let last = word.last, text.bytes[last] == .comma || text.bytes[last] == .period {
            word = word.lowerBound..<last
        }
        return Self.words.contains(text.bytes[word].map { $0.isUpperASCII ? $0 | 0x20 : $0 })
    }

    /// Bytes up to the next ASCII blank; of a word that is longer than any office only its beginning.
    private func word(from start: Int, to end: Int) -> Range<Int> {
        var position = start
        while position < min(end, start + Self.longestWord), !text.bytes[position].isBlankASCII { position += 1 }
        return start..<position
    }

    private static let longestWord = 64
    private static let words = Set(SignatureOffice.openingWords.map { Array($0.trimming(",.").utf8) })

    /// A bit for each first letter of those words, by its last five bits.
    private static let firstLetters = words.reduce(UInt32(0)) { $0 | 1 << UInt32(($1.first ?? 0) & 0x1F) }

    private func isArticle(_ word: Range<Int>) -> Bool {
        guard (2...3).contains(word.count) else { return false }
        let first = text.bytes[word.lowerBound] | 0x20
        let second = text.bytes[word.lowerBound + 1] | 0x20
        if word.count == 2 { return first == UInt8(ascii: "d") && second == UInt8(ascii: "e") }
        return first == UInt8(ascii: "h") && second == UInt8(ascii: "e")
    }

    /// Letters of the longest title that ends in a full stop, `mevr.` and `jkvr.`, with a bracket before them.
    private static let longestTitle = 5

    /// Whether the first word has a full stop where initials and titles have theirs, or is `mevrouw`.
    private func mayBeName(_ content: Range<Int>) -> Bool {
        guard content.count <= 160, let first = content.first else { return false }
        if starts(content, Self.mrs) { return true }
        // `1.` labels an item.
        guard !text.bytes[first].isDigit else { return false }
        let beginning = content.prefix(Self.longestTitle + 1).prefix { !text.bytes[$0].isBlankASCII }
        return beginning.contains { text.bytes[$0] == .period || mayVanish($0) }
    }
}
