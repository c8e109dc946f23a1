import References
import Testing

@testable import Letters

/// What programs make of the pages of a ministry's own letter and of the Aanhangsel.
@Suite struct ExtractedPageTests {
    private let letterhead = "Ministerie van\nOnderwijs, Cultuur en\nWetenschap\n"
    private let paragraph = """
        De subsidie wordt in 2024 verdeeld over elf scholen, die elk een plan van aanpak voor de
        eerste twee jaren hebben ingediend.
        """

    /// Head of the page, the text of the first page, and that of the second, with page labels over the text.
    private func labelledAbove(_ label: (Int) -> String) -> Letter {
        letter(
            """
            \(label(1))
            \(letterhead)
            Onze referentie
            4711

            Datum 3 mei 2024
            Betreft Scholen

            Geachte voorzitter,

            \(paragraph)

            \(letterhead)
            Onze referentie
            4711
            \(label(2))

            Vervolg
            \(paragraph)

            """)
    }

    @Test(arguments: ["Pagina", "P agina"])
    func theLabelOfAPageIsNoTextEvenWhereItsFirstLetterStandsApart(word: String) {
        let parsed = labelledAbove { "\(word) \($0) van 2" }
        #expect(parsed.headings == ["Vervolg"])
        #expect(parsed.blockTexts.count == 2)
    }

    @Test func labelsOverTheFirstTextNumberThePageBelowThem() {
        let parsed = labelledAbove { "P agina \($0) van 2" }
        #expect(parsed.pages == 2)
        #expect(parsed.sections.map { $0.blocks[0].text.start?.page } == [1, 2])
    }

    @Test func numbersSetInOverTheirPagesAreNoText() {
        let parsed = letter(
            " 1 \nFiche: Verordening \n1. Gegevens \n\(paragraph)1 \n \n1 Zie het voorstel. \n  2 \nhij komt terug. \n")
        #expect(parsed.headings == ["Fiche: Verordening", "Gegevens"])
        #expect(parsed.footnotes.map(\.text.text) == ["Zie het voorstel."])
    }

    @Test func ofLabelsInARowTheFirstThatFitsTakesAValue() {
        let parsed = letter(
            "Uw kenmerk\n\nDatum\nBetreft\n\n28 mei 2024\nScholen\n\nGeachte voorzitter,\n\(paragraph)\n")
        #expect(parsed.head.date == "2024-05-28")
        #expect(parsed.head.title == "Scholen")
    }

    @Test func aHeadWithoutSalutationEndsBeforeThatOfTheNextPage() {
        let parsed = letter(
            """
            Onze referentie
            4711

            Datum 3 mei 2024
            Betreft Scholen

            \(paragraph)

            Onze referentie
            4711

            Vervolg
            \(paragraph)

            """)
        #expect(parsed.blockTexts.count == 2)
    }

    @Test func whatPagesRepeatOfTheHeadIsNoText() {
        let department = "Directoraat-generaal\nBestuur"
        let reference = "Ons kenmerk\nDGB / 26844711"
        let parsed = letter(
            """
            \(department)

            Ons kenmerk
            DGB – B / 26844711

            Datum 3 mei 2024
            Betreft Scholen

            Geachte voorzitter,

            \(paragraph)

            \(department)

            \(reference)

            \(paragraph)

            \(department)

            \(reference)

            \(paragraph)

            """)
        #expect(parsed.headings.isEmpty)
        #expect(parsed.blockTexts.count == 3)
    }

    @Test(arguments: ["\n", "\n\n"])
    func theSignOfAnItemMayStandOnALineOfItsOwn(gap: String) {
        let parsed = letter(
            "De missies zijn:\n•\(gap)Energie: klimaatneutraal in\n2050;\n•\(gap)Zorg: langer gezond.\n")
        #expect(parsed.sections[0].blocks.map(\.label) == [nil, "•", "•"])
        #expect(parsed.blockTexts.dropFirst() == ["Energie: klimaatneutraal in 2050;", "Zorg: langer gezond."])
    }

    @Test func behindClosingWordsAnOfficeNeedsNoComma() {
        let parsed = letter(
            "\(paragraph)\n\nHoogachtend,\n\nDE STAATSSECRETARIS VAN DEFENSIE\n\n\nRoland Tuinstra\n")
        #expect(parsed.head.signatories.map(\.name) == ["Roland Tuinstra"])
        #expect(parsed.headings.isEmpty)
    }

    @Test func notesAloneOnTheirLinesNeedNoMarkerWhereTheNextFollows() {
        let parsed = letter(
            "\(paragraph)\n\n12\nEen agenda.\n13\nEen andere agenda.\n\nPagina 7 van 8\n\n\u{C}\(paragraph)\n")
        #expect(parsed.footnotes.map(\.number) == [12, 13])
    }

    @Test func markersAloneOnTheirLinesAreNoNotes() {
        let parsed = letter(
            "\(paragraph)\n\nWat bekend is.\n1\nDat staat in de brief.\n2\nHet is zo.\n\nPagina 1 van 2\n\n\u{C}\(paragraph)\n"
        )
        #expect(parsed.footnotes.isEmpty)
    }

    // MARK: - The Aanhangsel

    private let questions = """
        Vragen gesteld door de leden der Kamer, met de daarop door de
        regering gegeven antwoorden
        """
    private let asked = """
        1314
        Vragen van het lid Sietsma (D66) aan de Minister van Financiën over
        munten (ingezonden 6 maart 2024).
        Antwoord van Minister Bakker (Financiën) (ontvangen 25 maart
        2024). Zie ook Aanhangsel Handelingen, vergaderjaar
        2023–2024, nr. 594.
        """
    private let answers = """
        Vraag 1
        Kent u het bericht over munten?
        Antwoord 1
        Ja.
        Vraag 2, 3 en 4
        Hoeveel munten zijn er? Wat vindt u daarvan?
        Antwoord 2, 3 en 4
        Er zijn er twee. Dat is genoeg.
        """

    @Test(arguments: [
        "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2023–2024\n\n2\n\nAanhangsel van de Handelingen\n\n",
        "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2023–2024 Aanhangsel van de Handelingen\n",
    ])
    func theLinesOfItsHeadMayStandInAnyOrder(top: String) {
        let parsed = letter("\(top)\(questions)\n\(asked)\n\(answers)\n")
        #expect(parsed.head.kind == "aanhangsel")
        #expect(parsed.head.date == "2024-03-25")
        #expect(parsed.identity.id.description == "ah-tk-20232024-1314")
        #expect(parsed.headings == ["Vraag 1", "Antwoord 1", "Vraag 2, 3 en 4", "Antwoord 2, 3 en 4"])
        #expect(parsed.blockTexts.first == "Kent u het bericht over munten?")
    }

    @Test(arguments: ["Trouw, 5 maart 2024", "https://www.trouw.nl/munten"])
    func aNoteMayStandBelowThePrintersMarksAndItsNumberAboveThem(note: String) {
        let parsed = letter(
            """
            Vraag 1
            Kent u het bericht?1
            Antwoord 1
            Ja.

            1

            ah-tk-20232024-1314
            ISSN 0921 - 7398
            ’s-Gravenhage 2024

            \(note)

            Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel

            1

            \u{C}Vraag 2
            Waarom?

            """)
        #expect(parsed.footnotes.map(\.text.text) == [note])
        #expect(parsed.headings == ["Vraag 1", "Antwoord 1", "Vraag 2"])
    }
}
