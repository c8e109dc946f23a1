import Testing

@testable import Letters

/// A ministry's letter as its Word file gives it: each cell of the letterhead is a line with blank lines around it, and each
/// paragraph is one line.
@Suite struct WordFileLetterTests {
    private static let letterhead = """
        Directoraat-Generaal Wonen


        Datum

        14 mei 2021


        Ons kenmerk

        7301942


        Directoraat-Generaal Wonen


        Datum

        14 mei 2021


        Ons kenmerk

        7301942


        1


        > Retouradres Postbus 16375 2500 BJ Den Haag


        Aan de Voorzitter van de Tweede Kamer

        der Staten-Generaal

        Postbus 20018

        2500 EA DEN HAAG


        \t\tDatum

        \t\t14 mei 2021

        Onderwerp

        Beantwoording vragen van het lid Braak over leegstand

        Directoraat-Generaal Wonen

        Rijnstraat 8

        2515 XP Den Haag

        www.rijksoverheid.nl

        Contactpersoon

        T 070 555 01 23

        Ons kenmerk

        7301942

        Bij beantwoording de datum en ons kenmerk vermelden. Wilt u slechts één zaak in uw brief behandelen.




        """

    private static let long = Array(repeating: sentence, count: 6).joined(separator: " ")
    private static let sentence =
        "De gemeenten hebben in de afgelopen jaren veel gedaan om leegstand van woningen tegen te gaan, en daarbij is gebleken dat een verordening alleen niet genoeg is om eigenaren te bewegen."

    private static let text = """
        \(letterhead)
        In antwoord op uw brief van 3 april 2021, nr. 2021Z05555, deel ik u mede

        dat de vragen van het lid Braak over leegstand worden beantwoord zoals

        aangegeven in de bijlage van deze brief.



        De minister van Wonen en Ruimtelijke Ordening












        J. Reijmers



        Antwoorden van de minister van Wonen en Ruimtelijke Ordening op Kamervragen

        van het lid Braak (PvdA) over leegstand in de grote steden.


        Vraag 1

        Kent u het bericht over leegstand, en de cijfers die daarbij zijn genoemd? 1) 2)

        \t\t

        \t\tAntwoord op vraag 1

        \(long)


        Vraag 2

        Wat gaat u doen?


        Antwoord op vraag 2

        \(long)



        1) Aanhangsel Handelingen, vergaderjaar 2020-2021, nr. 1502.


        2) De Courant, 2 april 2021, Leegstand loopt op.




        VERTROUWELIJK

        Pagina  van 1



        Pagina 2 van 1

        """

    private let parsed = letter(Self.text)

    @Test func theLetterheadIsNoText() {
        #expect(parsed.head.date == "2021-05-14")
        #expect(parsed.head.reference == "7301942")
        #expect(
            parsed.headings == [
                "Antwoorden van de minister van Wonen en Ruimtelijke Ordening op Kamervragen van het lid Braak (PvdA) over leegstand in de grote steden.",
                "Vraag 1", "Antwoord op vraag 1", "Vraag 2", "Antwoord op vraag 2",
            ])
        #expect(parsed.sections.filter { $0.heading != nil }.map(\.level) == [1, 2, 2, 2, 2])
    }

    @Test func aSentenceThatItsAuthorBrokeIsOneParagraph() {
        #expect(
            parsed.blockTexts == [
                "In antwoord op uw brief van 3 april 2021, nr. 2021Z05555, deel ik u mede dat de vragen van het lid Braak over leegstand worden beantwoord zoals aangegeven in de bijlage van deze brief.",
                "Kent u het bericht over leegstand, en de cijfers die daarbij zijn genoemd?", Self.long,
                "Wat gaat u doen?", Self.long,
            ])
    }

    @Test func theNameMayStandFarBelowTheOffice() {
        #expect(parsed.head.signatories.map(\.name) == ["J. Reijmers"])
        #expect(parsed.head.signatories.map(\.role) == ["De minister van Wonen en Ruimtelijke Ordening"])
    }

    @Test func notesNumberedWithABracketAreNotesWhereTheTextHasTheirMarkers() {
        #expect(
            parsed.footnotes.map(\.text.text) == [
                "Aanhangsel Handelingen, vergaderjaar 2020-2021, nr. 1502.",
                "De Courant, 2 april 2021, Leegstand loopt op.",
            ])
        #expect(parsed.markers.map { "\($0.before)|\($0.note)" } == ["genoemd|1", "genoemd|2"])
    }

    @Test(arguments: [
        // Without markers above, labels are those of a list.
        "Ik doe het volgende:\n\n1) Ik stuur een brief.\n\n2) Ik bel.\n",
        // One of the markers is missing.
        "Dat is bekend.1) Ik doe het volgende.\n\n1) Ik stuur een brief.\n\n2) Ik bel.\n",
        // Brackets that have been opened.
        "Dat is bekend (zie punt 1) en ook daar (zie 2).\n\n1) Ik stuur een brief.\n\n2) Ik bel.\n",
    ])
    func aListAtTheEndIsAList(text: String) {
        let parsed = letter("\(text)")
        #expect(parsed.footnotes.isEmpty)
        #expect(parsed.markers.isEmpty)
        #expect(parsed.sections.flatMap(\.blocks).filter { $0.kind == .listItem }.map(\.label) == ["1)", "2)"])
    }
}
