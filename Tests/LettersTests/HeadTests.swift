import References
import Testing

@testable import Letters

/// Heads and signatures in the forms that letters have.
@Suite struct HeadTests {
    @Test func theHeadOfAPublishedLetterIsRead() {
        let parsed = letter(
            """
            31 293 Primair Onderwijs
            31 289 Voortgezet Onderwijs

            Nr. 571 BRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS

            Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

            ’s-Gravenhage, 5 januari 2021

            Hierbij zend ik u het rapport.
            """)
        #expect(parsed.id.rawValue == "kst-31293-571")
        #expect(parsed.identity.origin == .header)
        #expect(parsed.head.dossiers.map(\.title) == ["Primair Onderwijs", "Voortgezet Onderwijs"])
        #expect(parsed.head.kind == "brief")
        #expect(parsed.head.sender == "DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS")
        #expect(parsed.head.addressee == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
        #expect(parsed.head.chamber == .tk)
        #expect(parsed.head.place == "’s-Gravenhage")
        #expect(parsed.head.date == "2021-01-05")
        #expect(parsed.blockTexts == ["Hierbij zend ik u het rapport."])
    }

    @Test func numberAndKindMayStandOnTwoLines() {
        let parsed = letter(
            "26 643 Informatietechnologie\nNr. 750\nBRIEF VAN DE STAATSSECRETARIS\n\nTekst van de brief.\n")
        #expect(parsed.id.rawValue == "kst-26643-750")
        #expect(parsed.head.sender == "DE STAATSSECRETARIS")
    }

    @Test(arguments: [
        ("35 300 VIII Vaststelling van de begroting", "kst-35300-VIII-86"),
        ("21 501-20 Europese Raad", "kst-21501-20-86"),
        ("36600 Nota over de toestand", "kst-36600-86"),
    ])
    func chaptersAndSuffixesBelongToTheDossier(line: String, id: String) {
        #expect(letter("\(line)\n\nNr. 86 BRIEF VAN DE MINISTER\n\nTekst.\n").id.rawValue == id)
    }

    @Test func theHeadOfAMinistrysOwnLetterEndsWithTheSalutation() {
        let parsed = letter(
            """
            > Retouradres Postbus 90801 2509 LV Den Haag

            Aan de voorzitter van de Tweede Kamer
            der Staten-Generaal
            Binnenhof 1A

            Onze referentie
            2018-0000118244

            Datum 4 juli 2018
            Betreft Pensioenen van zelfstandigen en de waarde-
            overdracht van kleine pensioenen

            Geachte voorzitter,

            Met de wet kunnen instellingen pensioenen samenvoegen.
            """)
        #expect(parsed.head.date == "2018-07-04")
        #expect(parsed.head.title == "Pensioenen van zelfstandigen en de waardeoverdracht van kleine pensioenen")
        #expect(parsed.head.addressee == "Aan de voorzitter van de Tweede Kamer der Staten-Generaal")
        // A ministry's letter is no paper of the chamber yet.
        #expect(parsed.head.chamber == nil)
        #expect(parsed.head.reference == "2018-0000118244")
        #expect(parsed.headings.isEmpty)
        #expect(parsed.blockTexts == ["Met de wet kunnen instellingen pensioenen samenvoegen."])
    }

