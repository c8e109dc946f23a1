/// Words that open and close a letter.
enum Greeting {
    private static let openings = [
        "Geachte ", "Hooggeachte ", "Mijnheer de ", "Mevrouw de ", "Excellentie", "Beste ", "Zeer geachte ",
    ]
    private static let closings = [
        "hoogachtend", "met vriendelijke groet", "met hoogachting", "met de meeste hoogachting", "met groet",
        "hartelijke groet", "met hartelijke groet", "met vriendelijke groeten",
    ]

    /// Whether a line may be one, by its length and its first letter.
    static func maySalute(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard content.count <= 160, let first = content.first else { return false }
        return bytes[first] >= 0x80 || firstLetters & 1 << UInt64(bytes[first] & 0x3F) != 0
    }

    /// A bit for the first byte of each opening, by its last six bits.
    private static let firstLetters = openings.reduce(UInt64(0)) { $0 | 1 << UInt64(($1.utf8.first ?? 0) & 0x3F) }

    static func isSalutation(_ line: String) -> Bool {
        guard line.utf8.count <= 80, let last = line.last, last == "," || last.isLetter else { return false }
        return openings.contains { line.hasPrefix($0) } && line.words.count <= 9
    }

    static func isClosing(_ line: String) -> Bool {
        guard line.utf8.count <= 40 else { return false }
        let words = line.lowercased()
        return closings.contains(words.last.map { ",.".contains($0) } == true ? String(words.dropLast()) : words)
    }
}
