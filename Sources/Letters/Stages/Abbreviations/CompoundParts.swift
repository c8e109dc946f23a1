/// Where the parts of a compound may begin, judged by its letters alone: `toe|laatbaarheids|verklaring`.
///
/// There is no list of words behind it. A part has at least three letters and begins as a Dutch syllable may; where it
/// begins with a vowel, it begins as one of the common parts that do so. That is generous for consonants, which does
/// little harm: letters of an abbreviation must fit in order, too.
struct CompoundParts {
    /// Of the word; sets of its positions have a bit for each of its first 64 bytes.
    private let range: Range<Int>
    private let end: Int

    init(_ word: Range<Int>) {
        range = word.lowerBound..<min(word.upperBound, word.lowerBound + 64)
        end = word.upperBound
    }

    /// Positions of a letter, whatever its accents.
    func positions(of letter: UInt8, _ bytes: [UInt8]) -> UInt64 {
        var mask: UInt64 = 0
        for position in range where bytes.foldedLetter(at: position) == letter {
            mask |= UInt64(1) << UInt64(position - range.lowerBound)
        }
        return mask
    }

    /// Those of some letters' positions where a part may begin, if the part before began at (or held) one of `earlier`, which
    /// is not empty.
    func starts(among letters: UInt64, behind earlier: UInt64, _ bytes: [UInt8]) -> UInt64 {
        let first = earlier.trailingZeroBitCount
        // Shifts by 64 and more give 0.
        var rest = letters & (UInt64.max << UInt64(first + 1))
        var starts: UInt64 = 0
        while rest != 0 {
            let offset = rest.trailingZeroBitCount
            let position = range.lowerBound + offset
            // Behind a hyphen or bracket, or with a capital in the word, one surely begins.
            let isSure = !bytes[position - 1].isLetter || bytes[position].isUpperASCII
            if isSure || offset >= first + 3 && position + 3 <= end && Self.mayBegin(bytes, position, end: end) {
                starts |= 1 << UInt64(offset)
            }
            rest &= rest - 1
        }
        return starts
    }

    private static func mayBegin(_ bytes: [UInt8], _ position: Int, end: Int) -> Bool {
        let letter = bytes.foldedLetter(at: position)
        let before = bytes.foldedLetter(at: position - 1)
        if isVowel(letter) {
            return vowelOpenings.mayOpen(bytes, position..<end)
                && vowelParts.contains { bytes.matches($0, at: position, end: end) }
        }
        // `sch` and `ch` are one sound.
        if letter == UInt8(ascii: "h"), before == UInt8(ascii: "c") { return false }
        let next = bytes.foldedLetter(at: position + 1)
        return next == 0 || isVowel(next) || isOnset(letter, next)
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    private static func isOnset(_ first: UInt8, _ second: UInt8) -> Bool {
        onsets[Int(first & 0x1F)] & 1 << UInt32(second & 0x1F) != 0
    }

    /// Two consonants with which a syllable may begin: by the first, a bit for each second, both by their last five bits, which
    /// tell small letters apart.
    private static let onsets: [UInt32] =
        "bl br ch cl cr dr dw fl fr gl gn gr kl kn kr kw ph pl pr ps sc sf sj sk sl sm sn sp st sw th tj tr tw vl vr wr zw"
        .split(separator: " ").reduce(into: [UInt32](repeating: 0, count: 32)) { rows, pair in
            let letters = Array(pair.utf8)
            rows[Int(letters[0] & 0x1F)] |= 1 << UInt32(letters[1] & 0x1F)
        }

    private static let vowelParts =
        """
        aanb aand aang aanp aanv advies afdel afspra agenda akkoord analyse apparaat arbeid arrangement artikel arts autori \
        eco educ eenheid effect eind energie enqu examen expert export inbreng indic infor infra inge innov inspect instan instel \
        instit integr inter inve inzet omgev onderw onderz onders onderh ontw oord opleid oplos opvang organ orgaan ouder \
        overe overh overl overg uitgav uitker uitstr uitvoer unie univ
        """.split(separator: " ").map { Array($0.utf8) }
    private static let vowelOpenings = PrefixSet(vowelParts)
}

extension Array where Element == UInt8 {
    /// The letter at a position in lower case without accent; 0 where no letter of the Latin alphabet begins.
    func foldedLetter(at position: Int) -> UInt8 {
        guard position >= 0, position < count else { return 0 }
        let byte = self[position]
        if byte.isLowerASCII { return byte }
        if byte.isUpperASCII { return byte | 0x20 }
        // U+00C0 to U+00FF: capitals and small letters are 0x20 apart.
        guard byte == 0xC3, position + 1 < count else { return 0 }
        switch self[position + 1] | 0x20 {
        case 0xA0...0xA5: return UInt8(ascii: "a")
        case 0xA7: return UInt8(ascii: "c")
        case 0xA8...0xAB: return UInt8(ascii: "e")
        case 0xAC...0xAF: return UInt8(ascii: "i")
        case 0xB1: return UInt8(ascii: "n")
        case 0xB2...0xB6: return UInt8(ascii: "o")
        case 0xB9...0xBC: return UInt8(ascii: "u")
        default: return 0
        }
    }

    /// Whether a digit or a letter of the Latin alphabet begins at a position.
    func hasLetterOrDigit(at position: Int) -> Bool {
        guard position < count else { return false }
        return self[position].isDigit || foldedLetter(at: position) != 0
    }

    /// A range without one opening quote at its start.
    func withoutOpeningQuote(_ range: Range<Int>) -> Range<Int> {
        // Nearly all words begin and end with a letter.
        guard let first = self[range].first, !first.isLowerASCII, !first.isUpperASCII else { return range }
        let length = Sign.openingQuotes.first { matches($0, at: range.lowerBound, end: range.upperBound) }?.count ?? 0
        return range.lowerBound + length..<range.upperBound
    }

    /// A range without one closing quote at its end.
    func withoutClosingQuote(_ range: Range<Int>) -> Range<Int> {
        guard let last = self[range].last, !last.isLowerASCII, !last.isUpperASCII else { return range }
        let quote = Sign.closingQuotes.first {
            $0.count <= range.count && matches($0, at: range.upperBound - $0.count, end: range.upperBound)
        }
        return range.lowerBound..<range.upperBound - (quote?.count ?? 0)
    }

    /// A range without blanks and quotes at its edges.
    func unquoted(_ range: Range<Int>) -> Range<Int> {
        var range = withoutClosingQuote(withoutOpeningQuote(range))
        while let first = self[range].first, first == .space { range = range.lowerBound + 1..<range.upperBound }
        while let last = self[range].last, last == .space { range = range.lowerBound..<range.upperBound - 1 }
        return range
    }
}

extension Sign {
    fileprivate static let openingQuotes: [[UInt8]] = [
        openingGuillemet, [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9E], [0xE2, 0x80, 0x98], [0x22], [0x27],
    ]
    fileprivate static let closingQuotes: [[UInt8]] = [
        closingGuillemet, closingDoubleQuote, apostrophe, [0x22], [0x27],
    ]
}
