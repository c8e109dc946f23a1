import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct WordTokenizerTests {
    private static let pieces = [
        "onderwijs", "De", "één", "geïnformeerd", "ĳs", "31", "497", "D66", "a", "_", "__", ".", ",", ";", ":", "'",
        "’",
        "‘", "“", "”", "-", "–", "(", ")", "/", " ", " ", " ", "\n", "€", "§", "«", "@", "#", "&", "+", "%", "!", "×",
        "²",
        "\u{a0}", "\u{ad}", "·", "º", "µ", "e\u{301}", "漢字", "かな", "😀", "👩‍👩‍👧", "ﬁ", "Σ", "д", "\u{200b}", "\u{2009}",
        "\"",
        "\t", "\r\n", "ŉ", "ſ", "\u{2010}", "\u{2011}", "…", "•", "\u{feff}",
    ]

    /// The fast scan must not be seen: every text gives the words that ICU gives, from separator to separator.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func wordsAreThoseOfICU(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let tokenizer = try WordTokenizer()
        for _ in 0..<500 {
            // Some texts only of the pieces that the fast scan knows, so that it is what is tested.
            let count = Bool.random(using: &generator) ? 44 : Self.pieces.count
            let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                Self.pieces[Int.random(in: 0..<count, using: &generator)]
            }.joined()
            let bytes = text.utf8Span.span
            var expected: [Range<Int>] = []
            var start = 0
            for at in 0...bytes.count
            where at == bytes.count || bytes[at] == UInt8(ascii: ":") || bytes[at] == UInt8(ascii: "@") {
                tokenizer.appendWordsOfICU(of: bytes, in: start..<at, to: &expected)
                start = at + 1
            }
            let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
            #expect(tokenizer.words(in: text) == expected, "seed \(seed): \(text) = \(scalars)")
        }
    }

    @Test func plainDutchIsScannedAndNotGivenToICU() throws {
        let text = "De coöperatie zei: ‘thema’s’ (hoog)begaafde – 31.497, nr. 5; € 10 “één”…"
        let bytes = text.utf8Span.span
        for at in 0..<bytes.count where bytes[at] & 0xc0 != 0x80 {
            #expect(LatinScanner.character(of: bytes, at: at).class != .unknown)
        }
    }
}
