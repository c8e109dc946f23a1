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
