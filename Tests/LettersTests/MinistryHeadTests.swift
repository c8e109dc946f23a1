import Testing

@testable import Letters

/// Letters as ministries send them, in the orders in which extraction prints their facts.
@Suite struct MinistryHeadTests {
    /// Five ways to print the same head.
    private static let layouts = [
        """
        > Retouradres Postbus 16375 2500 BJ Den Haag

        De voorzitter van de Tweede Kamer der Staten-Generaal
        Postbus 20018
        2500 EA DEN HAAG

        Ministerie van Onderwijs, Cultuur en
        Wetenschap

        Datum 11 juni 2021
        Betreft Stand van zaken moties
        Onze referentie 28150462
        Uw brief van 3 december 2020
        Bijlagen 3
        """,
        """
        > Retouradres Postbus 16375 2500 BJ Den Haag

        Ministerie van Onderwijs, Cultuur en Wetenschap

        De voorzitter van de Tweede Kamer
        der Staten-Generaal
        Postbus 20018
        2500 EA  DEN HAAG

        Datum
        11 juni 2021

        Betreft
        Stand van zaken moties

        Onze referentie
        28150462

        Uw brief van
        3 december 2020

        Bijlagen
        3
        """,
        """
        > Retouradres Postbus 16375 2500 BJ Den Haag          Ministerie van Onderwijs, Cultuur
                                                              en Wetenschap
        De voorzitter van de Tweede Kamer
        der Staten-Generaal                                   Rijnstraat 50
        Postbus 20018                                         Den Haag
        2500 EA DEN HAAG                                      www.rijksoverheid.nl

                                                              Onze referentie
        Datum        11 juni 2021                             28150462
        Betreft      Stand van zaken moties
                                                              Uw brief van
                                                              3 december 2020

                                                              Bijlagen
                                                              3
        """,
        """
        De voorzitter van de Tweede Kamer der Staten-Generaal
        Postbus 20018
        2500 EA DEN HAAG

        Datum
        Betreft
        Ons kenmerk
        Uw brief van
        Bijlage(n)
        11 juni 2021
        Stand van zaken moties
        28150462
        3 december 2020
        3

        Ministerie van Onderwijs, Cultuur en Wetenschap
        """,
        """
        Aan
        De voorzitter van de Tweede Kamer der Staten-Generaal
        Postbus 20018
        2500 EA  's-GRAVENHAGE

        Ministerie van Onderwijs, Cultuur en Wetenschap
        Bezoekadres
        Rijnstraat 50
        Uw kenmerk : 3 december 2020
        Ons kenmerk: 28150462
        Onderwerp : Stand van zaken moties
        Datum     : 11 juni 2021
        Bijlagen  : drie
        """,
    ]

