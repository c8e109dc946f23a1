import Testing

@testable import Letters

/// Headings, lists, tables and paragraphs.
@Suite struct OutlineTests {
    private let paragraph = """
        Hierbij informeer ik u over de uitwerking van de motie van de leden over het
        voorkomen van meldingen bij geschillen over passend onderwijs.
        """

    @Test(arguments: ["Thuiszitters", "Wie betaalt wat?", "«Onvrije landen» en het convenant", "Overleg over de G4"])
    func aShortLineAloneIsAHeading(heading: String) {
        #expect(letter("\(paragraph)\n\n\(heading)\n\n\(paragraph)\n").headings == [heading])
    }

    @Test func aHeadingMayWrapOverTwoLines() {
        let heading = "Rol van de Inspectie bij uitschrijven van leerling zonder\ntoestemming van ouder"
        #expect(
            letter("\(paragraph)\n\n\(heading)\n\n\(paragraph)\n").headings == [
                "Rol van de Inspectie bij uitschrijven van leerling zonder toestemming van ouder"
            ])
    }

    @Test func aNumberedHeadingMayWrapToo() {
        let parsed = letter(
            "\(paragraph)\n\n3. Eerste lijn: iedereen een\neigen regie\n\n\(paragraph)\n\n4. Een punt dat een\nzin is.\n\n\(paragraph)\n"
        )
        #expect(parsed.headings == ["Eerste lijn: iedereen een eigen regie"])
        #expect(parsed.sections.map(\.label) == [nil, "3."])
    }

    @Test func labelsGiveTheLevel() {
        let parsed = letter(
            "\(paragraph)\n\nVooraf\n\n\(paragraph)\n\ni. Urgentie\n\n\(paragraph)\n\nOnderdeel\n\n\(paragraph)\n\n1.1 Detail\n\n\(paragraph)\n"
        )
        #expect(parsed.sections.map(\.label) == [nil, nil, "i.", nil, "1.1"])
        #expect(parsed.sections.map(\.level) == [0, 1, 1, 2, 2])
    }

    @Test func aNumberThatTheOutlineIsPastCountsAnItem() {
        let parsed = letter(
            "\(paragraph)\n\n1.2 Oorzaken\n\n\(paragraph)\n\n1. Omvang\n\n\(paragraph)\n\n2. Opslag\n\n\(paragraph)\n")
        #expect(parsed.headings == ["Oorzaken"])
        #expect(parsed.sections.last?.blocks.compactMap(\.label) == ["1.", "2."])
    }

    @Test func aLetterAloneTitlesItsTextWhereNoColonAnnouncedAList() {
        let titled = letter("\(paragraph)\n\na. Afbakening\n\n\(paragraph)\n\nb. Cijfers\n\n\(paragraph)\n")
        #expect(titled.headings == ["Afbakening", "Cijfers"])
        let listed = letter(
            "\(paragraph) Het zijn:\n\na. De regeling\n\n\(paragraph)\n\nb. Het moment\n\n\(paragraph)\n")
        #expect(listed.headings.isEmpty)
    }

    @Test func figuresUnderACaptionAreRows() {
        let parsed = letter(
            "\(paragraph)\n\nFiguur 1: Redenen\n\nwerk gevonden 31\nverkeerde keuze 27\nanders 10\n\n\(paragraph)\n")
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .caption, .table, .paragraph])
    }

    @Test func alignedRowsAreNoTextHoweverWide() {
        let row = "Groot onderhoud van het spoor in drie delen                12      18      25         140"
        let parsed = letter("\(paragraph)\n\nTabel 1: Kosten\n\n\(row)\n\(row)\n\n\(paragraph)\n")
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .caption, .table, .paragraph])
    }

    @Test func numeralsAndAnnexesAreLabels() {
        let parsed = letter(
            "\(paragraph)\n\nII Samenvoeging van de griffies\n\n\(paragraph)\n\nBijlage 1: Overzicht van besluiten\n\n\(paragraph)\n"
        )
        #expect(parsed.sections.map(\.label) == [nil, "II", "Bijlage 1:"])
        #expect(parsed.headings == ["Samenvoeging van de griffies", "Overzicht van besluiten"])
    }

    @Test(arguments: ["Een zin alleen.", "Let op:", "en dan dit", "Tabel 1: Wijziging toezichtmodel"])
    func notEveryShortLineIsAHeading(line: String) {
        #expect(letter("\(paragraph)\n\n\(line)\n\n\(paragraph)\n").headings.isEmpty)
    }

    @Test func listsKeepTheirLabels() {
        let parsed = letter(
            """
            \(paragraph) Deze doelen zijn gericht op:
            1. Erkenning voor specifieke behoeften;
            2. Passend aanbod garanderen, gericht op ontwikkeling en

            maatwerk;
            − In fase 1 wordt verhelderd wat er is.
            • Betrekken van het perspectief.
            """)
        let items = parsed.sections[0].blocks.dropFirst()
        #expect(items.map(\.label) == ["1.", "2.", "−", "•"])
        #expect(items.map(\.kind) == [.listItem, .listItem, .listItem, .listItem])
        #expect(items.dropFirst().first?.text.text == "Passend aanbod garanderen, gericht op ontwikkeling en maatwerk;")
    }

    @Test func itemsOfAListInAListAreOneDeeper() {
        let byLabel = letter(
            "\(paragraph) Daarom:\n1. Er komt een norm:\na. voor het primair onderwijs;\nb. voor het voortgezet onderwijs.\n2. Er komt een wet.\n\n\(paragraph)\n\n• Nog iets.\n"
        )
        #expect(byLabel.sections[0].blocks.map(\.level) == [0, 1, 2, 2, 1, 0, 1])
        let byIndent = letter(
            "\(paragraph) Daarom:\n  • mensen met een startkwalificatie, van wie\n    – 14,7 procent een cursus volgde;\n    – de helft geen cursus kent;\n  • zelfstandigen.\n"
        )
        #expect(byIndent.sections[0].blocks.map(\.level) == [0, 1, 2, 2, 1])
    }

    @Test(arguments: [
        "De vragen gaan over de maatregel (Kamerstuk 33 000 IX, nr.\n2) en op de samenhang met de richtlijn.",
        "Bedragen zijn te vinden in Kamerstuk 19 700, nr. 2, p.\n41. Voor het Europese deel geldt dat ook, zoals u weet.",
        "Dit staat in de brief die ik op deze dag aan uw Kamer heb gestuurd, en wel in\na. de tekst en b. de bijlage.",
    ])
    func aNumberThatTheSentenceAwaitsOpensNoItem(text: String) {
        #expect(letter(text + "\n").sections[0].blocks.count == 1)
    }

    @Test(arguments: ["1°.", "(i)", "(a)", "(1)", "2)", "iv."])
    func labelsHaveManyForms(label: String) {
        let blocks = letter("\(paragraph) Daarom:\n\n\(label) er komt een norm;\n").sections[0].blocks
        #expect(blocks.map(\.label) == [nil, label])
        #expect(blocks.last?.text.text == "er komt een norm;")
    }

    @Test func aNumberedTitleMayRunOverTwoLines() {
        let parsed = letter(
            "\(paragraph)\n\n3. Eerste lijn: iedereen een\neigen regie, ook zonder werkgever\n\n\(paragraph)\n")
        #expect(parsed.sections.last?.label == "3.")
        #expect(parsed.headings == ["Eerste lijn: iedereen een eigen regie, ook zonder werkgever"])
    }

    @Test(arguments: [
        "«Het kind staat centraal.»", "«Dat is «passend», zegt men».", "“Wij wachten af.”", "„Wij wachten af.”",
    ])
    func aParagraphBetweenQuotationMarksIsAQuotation(text: String) {
        #expect(
            letter("\(paragraph)\n\n\(text)1\n\n\(paragraph)\n\n1 Kamerstuk 31 497, nr. 371\n").sections[0].blocks[1]
                .kind == .quote)
    }

    @Test(arguments: ["«Passend» is wat «past».", "«Passend» is dat niet.", "Hij zegt: «Dat past.»"])
    func aSentenceWithAQuotationIsAParagraph(text: String) {
        #expect(letter("\(paragraph)\n\n\(text)\n").sections[0].blocks.map(\.kind) == [.paragraph, .paragraph])
    }

    @Test func numbersWithoutAFullStopAreLabelsInTheirSequence() {
        let parsed = letter(
            "\(paragraph)\n\n1 Inleiding\n\n\(paragraph)\n\n1.1 Aanpak\n\n\(paragraph)\n\n2 Uitkomsten\n\n\(paragraph)\n\n7 Provincies\n\n\(paragraph)\n"
        )
        #expect(parsed.sections.map(\.label) == [nil, "1", "1.1", "2"])
        #expect(parsed.headings == ["Inleiding", "Aanpak", "Uitkomsten"])
    }

    @Test func questionsAndAnswersAreHeadingsAndTheirTextIsNot() {
        let parsed = letter(
            "\(paragraph)\n\nVraag 1\nKent u het bericht «Loket dicht»?\n\nAntwoord op vraag 1\nJa.\n\nVragen 2 en 3:\n\nHoeveel loketten zijn er?\n\nAntwoord op de vragen 2 en 3\n\nVier.\n"
        )
        #expect(
            parsed.headings == ["Vraag 1", "Antwoord op vraag 1", "Vragen 2 en 3:", "Antwoord op de vragen 2 en 3"])
        #expect(
            parsed.sections.map { $0.blocks.last?.text.text }.dropFirst() == [
                "Kent u het bericht «Loket dicht»?", "Ja.", "Hoeveel loketten zijn er?", "Vier.",
            ])
    }

    @Test(arguments: [
        ("Bijlage 2 – Overzicht van regio’s", "Bijlage 2 –"), ("Deel 1: afhandeling van verzoeken", "Deel 1:"),
    ])
    func partsAreLabelledByTheirNames(heading: String, label: String) {
        let parsed = letter("\(paragraph)\n\n\(heading)\n\n\(paragraph)\n")
        #expect(parsed.sections.last?.label == label)
        #expect(parsed.headings == [String(heading.dropFirst(label.count + 1))])
    }

    @Test(arguments: ["De motie-Van den Berkhof c.s.", "Kredietunies, Qredits e.a."])
    func aHeadingMayEndInAnAbbreviationBehindNames(heading: String) {
        #expect(letter("\(paragraph)\n\n\(heading)\n\n\(paragraph)\n").headings == [heading])
    }

    @Test(arguments: [
        "Bron: Kadaster, bewerking WER", "Tabel 1 – Duur van verzoeken", "Tabel 2 Gesloten bureaus",
        "Overzicht 1: Portalen",
    ])
    func captionsHaveManyForms(caption: String) {
        let blocks = letter("\(paragraph)\n\n\(caption)\n\n\(paragraph)\n").sections[0].blocks
        #expect(blocks.map(\.kind) == [.paragraph, .caption, .paragraph])
    }

    @Test func aRowHasItsCellsWhereTheSourceShowsThem() {
        let parsed = letter(
            "\(paragraph)\n\nTabel 1: Uitgaven\nJaar     Raming  Realisatie in euro’s\n2018     10      9\nmeer-\njarig    12      14\n\n\(paragraph)\n"
        )
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .caption, .table, .paragraph])
        #expect(
            parsed.sections[0].blocks[2].rows == [
                ["Jaar", "Raming", "Realisatie in euro’s"], ["2018", "10", "9"], ["meerjarig", "12", "14"],
            ])
    }

    @Test func rowsOfFiguresAreATableWithoutACaptionToo() {
        let parsed = letter(
            "\(paragraph)\n\nGemeente 2000 2001 2002\nAmsterdam 81 84 86\nRotterdam 70 – 73\n\n\(paragraph)\n")
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .table, .paragraph])
        let cells = letter(
            "\(paragraph)\n\nRegio\n\nOpgave (ha)\n\nDe Peel\n\n4.200\n\nGelderse Vallei\n\n2.750\n\n\(paragraph)\n")
        #expect(cells.sections[0].blocks.map(\.kind) == [.paragraph, .table, .paragraph])
    }

    @Test func rowsOfFiguresRightUnderASentenceAreATable() {
        let parsed = letter(
            """
            De stand van de aanvragen die tot en met de eerste dag van mei zijn gedaan, is als volgt:
            Status Aantal Bedrag
            Ingediend 212 € 71,3 mln.
            Toegekend 148 € 44,0 mln.
            Afgewezen 9 –
            Van de aanvragen die zijn afgewezen, betrof het in alle gevallen een bad dat al gesloten was.

            """)
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .table, .paragraph])
        #expect(parsed.sections[0].blocks[1].rows.count == 4)
    }

    @Test func columnsOfATableMayStandBelowEachOther() {
        let parsed = letter(
            "Cijfers:\n\nGrond\n\nIn 2022\n\nIn 2023\n\nGeslacht\nLeeftijd\n\n2\n10\n\n3\n14\n\nDat is de stand.\n")
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .table, .paragraph])
    }

    @Test(arguments: ["\u{F0B7}", "\u{F0A7}", "▪", "●", "◦"])
    func bulletsOfOtherFontsOpenItems(bullet: String) {
        let parsed = letter("De oorzaken zijn:\n\(bullet) werkdruk;\n\(bullet) belasting.\n")
        #expect(parsed.sections[0].blocks.map(\.label) == [nil, bullet, bullet])
    }

    @Test func aBulletWithoutTextIsNoHeading() {
        #expect(letter("Een zin.\n\n\u{F0B7}\n\nNog een zin.\n").headings.isEmpty)
    }

    @Test(arguments: ["o", "*", "‒", "—"])
    func bulletsHaveManyForms(bullet: String) {
        let blocks = letter("\(paragraph) Daarom:\n\(bullet) komt er een norm;\n\(bullet) komt er een wet.\n").sections[
            0
        ].blocks
        #expect(blocks.map(\.label) == [nil, bullet, bullet])
    }

    @Test func aDashUnderAnotherDashIsDeeper() {
        let blocks = letter(
            "\(paragraph) Daarom:\n- komt er een norm;\n- is er overleg met:\no gemeenten;\no scholen;\n- komt er een wet.\n"
        ).sections[0].blocks
        #expect(blocks.map(\.level) == [0, 1, 1, 2, 2, 1])
    }

    @Test func aDashWithinASentenceOpensNoItem() {
        let parsed = letter(
            "Dat doe ik op basis van het werk dat door Oberon – samen met tientallen betrokkenen\n– in opdracht van OCW is gedaan, zoals eerder is gemeld aan uw Kamer.\n"
        )
        #expect(parsed.sections[0].blocks.count == 1)
    }

    @Test func aFlattenedTableIsOneBlockOfRows() {
        let parsed = letter(
            "\(paragraph)\n\nTabel 1: Wijziging toezichtmodel\n\nPO VO\n\nNee 40% 52%\nJa 12% 12%\n\n\(paragraph)\n")
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .caption, .table, .paragraph])
        #expect(parsed.sections[0].blocks[2].rows == [["PO VO"], ["Nee 40% 52%"], ["Ja 12% 12%"]])
    }

    @Test func aWebPageHasAParagraphALine() {
        let line = String(repeating: "Ik wil dat leraren beter weten welke ondersteuning er is. ", count: 6)
        let parsed = letter(
            "Prioriteiten\n\n\(line)\n\n • 1. Landelijke norm\n\n  Eind 2022 ligt er een norm.\n\n\(line)\n\n\(line)\n")
        #expect(parsed.headings == ["Prioriteiten"])
        #expect(parsed.sections[1].blocks.map(\.label) == [nil, "•", nil, nil, nil])
    }

    @Test func aTableEndsWhereATitleStandsOverText() {
        let rows = "Looptijd    2023   2024\n2 jaar       3,1    2,8\n10 jaar      2,7    2,6"
        let parsed = letter(
            "\(paragraph)\n\nTabel 2: Rente\n\n\(rows)\n\nVooruitblik naar 2027\n\n\(paragraph)\n\(paragraph)\n")
        #expect(parsed.headings == ["Vooruitblik naar 2027"])
    }
}
