import Testing

@testable import Letters

/// Headings that no blank line parts from the text around them.
@Suite struct TitleLineTests {
    private let text = """
        Het verzuim bedroeg 5,3 procent, tegen 5,6 procent in 2022, en verschilt sterk per sector
        van de economie.
        """

    @Test func aShortLineOverTextIsAHeadingWithoutABlankLineBetween() {
        let parsed = letter("\(text)\n\nVerzuim in cijfers\n\(text)\n")
        #expect(parsed.headings == ["Verzuim in cijfers"])
        #expect(parsed.blockTexts.count == 2)
    }

    @Test func itMayStandRightUnderTheEndOfASentence() {
        let parsed = letter("\(text)\n\n\(text)\nOnderdeel 3: ongewenst gedrag\n\(text)\n")
        #expect(parsed.headings == ["Onderdeel 3: ongewenst gedrag"])
        #expect(parsed.blockTexts.count == 3)
    }

    @Test func itMayStandRightUnderAList() {
        let parsed = letter("\(text) Het gaat om:\n• hoge werkdruk;\n• lichamelijke belasting.\nAanpak\n\(text)\n")
        #expect(parsed.headings == ["Aanpak"])
        #expect(parsed.blockTexts[2] == "lichamelijke belasting.")
    }

    @Test func itMayHaveANumberOfTheOutline() {
        let parsed = letter("\(text)\n\n2.1 Leningen en deelnemingen\n\(text)\n")
        #expect(parsed.headings == ["Leningen en deelnemingen"])
        #expect(parsed.sections.last?.label == "2.1")
    }

    @Test func itMayRunOverTwoLines() {
        let title =
            "Moties over het verzuim in de zorg, en de afspraken daarover met alle grote werkgevers\nuit het voorjaar"
        let parsed = letter("\(text)\n\(text)\n\(title)\n\(text)\n")
        #expect(parsed.headings == [title.replacing("\n", with: " ")])
        #expect(parsed.blockTexts.count == 3)
    }

    @Test func itMayStandUnderTheFullLineOfASentence() {
        let full = "Het verzuim is gedaald tot 4,9 procent, wat het laagste cijfer van de laatste zes jaar is."
        let parsed = letter("\(full)\nDe toekomst van de arbodienst en de bedrijfsarts\n\(text)\n")
        #expect(parsed.headings == ["De toekomst van de arbodienst en de bedrijfsarts"])
    }

    @Test func itMayEndInABracketThatItOpens() {
        let parsed = letter("\(text)\nHet plan van aanpak (PvA)\n\(text)\n")
        #expect(parsed.headings == ["Het plan van aanpak (PvA)"])
    }

    @Test func itMayHaveTheNumberOfAListThatAnnouncedIt() {
        let parsed = letter(
            "\(text) Aan de orde komen:\n1. Verzuim.\n2. Arbodienst.\n\n1. Verzuim\n\(text)\n\n2. Arbodienst\n\(text)\n"
        )
        #expect(parsed.headings == ["Verzuim", "Arbodienst"])
        #expect(parsed.sections.compactMap(\.label) == ["1.", "2."])
        #expect(parsed.sections[0].blocks.compactMap(\.label) == ["1.", "2."])
    }

    @Test func oneInTheSequenceOfTheHeadingsMayFillItsLine() {
        let parsed = letter(
            "1. Verzuim\n\(text)\n\n2. De arbodienst, de bedrijfsgeneeskunde en de afspraken met alle grote werkgevers\n\(text)\n"
        )
        #expect(parsed.sections.compactMap(\.label) == ["1.", "2."])
    }

    @Test func theLastItemOfAListIsNone() {
        let parsed = letter("\(text) Dat zijn:\n1. hoge werkdruk;\n2. Lichamelijke belasting\n\(text)\n")
        #expect(parsed.headings.isEmpty)
    }

    @Test func theFieldsOfAFormHaveTheirLettersAsHeadings() {
        let parsed = letter(
            "1. Gegevens\na) Titel\n\(text)\n\nb) Raad\nMilieuraad\n\nc) Vindplaats\nhttps://europa.eu/voorstel\n\n2. Inhoud\n\(text)\n"
        )
        #expect(parsed.sections.compactMap(\.label) == ["1.", "a)", "b)", "c)", "2."])
        #expect(parsed.sections.map(\.level) == [0, 1, 2, 2, 2, 1])
        #expect(parsed.blockTexts[1] == "Milieuraad")
    }

    @Test func titlesMayStandOverOneAnotherAndOverItemsThatAreSentences() {
        let parsed = letter(
            "\(text)\n\n1. Water\n1.1 Zoet water\nKeuzes\nSchoon water\n1. We voeren de maatregelen uit die in het plan voor de stroomgebieden van 2022 staan\nen in de agenda.\n"
        )
        #expect(parsed.headings == ["Water", "Zoet water", "Keuzes", "Schoon water"])
        #expect(parsed.sections.last?.blocks.map(\.label) == ["1."])
    }

    @Test func aQuestionUnderAFullLineMayEndAParagraph() {
        let full = "In het jaar 2021 gold voor het eerst een nieuw model voor de verdeling van het gemeentefonds."
        #expect(
            letter("\(full)\nZijn de gevolgen daarvan voor kleine gemeenten al bekend?\n\(text)\n").headings.isEmpty)
    }

    @Test(arguments: [
        // Names under each other are no text under a title.
        "Rijkswaterstaat\nProRail\nNS",
        // A full line goes on on the next.
        "Het verzuim in de sector die het hoogste cijfer van alle sectoren heeft bedroeg\nIn 2023 niet meer dan dit.",
        // The sentence goes on with a small letter.
        "Zie ook\nde brief van vorig jaar, die wij hier niet herhalen.",
        // A preposition ends no title.
        "Zoals op\n1 januari 2019 besloten is, en op 2 februari nog eens, is de regeling verlengd tot 2021.",
        // It ends a sentence.
        "Dat is te weinig.\nDe helft heeft er geen, en de Arbeidsinspectie gaat daarom strenger dan zij.",
    ])
    func otherShortLinesAreNone(lines: String) {
        #expect(letter("\(text)\n\n\(lines)\n\n\(text)\n").headings.isEmpty)
    }
}
