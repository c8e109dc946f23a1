import Testing

@testable import Letters

/// Notes that go on, and what stands among notes and is none.
@Suite struct NoteZoneTests {
    private let signature = """
        De Minister van Binnenlandse Zaken en Koninkrijksrelaties,
        E. Oosterling-Boot
        """

    // MARK: - Notes that go on

    @Test func aNoteGoesOnAboveTheNotesOfTheNextPage() {
        let parsed = letter(
            """
             De regeling omvat ook bepaalde digitale technologie.1 Zij is in elf beginselen van de groep

            1 Zie de verordening, die sinds haar totstandkoming elk jaar is aangepast, op het punt van de lijst,

             aanvaard.2 De uitkomsten leg ik voor aan uw Kamer.

            \(signature)

            en niet op het punt van de voorwaarden. Het verslag is openbaar.
            2 Adviesraad, advies nr. 97, 2015.

            Tweede Kamer, vergaderjaar 2018–2019, 33 694, nr. 48 2
            """)
        #expect(parsed.footnotes.map(\.number) == [1, 2])
        #expect(
            parsed.footnotes.first?.text.text.hasSuffix(
                "lijst, en niet op het punt van de voorwaarden. Het verslag is openbaar.") == true)
        #expect(parsed.footnotes.map(\.isComplete) == [true, true])
        #expect(parsed.markers.map(\.note) == [1, 2])
        #expect(parsed.blockTexts.count == 1)
    }

    @Test func notesBeginWithOneWhoseMarkerIsDoubtfulWhereTheNextHasOne() {
        let parsed = letter(
            """
             Er zijn 31 projecten.1 Het aantal nam toe tot 935.3 De reisverboden zijn gehandhaafd.4 Dat is al.

            1 Brief van 3 mei 2019.

            Tweede Kamer, vergaderjaar 2018–2019, 29 984, nr. 853 7

             Op het spoor waren er minder ongelukken dan in het jaar daarvoor, het aantal nam af tot 935.3
            De reisverboden zijn gehandhaafd, en ook de cijfers daarvan zijn bekend.4 Dat is al.

            3 NS, Cijfers sociale veiligheid,
            2018.
            4 Kamerstuk 28 642, nr. 103.

            Tweede Kamer, vergaderjaar 2018–2019, 29 984, nr. 853 8
            """)
        #expect(parsed.footnotes.map(\.number) == [1, 3, 4])
    }

    @Test func aLineOfANoteMayBeginWithTheNextNumber() {
        let parsed = letter(
            """
             Dat is in werking getreden.1 En daarna is het herzien.2

            1 De termijn voor bezwaren bij de rechtbank bedroeg ten hoogste
            2 maanden, en is verlengd.
            2 Kamerstuk 31 497, nr. 386
             Volgende bladzijde.
            """)
        #expect(
            parsed.footnotes.map(\.text.text) == [
                "De termijn voor bezwaren bij de rechtbank bedroeg ten hoogste 2 maanden, en is verlengd.",
                "Kamerstuk 31 497, nr. 386",
            ])
    }

    @Test func aNoteMayBeginWithAGroupedNumber() {
        let parsed = letter(
            " Daar staan 14.1 En ook elders.2\n\n1 14 692 scholen.\n2 35 788 leerlingen.\n Volgende bladzijde.\n")
        #expect(parsed.footnotes.map(\.text.text) == ["14 692 scholen.", "35 788 leerlingen."])
    }

    @Test func aDossierOnTheNextLineIsNoNote() {
        let parsed = letter(
            """
             Dat staat in de motie.30 Zie ook de brief.31

            30 Omzien naar elkaar, bijlage bij Kamerstuk

            31 788, nr. 77
            31 Idem.
             Volgende bladzijde.
            """)
        #expect(
            parsed.footnotes.map(\.text.text) == ["Omzien naar elkaar, bijlage bij Kamerstuk 31 788, nr. 77", "Idem."])
    }

    @Test(arguments: ["bijlage bij Kamerstuk 31 293, nr.", "brief over de", "Rapport (Kamerstuk 31 497, blz."])
    func aNoteThatEndsInMidPhraseIsIncomplete(end: String) {
        let parsed = letter(" Dat staat in de wet.1\n\n1 Zie \(end)\n Volgende bladzijde.\n")
        #expect(parsed.footnotes.map(\.isComplete) == [false])
    }

    @Test(arguments: ["gaat de zin verder", "Een nieuwe alinea begint", "• Een punt staat"])
    func textBehindTheNotesOfAPageWhoseEndIsNotShownIsText(opening: String) {
        let parsed = letter(
            """
             De eerste bladzijde, met een noot.1

            1 Kamerstuk 31 497, nr. 386.
             De tweede bladzijde staat in de wet.2 Ook daar.3

            2 Stb. 2021, 393.
            3 Kamerstuk

            31 293, nr. 13.

            \(opening) op de derde bladzijde.4 En daar houdt het
            nog niet op, want er is een vijfde noot.5

            4 Handelingen.
            5 Idem.
             De vierde bladzijde.
            """)
        #expect(
            parsed.footnotes.map(\.text.text) == [
                "Kamerstuk 31 497, nr. 386.", "Stb. 2021, 393.", "Kamerstuk 31 293, nr. 13.", "Handelingen.", "Idem.",
            ])
        #expect(parsed.markers.map(\.note) == [1, 2, 3, 4, 5])
    }

    @Test func aParagraphBetweenNotesOfOnePageBelongsToTheNoteAbove() {
        let parsed = letter(
            """
             Dat staat in de wet.1 Ook daar.2

            1 Dit is een lange noot met een zin.

            Zij heeft nog een alinea.

            2 Handelingen.
             De volgende bladzijde.
            """)
        #expect(
            parsed.footnotes.map(\.text.text) == [
                "Dit is een lange noot met een zin. Zij heeft nog een alinea.", "Handelingen.",
            ])
    }

    // MARK: - Captions and tables

    @Test func aCaptionRightBehindANoteIsNotItsText() {
        let parsed = letter(
            """
             Het gaat om kleine pensioenen.1 En om grote.2

            1 Toegezegd in het overleg.
            2 Uitvoeringsplan, versie 2.0.
            Figuur 1. Aantal kleine pensioenen naar leeftijd

            Pagina 1 van 2
            \u{C}Volgende bladzijde met tekst.
            """)
        #expect(parsed.footnotes.map(\.text.text) == ["Toegezegd in het overleg.", "Uitvoeringsplan, versie 2.0."])
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .caption, .paragraph])
    }

    @Test(arguments: ["1", "1)", "a)", "*)", "a"])
    func notesUnderATableAreNoneOfTheLetters(label: String) {
        let parsed = letter(
            """
             De ontwikkeling staat in de tabel, die alle soorten onderwijs omvat, ook die van het groene onderwijs.1

            Tabel 1: Nieuwe schoolverlaters

            Soort 2012 2013
            vmbo 3.812 3.405
            havo 2.644 2.318

            \(label) Exclusief het groene onderwijs.

            De daling is het grootst op het tweede niveau, waar het aantrekken van de arbeidsmarkt een rol
            speelt, omdat meer jongeren een baan vinden.2

            1 Kamerstuk 31 497, nr. 386.
            2 Idem.
             Volgende bladzijde met tekst.
            """)
        #expect(parsed.footnotes.map(\.text.text) == ["Kamerstuk 31 497, nr. 386.", "Idem."])
        #expect(parsed.markers.map(\.before) == ["onderwijs", "vinden"])
        #expect(parsed.blockTexts.contains { $0.contains("Exclusief het groene onderwijs.") })
    }
}
