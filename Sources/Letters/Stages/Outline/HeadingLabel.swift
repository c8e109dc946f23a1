/// The number or name that opens a heading: `iv.`, `A.`, `1.1`, `II`, `Bijlage 1:`, `Deel 2 –`.
struct HeadingLabel {
    var label: String
    /// Where the words of the heading begin.
    var text: Int
    /// Whether a name such as `Bijlage` tells it, so that a small letter may follow.
    var isNamed = false

    init(label: String, text: Int) {
        self.label = label
        self.text = text
    }

    /// nil for a heading without a label.
    init?(_ bytes: [UInt8]) {
        if let label = ListLabel(bytes, 0..<bytes.count) {
            self.label = label.label
            text = label.text.lowerBound
            return
        }
        var cursor = LineCursor(bytes, 0..<bytes.count)
        isNamed = Self.takeNamed(&cursor)
        guard isNamed || Self.takeRoman(bytes, &cursor) else { return nil }
        label = String(decoding: bytes[..<cursor.position], as: UTF8.self)
        guard cursor.skipSpaces(), let first = bytes[cursor.position...].first,
            isNamed || first.isUpperASCII || first >= 0x80
        else { return nil }
        text = cursor.position
    }

    private static let names = ["Bijlage ", "Annex ", "Deel ", "Hoofdstuk "].map { Array($0.utf8) }

    /// A part of the letter by its name and number, with a colon, a full stop or a dash behind them.
    private static func takeNamed(_ cursor: inout LineCursor) -> Bool {
        var rest = cursor
        guard names.contains(where: { rest.take($0) }), rest.number() != nil else { return false }
        if !rest.take(UInt8(ascii: ":")), !rest.take(.period) {
            guard rest.skipSpaces(), rest.take(Sign.enDash) || rest.take(.hyphen) else { return false }
        }
        cursor = rest
        return true
    }

    /// `II` before a word; a numeral of one sign only where it is I, V or X, which no abbreviation is.
    private static func takeRoman(_ bytes: [UInt8], _ cursor: inout LineCursor) -> Bool {
        let word = cursor.word()
        return (1...4).contains(word.count) && bytes[word].allSatisfy { Array("IVX".utf8).contains($0) }
    }
}

/// A number without a full stop before a title: `1 Inleiding`, `2.3 Uitkomsten`. A number alone says little, so only the
/// sequence of a letter's headings shows it: `1` first, then one more each time, and below them `1.1`.
struct BareNumbers {
    private var last: [Int] = []

    /// The label of a line if it goes on in the sequence; the line then counts as a heading.
    mutating func take(_ bytes: [UInt8]) -> HeadingLabel? {
        var cursor = LineCursor(bytes, 0..<bytes.count)
        var numbers: [Int] = []
        repeat {
            guard let (value, digits) = cursor.number(), digits <= 2 else { return nil }
            numbers.append(value)
        } while cursor.take(.period) && numbers.count < 4
        let end = cursor.position
        guard cursor.skipSpaces(), let first = bytes[cursor.position...].first, first.isUpperASCII || first >= 0x80,
            goesOn(numbers)
        else { return nil }
        last = numbers
        let label = String(decoding: bytes[..<end], as: UTF8.self)
        return HeadingLabel(label: label, text: cursor.position)
    }

    private func goesOn(_ numbers: [Int]) -> Bool {
        let depth = numbers.count
        guard depth <= last.count + 1, depth > 1 || numbers[0] == (last.first ?? 0) + 1 else { return false }
        if depth == 1 { return true }
        guard Array(last.prefix(depth - 1)) == Array(numbers.prefix(depth - 1)) else { return false }
        return numbers[depth - 1] == (last.count >= depth ? last[depth - 1] : 0) + 1
    }
}
