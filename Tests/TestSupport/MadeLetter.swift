/// The text of a small letter, written as extraction from a publication leaves it: head, paragraphs, notes, foot.
public struct MadeLetter: Sendable {
    public var dossier: String
    public var number: Int
    public var date: String
    /// Text of the letter; a blank line comes between two of them.
    public var paragraphs: [String]
    /// Bodies of the notes 1, 2 and so on; the markers stand in the paragraphs.
    public var notes: [String]

    public init(
        dossier: String = "31497", number: Int, date: String = "11 juni 2021", paragraphs: [String],
        notes: [String] = []
    ) {
        self.dossier = dossier
        self.number = number
        self.date = date
        self.paragraphs = paragraphs
        self.notes = notes
    }

    public init(dossier: String = "31497", number: Int, date: String = "11 juni 2021", _ paragraphs: String...) {
        self.init(dossier: dossier, number: number, date: date, paragraphs: paragraphs)
    }

    public var id: String { "kst-\(dossier)-\(number)" }

    public var text: String {
        let name = dossier.prefix(2) + " " + dossier.dropFirst(2)
        let head = """
            \(name) Voorbeelden

            Nr. \(number) BRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS

            Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

            Den Haag, \(date)


            """
        let notes = notes.enumerated().map { "\($0 + 1) \($1)\n" }.joined()
        return head + paragraphs.map { "\($0)\n\n" }.joined() + notes
            + "\nTweede Kamer, vergaderjaar 2020–2021, \(name), nr. \(number) 1\n"
    }
}
