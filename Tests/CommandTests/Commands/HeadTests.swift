import Testing

/// Head and signature as `parse` and `show` print them.
@Suite struct HeadTests {
    private struct Reply: Decodable {
        struct Origin: Decodable {
            var from: String
            var line: Int?
        }

        struct Annex: Decodable {
            var number: String?
            var title: String?
            var line: Int
        }

        var reference: String?
        var yourReference: String?
        var annexCount: Int?
        var annexes: [Annex]
        var origins: [String: Origin]
    }

    private static let ministry = """
        Onze referentie
        2018-0000118244
        Uw kenmerk 2018Z1234
        Bijlagen 1

        Datum 4 juli 2018
        Betreft Pensioenen

        Geachte voorzitter,

        Dit is de brief.

        De Minister van Financiën,
        mede namens de Minister van Sociale Zaken,
        G. Zalm

        Bijlage 1: Overzicht

        Dit is het overzicht.
        """

    @Test func parsePrintsWhatTheHeadSaysAndWhere() throws {
        let bench = try Workbench()
        try bench.write(Self.ministry, to: "brief.txt")
        let reply = try bench.run("parse", "brief.txt").json(Reply.self)
        #expect(reply.reference == "2018-0000118244")
        #expect(reply.yourReference == "2018Z1234")
        #expect(reply.annexCount == 1)
        #expect(reply.annexes.map(\.title) == ["Overzicht"])
        #expect(reply.annexes.map(\.line) == [17])
        #expect(reply.origins["reference"]?.from == "head")
        #expect(reply.origins["reference"]?.line == 2)
        #expect(reply.origins["signatories"]?.from == "signature")
        #expect(reply.origins["chamber"] == nil)
    }

    @Test func showPrintsWhatTheCatalogKept() throws {
        let bench = try Workbench()
        try bench.write(Self.ministry, to: "brief.txt")
        try bench.run("index", "brief.txt", "--id", "kst-31497-9")
        let lines = try bench.run("show", "kst-31497-9").lines
        for line in [
            "ref      2018-0000118244", "yours    2018Z1234", "annexes  1", "annex    1 Overzicht",
            "signed   De Minister van Financiën, G. Zalm", "signed   de Minister van Sociale Zaken",
        ] {
            #expect(lines.contains(line))
        }
    }
}
