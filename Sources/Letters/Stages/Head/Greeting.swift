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
        guard content.count <= 160 else { return false }
        // Cleaning may take a character above ASCII away.
        return beginnings.mayOpen(bytes, content) || content.prefix(3).contains { bytes[$0] >= 0x80 }
    }

    private static let beginnings = PrefixSet(openings.map { Array($0.utf8) })

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
