import References
import Testing

@testable import Letters

/// Bodies of notes, wherever a letter prints them.
@Suite struct NoteTests {
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
            parsed.blockTexts.first?.hasSuffix("Dat is te veel. In 2022 moet het beter. En dat gaat lukken.") == true)
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

    // MARK: - Annexes

    private let annex = """
        Bijlage 1: Overzicht van besluiten

        In 2013 heeft de provincie besloten in de plaats te treden van een gemeente.1 In 2014 en 2015
        deden andere provincies hetzelfde.2 Het vierde geval is door de rechter vernietigd.3
        """

    private let annexNotes = "1 Besluit van 11 november 2013.\n2 Zie daarover de vragen.\n3 ECLI:NL:RVS:2017:1214"

    private func series(_ parsed: Letter) -> [[Int]] { [parsed.markers.map(\.note), parsed.footnotes.map(\.number)] }

    @Test func endnotesOfTheLetterAndItsAnnexMayStandTogether() {
        let parsed = letter("\(body)\n\n\(signature)\n\n\(annex)\n\n1 Kamerstuk.\n2 Idem.\n\(annexNotes)\n")
        #expect(series(parsed) == [[1, 2, 1, 2, 3], [1, 2, 1, 2, 3]])
        #expect(parsed.markers.map(\.before) == ["toezicht", "gevoerd", "gemeente", "hetzelfde", "vernietigd"])
        #expect(parsed.headings == ["Overzicht van besluiten"])
    }

    @Test func endnotesMayStandAtTheEndOfEachPart() {
        let parsed = letter("\(body)\n\n\(signature)\n\n1 Kamerstuk.\n2 Idem.\n\n\(annex)\n\n\(annexNotes)\n")
        #expect(series(parsed) == [[1, 2, 1, 2, 3], [1, 2, 1, 2, 3]])
        #expect(parsed.headings == ["Overzicht van besluiten"])
    }

    @Test func notesAtPageEndsStartAgainInEachAnnex() {
        let footer = "Tweede Kamer, vergaderjaar 2017–2018, 33 047, nr. 27"
        let parsed = letter(
            """
             \(body)

            1 Kamerstuk.
            2 Idem.

            \(footer) 1

             \(annex)

            \(annexNotes)

            \(footer) 2

             Bijlage 2

            Nog een overzicht met een noot.1 En dan is er de tweede noot.2

            1 Handelingen.
            2 Stb. 2021, 393.

            \(footer) 3
            """)
        #expect(series(parsed) == [[1, 2, 1, 2, 3, 1, 2], [1, 2, 1, 2, 3, 1, 2]])
        #expect(parsed.headings == ["Overzicht van besluiten", "Bijlage 2"])
    }

    @Test func numbersMayGoOnInAnAnnex() {
        let text = annex.replacing("gemeente.1", with: "gemeente.3").replacing("hetzelfde.2", with: "hetzelfde.4")
            .replacing("vernietigd.3", with: "vernietigd.5")
        let parsed = letter("\(body)\n\n\(text)\n\n1 Kamerstuk.\n2 Idem.\n3 Besluit.\n4 Zie daar.\n5 ECLI.\n")
        #expect(series(parsed) == [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5]])
    }

    @Test func markersStartAgainInAnAnnexWhoseNotesAreLost() {
        let parsed = letter("\(body)\n\n\(signature)\n\n1 Kamerstuk.\n2 Idem.\n\n\(annex)\n")
        #expect(series(parsed) == [[1, 2, 1, 2, 3], [1, 2]])
    }

    @Test func anAnnexWithoutNotesLosesNoDigit() {
        let text = "In 2013 was er overleg met de G4, de G32 en D66 over artikel 1 en bijlage 2."
        let parsed = letter("\(body)\n\nBijlage 2\n\n\(text)\n\n1 Kamerstuk.\n2 Idem.\n")
        #expect(series(parsed) == [[1, 2], [1, 2]])
        #expect(parsed.blockTexts.last == text)
    }

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

    // MARK: - Hostile letters

    @Test(arguments: [
        "1 x\n", "Bijlage 1\n\nx.1\n\n1 x\n", "x.1 \n\n1 Xx.\n\n", "Noten\n1 X.\n", "1 x\n\n", "Tabel 1: x\n1 x\n\n",
    ])
    func timeGrowsWithTheLetterAndNotItsSquare(piece: String) {
        let clock = ContinuousClock()
        func time(_ count: Int) -> Duration {
            let text = "Tekst.1\n\n" + String(repeating: piece, count: count)
            return (0..<3).map { _ in clock.measure { _ = letter(text) } }.min() ?? .zero
        }
        _ = time(100)
        let small = time(1_000)
        #expect(time(10_000) < small * 25 + .milliseconds(50))
    }
}

/// Which notes and markers are numbered together.
@Suite struct NoteSeriesTests {
    private func letter(markers: [(note: Int, section: Int)], notes: [Int], headings: [String] = []) -> Letter {
        Letter(
            source: SourceInfo(path: "a.txt", format: .text, bytes: 0, sha256: ""),
            identity: Identity(id: PaperID(canonical: "kst-1-1"), origin: .option),
            sections: [Section()]
                + headings.map { Section(heading: PlacedText(text: $0, runs: [.init(textOffset: 0, place: .start)])) },
            footnotes: notes.map {
                Footnote(number: $0, text: PlacedText(text: "", runs: []), place: .start, isComplete: true)
            },
            markers: markers.map {
                Marker(
                    note: $0.note, place: .start, anchor: Anchor(section: $0.section, block: nil, offset: 0), before: ""
                )
            })
    }

    private let twoParts = [(1, 0), (2, 0), (1, 1), (2, 1), (3, 1)]

    @Test func seriesBeginWhereNumbersStartAgain() {
        #expect(
            letter(markers: twoParts, notes: [1, 2, 1, 2, 3]).noteSeries == [
                NoteSeries(markers: 0..<2, notes: 0..<2), NoteSeries(markers: 2..<5, notes: 2..<5),
            ])
    }

    @Test func aStrayOneIsNoSeries() {
        #expect(
            letter(markers: twoParts, notes: [1, 2, 3]).noteSeries == [NoteSeries(markers: 0..<5, notes: 0..<3)])
    }

    @Test(arguments: [([1, 2], 0), ([1, 2, 3], 1)])
    func theNotesOfAnAnnexMayBeLostOrThoseOfTheLetter(notes: [Int], series: Int) {
        let found = letter(markers: twoParts, notes: notes, headings: ["Bijlage 1: Overzicht"]).noteSeries
        #expect(found.map(\.markers) == [0..<2, 2..<5])
        #expect(found.map(\.notes.isEmpty) == [series == 1, series == 0])
    }

    @Test func aMarkerBelongsToTheNoteOfItsPart() {
        let markers = letter(markers: twoParts, notes: [1, 2, 1, 3]).markersOfFootnotes
        #expect(markers.map { $0?.anchor.section } == [0, 0, 1, 1])
    }
}
