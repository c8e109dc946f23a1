import Testing

@testable import Letters

/// The rank of headings, by their kinds alone.
@Suite struct HeadingLevelsTests {
    /// A section for each `label|heading`; `*` before it leaves the section empty.
    private func levels(_ headings: [String]) -> [Int] {
        var sections = headings.map { line in
            let isEmpty = line.hasPrefix("*")
            let parts = line.drop { $0 == "*" }.split(separator: "|", omittingEmptySubsequences: false)
            let place = PlacedText.Run(textOffset: 0, place: .start)
            let text = PlacedText(text: String(parts[parts.count - 1]), runs: [place])
            return Section(
                heading: text, label: parts.count > 1 ? String(parts[0]) : nil,
                blocks: isEmpty ? [] : [Block(kind: .paragraph, text: text)])
        }
        HeadingLevels.set(&sections)
        return sections.map(\.level)
    }

    @Test(arguments: [
        (["1.|Inleiding", "1.1|Doel", "1.2|Bereik", "2.|Kern"], [1, 2, 2, 1]),
        (["I.|Algemeen", "1.|Groei", "Ramingen", "2.|Beeld", "II.|Geld", "1.|Tekort"], [1, 2, 3, 2, 1, 2]),
        (["I.|Landbouw", "A.|Markt", "B.|Dieren", "II.|Natuur", "A.|Vogels"], [1, 2, 2, 1, 2]),
        (["Deel 1 –|Cijfers", "1.|Deelname", "1.1|Budget", "Deel 2 –|Beleid", "1.|Lijn"], [1, 2, 3, 1, 2]),
        (["Inleiding", "1.|Groei", "Ramingen", "Tot slot"], [1, 1, 2, 1]),
        (
            ["*Moties", "Motie van het lid A", "Motie van het lid B", "*Toezeggingen", "Aan het lid A"],
            [1, 2, 2, 1, 2]
        ),
        (["Vraag 1", "Antwoord 1", "Vraag 2"], [1, 1, 1]),
        (["1.|Steun", "Regeling", "Vraag 1", "Antwoord", "2.|Rest"], [1, 2, 3, 3, 1]),
        (
            ["Vragen van de leden van de SP-fractie", "Toezicht", "Vragen van de leden van de SGP-fractie", "Geld"],
            [1, 2, 1, 2]
        ),
        (["A.|Een", "B.|Twee", "COMMUNICATIE"], [1, 1, 1]),
        (["1.|KADER", "OMVANG", "2.|SLOTSOM"], [1, 2, 1]),
        (["*Fiche", "1.|Algemeen", "a)|Titel", "2.|Inhoud", "*Fiche", "1.|Algemeen"], [1, 2, 3, 2, 1, 2]),
        (["Inleiding", "1", "Antwoord", "2"], [1, 1, 1, 1]),
        (["2.1|Zonder hoofdstuk", "2.2|Ook zo"], [1, 1]),
    ])
    func aKindThatIsNewLiesBelow(headings: [String], expected: [Int]) {
        #expect(levels(headings) == expected)
    }
}
