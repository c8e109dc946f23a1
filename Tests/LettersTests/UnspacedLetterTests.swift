import Testing

@testable import Letters

/// Letters without blank lines: headings and the ends of paragraphs show by how long a line is and how it ends.
@Suite struct UnspacedLetterTests {
    private let full = "Eind juli 2021 telde de politie 51.204 fte, waarvan 17.870 in de operationele sterkte"
    private let end = "van de basisteams, en dat is minder dan de formatie die vorig jaar is vastgesteld."

    @Test func aTitleMayStandUnderALineThatIsFull() {
        let parsed = letter("\(full)\n\(end)\nBezetting van de basisteams\n\(full)\n\(end)\n")
        #expect(parsed.headings == ["Bezetting van de basisteams"])
    }

    @Test func oneTitleMayStandRightOverAnother() {
        let parsed = letter("\(full)\n\(end)\nOpleiding\nDuur van de basisopleiding\n\(full)\n\(end)\n")
        #expect(parsed.headings == ["Opleiding", "Duur van de basisopleiding"])
        #expect(parsed.sections.last?.blocks.count == 1)
    }

    @Test func aSentenceThatEndsFarFromTheMarginEndsItsParagraph() {
        let parsed = letter("\(full)\nvan de basisteams.\n\(full)\n\(end)\n")
        #expect(parsed.blockTexts.count == 2)
        let listed = letter("\(full):\n– minder inzet;\n– ondersteuning door assistenten.\n\(full)\n\(end)\n")
        #expect(listed.blockTexts.count == 4)
    }

    @Test func aSentenceThatEndsNearTheMarginDoesNot() {
        #expect(letter("\(full)\n\(end)\n\(full)\n\(end)\n").blockTexts.count == 1)
    }

    @Test func titlesMayHaveBareNumbers() {
        let text = """
            \(full)
            \(end)

            1 Inleiding
            \(full)
            \(end)

            2 Herkenbare wijkverpleging
            2.1 Wat gaat er goed
            \(full)
            \(end)

            2.2 Wat kan beter
            2.2.1 Gegevensuitwisseling
            \(full)
            \(end)
            2.2.2 Bekostiging
            \(full)
            \(end)
            """
        let parsed = letter(text)
        #expect(parsed.sections.compactMap(\.label) == ["1", "2", "2.1", "2.2", "2.2.1", "2.2.2"])
        #expect(parsed.sections.dropFirst().map(\.level) == [1, 1, 2, 2, 3, 3])
        #expect(parsed.headings.last == "Bekostiging")
    }

    @Test func aRowOfFiguresIsNoTitleAndATitleMayHoldYears() {
        let rows = "Jaar            2025    2026\nProeven          120   3.400\nTotaal           130   3.400"
        let table = letter("\(full)\n\(end)\n\n\(rows)\n\n\(full)\n\(end)\n")
        #expect(table.sections[0].blocks.map(\.kind) == [.paragraph, .table, .paragraph])
        #expect(letter("\(full)\n\(end)\nUitkomsten in 2013 en 2014\n\(full)\n\(end)\n").headings.count == 1)
    }

    @Test func aSentenceThatBeginsWithANumberIsNoTitle() {
        let parsed = letter("\(full)\n\(end)\n\n12 Kamerleden stemden voor\n\(full)\n\(end)\n")
        #expect(parsed.headings.isEmpty)
    }
}
