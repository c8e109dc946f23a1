/// Headings of annexes: `Bijlage`, `Bijlage 1: Overzicht`, `BIJLAGE A`, `Bijlagen`.
enum AnnexLine {
    private static let names = ["Bijlage", "BIJLAGE", "Annex", "ANNEX", "Appendix", "APPENDIX", "Aanhangsel"]
        .map { Array($0.utf8) }
    private static let openings = PrefixSet(names)
    /// A longer line is a sentence.
    private static let longest = 200

    /// Whether a line is one; `Bijlage bij Kamerstuk 31 497` is a citation.
    static func matches(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard content.count <= longest, let first = content.first, openings.mayOpen(bytes, content),
            let name = names.first(where: { bytes.matches($0, at: first, end: content.upperBound) })
        else { return false }
        var cursor = LineCursor(bytes, first + name.count..<content.upperBound)
        while cursor.peek == UInt8(ascii: "n") || cursor.peek == UInt8(ascii: "N") { _ = cursor.take(cursor.peek) }
        if cursor.isAtEnd || isSign(cursor.peek) { return true }
        guard cursor.skipSpaces() else { return false }
        let word = Array(bytes[cursor.word()])
        let label = word.filter { !isSign($0) && $0 != .period }
        return label.isEmpty || word == Sign.enDash || label.allSatisfy(\.isDigit)
            || label.count == 1 && label.allSatisfy(\.isUpperASCII) || label.allSatisfy(roman.contains)
    }

    private static let roman = Array("IVX".utf8)

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == .hyphen }
}
