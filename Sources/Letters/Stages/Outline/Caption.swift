/// Captions of figures and tables: `Figuur 1: …`, `Tabel 2. …`, `Schema 1`.
enum Caption {
    /// Names of captions, those first under which rows stand.
    private static let names = [
        "Tabel", "Schema", "Overzicht", "Figuur", "Grafiek", "Afbeelding", "Kaart", "Diagram", "Box", "Kader",
    ]
    .map { Array($0.utf8) }
    private static let namesOfTables = 3
    private static let openings = PrefixSet(names + [source])

    /// Whether a line opens a caption: a name, a number, and then a colon, a full stop, a dash, a title or nothing; or
    /// `Bron:`. `Figuur 2 geeft de cijfers` is a sentence.
    @inline(__always)
    static func opens(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        openings.mayOpen(bytes, content)
            && (number(bytes, content) != nil || bytes.matches(source, at: content.lowerBound, end: content.upperBound))
    }

    /// Names where the figures come from.
    private static let source = Array("Bron: ".utf8)

    /// Whether the caption's name promises rows.
    static func announcesTable(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard let (name, _) = number(bytes, content) else { return false }
        return name < namesOfTables
    }

    private static func number(_ bytes: [UInt8], _ content: Range<Int>) -> (name: Int, number: Int)? {
        guard let first = content.first, bytes[first].isUpperASCII else { return nil }
        for (index, name) in names.enumerated() where bytes.matches(name, at: first, end: content.upperBound) {
            var cursor = LineCursor(bytes, first + name.count..<content.upperBound)
            guard cursor.skipSpaces(), let (number, _) = cursor.number() else { return nil }
            if cursor.isAtEnd || cursor.peek == UInt8(ascii: ":") || cursor.peek == .period { return (index, number) }
            return cursor.skipSpaces() && opensTitle(bytes, cursor) ? (index, number) : nil
        }
        return nil
    }

    /// A dash, or a capital on a line that no sign ends, as no sentence has it.
    private static func opensTitle(_ bytes: [UInt8], _ cursor: LineCursor) -> Bool {
        var rest = cursor
        if rest.take(Sign.enDash) || rest.take(.hyphen) { return true }
        let last = bytes[cursor.end - 1]
        return bytes[cursor.position].isUpperASCII && !last.isTerminal && last != .comma
    }
}
