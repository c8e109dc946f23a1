import References
import Testing

@testable import Letters

/// Heads and signatures in the forms that letters have.
@Suite struct HeadTests {
    @Test func theHeadOfThePaperThatAnswersQuestionsIsRead() {
        let parsed = letter(
            """
            Tweede Kamer der Staten-Generaal 2

            Vergaderjaar 2020–2021 Aanhangsel van de Handelingen

            Vragen gesteld door de leden der Kamer, met de daarop door de
            regering gegeven antwoorden

            1845
            Vragen van de leden Braak en Sietsma (beiden PvdA) aan de
            Minister van Volksgezondheid over de wachtlijsten (ingezonden
            3 februari 2021).

            Antwoord van Minister Reijmers (Volksgezondheid) (ontvangen
            12 maart 2021).

            Vraag 1
            Kent u het bericht?
            """)
        #expect(parsed.id.rawValue == "ah-tk-20202021-1845")
        #expect(parsed.head.kind == "aanhangsel")
        #expect(parsed.head.number == "1845")
        #expect(parsed.head.sessionYear == "2020-2021")
        #expect(parsed.head.chamber == .tk)
        #expect(parsed.head.date == "2021-03-12")
        #expect(parsed.headings == ["Vraag 1"])
        #expect(parsed.blockTexts == ["Kent u het bericht?"])
    }