    @Test func theLetterheadOfLaterPagesIsNoHeading() {
        let parsed = letter(
            """
            Ministerie van Economische Zaken
            en Klimaat

            Ons kenmerk
            DGKE-WO / 26417733

            Geachte voorzitter,

            Hierbij informeer ik u over de warmtenetten.

            Pagina 1 van 2

            Ministerie van Economische Zaken
            en Klimaat

            Ons kenmerk
            DGKE-WO / 26417733

            Daarmee is de toezegging afgedaan.

            Pagina 2 van 2
            """)
        #expect(parsed.headings.isEmpty)
        #expect(
            parsed.blockTexts == [
                "Hierbij informeer ik u over de warmtenetten.", "Daarmee is de toezegging afgedaan.",
            ])
    }

    @Test(arguments: layouts.indices)
    func theSameFactsAreReadFromEveryLayout(layout: Int) {
        let parsed = letter(
            "\(Self.layouts[layout])\n\nGeachte voorzitter,\n\nHierbij informeer ik u over de moties.\n")
        let head = parsed.head
        #expect(head.date == "2021-06-11")
        #expect(head.title == "Stand van zaken moties")
        #expect(head.reference == "28150462")
        #expect(head.yourReference == "3 december 2020")
        #expect(head.annexCount == 3)
        #expect(head.sender == "Ministerie van Onderwijs, Cultuur en Wetenschap")
        #expect(head.addressee?.lowercased() == "de voorzitter van de tweede kamer der staten-generaal")
        #expect(parsed.blockTexts == ["Hierbij informeer ik u over de moties."])
        #expect(parsed.headings.isEmpty)
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("IENW/BSK-2020/12345"), ("MinBuza-2021.1234-56"), ("DGBRW / 19101234"), ("1602247-197033-PG"),
        ("BSG-Minbuza.2018.1234"), ("kenmerk 678112/598/CBK"),
    ])
    func referencesHaveManyForms(reference: String) {
        let parsed = letter(
            "Onze referentie\n\(reference)\n\nDatum 11 juni 2021\nBetreft Beleid\n\nGeachte voorzitter,\n\nTekst.\n")
        #expect(parsed.head.reference == reference)
    }

    @Test func townAndDateMayStandTogether() {
        let parsed = letter(
            "Den Haag, 4 juli 2018\n\nOnderwerp: Beleid\nOns kenmerk: 2018-123\n\nGeachte voorzitter,\n\nTekst.\n")
        #expect(parsed.head.place == "Den Haag")
        #expect(parsed.head.date == "2018-07-04")
    }

    @Test func twoDatesInOneHeadAreReported() {
        let parsed = letter(
            "Den Haag, 4 juli 2018\n\nDatum: 5 juli 2018\nBetreft: Beleid\n\nGeachte voorzitter,\n\nTekst.\n")
        #expect(parsed.head.date == "2018-07-04")
        #expect(parsed.diagnostics.map(\.kind) == [.headConflict])
        #expect(parsed.diagnostics.first?.detail == "the head dates the letter 2018-07-04 and 2018-07-05")
        #expect(parsed.diagnostics.first?.place.line == 3)
    }

    @Test func laterPagesRepeatTheReferenceAndItIsNoText() {
        let parsed = letter(
            """
            Onze referentie
            2018-0000118244

            Datum 4 juli 2018
            Betreft Pensioenen

            Geachte voorzitter,

            Met de wet kunnen instellingen de kleine pensioenen van hun deelnemers samen-

            Pagina 1 van 2
            \u{C}Onze referentie
            2018-0000118244

            voegen, en dat is ook de bedoeling van de regeling die wij hebben voorgesteld.
            """)
        #expect(
            parsed.blockTexts == [
                "Met de wet kunnen instellingen de kleine pensioenen van hun deelnemers samenvoegen, en dat is ook de bedoeling van de regeling die wij hebben voorgesteld."
            ])
        #expect(parsed.headings.isEmpty)
    }

    @Test func aMentionOfAnAnnexAnnouncesNone() {
        let parsed = letter(
            "Datum 4 juli 2018\nBetreft Beleid\n\nGeachte voorzitter,\n\nZie bijlage 1 bij deze brief.\n")
        #expect(parsed.head.annexCount == nil)
        #expect(parsed.head.annexes.isEmpty)
    }

    @Test func aHeadWithoutSalutationEndsWithItsLastLabel() {
        let parsed = letter(
            "Datum 4 juli 2018\nOns kenmerk 2018-123\nBetreft Beleid voor scholen\n\nHierbij zend ik u de brief.\n")
        #expect(parsed.head.title == "Beleid voor scholen")
        #expect(parsed.blockTexts == ["Hierbij zend ik u de brief."])
    }

    @Test func labelsInATextMakeNoHead() {
        let parsed = letter("Onderwerp van deze brief is het beleid.\n\nDatum en plaats volgen.\n\nGeachte lezer,\n")
        #expect(parsed.head.title == nil)
        #expect(parsed.blockTexts.count == 3)
    }

    @Test func everyPartSaysWhereItStands() {
        let parsed = letter(
            "Onze referentie\n2018-123\n\nDatum 4 juli 2018\nBetreft Beleid\n\nGeachte voorzitter,\n\nTekst.\n\nDe Minister van Financiën,\nG. Zalm\n"
        )
        let origins = parsed.head.origins.map { "\($0.field) \($0.source) \($0.place.line):\($0.place.column)" }
        #expect(origins == ["title head 5:9", "date head 4:7", "signatories signature 11:1", "reference head 2:1"])
    }

    @Test func headingsThatBeginLikeLabelsAreHeadingsInAPublishedPaper() {
        let parsed = letter(
            "31 497 Passend onderwijs\n\nNr. 440 BRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS\n\nDen Haag, 15 juli 2022\n\nHierbij reageer ik op de moties.\n\nOnderwerp bekostiging\n\nIk voer de motie uit.\n\nOnderwerp toezicht\n\nIk voer ook deze uit.\n\nOnderwerp medezeggenschap\n\nDeze motie ontraad ik.\n"
        )
        #expect(parsed.head.number == "440")
        #expect(parsed.headings == ["Onderwerp bekostiging", "Onderwerp toezicht", "Onderwerp medezeggenschap"])
    }
}
