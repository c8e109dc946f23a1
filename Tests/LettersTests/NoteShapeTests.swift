import Testing

@testable import Letters

/// Notes at the end of a letter, and in the shapes in which text extraction leaves them.
@Suite struct NoteShapeTests {
    private func notes(_ text: String) -> [String] {
        letter(text).footnotes.map { "\($0.number) \($0.text.text)" }
    }

    private let body = """
        In deze brief ga ik in op het toezicht.1 De wet is op 1 oktober 2012 in werking getreden,
        en de evaluatie is uitgevoerd door de universiteit, die 118 gesprekken heeft gevoerd.2
        """

    private let signature = """
        De Minister van Binnenlandse Zaken en Koninkrijksrelaties,
        E. Oosterling-Boot
        """

    // MARK: - At the end of the letter

    @Test(arguments: ["", "Noten\n\n", "Eindnoten:\n", "VOETNOTEN\n\n"])
    func endnotesStandBehindTheSignature(heading: String) {
        let parsed = letter("\(body)\n\n\(signature)\n\n\(heading)1 Kamerstuk 31 497, nr. 386\n2 Idem, p. 3.\n")
        #expect(parsed.footnotes.map(\.text.text) == ["Kamerstuk 31 497, nr. 386", "Idem, p. 3."])
        #expect(parsed.markers.map(\.note) == [1, 2])
        #expect(parsed.headings.isEmpty)
        #expect(parsed.blockTexts.count == 1)
        #expect(parsed.head.signatories.map(\.name) == ["E. Oosterling-Boot"])
    }

    @Test(arguments: [("1.", "2."), ("1)", "2)"), ("[1]", "[2]"), ("1", "2")])
    func notesUnderAHeadingMayHaveASignBehindTheirNumber(first: String, second: String) {
        let text = "\(body)\n\n\(signature)\n\nNoten\n\n\(first) Kamerstuk 31 497, nr. 386\n\n\(second) Idem, p. 3.\n"
        #expect(notes(text) == ["1 Kamerstuk 31 497, nr. 386", "2 Idem, p. 3."])
    }

    @Test func aListWithFullStopsIsNoNote() {
        let text = "\(body)\n\nDe volgende punten:\n\n1. Kamerstuk 31 497, nr. 386;\n2. het andere stuk.\n"
        #expect(notes(text).isEmpty)
    }

    @Test func markersAndNotesInBracketsBelongTogether() {
        let parsed = letter(
            "Dat staat in de wet.[1] En ook daar [2].\n\nMet groet\n\n[1] Stb. 2021, 393\n\n[2] Zie ook de brief.\n")
        #expect(parsed.footnotes.map(\.text.text) == ["Stb. 2021, 393", "Zie ook de brief."])
        #expect(parsed.markers.map(\.before) == ["wet", "daar"])
        #expect(parsed.blockTexts.first == "Dat staat in de wet. En ook daar.")
    }

