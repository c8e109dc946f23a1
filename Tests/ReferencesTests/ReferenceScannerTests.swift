import References
import TestSupport
import Testing

@Suite struct ReferenceScannerTests {
    private func check(_ marked: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        let marked = MarkedText(marked)
        let found = ReferenceScanner().references(in: marked.text)
        #expect(found.map(\.range) == marked.spans, sourceLocation: sourceLocation)
        #expect(found.flatMap(\.targets).map(\.rawValue) == expected, sourceLocation: sourceLocation)
        for reference in found {
            let utf8 = Array(marked.text.utf8)[reference.range]
            #expect(Array(reference.raw.utf8) == Array(utf8), sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: [
        ("(⟦Kamerstuk 31 497, nr. 391⟧)", ["kst-31497-391"]),
        ("zie ⟦Kamerstuk 31 497, nr. 371⟧, p. 5 en 6", ["kst-31497-371"]),
        ("(⟦Kamerstuk 31 497, nr. 386⟧; ⟦Kamerstuk 31 497, \nnr. 388⟧)", ["kst-31497-386", "kst-31497-388"]),
        ("⟦Kamerstuk 31 497, nrs. 386, 388 en 395⟧ zijn", ["kst-31497-386", "kst-31497-388", "kst-31497-395"]),
        ("⟦Kamerstuk 35 625, nr. 4, p. 12 en 13, en nr. 6⟧.", ["kst-35625-4", "kst-35625-6"]),
        ("⟦Kamerstukken II 2019/20, 31 497, nr. 371; nr. 388⟧", ["kst-31497-371", "kst-31497-388"]),
        ("(⟦Kamerstuk 31 497, nr. 391 en 395⟧)", ["kst-31497-391", "kst-31497-395"]),
        ("⟦Kamerstuk 31 497, nr. 391⟧ en 3 scholen", ["kst-31497-391"]),
        ("⟦Kamerstuk 31 497, nr. 388⟧, 12 juni 2020", ["kst-31497-388"]),
        ("⟦Kamerstuk 36 600-XV, nr. 12 en 36 600-VIII, nr. 5⟧", ["kst-36600-XV-12", "kst-36600-VIII-5"]),
        ("⟦bijlage bij\n\nKamerstuk 31 497, nr. 345⟧", ["kst-31497-345"]),
        ("noot ⟦bijlage 2 bij Kamerstuk 31 497, nr. 345⟧", ["kst-31497-345"]),
        ("⟦Kamerstuk\u{a0}31\u{2009}497,\u{202f}nr.\u{a0}391⟧", ["kst-31497-391"]),
        ("⟦kamerstukken I 2021/22, 33 106, AA⟧, p. 2", ["kst-33106-AA"]),
        ("⟦Kamerstukken I 2022/23, CXLVIII, A⟧", ["kst-CXLVIII-A"]),
        ("⟦TK 2008-2009, 31473, nummer 25⟧", ["kst-31473-25"]),
        ("⟦TK 31 497, nr. 3⟧", ["kst-31497-3"]),
        ("⟦Kamerstukken II 1986/87, 19 700 hoofdstuk XV, nr. 2⟧", ["kst-19700-XV-2"]),
        ("⟦Kamerstuk 25 600 VIII / nr. 80⟧", ["kst-25600-VIII-80"]),
        ("⟦Kamerstuk 36 600 M, nr. 2⟧", ["kst-36600-M-2"]),
        ("⟦Kamerstuk 31 459 22⟧", ["kst-31459-22"]),
        ("⟦Kamerstuk 31 459⟧\n22 Zie de bijlage", ["dossier-31459"]),
        ("⟦Kamerstuk 31 497⟧, 12 juni 2021", ["dossier-31497"]),
        ("⟦Kamerstukken 36222 en 31015, nr. 6⟧", ["kst-36222-6"]),
        ("⟦Kamerstuk 22 112, nr. 2623 … 2625⟧", ["kst-22112-2623", "kst-22112-2624", "kst-22112-2625"]),
    ])
    func labelledPapers(marked: String, expected: [String]) { check(marked, expected) }

    @Test(arguments: [
        ("motie-Kwint (⟦31 497, nr. 388⟧) en (⟦31 497, nr. 390⟧)", ["kst-31497-388", "kst-31497-390"]),
        ("de begroting ⟦36 600 XIV, nr. 2⟧ is", ["kst-36600-XIV-2"]),
        ("(⟦36.259, J⟧)", ["kst-36259-J"]),
        ("het amendement ⟦36067 – 61⟧", ["kst-36067-61"]),
        ("(⟦t.v.v. 33885, nr.18⟧)", ["kst-33885-18"]),
        ("Zij krijgt ⟦nr. 456 (36800-XVI)⟧.", ["kst-36800-XVI-456"]),
        ("in 2023, nr. 5 van de lijst", []),
        ("€ 35 300, nr. 2", []),
        ("12345, 67 en 31 497, 12", []),
        ("tel. 070-35 300, nr. 2", []),
    ])
    func unlabelledPapers(marked: String, expected: [String]) { check(marked, expected) }

