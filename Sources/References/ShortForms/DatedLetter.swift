/// A letter that a text names by its date alone: `mijn brief van 22 januari 2021`, `de Kamerbrief d.d. 18 december 2020`.
///
/// Which paper that is only a collection of letters can tell, by the date, and by the sender of a letter of one's own.
public struct DatedLetter: Hashable, Sendable, Codable {
    public var raw: String
    /// Offsets in the UTF-8 of the text.
    public var range: Range<Int>
    /// ISO 8601.
    public var date: String
    /// Whether the writer calls it a letter of his own: `mijn brief`, `onze brief`.
    public var isOwn: Bool

    public init(raw: String, range: Range<Int>, date: String, isOwn: Bool) {
        self.raw = raw
        self.range = range
        self.date = date
        self.isOwn = isOwn
    }
}

extension DatedLetter {
    /// First letters of the cue words, for the scanner.
    static let cues = ["brief", "kamerbri", "verzamel"]

    /// Reads at a cue word.
    init?(_ cursor: inout ByteCursor) {
        let word = cursor.position
        guard !cursor[-1].isLetter, cursor.takeWord(Words.letters) else { return nil }
        cursor.takeSpace(lineEnds: 1)
        if cursor.takeTwoWords("aan", "uw") || cursor.takeTwoWords("aan", "de") {
            cursor.takeSpace(lineEnds: 1)
            guard cursor.takeWord("kamer") else { return nil }
            cursor.takeSpace(lineEnds: 1)
        }
        guard cursor.takeWord("van") || cursor.take("d.d.") || cursor.take("dd.") else { return nil }
        cursor.takeSpace(lineEnds: 1)
        guard let date = cursor.takeDate()?.iso else { return nil }
        let end = cursor.position
        var back = cursor
        back.position = word
        back.retreatOverSpace()
        if back.retreat(over: "eerdere") || back.retreat(over: "laatste") { back.retreatOverSpace() }
        let isOwn = back.retreat(over: "mijn") || back.retreat(over: "onze")
        let start = isOwn ? back.position : word
        self.init(raw: cursor.string(start..<end), range: start..<end, date: date, isOwn: isOwn)
    }
}
