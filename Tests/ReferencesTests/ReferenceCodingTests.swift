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
