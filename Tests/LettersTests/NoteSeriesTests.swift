import References
import Testing

@testable import Letters

/// Notes that are numbered anew in an annex.
@Suite struct AnnexNoteTests {
    private let body = """
        In deze brief ga ik in op het toezicht.1 De wet is op 1 oktober 2012 in werking getreden,
        en de evaluatie is uitgevoerd door de universiteit, die 118 gesprekken heeft gevoerd.2
        """

    private let signature = """
        De Minister van Binnenlandse Zaken en Koninkrijksrelaties,
        E. Oosterling-Boot
        """

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