    @Test func aLetterThatOnlyGreetsHasNoSuchHead() {
        #expect(
            letter("Inleiding hierop.\n\nGeachte voorzitter,\n\nDit is de tekst.\n").blockTexts.first
                == "Inleiding hierop.")
    }

    @Test func thePapersOfTheEersteKamerAreLettered() {
        let parsed = letter(
            "33 106 Passend onderwijs\n\nC BRIEF VAN DE MINISTER VAN ONDERWIJS\n\nDen Haag, 3 mei 2012\n\nTekst van de brief.\n"
        )
        #expect(parsed.id.rawValue == "kst-33106-C")
        #expect(parsed.head.chamber == .ek)
        #expect(parsed.head.kind == "brief")
        #expect(parsed.head.date == "2012-05-03")
    }

    @Test func aMarkerMayHangOnThePapersLetters() {
        let parsed = letter(
            "33 106 Hoger onderwijs\n\nAI1 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 9 februari 2021\n\nTekst van het verslag.\n"
        )
        #expect(parsed.id.rawValue == "kst-33106-AI")
        #expect(parsed.head.kind == "verslag")
        #expect(parsed.head.sender == nil)
        #expect(parsed.head.place == nil)
        #expect(parsed.head.date == "2021-02-09")
    }

    @Test func aLetterThatNamesItselfNowhereHasAnIdFromItsContent() {
        let parsed = letter("Zomaar een tekst.\n")
        #expect(parsed.identity.origin == .contentHash)
        #expect(parsed.id.rawValue.hasPrefix("sha256-"))
        #expect(parsed.id == letter("Zomaar een tekst.\n", path: "elders.txt").id)
    }

    @Test func theUsersWordGoesFirst() {
        let source = SourceText(path: "x", bytes: Array("Den Haag, 3 mei 2020\n\nTekst.\n".utf8))
        let options = LetterParser.Options(id: PaperID(canonical: "kst-1-2"), date: "2020-05-04", title: "Titel")
        let parsed = LetterParser().parse(source, options: options)
        #expect(parsed.id.rawValue == "kst-1-2")
        #expect(parsed.identity.origin == .option)
        #expect(parsed.head.date == "2020-05-04")
        #expect(parsed.head.title == "Titel")
    }

    @Test func headAndFootThatDisagreeAreReported() {
        let parsed = letter(
            "31 497 Passend onderwijs\n\nNr. 440 BRIEF VAN DE MINISTER\n\nTekst.\n\n"
                + "Tweede Kamer, vergaderjaar 2021–2022, 31 497, nr. 441 1\n")
        #expect(parsed.id.rawValue == "kst-31497-440")
        #expect(parsed.diagnostics.map(\.kind) == [.identityConflict])
        #expect(
            parsed.diagnostics.first?.detail
                == "the footer names kst-31497-441, while the letter is taken for kst-31497-440")
    }

    // MARK: - Signatures

    private func signatories(_ text: String) -> [String] {
        letter("De tekst van de brief.\n\n\(text)\n").head.signatories.map { "\($0.role)|\($0.name ?? "-")" }
    }

    @Test(arguments: [
        "De Minister voor Primair en Voortgezet Onderwijs,\nA.D. Wiersma",
        "De Minister voor Primair en Voortgezet Onderwijs, A.D. Wiersma",
        "De Minister voor Primair en Voortgezet Onderwijs,\n\nA.D. Wiersma",
        "De Minister voor Primair en\nVoortgezet Onderwijs,\nA.D. Wiersma",
    ])
    func officeAndNameStandOnOneLineOrMore(text: String) {
        #expect(signatories(text) == ["De Minister voor Primair en Voortgezet Onderwijs|A.D. Wiersma"])
    }

    @Test func severalSignEachForAnOffice() {
        let text = "De Minister van Financiën,\nW.B. Hoekstra\n\nDe Staatssecretaris van Financiën,\nJ.A. Vijlbrief"
        #expect(
            signatories(text) == [
                "De Minister van Financiën|W.B. Hoekstra", "De Staatssecretaris van Financiën|J.A. Vijlbrief",
            ])
    }

    @Test func whoSignsForAnotherIsNamedAndTheOtherIsNot() {
        let text = "De Minister voor Media,\nmede namens de Minister van Onderwijs,\nI.K. van Engelshoven"
        #expect(signatories(text) == ["De Minister voor Media|I.K. van Engelshoven", "de Minister van Onderwijs|-"])
    }

    @Test func aNameMayHaveAFirstName() {
        #expect(
            signatories("De Minister van Volksgezondheid,\nHugo de Jonge") == [
                "De Minister van Volksgezondheid|Hugo de Jonge"
            ])
    }

    @Test func anOfficeMayBeginWithASmallLetter() {
        #expect(
            signatories("Hoogachtend,\n\nde Minister van Sociale Zaken,\n\nF. Kool-Meester") == [
                "de Minister van Sociale Zaken|F. Kool-Meester"
            ])
    }

    @Test func aSentenceAboutAMinisterIsNoSignature() {
        #expect(signatories("De Minister van Financiën heeft dat gezegd.") == [])
    }
}
