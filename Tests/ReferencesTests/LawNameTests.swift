import Testing

@testable import References

@Suite struct LawNameTests {
    private func laws(_ text: String) -> [String] {
        ReferenceScanner(options: ReferenceScanner.Options(laws: true)).references(in: text)
            .map { "\($0.raw): \($0.targets.map(\.rawValue).joined()) \($0.article ?? "-")" }
    }

    @Test func namesGiveTheirIDsAndArticles() {
        #expect(
            laws("op grond van artikel 24, eerste lid, van de Wet op de\nexpertisecentra en de Leerplichtwet 1969")
                == [
                    "artikel 24, eerste lid, van de Wet op de\nexpertisecentra: BWBR0003549 24",
                    "Leerplichtwet 1969: BWBR0002628 -",
                ])
        #expect(laws("art. 4:81 Awb en artikel 5 onder a van de Leerplichtwet").count == 2)
        #expect(laws("artikel 11 van de WPO") == ["artikel 11 van de WPO: BWBR0003420 11"])
    }

    @Test func severalArticlesOfOneLawAreKept() {
        #expect(laws("de artikelen 3 en 4 van de WPO") == ["artikelen 3 en 4 van de WPO: BWBR0003420 3 en 4"])
        #expect(
            laws("artikelen 3:1, 3:2\ntot en met 3:4 van de Awb")
                == ["artikelen 3:1, 3:2\ntot en met 3:4 van de Awb: BWBR0005537 3:1, 3:2 tot en met 3:4"])
    }

    @Test func theBookOfTheCivilCodeFollowsFromTheArticle() {
        #expect(laws("artikel 6:162 BW") == ["artikel 6:162 BW: BWBR0005289 6:162"])
        #expect(laws("artikel 1:247 van het Burgerlijk Wetboek").map { $0.hasSuffix("BWBR0002656 1:247") } == [true])
        #expect(laws("artikel 162 BW, het Burgerlijk Wetboek").isEmpty)
        #expect(
            laws("artikel 162, eerste lid, van Boek 6 van het BW")
                == ["artikel 162, eerste lid, van Boek 6 van het BW: BWBR0005289 6:162"])
    }

    @Test(arguments: [
        ("artt. 93 en 121 Gw", "BWBR0001840 93 en 121"), ("art.93 Gw", "BWBR0001840 93"),
        ("artikel 9 jo. artikel 13 WPO", "BWBR0003420 9 jo. 13"), ("artikel 9 juncto 13 WPO", "BWBR0003420 9 jo. 13"),
        ("artikel 9, eerste lid, juncto artikel 13, tweede lid, van de WPO", "BWBR0003420 9 jo. 13"),
        ("artikel 9, eerste lid, en artikel 13 van de WPO", "BWBR0003420 9 en 13"),
        ("artikel 2.1.2 van de Wmo\n2015", "BWBR0035362 2.1.2"), ("artikel 3.15 Wet\u{a0}IB  2001", "BWBR0011353 3.15"),
        ("artikel 3.72 Vb 2000", "BWBR0011825 3.72"), ("artikel 80 RO", "BWBR0001830 80"),
        ("artikel 7 AVG", "celex-32016R0679 7"), ("artikel 88 van de Wet BIG", "BWBR0006251 88"),
        ("artikel 5 WIA", "BWBR0019057 5"),
        ("artikel 28 van de Wet op het voortgezet onderwijs 2020", "BWBR0044212 28"),
        ("artikel 7 van de Algemene verordening gegevensbescherming", "celex-32016R0679 7"),
    ])
    func formsOfLawyersGiveTheirArticles(text: String, expected: String) {
        #expect(laws(text) == ["\(text): \(expected)"])
    }

    @Test func articlesOfSeveralLawsShareOneWord() {
        #expect(
            laws("art. 2:9 BW jo. 6:74 BW") == ["art. 2:9 BW: BWBR0003045 2:9", "6:74 BW: BWBR0005289 6:74"])
        #expect(
            laws("artikel 312 Sr, 317 Sr en 27 Sv, 400 mensen")
                == ["artikel 312 Sr: BWBR0001854 312", "317 Sr: BWBR0001854 317", "27 Sv: BWBR0001903 27"])
    }

    @Test func aBookOfTheCivilCodeIsALaw() {
        #expect(laws("Boek 3 van het Burgerlijk Wetboek") == ["Boek 3 van het Burgerlijk Wetboek: BWBR0005291 -"])
        #expect(laws("boek 7, titel 9, van het BW") == ["boek 7, titel 9, van het BW: BWBR0005290 -"])
        #expect(laws("boek 7 van de reeks").isEmpty)
    }

    @Test func aRegulationOfTheUnionIsNoLawOfTheKingdom() {
        let found = ReferenceScanner(options: ReferenceScanner.Options(laws: true)).references(in: "artikel 7 AVG")
        #expect(found.map(\.kind) == [.europees])
    }

    @Test func aLawOfAnotherCountryIsNone() {
        #expect(laws("artikel 5 van de Duitse Grondwet, de Belgische grondwet").isEmpty)
        #expect(laws("artikel 23 van de Nederlandse Grondwet").count == 1)
    }

    @Test(arguments: [
        "Invoeringswet Omgevingswet", "artikel 3 van de Uitvoeringsregeling Meststoffenwet", "Besluit Jeugdwet",
        "het Besluit uitvoering Kieswet", "de Grondwet van België", "het Wetboek van Strafrecht van Curaçao",
        "artikel 3 Woo-verzoek", "artikel 4 Wpg", "de Grondwet van de Verenigde Staten",
        "de Grondwet van de Franse Republiek",
        "het Verdrag tot vaststelling van een Grondwet voor Europa", "artikel 5 van het Zweeds Wetboek van Strafrecht",
        "de Belgische\u{2009}Opiumwet", "over een\nGrondwet", "artikel 4 van de Duitse\u{a0}Grondwet",
        "boek 11 van het Burgerlijk Wetboek",
    ])
    func aLawThatOnlyBearsTheNameIsNone(text: String) { #expect(laws(text).isEmpty) }

    @Test(arguments: [
        ("artikel 8, zesde lid, van de Awb", "BWBR0005537 8"), ("artikel 1 lid 2 Awb", "BWBR0005537 1"),
        ("artikel 8, aanhef en onder a, van de Awb", "BWBR0005537 8"), ("artikel 1a WVO 2020", "BWBR0044212 1a"),
        ("artikel 8, tiende lid, van de Wet\nop het primair onderwijs", "BWBR0003420 8"),
    ])
    func partsOfArticlesLeadToTheLaw(text: String, expected: String) {
        #expect(laws(text) == ["\(text): \(expected)"])
    }

    @Test func aLawWithAYearInItsNameIsNotTheOneBefore() {
        #expect(laws("artikel 2.1 van de Wet voortgezet onderwijs 2020").map { $0.contains("BWBR0044212") } == [true])
        #expect(laws("de Jeugdwet 2030").isEmpty)
    }

    @Test func namesThatBeginAlikeAreToldApart() {
        #expect(Set(LawTable.rows.map(\.name.description)).count == LawTable.rows.count)
        for (index, row) in LawTable.rows.enumerated() {
            let name = row.name.description
            #expect(!LawTable.rows[..<index].contains { name.hasPrefix($0.name.description) }, "\(name)")
        }
    }

    @Test func abbreviationsAloneAndOtherLawsAreNone() {
        #expect(laws("de WPO en de WEC, het web, artikel 3 van de Wet op de lijkbezorging, de grondwettelijke").isEmpty)
    }

    @Test func theyAreReadOnlyWhereAskedFor() {
        #expect(ReferenceScanner().references(in: "artikel 24 van de Wet op de expertisecentra").isEmpty)
        #expect(ReferenceScanner().references(in: "zie https://example.nl/x").isEmpty)
    }

    @Test func aJuriconnectAddressKeepsItsArticle() {
        let found = ReferenceScanner().references(in: "jci1.3:c:BWBR0005537&artikel=4:81&g=2021-01-01.")
        #expect(found.first?.article == "4:81")
    }

    @Test func anArticleBehindAnIDIsItsArticle() {
        let found = ReferenceScanner().references(in: "zie BWBR0005538, artikel 4:82, en verder")
        #expect(found.map(\.raw) == ["BWBR0005538, artikel 4:82"])
        #expect(found.first?.article == "4:82")
    }
}
