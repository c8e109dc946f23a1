/// A line of a head that names a dossier: `31 497 Passend onderwijs`, `35 300 VIII Vaststelling van …`.
struct DossierLine {
    /// As the id has it: `31497`, `35300-VIII`, `21501-20`.
    var number: String
    /// Where the title begins; nil where the line has the number alone.
    var title: Range<Int>?

    init?(_ bytes: [UInt8], _ content: Range<Int>) {
        var cursor = LineCursor(bytes, content)
        guard let first = cursor.number() else { return nil }
        var value = first.value
        if first.digits == 2 {
            guard cursor.skipSpaces() || cursor.take(.period), let second = cursor.number(), second.digits == 3 else {
                return nil
            }
            value = value * 1_000 + second.value
        } else if first.digits != 5 {
            return nil
        }
        number = "\(value)"
        guard cursor.isAtEnd || cursor.skipSpaces() || cursor.peek == .hyphen else { return nil }
        let beforeSuffix = cursor
        if let suffix = Self.suffix(bytes, &cursor) { number += "-" + suffix } else { cursor = beforeSuffix }
        cursor.skipSpaces()
        Self.skipKingdomNumber(&cursor)
        guard !cursor.isAtEnd else { return }
        // A title begins with a capital: `31 497 leerlingen` counts something.
        let start = bytes[cursor.position]
        guard start.isUpperASCII || start >= 0x80 || start == UInt8(ascii: "(") else { return nil }
        title = cursor.position..<content.upperBound
    }

    /// `VIII`, `-20`, `-VIII` or one letter of a fund, alone before the title.
    private static func suffix(_ bytes: [UInt8], _ cursor: inout LineCursor) -> String? {
        let isGlued = cursor.take(.hyphen)
        if isGlued, let (value, digits) = cursor.number() {
            guard digits == 2 else { return nil }
            return value < 10 ? "0\(value)" : "\(value)"
        }
        let word = cursor.word()
        guard (1...7).contains(word.count), cursor.isAtEnd || cursor.peek != .hyphen else { return nil }
        let isFund = word.count == 1 && bytes[word.lowerBound].isUpperASCII
        let isChapter = bytes[word].allSatisfy { Array("IVXLCAB".utf8).contains($0) }
        return isFund || isChapter ? String(decoding: bytes[word], as: UTF8.self) : nil
    }

    /// `(R 2194)`: the number that bills of the whole Kingdom bear beside the dossier's.
    private static func skipKingdomNumber(_ cursor: inout LineCursor) {
        let start = cursor
        guard cursor.take(UInt8(ascii: "(")), cursor.take(UInt8(ascii: "R")) else { return cursor = start }
        cursor.skipSpaces()
        guard cursor.number() != nil, cursor.take(UInt8(ascii: ")")) else { return cursor = start }
        cursor.skipSpaces()
    }
}
