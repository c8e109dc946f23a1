/// The number or name that opens a heading: `iv.`, `A.`, `1.1`, `II`, `Bijlage 1:`.
struct HeadingLabel {
    var label: String
    /// Numbers of the label, 1 for `2.` and 2 for `2.1`; 1 for every other label.
    var depth: Int
    /// Where the words of the heading begin.
    var text: Int

    /// nil for a heading without a label.
    init?(_ bytes: [UInt8]) {
        if let label = ListLabel(bytes, 0..<bytes.count) {
            self.label = label.label
            depth = label.shape == .number ? max(1, label.label.split { $0 == "." || $0 == ")" }.count) : 1
            text = label.text.lowerBound
            return
        }
        var cursor = LineCursor(bytes, 0..<bytes.count)
        guard Self.takeAnnex(&cursor) || Self.takeRoman(bytes, &cursor) else { return nil }
        label = String(decoding: bytes[..<cursor.position], as: UTF8.self)
        depth = 1
        guard cursor.skipSpaces(), bytes[cursor.position...].first.map({ $0.isUpperASCII || $0 >= 0x80 }) == true else {
            return nil
        }
        text = cursor.position
    }

    private static let annex = Array("Bijlage ".utf8)

    private static func takeAnnex(_ cursor: inout LineCursor) -> Bool {
        cursor.take(annex) && cursor.number() != nil && cursor.take(UInt8(ascii: ":"))
    }

    /// `II` before a word; a numeral of one sign only where it is I, V or X, which no abbreviation is.
    private static func takeRoman(_ bytes: [UInt8], _ cursor: inout LineCursor) -> Bool {
        let word = cursor.word()
        return (1...4).contains(word.count) && bytes[word].allSatisfy { Array("IVX".utf8).contains($0) }
    }
}
