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
        #expect(parsed.sections[0].blocks[2].rows == [["PO VO"], ["Nee 40% 52% Ja 12% 12%"]])
    }

    @Test func aWebPageHasAParagraphALine() {
        let line = String(repeating: "Ik wil dat leraren beter weten welke ondersteuning er is. ", count: 6)
        let parsed = letter(
            "Prioriteiten\n\n\(line)\n\n • 1. Landelijke norm\n\n  Eind 2022 ligt er een norm.\n\n\(line)\n\n\(line)\n")
        #expect(parsed.headings == ["Prioriteiten"])
        #expect(parsed.sections[1].blocks.map(\.label) == [nil, "•", nil, nil, nil])
    }
}
