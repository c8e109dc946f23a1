/// Words that open and close a letter.
enum Greeting {
    private static let openings = [
        "Geachte ", "Hooggeachte ", "Mijnheer de ", "Mevrouw de ", "Excellentie", "Beste ", "Zeer geachte ",
    ]
    private static let closings = [
        "hoogachtend", "met vriendelijke groet", "met hoogachting", "met de meeste hoogachting", "met groet",
        "hartelijke groet", "met hartelijke groet", "met vriendelijke groeten",
    ]

    /// Whether a line may be one, by its length and its first letters.
    static func maySalute(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard content.count <= 160, let last = content.last, mayEnd(bytes[last]) else { return false }
        // Cleaning may take a character above ASCII away.
        if let wide = content.prefix(3).first(where: { bytes[$0] >= 0x80 }) {
            return !PlacedTextBuilder.isKept(bytes.scalar(at: wide, end: content.upperBound))
        }
        guard beginnings.mayOpen(bytes, content) else { return false }
        return content.prefix(longestOpening).contains { bytes[$0] < 0x20 || bytes[$0] >= 0x80 }
            || firstWords.contains { bytes.matches($0, at: content.lowerBound, end: content.upperBound) }
    }

    /// Whether it may be the last byte: a letter or a comma, or one that cleaning may take away.
    private static func mayEnd(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == .comma || byte <= .space || byte >= 0x7F
    }

    private static let longestOpening = 16

    private static let firstWords = openings.map { Array($0.utf8.prefix { $0 != .space }) }
    private static let beginnings = PrefixSet(firstWords)

    static func isSalutation(_ line: String) -> Bool {
        guard line.utf8.count <= 80, let last = line.last, last == "," || last.isLetter else { return false }
        return openings.contains { line.utf8.starts(with: $0.utf8) } && line.words.count <= 9
    }

    static func isClosing(_ line: String) -> Bool {
        guard line.utf8.count <= 40 else { return false }
        let words = line.lowercased()
        return closings.contains(words.last.map { ",.".contains($0) } == true ? String(words.dropLast()) : words)
    }
}