    @Test func anEndnoteMayHaveParagraphs() {
        let text = """
            \(body)

            \(signature)

            1 Dit is een lange noot. Zij heeft een eerste alinea.

            En een tweede alinea, die er ook bij hoort.

            2 Idem.
            """
        #expect(
            notes(text) == [
                "1 Dit is een lange noot. Zij heeft een eerste alinea. En een tweede alinea, die er ook bij hoort.",
                "2 Idem.",
            ])
    }

    @Test func endnotesGoOnOverAPage() {
        let footer = "Tweede Kamer, vergaderjaar 2017–2018, 33 047, nr. 27"
        let text = """
             \(body)

            \(signature)

            1 Kamerstuk 31 497, nr. 386.

            \(footer) 1

            2 Tussen 4 september 2017 en
            12 januari 2018 zijn 118 personen gesproken.

            \(footer) 2
            """
        #expect(
            notes(text) == [
                "1 Kamerstuk 31 497, nr. 386.",
                "2 Tussen 4 september 2017 en 12 januari 2018 zijn 118 personen gesproken.",
            ])
    }

    @Test func aNumberedHeadingIsNoNote() {
        let text = """
            1 Inleiding

            De wet is op 1 oktober 2012 in werking getreden.1 Dat is lang geleden.

            2 Uitkomsten

            De onderzoekers stellen vast dat het toezicht selectiever is geworden.2 Dat is goed nieuws.

            3 Vervolg

            Een afschrift van deze brief zend ik aan de Voorzitter van de Eerste Kamer.

            \(signature)

            1 Kamerstuk 31 497, nr. 386.
            2 Idem.
            """
        #expect(notes(text) == ["1 Kamerstuk 31 497, nr. 386.", "2 Idem."])
        let printed = letter(text).allTexts.joined(separator: "|")
        for title in ["Inleiding", "Uitkomsten", "Vervolg"] { #expect(printed.contains(title)) }
    }

    @Test(arguments: ["1 Inleiding", "2 Uitkomsten van het onderzoek"])
    func aTitleWithANumberIsNoNoteOfAPage(title: String) {
        let parsed = letter(
            " Dat staat in de wet.1 En daar.2\n\n\(title)\n\nDe tekst gaat verder.\n\n3 Vervolg\n Volgende bladzijde.\n"
        )
        #expect(parsed.footnotes.isEmpty)
    }

    @Test func numberedHeadingsAboveAListOfNotesAreNoNotes() {
        let text =
            "\(body)\n\n1 Aantallen\n\nEr waren er 15 meer.3 Dat is veel.\n\n\(signature)\n\nNoten\n\n1. A.\n2. B.\n3. C.\n"
        #expect(notes(text) == ["1 A.", "2 B.", "3 C."])
    }

    @Test func notesMayStandRightUnderTheText() {
        let parsed = letter(
            """
            In deze brief ga ik in op de aanpak.1 In 2021 waren er 4.790 thuiszitters.2 Dat is te
            1 Kamerstuk 31 497, nr. 386.
            2 Ingrado, Verzuimcijfers 2021.
            \u{C}veel. In 2022 moet het beter.3
            En dat gaat lukken.
            3 Zie de begroting.
            \u{C}Tot slot.
            """)
        #expect(parsed.footnotes.map(\.number) == [1, 2, 3])
        #expect(
            parsed.blockTexts.joined(separator: " ").contains(
                "Dat is te veel. In 2022 moet het beter. En dat gaat lukken."))
    }

    @Test func aNoteMayHaveItsMarkerInTheHead() {
        let text =
            "33 106 Hoger onderwijs\n\nB1 BRIEF VAN DE MINISTER\n\nDen Haag, 9 februari 2021\n\nMeer niet.2\n\n1 De letter B.\n2 Idem.\n"
        #expect(notes(text) == ["1 De letter B.", "2 Idem."])
    }

    @Test(arguments: ["\n", "\n\n"])
    func theNumberOfANoteMayStandAloneOnItsLine(gap: String) {
        let parsed = letter(
            """
            In deze brief ga ik in op de aanpak.1 In 2021 waren er 4.790 thuiszitters.2 Dat is te veel.

            1\(gap)Kamerstuk 31 497, nr. 386, en het antwoord
            daarop.
            2\(gap)Ingrado, Verzuimcijfers 2021.

            Pagina 1 van 2
            \u{C}Tot slot.
            """)
        #expect(
            parsed.footnotes.map(\.text.text) == [
                "Kamerstuk 31 497, nr. 386, en het antwoord daarop.", "Ingrado, Verzuimcijfers 2021.",
            ])
        #expect(parsed.markers.map(\.note) == [1, 2])
        #expect(parsed.blockTexts.last == "Tot slot.")
    }

    @Test func cellsOfATableAreNoNotes() {
        let parsed = letter(
            """
            Dat staat in de tabel.1

            Tabel 1: Verdeling

            1

            Amsterdam

            2

            Rotterdam

            Pagina 1 van 2
            \u{C}Tot slot.
            """)
        #expect(parsed.footnotes.isEmpty)
    }

    @Test func notesWithAHeadingUnderATableAreNoneOfTheLetters() {
        let parsed = letter(
            """
             Dat staat in de tabel.1

            Tabel 1: Verdeling

            Amsterdam 12
            Noten:
            1) Voorlopig.

            Daarna gaat de tekst verder, over de hele breedte van de bladzijde en nog wat verder dan dat.2

            1 Stb. 2021, 393.
            2 Idem.
             Volgende bladzijde.
            """)
        #expect(parsed.footnotes.map(\.text.text) == ["Stb. 2021, 393.", "Idem."])
    }

    @Test func theFirstNotesMayBeLostWherePagesAreNotShown() {
        let text =
            "Een.1 Twee.2 Drie.3 Dat staat in de wet.4 En daar.5\n\n4 Stb. 2021, 393.\n\nDe tekst gaat verder.6 En af.\n\n6 Idem.\n"
        #expect(notes(text) == ["4 Stb. 2021, 393.", "6 Idem."])
        #expect(letter(text).markers.map(\.note) == [1, 2, 3, 4, 5, 6])
    }

    @Test func aParagraphThatBeginsWithANumberIsNoNote() {
        let text =
            "Een.1 Twee.2 Drie.3\n\n3 scholen doen mee in deze proef, die loopt tot de zomer.\n\nDe tekst gaat verder.\n"
        #expect(notes(text).isEmpty)
    }

    @Test func theNoteOfALetterOfOnePageMayStandBelowThePrintersMarks() {
        let parsed = letter(
            """
            Vraag 1
            Klopt het bericht over het akkoord?1 Zo ja, kunt u dat delen?
            Antwoord
            De vragen zijn beantwoord met een brief die op 7 juni is verzonden.

            1

            ah-tk-20202021-1999
            ISSN 0921 - 7398
            ’s-Gravenhage 2021

            De Courant, 28 mei 2021 (www.courant.nl/nieuws)

            Tweede Kamer, vergaderjaar 2020–2021, Aanhangsel

            """)
        #expect(parsed.footnotes.map(\.text.text) == ["De Courant, 28 mei 2021 (www.courant.nl/nieuws)"])
        #expect(parsed.markers.map(\.before) == ["akkoord"])
        #expect(parsed.headings == ["Vraag 1", "Antwoord"])
    }
}
