import Testing

@testable import Letters

/// Closing lines in the forms that ministries, commissions and extractions give them.
@Suite struct SignatureTests {
    private func parsed(_ text: String) -> Letter { letter("De tekst van de brief is hier.\n\n\(text)\n") }

    private func signatories(_ text: String) -> [String] {
        parsed(text).head.signatories.map { "\($0.role)|\($0.name ?? "-")" }
    }

    @Test(arguments: [
        "De Minister voor Primair en Voortgezet Onderwijs,\nA.D. Wiersma",
        "De Minister voor Primair en Voortgezet Onderwijs, A.D. Wiersma",
        "De Minister voor Primair en Voortgezet Onderwijs,\n\nA.D. Wiersma",
        "De Minister voor Primair en\nVoortgezet Onderwijs,\nA.D. Wiersma",
        "De Minister voor Primair en Voortgezet Onderwijs\n\n\n\nA.D. Wiersma",
        "Hoogachtend,\n\nDe Minister voor Primair en Voortgezet Onderwijs,\n\nA.D. Wiersma",
        "Met vriendelijke groet,\nDe Minister voor Primair en Voortgezet Onderwijs,\nA.D. Wiersma",
        "Hoogachtend,\n\n\nA.D. Wiersma\nDe Minister voor Primair en Voortgezet Onderwijs",
        "De Minister voor Primair en Voortgezet Onder-\nwijs,\nA.D. Wiersma",
    ])
    func officeAndNameStandOnOneLineOrMore(text: String) {
        #expect(signatories(text) == ["De Minister voor Primair en Voortgezet Onderwijs|A.D. Wiersma"])
        #expect(parsed(text).blockTexts == ["De tekst van de brief is hier."])
        #expect(parsed(text).headings.isEmpty)
    }

    @Test(arguments: [
        ("De Minister van Financiën,", "W.B. Hoekstra"),
        ("De Minister van Financiën,", "drs. W.B. Hoekstra MBA"),
        ("De Minister van Binnenlandse Zaken,", "mevrouw dr. G. ter Horst"),
        ("De Minister van Justitie,", "mr. A.H. Korthals"),
        ("De Minister van Justitie,", "mr. dr. E.M.H. Hirsch Ballin"),
        ("De Minister van Onderwijs, Cultuur en Wetenschap,", "drs. M.J.A. van der Hoeven"),
        ("De Minister van Landbouw,", "dr. C.P. Veerman"),
        ("De Staatssecretaris van Defensie,", "drs. J.G. de Vries"),
        ("De Minister van Defensie,", "A.Th.B. Bijleveld-Schouten"),
        ("De Minister van Defensie,", "K.H. Ollongren"),
        ("De Minister van Financiën,", "G. Zalm"),
        ("De Minister van Justitie en Veiligheid,", "D. Yeşilgöz-Zegerius"),
        ("De Minister van Algemene Zaken,", "J.P.H. Donner"),
        ("De Minister van Volksgezondheid,", "Hugo de Jonge"),
        ("De Minister van Financiën,", "Eelco Heinen"),
        ("De Minister van Onderwijs,", "Mariëlle Paul"),
        ("De Minister van Justitie,", "A.J.A.M. d’Ancona"),
        ("De Minister van Justitie,", "J.C. van ’t Hoff"),
        ("De Staatssecretaris van Sociale Zaken,", "Á. Pál"),
        ("De Minister van Economische Zaken,", "prof. dr. ir. J.-P. van den Berg"),
        ("De Minister van Economische Zaken,", "J. P. Balkenende"),
        ("De Minister van Economische Zaken,", "A. (Arie) van Dijk"),
        ("De griffier van de commissie,", "Tellegen"),
        ("De voorzitter van de vaste commissie voor Financiën,", "Van der Staaij"),
        ("De fungerend voorzitter van de commissie,", "Michon-Derkzen"),
        ("De adjunct-griffier van de commissie,", "De Kler"),
        ("De Voorzitter van de Tweede Kamer der Staten-Generaal,", "K. Arib"),
        ("De president van de Algemene Rekenkamer,", "drs. A.P. Visser"),
        ("De informateur,", "R. Plasterk"),
        ("DE MINISTER VAN FINANCIËN,", "G. Zalm"),
        ("Minister van Financiën,", "E. Heinen"),
        ("Staatssecretaris van Financiën,", "drs. M. Snel"),
    ])
    func namesHaveManyForms(office: String, name: String) {
        #expect(signatories("\(office)\n\(name)") == ["\(office.dropLast())|\(name)"])
    }

    @Test(arguments: [
        "De Minister van Volksgezondheid,\nWelzijn en Sport,\n\nH.M. de Jonge",
        "De Minister van Volksgezondheid,\nWelzijn en Sport\nH.M. de Jonge",
        "De Minister van Volksgezondheid, Welzijn\nen Sport,\nH.M. de Jonge",
        "de Minister van Volksgezondheid,\nWelzijn en Sport,\n\n\n\n\nH.M. de Jonge",
    ])
    func anOfficeWithCommasIsNoName(text: String) {
        let found = signatories(text)
        #expect(found.map { $0.lowercased() } == ["de minister van volksgezondheid, welzijn en sport|h.m. de jonge"])
    }