    @Test(arguments: [
        ("⟦Handelingen II 2019/20, nr. 46, item 31⟧, p. 5", ["h-tk-20192020-46-31"]),
        ("⟦Handelingen II 2019/20, nr. 46, items 3 en 5⟧", ["h-tk-20192020-46-3", "h-tk-20192020-46-5"]),
        ("⟦Handelingen I 2007/08, nr. 10⟧ , p. 7909-7943", ["h-ek-20072008-10"]),
        ("medische handelingen en 2019/20 leerlingen", []),
        ("⟦Aanhangsel van de Handelingen II 2020/21, nrs. 12 en 13⟧", ["ah-tk-20202021-12", "ah-tk-20202021-13"]),
        ("⟦2020Z19073⟧; ⟦2020D29447⟧", ["2020Z19073", "2020D29447"]),
        ("2020Z190731 en x2020Z19073", []),
    ])
    func papersOfTheChamber(marked: String, expected: [String]) { check(marked, expected) }

    @Test(arguments: [
        ("⟦Stb. 2021, 393⟧ en ⟦Stcrt. 2011, nr. 6602⟧", ["stb-2021-393", "stcrt-2011-6602"]),
        ("⟦Stb. 2021/393⟧", ["stb-2021-393"]),
        ("⟦Verordening (EU) 2016/679⟧ (AVG)", ["celex-32016R0679"]),
        ("⟦Verordening (EU) nr. 1303/2013⟧", ["celex-32013R1303"]),
        ("⟦Richtlijn 2006/123/EG⟧ en ⟦richtlijn (EU) 2016/680⟧", ["celex-32006L0123", "celex-32016L0680"]),
        ("richtlijn 2020/21 van de school", []),
        ("⟦COM(2021) 752⟧ final", ["com-2021-752"]),
        ("⟦EU:C:1984:25⟧", ["ECLI:EU:C:1984:25"]),
        ("zie ⟦https://zoek.officielebekendmakingen.nl/kst-31497-408.html⟧).", ["kst-31497-408"]),
        (
            "⟦https://repository.overheid.nl/frbr/officielepublicaties/kst/31497/kst-31497-408/1/xml/kst-31497-408.xml⟧",
            ["kst-31497-408"]
        ),
        ("https://example.nl/kamerstuk/31497,nr.5/12345", []),
        ("⟦blg-929493⟧", ["blg-929493"]),
    ])
    func otherPublications(marked: String, expected: [String]) { check(marked, expected) }

    @Test(arguments: [
        ("Kamerstuk 31 497, nr.", ["dossier-31497"], Reference.Warning.truncated),
        ("Kamerstuk 31 497, nr. [xxx]", ["dossier-31497"], .placeholder),
        ("bijlage bij Kamerstuk", [], .truncated),
        ("(Kamerstuk 31 4", [], .truncated),
        ("Kamerstuk 99999999999999999999, nr. 4294967297", [], .impossible),
        ("Kamerstuk 31 497, nr. 4294967297", [], .impossible),
        ("Kamerstuk 34 986", ["dossier-34986"], .partial),
        ("Kamerstuk 31 497, nrs. 1-300", (1...50).map { "kst-31497-\($0)" }, .rangeCut),
        ("Aanhangsel Handelingen 2014/15, nr. 1241", ["ah-tk-20142015-1241"], .chamberAssumed),
        ("Handelingen II 2007/08, nr. 108", ["h-tk-20072008-108"], .partial),
        ("Stb. 2021, ", [], .truncated),
    ])
    func damageIsSaid(text: String, targets: [String], warning: Reference.Warning) throws {
        let found = ReferenceScanner().references(in: text)
        let reference = try #require(found.first)
        #expect(found.count == 1)
        #expect(reference.targets.map(\.rawValue) == targets)
        #expect(reference.warnings == [warning])
    }

    @Test(arguments: [
        "het Kamerstuk over passend onderwijs van 2014", "Kamerstukken", "in het Kamerstuk", "Kamerstuk.",
    ])
    func aWordIsNoReference(text: String) {
        #expect(ReferenceScanner().references(in: text).isEmpty)
    }

    @Test func furtherDossiersAreKept() throws {
        let found = try #require(
            ReferenceScanner().references(in: "Kamerstukken 31 293 en 31 289, nr. 571").first)
        #expect(found.targets == [PaperID(canonical: "kst-31293-571")])
        #expect(found.alsoDossiers == ["31289"])
    }

    @Test(arguments: [
        ("Bijlage bij Kamerstuk 31 497, nr. 371", Reference.Relation.annexOf),
        ("(t.v.v. 33885, nr. 18)", .replaces),
        ("Kamerstuk 31 497, nr. 371", .cites),
    ])
    func relationIsTold(text: String, relation: Reference.Relation) {
        #expect(ReferenceScanner().references(in: text).first?.relation == relation)
    }

    @Test func bytesGiveTheSameAsText() {
        for row in CitationCase.all {
            let scanner = ReferenceScanner()
            let bytes = Array(row.text.utf8)
            #expect(scanner.references(in: bytes.span) == scanner.references(in: row.text))
        }
    }

    /// Mentions in the whole file: those of `letters.md`, and the feet of pages, which a parser takes away first.
    @Test(arguments: [("000", 15 + 2), ("001", 2), ("002", 10 + 2), ("003", 33 + 4), ("004", 15)])
    func seedsGiveTheirMentions(seed: String, count: Int) throws {
        let bytes = try Fixture.bytes("seeds/" + ((try Fixture.seed(seed)).split(separator: "/").last ?? ""))
        #expect(ReferenceScanner().references(in: bytes.span).count == count)
    }
}
