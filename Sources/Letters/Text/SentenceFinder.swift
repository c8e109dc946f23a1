/// The sentences of a cleaned Dutch text.
///
/// A sentence ends at `.`, `!` or `?`, with quotes and brackets behind it, before white space and a capital, a digit or
/// an opening sign; not behind an abbreviation or an initial. Making one is linear in the text, finding a sentence
/// logarithmic in their number.
public struct SentenceFinder: Sendable {
    /// Ranges in UTF-8 offsets, ascending, without the white space between; one, empty, for an empty text.
    public let sentences: [Range<Int>]

    public init(_ text: String) {
        let bytes = Array(text.utf8)
        var sentences: [Range<Int>] = []
        var start = 0
        var position = 0
        while position < bytes.count {
            guard let end = Self.sentenceEnd(bytes, at: position), !Self.isLabel(bytes[start..<position]) else {
                position += 1
                continue
            }
            sentences.append(start..<end)
            start = end
            while start < bytes.count, bytes[start] == .space { start += 1 }
            position = max(start, position + 1)
        }
        if start < bytes.count || sentences.isEmpty { sentences.append(start..<bytes.count) }
        self.sentences = sentences
    }

    /// The sentence that holds an offset. A spot right behind a sentence belongs to it, as the marker behind a full stop
    /// does.
    public func sentence(around offset: Int) -> Range<Int> {
        let spot = max(0, offset - 1)
        var low = 0
        var high = sentences.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].upperBound <= spot { low = middle + 1 } else { high = middle }
        }
        return sentences[low]
    }

    /// Whether what stands before a full stop is a number that opens a sentence, as of a list: `1. Landelijke norm`.
    private static func isLabel(_ words: ArraySlice<UInt8>) -> Bool {
        words.count <= 2 && !words.isEmpty && words.allSatisfy(\.isDigit)
    }

    /// End of the sentence whose closing sign stands at a position, closing quotes and brackets included.
    private static func sentenceEnd(_ bytes: [UInt8], at position: Int) -> Int? {
        let sign = bytes[position]
        guard sign == .period || sign == UInt8(ascii: "!") || sign == UInt8(ascii: "?") else { return nil }
        var end = position + 1
        while end < bytes.count, let length = closingLength(bytes, end) { end += length }
        if end == bytes.count { return end }
        guard bytes[end] == .space, end + 1 < bytes.count, opens(bytes, end + 1) else { return nil }
        return sign == .period && isAbbreviation(bytes, position) ? nil : end
    }

    private static func closingLength(_ bytes: [UInt8], _ position: Int) -> Int? {
        switch bytes[position] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"): return 1
        default:
            return [Sign.closingGuillemet, Sign.closingDoubleQuote, Sign.apostrophe]
                .first { bytes.matches($0, at: position, end: bytes.count) }?.count
        }
    }

    private static func opens(_ bytes: [UInt8], _ position: Int) -> Bool {
        let byte = bytes[position]
        return byte.isUpperASCII || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "(")
            || byte == UInt8(ascii: "\"")
    }

    private static let abbreviations = WordSet(
        [
            "nr", "nrs", "blz", "pag", "p", "art", "artt", "jl", "d.d", "dd", "c.s", "o.a", "m.n", "e.a", "i.c",
            "m.b.t",
            "t.a.v", "i.h.b", "i.s.m", "bijv", "ca", "dhr", "mevr", "mr", "dr", "drs", "ir", "ing", "prof", "st", "red",
            "jr",
            "resp", "evt", "incl", "excl", "max", "min", "vgl", "jo", "lid", "al", "t.v.v", "d.w.z", "n.a.v", "t.o.v",
            "w.o", "stb", "stcrt", "trb",
        ])

    /// Whether the full stop closes an abbreviation (`nr.`, `c.s.`) or an initial (`A.`).
    private static func isAbbreviation(_ bytes: [UInt8], _ period: Int) -> Bool {
        var start = period
        while start > 0, bytes[start - 1].isLetter || bytes[start - 1] == .period { start -= 1 }
        // `c.s.` and its like may end a sentence too; a longer sentence does less harm than half a one.
        return period - start == 1 && bytes[start].isUpperASCII || abbreviations.contains(bytes, start..<period)
    }
}
