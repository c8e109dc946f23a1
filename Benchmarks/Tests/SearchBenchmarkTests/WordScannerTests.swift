import Testing

@testable import kamerspoor_bench

@Suite("The tokens of the benchmark")
struct WordScannerTests {
    private func words(_ bytes: [UInt8]) -> [String] {
        var scanner = WordScanner()
        // A scanner is used for text after text, so nothing of the one before may be left.
        scanner.scan(Array("vorige tekst".utf8))
        scanner.scan(bytes)
        var start = 0
        return scanner.ends.map { end in
            defer { start = end }
            return String(decoding: scanner.bytes[start..<end], as: UTF8.self)
        }
    }

    @Test(
        "maximal runs of letters and digits, lower-cased",
        arguments: [
            ("Kamerstuk 31 497, nr. 386", ["kamerstuk", "31", "497", "nr", "386"]),
            ("moties1 2021Z04567", ["moties1", "2021z04567"]),
            ("’s-Gravenhage 1999–2000", ["s", "gravenhage", "1999", "2000"]),
            ("ÉÉN IJsland ǅ Ω Ѐ ẞ", ["één", "ijsland", "ǆ", "ω", "ѐ", "ß"]),
            ("a_b·c²d½e", ["a", "b", "c", "d", "e"]),
            ("İ中𐐀", ["i̇中𐐨"]), ("  ", []), ("", []), ("eind", ["eind"]),
        ])
    func words(text: String, expected: [String]) { #expect(words(Array(text.utf8)) == expected) }

    @Test("bytes that are not UTF-8 part words")
    func malformedText() {
        #expect(words([0x61, 0xFF, 0x62, 0xC3, 0x63, 0xED, 0xA0, 0x80, 0x64, 0xE2, 0x82]) == ["a", "b", "c", "d"])
    }

    @Test("every scalar gives what its Unicode properties say")
    func everyScalar() {
        var scanner = WordScanner()
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isInWord =
                switch scalar.properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                    .decimalNumber:
                    true
                default: false
                }
            let expected = isInWord ? [scalar.properties.lowercaseMapping] : []
            scanner.scan(Array(String(Character(scalar)).utf8))
            guard String(decoding: scanner.bytes, as: UTF8.self) == expected.joined() else {
                Issue.record("U+\(String(value, radix: 16)) gives \(String(decoding: scanner.bytes, as: UTF8.self))")
                return
            }
        }
    }
}