    @Test func aCellWithADateIsNoHeadOfALetterInside() {
        let text = "De stand van de reserve blijkt uit het overzicht, dat ook de raming voor het jaar daarop geeft."
        let parsed = letter("\(text)\n\nReserve\n\nStand 1-1-2014\n\nStand 31-12-2014 (raming)\n\n\(text)\n")
        #expect(
            parsed.blockTexts.joined(separator: " ").contains("Stand 1-1-2014")
                || parsed.headings.contains("Stand 1-1-2014"))
    }

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

    // MARK: - Forms

    @Test(arguments: [
        "35 925 VIII Vaststelling van de begrotingsstaten van het Ministerie van\nOnderwijs, Cultuur en Wetenschap (VIII) voor het jaar 2022\n\nNr. 177 BRIEF VAN DE MINISTER VOOR PRIMAIR EN\nVOORTGEZET ONDERWIJS",
        "35 925 VIII   Vaststelling van de begrotingsstaten van het Ministerie van\n              Onderwijs, Cultuur en Wetenschap (VIII) voor het jaar 2022\nNr. 177       BRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET\n              ONDERWIJS",
        "35 925 VIII\nVaststelling van de begrotingsstaten van het Ministerie van\nOnderwijs, Cultuur en Wetenschap (VIII) voor het jaar 2022\n\nNr. 177\nBRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS",
        "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2021–2022\n\n35 925 VIII\n\nVaststelling van de begrotingsstaten van het Ministerie van Onderwijs, Cultuur en Wetenschap (VIII) voor het jaar 2022\n\nNr. 177\n\nHERDRUK1\n\nBRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS",
    ])
    func titlesAndSendersWrap(head: String) {
        let parsed = letter(
            "\(head)\nAan de Voorzitter van de Tweede Kamer der\nStaten-Generaal\n\nDen Haag, 6 april 2022\n\nTekst van de brief.\n"
        )
        #expect(parsed.id.rawValue == "kst-35925-VIII-177")
        #expect(
            parsed.head.dossiers.map(\.title) == [
                "Vaststelling van de begrotingsstaten van het Ministerie van Onderwijs, Cultuur en Wetenschap (VIII) voor het jaar 2022"
            ])
        #expect(parsed.head.kind == "brief")
        #expect(parsed.head.sender == "DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS")
        #expect(parsed.head.addressee == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
        #expect(parsed.head.chamber == .tk)
        #expect(parsed.head.date == "2022-04-06")
        #expect(parsed.blockTexts == ["Tekst van de brief."])
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("BRIEF VAN DE MINISTER VAN FINANCIËN", "brief", "DE MINISTER VAN FINANCIËN"),
        ("BRIEF VAN DE MINISTERS VAN JUSTITIE EN VAN FINANCIËN", "brief", "DE MINISTERS VAN JUSTITIE EN VAN FINANCIËN"),
        ("BRIEF VAN HET PRESIDIUM", "brief", "HET PRESIDIUM"),
        ("BRIEF VAN STAATSSECRETARIS VAN FINANCIËN", "brief", "STAATSSECRETARIS VAN FINANCIËN"),
        ("MOTIE VAN HET LID KLAVER C.S.", "motie", "HET LID KLAVER C.S."),
        (
            "GEWIJZIGDE MOTIE VAN DE LEDEN ROG EN KWINT TER VERVANGING VAN DIE GEDRUKT ONDER NR. 12",
            "gewijzigde motie", "DE LEDEN ROG EN KWINT"
        ),
        ("NADER GEWIJZIGDE MOTIE VAN HET LID ROG", "nader gewijzigde motie", "HET LID ROG"),
        ("AMENDEMENT VAN HET LID OMTZIGT", "amendement", "HET LID OMTZIGT"),
        ("MEMORIE VAN TOELICHTING", "memorie van toelichting", nil),
        ("NADERE MEMORIE VAN ANTWOORD", "nadere memorie van antwoord", nil),
        ("NOTA VAN WIJZIGING", "nota van wijziging", nil),
        ("TWEEDE NOTA VAN WIJZIGING", "tweede nota van wijziging", nil),
        ("NOTA NAAR AANLEIDING VAN HET VERSLAG", "nota naar aanleiding van het verslag", nil),
        ("LIJST VAN VRAGEN EN ANTWOORDEN", "lijst van vragen en antwoorden", nil),
        ("VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN", "verslag", nil),
        ("VERSLAG VAN EEN ALGEMEEN OVERLEG", "verslag", nil),
        (
            "VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR FINANCIËN", "voorlopig verslag",
            "DE VASTE COMMISSIE VOOR FINANCIËN"
        ),
        ("VOORSTEL VAN WET", "voorstel van wet", nil),
        ("NADER RAPPORT", "nader rapport", nil),
        ("KONINKLIJKE BOODSCHAP", "koninklijke boodschap", nil),
        ("HERDRUK1 BRIEF VAN DE MINISTER VAN FINANCIËN", "brief", "DE MINISTER VAN FINANCIËN"),
        ("Brief van de Minister van Financiën", "brief", "de Minister van Financiën"),
    ])
    func papersAreOfManyKinds(title: String, kind: String, sender: String?) {
        let parsed = letter("31 497 Passend onderwijs\n\nNr. 12 \(title)\n\nOntvangen 3 mei 2020\n\nDe tekst.\n")
        #expect(parsed.head.kind == kind)
        #expect(parsed.head.sender == sender)
        #expect(parsed.head.number == "12")
        #expect(parsed.head.date == "2020-05-03")
        #expect(parsed.head.place == nil)
        #expect(parsed.blockTexts == ["De tekst."])
    }

    @Test(arguments: [
        ("21 501-02 Raad Algemene Zaken", "21501-02", "Raad Algemene Zaken"),
        (
            "36 200 H Vaststelling van de begroting van het BES-fonds", "36200-H",
            "Vaststelling van de begroting van het BES-fonds"
        ),
        ("35 300-XVI Vaststelling van de begroting", "35300-XVI", "Vaststelling van de begroting"),
        (
            "36 410 IIA Vaststelling van de begroting van de Staten-Generaal", "36410-IIA",
            "Vaststelling van de begroting van de Staten-Generaal"
        ),
        ("36 496 (R2194) Wijziging van de Rijkswet", "36496", "Wijziging van de Rijkswet"),
        ("32 813 Kabinetsaanpak Klimaatbeleid", "32813", "Kabinetsaanpak Klimaatbeleid"),
        ("29 689 Herziening Zorgstelsel", "29689", "Herziening Zorgstelsel"),
        ("30 234 EU-voorstel over de markt", "30234", "EU-voorstel over de markt"),
    ])
    func dossiersHaveManyForms(line: String, number: String, title: String) {
        let parsed = letter("\(line)\n\nNr. 12 BRIEF VAN DE MINISTER\n\nDe tekst.\n")
        #expect(parsed.head.dossiers.map(\.number) == [number])
        #expect(parsed.head.dossiers.map(\.title) == [title])
    }

    @Test func numbersOfDossiersMayStandBesideTheirTitles() {
        let parsed = letter(
            "31 293\n31 289\n\nPrimair Onderwijs\nVoortgezet Onderwijs\n\nNr. 571\n\nBRIEF VAN DE MINISTER\n\nDe tekst.\n"
        )
        #expect(parsed.head.dossiers.map(\.number) == ["31293", "31289"])
        #expect(parsed.head.dossiers.map(\.title) == ["Primair Onderwijs", "Voortgezet Onderwijs"])
    }

    @Test(arguments: [
        ("’s-Gravenhage, 18 maart 1998", "’s-Gravenhage", "1998-03-18"),
        ("'s-Gravenhage, 1 mei 2001", "'s-Gravenhage", "2001-05-01"),
        ("Den Haag 11 juni 2021", "Den Haag", "2021-06-11"),
        ("Den Haag, vrijdag 11 juni 2021", "Den Haag", "2021-06-11"),
        ("Vastgesteld: 9 februari 2021", nil, "2021-02-09"),
        ("Zoetermeer, 3 november 1986", "Zoetermeer", "1986-11-03"),
        ("Vastgesteld op 9 februari 2021", nil, "2021-02-09"), ("Voorgesteld 16 november 2020", nil, "2020-11-16"),
        ("Vastgesteld d.d. 9 februari 2021", nil, "2021-02-09"),
    ])
    func datesStandBehindATownOrAWord(line: String, place: String?, date: String) {
        let parsed = letter("31 497 Passend onderwijs\n\nNr. 1 BRIEF VAN DE MINISTER\n\n\(line)\n\nDe tekst.\n")
        #expect(parsed.head.place == place)
        #expect(parsed.head.date == date)
        #expect(parsed.blockTexts == ["De tekst."])
    }

    @Test(arguments: [
        "31 497 leerlingen zaten thuis.", "31 497 Nederlanders wonen er.\nDat zijn er veel.",
        "Op 11 juni 2021", "Brief van 3 mei 2020", "Den Haag, 31 februari 2021", "Nr. 5 op de lijst",
        "MOTIES EN TOEZEGGINGEN", "Aan de slag met passend onderwijs.",
    ])
    func whatOnlyLooksLikeAHeadIsText(line: String) {
        let parsed = letter("\(line)\n\nDe tekst van deze brief.\n")
        #expect(parsed.head.dossiers.isEmpty)
        #expect(parsed.head.date == nil)
        #expect(parsed.head.kind == nil)
        #expect(parsed.head.number == nil)
        #expect(parsed.sections.flatMap { [$0.heading].compactMap(\.self) + $0.blocks.map(\.text) }.count == 2)
    }

    @Test func aSalutationUnderAHeadIsNoText() {
        let parsed = letter(
            "31 497 Passend onderwijs\n\nNr. 5 BRIEF VAN DE MINISTER\n\nDen Haag, 3 mei 2020\n\nGeachte voorzitter,\n\nDe tekst.\n"
        )
        #expect(parsed.blockTexts == ["De tekst."])
    }

    @Test func aWebSiteTitlesALetterWithItsSubject() {
        let parsed = letter(
            "Brief regering : Stand van zaken moties\n\n31 497 Passend onderwijs\n\nNr. 750\nBRIEF VAN DE MINISTER\n\nDe tekst.\n"
        )
        #expect(parsed.head.title == "Stand van zaken moties")
        #expect(parsed.id.rawValue == "kst-31497-750")
    }

    @Test func aTableOfFactsMayBePrintedALineAValue() {
        let parsed = letter(
            "Datum publicatie\n13-11-2019\n\nOrganisatie\nTweede Kamer der Staten-Generaal\n\nVergaderjaar\n2019-2020\n\n"
                + "Dossier- en ondernummer\n32813 nr. 415\n\nDatum indiening\n12-11-2019\n\n32 813 Klimaatbeleid\n\n"
                + "Nr. 415 BRIEF VAN DE MINISTER\n\nDe tekst.\n")
        #expect(parsed.id.rawValue == "kst-32813-415")
        #expect(parsed.head.sessionYear == "2019-2020")
        #expect(parsed.head.origin(of: .sessionYear)?.source == .head)
        #expect(parsed.head.chamber == .tk)
        #expect(parsed.blockTexts == ["De tekst."])
    }

    @Test func anOldPaperHasASession() {
        let parsed = letter("Zitting 1986-1987\n\n19 700 Rijksbegroting\n\nNr. 12 BRIEF VAN DE MINISTER\n\nDe tekst.\n")
        #expect(parsed.head.sessionYear == "1986-1987")
        #expect(parsed.id.rawValue == "kst-19700-12")
    }

    // MARK: - Chamber and conflicts

    @Test func aLetterToBothChambersNamesNone() {
        let parsed = letter(
            "Aan de Voorzitters van de Eerste en van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2020\n\nDe tekst.\n"
        )
        #expect(parsed.head.chamber == nil)
    }

    @Test func lettersAloneOverTheKindAreTheNumber() {
        let parsed = letter(
            "Eerste Kamer der Staten-Generaal 1\n\nVergaderjaar 2022–2023\n\n36 200 Nota over de toestand\n\nDS1\n\nVERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 9 februari 2023\n\nDe tekst.\n"
        )
        #expect(parsed.id.rawValue == "kst-36200-DS")
        #expect(parsed.head.chamber == .ek)
        #expect(parsed.head.sessionYear == "2022-2023")
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test func aFootThatNamesAnotherYearOrChamberIsReported() {
        let parsed = letter(
            "31 497 Passend onderwijs\n\nNr. 440 BRIEF VAN DE MINISTER\n\nDen Haag, 3 mei 2022\n\nTekst.\n\n"
                + "Tweede Kamer, vergaderjaar 2021–2022, 31 497, nr. 440 1\n\nMeer tekst.\n\n"
                + "Eerste Kamer, vergaderjaar 2020–2021, 31 497, nr. 440 2\n")
        #expect(parsed.diagnostics.map(\.kind) == [.headConflict, .headConflict])
        #expect(
            parsed.diagnostics.map(\.detail) == [
                "the footer says session year 2020-2021, the letter has 2021-2022",
                "the footer names Eerste Kamer, the paper is of the Tweede Kamer",
            ])
    }

    @Test func aDateOutsideTheSessionYearIsReported() {
        let parsed = letter(
            "31 497 Passend onderwijs\n\nNr. 440 BRIEF VAN DE MINISTER\n\nDen Haag, 3 mei 2012\n\nTekst.\n\n"
                + "Tweede Kamer, vergaderjaar 2021–2022, 31 497, nr. 440 1\n")
        #expect(parsed.diagnostics.map(\.detail) == ["2012-05-03 lies outside session year 2021-2022"])
    }

    @Test func whatTheUserSaysComesFromTheOption() {
        let source = SourceText(path: "x", bytes: Array("Den Haag, 3 mei 2020\n\nTekst.\n".utf8))
        let options = LetterParser.Options(id: PaperID(canonical: "kst-31497-5"), date: "2020-05-04")
        let head = LetterParser().parse(source, options: options).head
        #expect(head.origin(of: .date)?.source == .option)
        #expect(head.origin(of: .number)?.source == .id)
        #expect(head.origin(of: .place)?.source == .head)
        #expect(head.chamber == .tk)
    }

    // MARK: - Letters inside a report

    @Test func headsOfInnerLettersAreNoHeadings() {
        let parsed = letter(
            """
            33 106 Hoger onderwijs

            AI VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

            Vastgesteld 9 februari 2021

            De commissie brengt verslag uit van het gevoerde overleg.

            De griffier van de commissie,
            De Boer

            BRIEF AAN DE MINISTER VAN ONDERWIJS

            Aan de Minister van Onderwijs, Cultuur en Wetenschap

            Den Haag, 15 december 2020

            De leden lezen in de brief over de selectie.

            De voorzitter van de commissie,
            M.A.M. Adelaar

            BRIEF VAN DE MINISTER VAN ONDERWIJS

            Aan de Voorzitter van de Eerste Kamer
            der Staten-Generaal
            Den Haag, 5 februari 2021

            Hierbij zend ik u de antwoorden.

            De Minister van Onderwijs,
            I.K. van der Berg
            """)
        #expect(parsed.headings == ["BRIEF AAN DE MINISTER VAN ONDERWIJS", "BRIEF VAN DE MINISTER VAN ONDERWIJS"])
        #expect(parsed.head.signatories.map(\.name) == ["De Boer", "M.A.M. Adelaar", "I.K. van der Berg"])
        #expect(parsed.head.date == "2021-02-09")
        #expect(parsed.head.addressee == nil)
        #expect(parsed.blockTexts.count == 3)
    }
}
