/// The form in which words are compared: lower case, without accents, composed, with ' for every apostrophe.
struct WordFolding {
    /// Longest term in bytes; longer words are cut. No word of a language is as long, while a damaged file can have one
    /// of any length.
    static let longestTerm = 255

    /// Folded form of the letters U+00C0 to U+017F: one or two ASCII letters, the second 0 if there is none; both 0 for
    /// a letter that has no ASCII form. Taken from ICU, so that the two ways agree.
    private let latin: [(UInt8, UInt8)]

    init() {
        latin = (0xc0...0x17f).map { code in
            var folded: [UInt8] = []
            let letter = [UInt8(0xc0 | code >> 6), UInt8(0x80 | code & 0x3f)]
            guard ICUText.appendFolded(letter.span, to: &folded), (1...2).contains(folded.count),
                folded.allSatisfy({ $0 < 0x80 })
            else { return (0, 0) }
            return (folded[0], folded.count == 2 ? folded[1] : 0)
        }
    }

    /// Appends the folded form of a word of the text.
    func append(_ word: Range<Int>, of text: Span<UInt8>, to folded: inout [UInt8]) {
        let count = folded.count
        if appendLatin(word, of: text, to: &folded) { return }
        folded.removeLast(folded.count - count)
        if !ICUText.appendFolded(text.extracting(word), to: &folded) {
            for at in word { folded.append(text[at]) }
        }
    }

    private func appendLatin(_ word: Range<Int>, of text: Span<UInt8>, to folded: inout [UInt8]) -> Bool {
        var at = word.lowerBound
        while at < word.upperBound {
            let byte = text[at]
            if byte < 0x80 {
                let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                folded.append(isUpper ? byte | 0x20 : byte)
                at += 1
            } else if byte >= 0xc3, byte <= 0xc5, at + 1 < word.upperBound {
                // Two bytes of UTF-8: five bits and six. U+00C0 is the table's first.
                let letter = latin[(Int(byte & 0x1f) << 6 | Int(text[at + 1] & 0x3f)) - 0xc0]
                guard letter.0 != 0 else { return false }
                folded.append(letter.0)
                if letter.1 != 0 { folded.append(letter.1) }
                at += 2
            } else if byte == 0xe2, at + 2 < word.upperBound, text[at + 1] == 0x80, text[at + 2] & 0xfe == 0x98 {
                // The single quotation marks U+2018 and U+2019.
                folded.append(UInt8(ascii: "'"))
                at += 3
            } else {
                return false
            }
        }
        return true
    }
}
