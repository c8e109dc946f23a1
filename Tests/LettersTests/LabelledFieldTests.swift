import Testing

@testable import Letters

/// Papers that are filled in like a form: labelled headings, some with no more than a name or a date under them.
@Suite struct LabelledFieldTests {
    private let text = """
        Hierbij ontvangt u het fiche, dat is opgesteld door de werkgroep.

        Fiche: Verordening ruimtevaart

        1. Algemene gegevens

        a) Titel voorstel

        Voorstel voor een verordening van het Europees Parlement en de Raad over de ruimtevaart
        in de Unie

        b) Nr. en datum Commissiedocument

        COM(2024) 371, 17 juli 2024

        c) Behandelingstraject Raad

        Raad voor Concurrentievermogen

        2. Essentie voorstel

        De Commissie stelt voor om regels in te voeren voor exploitanten van satellieten.
        """

    @Test func whatAFieldHoldsIsNoHeading() {
        let parsed = letter(text)
        #expect(
            parsed.headings == [
                "Fiche: Verordening ruimtevaart", "Algemene gegevens", "Titel voorstel",
                "Nr. en datum Commissiedocument", "Behandelingstraject Raad", "Essentie voorstel",
            ])
        #expect(parsed.sections.compactMap(\.label) == ["1.", "a)", "b)", "c)", "2."])
        #expect(parsed.sections.dropFirst().map(\.level) == [1, 2, 3, 3, 3, 2])
    }

    @Test func aTitleUnderALabelledOneStaysATitleWhereItHasText() {
        let parsed = letter(
            """
            1. Beleid

            Nieuwe regels

            De Commissie stelt voor om regels in te voeren voor exploitanten van satellieten.

            2. Vervolg

            De Commissie komt met een voorstel, dat voor de zomer wordt verwacht.
            """)
        #expect(parsed.headings == ["Beleid", "Nieuwe regels", "Vervolg"])
    }

    @Test func itemsWithCapitalsAndBracketsStayItems() {
        let parsed = letter(
            "Er komen drie onderdelen, te weten:\n\na) Een norm\n\nb) Een wet\n\nc) Een besluit\n\nDat is alles.\n")
        #expect(parsed.headings.isEmpty)
    }
}