    @Test func anOfficeMayHaveASecondOne() {
        #expect(
            signatories("De Minister-President,\nMinister van Algemene Zaken,\nMark Rutte") == [
                "De Minister-President, Minister van Algemene Zaken|Mark Rutte"
            ])
    }

    @Test(arguments: [
        "De Minister van Financiën,\nW.B. Hoekstra\n\nDe Staatssecretaris van Financiën,\nJ.A. Vijlbrief",
        "De Minister van Financiën,\nW.B. Hoekstra\nDe Staatssecretaris van Financiën,\nJ.A. Vijlbrief",
        "De Minister van Financiën, W.B. Hoekstra\n\nDe Staatssecretaris van Financiën, J.A. Vijlbrief",
        "De Minister van Financiën,\n\nDe Staatssecretaris van Financiën,\n\nW.B. Hoekstra\n\nJ.A. Vijlbrief",
        "W.B. Hoekstra\nDe Minister van Financiën\n\nJ.A. Vijlbrief\nDe Staatssecretaris van Financiën",
    ])
    func severalSignEachForAnOffice(text: String) {
        #expect(
            signatories(text) == [
                "De Minister van Financiën|W.B. Hoekstra", "De Staatssecretaris van Financiën|J.A. Vijlbrief",
            ])
    }

    @Test(arguments: [
        "De Minister voor Media,\nmede namens de Minister van Onderwijs,\nI.K. van Engelshoven",
        "De Minister voor Media, mede namens de Minister van Onderwijs,\nI.K. van Engelshoven",
        "De Minister voor Media,\nI.K. van Engelshoven\n\nmede namens de Minister van Onderwijs",
        "De Minister voor Media,\nI.K. van Engelshoven\nMede namens de Minister\nvan Onderwijs,",
    ])
    func whoSignsForAnotherIsNamedAndTheOtherIsNot(text: String) {
        #expect(signatories(text) == ["De Minister voor Media|I.K. van Engelshoven", "de Minister van Onderwijs|-"])
    }

    @Test func onBehalfOfSeveralIsAnEntryForEach() {
        let text = """
            De Minister voor Media,
            mede namens de Minister van Onderwijs, Cultuur en Wetenschap en de Staatssecretaris van
            Financiën,
            A. Slob
            """
        #expect(
            signatories(text) == [
                "De Minister voor Media|A. Slob", "de Minister van Onderwijs, Cultuur en Wetenschap|-",
                "de Staatssecretaris van Financiën|-",
            ])
    }

    @Test func whoHoldsThePenForAMinisterIsNamed() {
        #expect(
            signatories("De Minister van Financiën,\nnamens deze,\nde directeur-generaal Belastingdienst,\nP. Smink")
                == ["de directeur-generaal Belastingdienst|P. Smink", "De Minister van Financiën|-"])
        #expect(
            signatories("De Minister van Financiën,\nnamens deze,\n\nP. Smink") == [
                "De Minister van Financiën|P. Smink"
            ])
    }

    @Test func aCommissionsChairAndClerkSignItsReport() {
        let text = """
            De voorzitter van de vaste commissie voor Onderwijs, Cultuur en Wetenschap,
            Tellegen

            De griffier van de vaste commissie voor Onderwijs, Cultuur en Wetenschap,
            De Kler

            I Vragen en opmerkingen vanuit de fracties

            De leden van de fractie hebben kennisgenomen van de brief en hebben daarover nog vragen.
            """
        #expect(
            signatories(text) == [
                "De voorzitter van de vaste commissie voor Onderwijs, Cultuur en Wetenschap|Tellegen",
                "De griffier van de vaste commissie voor Onderwijs, Cultuur en Wetenschap|De Kler",
            ])
        #expect(parsed(text).headings == ["Vragen en opmerkingen vanuit de fracties"])
    }

    @Test func twoMaySignSideBySide() {
        let text = """
            De Minister van Financiën,              De Staatssecretaris van Sociale Zaken
                                                    en Werkgelegenheid,


            W.B. Hoekstra                           J. Klijnsma
            """
        #expect(
            signatories(text) == [
                "De Minister van Financiën|W.B. Hoekstra",
                "De Staatssecretaris van Sociale Zaken en Werkgelegenheid|J. Klijnsma",
            ])
        #expect(parsed(text).blockTexts.count == 1)
    }

    @Test func whatStoodSideBySideMayBeOnOneLine() {
        #expect(
            signatories("De Minister van Financiën, De Staatssecretaris van Defensie,\n\nG. Zalm drs. S.A.M. van Dijk")
                == [
                    "De Minister van Financiën|G. Zalm", "De Staatssecretaris van Defensie|drs. S.A.M. van Dijk",
                ])
    }

    @Test func aNameMayStandOverItsOfficeWithAComma() {
        let text = "Algemene Rekenkamer\n\ndrs. A.P. (Arno) Visser,\npresident\n\ndr. C. van der Werf,\nsecretaris"
        #expect(signatories(text) == ["president|drs. A.P. (Arno) Visser", "secretaris|dr. C. van der Werf"])
    }

    @Test func onBehalfMayStandAloneOnItsLine() {
        #expect(
            signatories("De Minister van A,\nB. Jansen\n\nmede namens\n\nde Minister van C,") == [
                "De Minister van A|B. Jansen", "de Minister van C|-",
            ])
    }

    @Test func theEndOfAPageMayPartOfficeAndName() {
        let text = """
            De Minister van Financiën,

            Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1

            W.B. Hoekstra
            """
        #expect(signatories(text) == ["De Minister van Financiën|W.B. Hoekstra"])
    }

    @Test func membersSignAMotionWithTheirNames() {
        let parsed = letter(
            """
            31 497 Passend onderwijs

            Nr. 12 MOTIE VAN DE LEDEN ROG EN VAN MEENEN

            Voorgesteld 16 november 2020

            De Kamer, gehoord de beraadslaging, verzoekt de regering dit te doen,

            en gaat over tot de orde van de dag.

            Rog
            Van Meenen
            """)
        #expect(parsed.head.signatories.map(\.name) == ["Rog", "Van Meenen"])
        #expect(parsed.headings.isEmpty)
    }

    @Test func annexesMayBeCountedUnderTheSignature() {
        let head = parsed("De Minister van Financiën,\nG. Zalm\n\nBijlagen: 2").head
        #expect(head.annexCount == 2)
        #expect(head.origin(of: .annexCount)?.source == .signature)
    }

    @Test(arguments: [
        ("Bijlage 1: Overzicht", "1", "Overzicht"), ("Bijlage A. Tabellen", "A", "Tabellen"), ("BIJLAGE 2", "2", nil),
        ("Bijlage", nil, nil), ("Bijlage: Verslag", nil, "Verslag"), ("Bijlage IV – Kaarten", "IV", "Kaarten"),
    ])
    func annexesHaveTheirHeadings(heading: String, number: String?, title: String?) {
        let text = "De Minister van Financiën,\nG. Zalm\n\n\(heading)\n\nDe tekst van de bijlage is hier."
        #expect(parsed(text).head.annexes.map(\.number) == [number])
        #expect(parsed(text).head.annexes.map(\.title) == [title])
        #expect(parsed(text).head.annexCount == nil)
    }

    @Test(arguments: ["Bijlage 1 bij deze brief", "Bijlagen worden nagezonden", "Bijlage bij Kamerstuk 31 497, nr. 12"])
    func notEveryMentionOfAnAnnexIsItsHeading(heading: String) {
        #expect(parsed("\(heading)\n\nDe tekst is hier.").head.annexes.isEmpty)
    }

    @Test func whatSignsAnAnnexDoesNotSignTheLetter() {
        let text = """
            De Minister van Financiën,
            W.B. Hoekstra

            Bijlage 1: Brief van de toezichthouder

            Hierbij ontvangt u ons advies over de regeling.

            De voorzitter van het bestuur,
            P. Jansen
            """
        #expect(signatories(text) == ["De Minister van Financiën|W.B. Hoekstra"])
        #expect(parsed(text).head.annexes.map(\.number) == ["1"])
        #expect(parsed(text).head.annexes.map(\.title) == ["Brief van de toezichthouder"])
    }

    @Test func behindClosingWordsANameSuffices() {
        #expect(signatories("Hoogachtend,\n\nA. Slob") == ["|A. Slob"])
    }

    @Test(arguments: [
        "De Minister van Financiën heeft dat gezegd.",
        "De Minister van Financiën,\nzo heb ik begrepen, zal daar nader op ingaan.",
        "De voorzitter: Ik open de vergadering.",
        "De Minister van Onderwijs, Cultuur en Wetenschap",
        "Voorzitter: Tellegen\nGriffier: De Vrij",
        "De Staatssecretaris stelt,\nNederland moet daarin volgen en zal dat doen\nals het moet.",
        "A. Aanpak verzuim",
        "J.P. Morgan",
        "Thuiszitters\n\nDe Minister gaat daarover.",
        "Samenwerking\nDe Minister van Onderwijs heeft toegezegd\ndat hij dat doet.",
        "Samenwerking\nDe Minister gaat in op:\n\n• de scholen",
        "A. Slob\nDe Minister heeft toegezegd dat hij dat doet.",
        "Ouders en School\nDe voorzitter van de raad",
    ])
    func aSentenceAboutAMinisterIsNoSignature(text: String) {
        #expect(signatories(text) == [])
    }

    @Test func aSentenceAboutAnOfficeSignsNothing() {
        let parsed = letter(
            "Dit is de brief over de inspectie.\n\nDe directeur van de inspectie is gevraagd.\n\nJ. de Vries\n\nMeer tekst volgt hier.\n"
        )
        #expect(parsed.head.signatories.isEmpty)
    }
}
