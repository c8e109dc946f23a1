/// Turns away, by a look at their bytes, the many lines that cannot begin a signature, so that only few are read as text.
///
/// It never turns away a line that `SignatureReader` would take; a line that is not ASCII at its start it lets through.
struct SignatureGate {
    let text: HeadText

    /// Whether a signature, its closing words or the heading of an annex might begin on a line.
    func mayBegin(_ index: Int, next: Int?) -> Bool {
        let content = text.lines[index].content
        guard let first = content.first, isASCII(content) else { return true }
        let letter = text.bytes[first] | 0x20
        if letter == UInt8(ascii: "b") || letter == UInt8(ascii: "m") || mayClose(index) { return true }
        if mayOpenOffice(content) || mayBeName(content) { return true }
        // A name may stand over its office.
        return next.map { mayOpenOffice(text.lines[$0].content) } == true
    }

    /// Whether a line might be `Hoogachtend,` or `Met vriendelijke groet,`.
    func mayClose(_ index: Int) -> Bool {
        let content = text.lines[index].content
        guard let first = content.first, isASCII(content) else { return true }
        let letter = text.bytes[first] | 0x20
        return content.count <= 60 && (letter == UInt8(ascii: "h") || letter == UInt8(ascii: "m"))
    }

    /// Bytes at the start of a line within which article and office stand.
    private static let reach = 48

    private func isASCII(_ content: Range<Int>) -> Bool {
        text.bytes[content.prefix(Self.reach)].allSatisfy { $0 < 0x80 }
    }

    /// Whether the first word, or the one behind an article, is that of an office or of what qualifies one.
    private func mayOpenOffice(_ content: Range<Int>) -> Bool {
        guard isASCII(content) else { return true }
        var cursor = LineCursor(text.bytes, content)
        var word = cursor.word()
        if isArticle(word) {
            cursor.skipSpaces()
            word = cursor.word()
        }
        while let last = word.last, text.bytes[last] == .comma || text.bytes[last] == .period {
            word = word.lowerBound..<last
        }
        // The first letters turn most lines away without making a word.
        guard let first = word.first, Self.firstLetters & 1 << UInt32(text.bytes[first] & 0x1F) != 0 else {
            return false
        }
        return Self.words.contains(text.bytes[word].map { $0.isUpperASCII ? $0 | 0x20 : $0 })
    }

    private static let words = Set(
        SignatureOffice.openingWords.map { word in Array(word.trimming(",.").utf8) })

    /// A bit for each first letter of those words, by its last five bits.
    private static let firstLetters = words.reduce(UInt32(0)) { $0 | 1 << UInt32(($1.first ?? 0) & 0x1F) }

    private func isArticle(_ word: Range<Int>) -> Bool {
        guard (2...3).contains(word.count) else { return false }
        let first = text.bytes[word.lowerBound] | 0x20
        let second = text.bytes[word.lowerBound + 1] | 0x20
        if word.count == 2 { return first == UInt8(ascii: "d") && second == UInt8(ascii: "e") }
        return first == UInt8(ascii: "h") && second == UInt8(ascii: "e")
    }

    /// Whether the first word has a full stop, as initials and titles do.
    private func mayBeName(_ content: Range<Int>) -> Bool {
        content.count <= 120 && text.bytes[content].prefix { !$0.isBlankASCII }.contains(.period)
    }
}
