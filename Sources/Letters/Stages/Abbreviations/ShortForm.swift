/// What may be an abbreviation: two to ten letters, and no word, party of a member or number of a budget chapter.
struct ShortForm: Equatable {
    /// Without plural ending.
    let range: Range<Int>
    /// Lower case, without brackets and signs.
    let letters: [UInt8]
    let capitals: Int
    /// A party's name behind a person's: `(VVD)`.
    let isParty: Bool

    /// Letters that one without capitals has at most.
    static let longestInSmallLetters = 6

    init?(_ bytes: [UInt8], _ whole: Range<Int>) {
        let range = Self.withoutPlural(bytes, whole)
        guard range.count <= 14, let last = bytes[range].last, last != UInt8(ascii: "&") else { return nil }
        var count = 0
        var capitals = 0
        var isChapter = true
        for index in range {
            switch bytes[index] {
            case let byte where byte.isLetter && byte < 0x80:
                if byte.isUpperASCII { capitals += 1 }
                isChapter = isChapter && Self.isNumeral(byte | 0x20)
                count += 1
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "&"): break
            default: return nil
            }
        }
        guard 2...10 ~= count, capitals > 0 || count <= Self.longestInSmallLetters else { return nil }
        if isChapter || capitals < 2 && Self.commonWords.contains(bytes, range) { return nil }
        self.range = range
        var letters: [UInt8] = []
        letters.reserveCapacity(count)
        for index in range where bytes[index].isLetter { letters.append(bytes[index] | 0x20) }
        self.letters = letters
        self.capitals = capitals
        isParty = Self.parties.contains(bytes, range)
    }

    /// The word before a bracket that may explain it, or its part before the first hyphen.
    init?(_ bytes: [UInt8], head word: Range<Int>) {
        let end = bytes[word].firstIndex(of: .hyphen) ?? word.upperBound
        self.init(bytes, word.lowerBound..<end)
        // A lower-case part before a hyphen is a word: `co-financiering (eigen bijdrage)`.
        if end < word.upperBound, capitals < 2 { return nil }
    }

    /// Whether each letter must be explained well: `pro` looks like any word, `COMBO` does not.
    var isLowerCase: Bool { capitals < 2 }

    /// Words that its long form has at most: Schwartz and Hearst's twice its letters, and room for an `en` before it.
    var farthestWord: Int { min(PrecedingWords.most, 2 * letters.count + 2) }

    private static let longestList = 48

    /// The short forms of a bracket's content: `tlv`, `po en vo`, `NRO, 2017` (one). Empty if it has anything else.
    static func list(_ bytes: [UInt8], _ content: Range<Int>) -> [ShortForm] {
        guard content.count <= longestList else { return [] }
        var found: [ShortForm] = []
        var start = content.lowerBound
        while start < content.upperBound {
            guard found.count < 4 else { return [] }
            let end = bytes[start..<content.upperBound].firstIndex(where: isSeparator) ?? content.upperBound
            let piece = start..<end
            start = end
            while start < content.upperBound, isSeparator(bytes[start]) { start += 1 }
            if !found.isEmpty, WordRole(bytes, piece) == .link { continue }
            if let short = ShortForm(bytes, piece) {
                found.append(short)
            } else {
                let isSource = found.count == 1 && bytes[piece].allSatisfy(\.isDigit)
                return isSource ? found : []
            }
        }
        return found
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == .space || byte == .comma || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ";")
    }

    /// `tlv’s` is `tlv`.
    private static func withoutPlural(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        guard range.count > 3, bytes[range.upperBound - 1] == UInt8(ascii: "s") else { return range }
        let stop = range.upperBound - 1
        if range.count > 2, bytes[stop - 1] == UInt8(ascii: "'") { return range.lowerBound..<stop - 1 }
        let length = Sign.apostrophe.count
        let isPlural = range.count > length + 1 && bytes.matches(Sign.apostrophe, at: stop - length, end: stop)
        return isPlural ? range.lowerBound..<stop - length : range
    }

    /// Of letters as in `VI`, `VIII`, `(ii)`: a budget chapter, or a label in a list.
    private static func isNumeral(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "i") || letter == UInt8(ascii: "v") || letter == UInt8(ascii: "x")
    }

    private static let parties = WordSet(
        list:
            "vvd cda pvda sp gl cu pvv sgp pvdd fvd bbb nsc denk volt lpf osf rpf gpv ppr psp cpn aov pvdage da glpvda ja"
    )
    private static let commonWords = WordSet(
        list: """
            de het een van voor en of op in te aan met bij door naar uit om als dan nog ook wel dus weer meer veel zeer mede \
            soms vaak bijna niet geen zie red deels en/of ja nee al er zo nu zij hun haar dit dat die deze was is wordt kan \
            zal over onder tot ten ter der den des per jo art lid nr blz pag bijv resp etc incl excl
            """)
}
