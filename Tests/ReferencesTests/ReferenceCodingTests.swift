import References
import Testing

@Suite struct ReferenceCodingTests {
    @Test func everythingAReferenceSaysSurvivesCoding() throws {
        var reader = TextReader(options: ReferenceScanner.Options(laws: true, addresses: true))
        let text = """
            De gewijzigde motie van de leden Rog en Van Meenen c.s. (Kamerstukken II 2020/21, 31 497 en 31 293, nr. 388) is \
            hiermee afgedaan. Zie artikel 24 van de Wet op de expertisecentra, https://example.nl en Kamerstuk 31 497, nr.
            """
        let found = reader.read(Array(text.utf8))
        #expect(found.references.map(\.kind) == [.kamerstuk, .regeling, .adres, .kamerstuk])
        #expect(found.references[0].sessionYear == "2020-2021")
        #expect(found.references[0].alsoDossiers == ["31293"])
        #expect(found.references[1].article == "24")
        let references: [Reference] = try Coded.decoded(Coded.encoded(found.references))
        let statuses: [PaperStatus] = try Coded.decoded(Coded.encoded(found.statuses))
        #expect(references == found.references)
        #expect(statuses == found.statuses)
        #expect(statuses.count == 1)
    }
}

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
}
