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
        ("⟦Kamerstuk 35 300 VIII, nr. 3⟧ en ⟦XV, nr. 4⟧", ["kst-35300-VIII-3", "kst-35300-XV-4"]),
        ("⟦Kamerstukken I 35 570, C en D⟧", ["kst-35570-C", "kst-35570-D"]),
        ("⟦Kamerstuk 31 497, nr. 388⟧, 123456 leerlingen", ["kst-31497-388"]),
        ("⟦Kamerstuk 31 497, nr. 388⟧ en 12 345 leerlingen", ["kst-31497-388"]),
        ("⟦Kamerstuk 36 600-XV, nr. 12⟧ en ⟦36 600-VIII, nr. 5⟧", ["kst-36600-XV-12", "kst-36600-VIII-5"]),
        ("⟦bijlage bij\n\nKamerstuk 31 497, nr. 345⟧", ["kst-31497-345"]),
        ("noot ⟦bijlage 2 bij Kamerstuk 31 497, nr. 345⟧", ["kst-31497-345"]),
        ("⟦Kamerstuk\u{a0}31\u{2009}497,\u{202f}nr.\u{a0}391⟧", ["kst-31497-391"]),
        ("⟦Kamerstuk 31 497,\u{c}nr. 391⟧", ["kst-31497-391"]),
        ("⟦Kamerstuk 31 497, nrs. 391 tot\nen\u{a0}met 393⟧", ["kst-31497-391", "kst-31497-392", "kst-31497-393"]),
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

    /// Every label that starts a reference; the scan stops at none that `CueWords` does not know.
    @Test(arguments: [
        ("⟦kst. 31 497, nr. 408⟧ en ⟦KAMERSTUK 31 497, NR. 409⟧", ["kst-31497-408", "kst-31497-409"]),
        ("⟦Kamerst. II 2010/11, 31 497, nr. 3⟧", ["kst-31497-3"]),
        ("⟦Kamerstuknummer 31497, ondernummer 408⟧", ["kst-31497-408"]),
        ("⟦kamerstukdossier 20043 -153⟧ Raad van Europa", ["kst-20043-153"]),
        ("⟦Kamerstuk 31 497 (nr. 408)⟧", ["kst-31497-408"]),
        ("⟦Kamerstukken II (2019/20) 31 497, nr. 3⟧", ["kst-31497-3"]),
        ("⟦Kamerstukken I 35 570, letter C⟧.", ["kst-35570-C"]),
        ("⟦Kamerstuk 31 497⟧, AO d.d. 12 juni", ["dossier-31497"]),
        ("⟦T.K. 2008-2009, 31473, 25⟧ en ⟦E.K. 2014-2015, 31 145, AA⟧", ["kst-31473-25", "kst-31145-AA"]),
        ("⟦Tweede Kamer der Staten-Generaal, vergaderjaar 2020–2021, 31 497, nr. 408⟧ 3", ["kst-31497-408"]),
        ("Tweede Kamer 2020/21, 12 345 leden", []),
        ("⟦Hand. II 2019/20, nr. 46, item 3⟧", ["h-tk-20192020-46-3"]),
        ("Kamervragen ⟦(Aanhangsel) 2004–2005, nr. 1234⟧", ["ah-tk-20042005-1234"]),
        ("⟦Staatsblad 2014, 105⟧ en ⟦Staatscourant 2019, nr. 12345⟧", ["stb-2014-105", "stcrt-2019-12345"]),
        ("⟦Tractatenblad 1988, 7⟧, ⟦Stcrt. 2011, 6602⟧", ["trb-1988-7", "stcrt-2011-6602"]),
        ("⟦SWD(2023) 819⟧, ⟦JOIN(2020) 5⟧, ⟦SEC(2008) 12⟧", ["swd-2023-819", "join-2020-5", "sec-2008-12"]),
        ("⟦Kaderbesluit 2002/584/JBZ⟧ en ⟦Besluit (EU) 2015/1601⟧", ["celex-32002F0584", "celex-32015D1601"]),
        ("⟦Uitvoeringsverordening (EU) 2020/1⟧", ["celex-32020R0001"]),
        ("⟦BWBR0005537⟧, ⟦CVDR700412_1⟧, ⟦CELEX:52021PC0752⟧", ["BWBR0005537", "CVDR700412_1", "celex-52021PC0752"]),
        (
            "⟦kst-31497-408⟧ ⟦ah-1271549⟧ ⟦h-ek-20102011-7-16⟧ ⟦nds-tk-2014D45599⟧ ⟦kv-tk-2010Z06025⟧",
            ["kst-31497-408", "ah-1271549", "h-ek-20102011-7-16", "nds-tk-2014D45599", "kv-tk-2010Z06025"]
        ),
        (
            "⟦dossier-36267⟧ ⟦stb-2021-393⟧ ⟦stcrt-2009-9231⟧ ⟦trb-2018-201⟧ ⟦com-2021-752⟧",
            ["dossier-36267", "stb-2021-393", "stcrt-2009-9231", "trb-2018-201", "com-2021-752"]
        ),
        ("⟦ECLI:NL:RvS:1984:AH0317⟧ en ⟦ECLI : NL:HR:2010:392⟧.", ["ECLI:NL:RVS:1984:AH0317", "ECLI:NL:HR:2010:392"]),
        ("⟦www.tweedekamer.nl/kamerstukken?id=2021Z04771&did=2021D10575⟧", ["2021Z04771", "2021D10575"]),
        ("⟦LXXXII, A⟧", ["kst-LXXXII-A"]),
    ])
    func everyLabelStartsAReference(marked: String, expected: [String]) { check(marked, expected) }

    @Test(arguments: [
        ("motie-Kwint (⟦31 497, nr. 388⟧) en (⟦31 497, nr. 390⟧)", ["kst-31497-388", "kst-31497-390"]),
        ("de begroting ⟦36 600 XIV, nr. 2⟧ is", ["kst-36600-XIV-2"]),
        ("(⟦36.259, J⟧) en (⟦35526 / 25295, CH⟧)", ["kst-36259-J", "kst-35526-CH"]),
        ("artikel 12345, nr. 3", []),
        ("het amendement ⟦36067 – 61⟧", ["kst-36067-61"]),
        ("(⟦t.v.v. 33885, nr.18⟧)", ["kst-33885-18"]),
        ("Zij krijgt ⟦nr. 456 (36800-XVI)⟧.", ["kst-36800-XVI-456"]),
        ("in 2023, nr. 5 van de lijst", []),
        ("€ 35 300, nr. 2", []),
        ("(⟦31497-408⟧), maar niet (31 497, 408) en niet 31497-408", ["kst-31497-408"]),
        ("⟦36 200-VIII-61⟧", ["kst-36200-VIII-61"]),
        ("⟦bijlage bij 31 497, nr. 3⟧", ["kst-31497-3"]),
        ("zaaknr. 20 123, nr. 3", []),
        ("12345, 67 en 31 497, 12", []),
        ("tel. 070-35 300, nr. 2", []),
    ])
    func unlabelledPapers(marked: String, expected: [String]) { check(marked, expected) }

    @Test(arguments: [
        ("⟦Handelingen II 2019/20, nr. 46, item 31⟧, p. 5", ["h-tk-20192020-46-31"]),
        ("⟦Handelingen II 2019/20, nr. 46, items 3 en 5⟧", ["h-tk-20192020-46-3", "h-tk-20192020-46-5"]),
        ("⟦Handelingen I 2007/08, nr. 10⟧ , p. 7909-7943", ["h-ek-20072008-10"]),
        (
            "⟦Handelingen II 2019/20, nr. 46, item 31 en nr. 47, items 3 en 5⟧",
            ["h-tk-20192020-46-31", "h-tk-20192020-47-3", "h-tk-20192020-47-5"]
        ),
        (
            "⟦Handelingen I 2018/19, nr. 5, item 2, p. 3; 2019/20, nr. 46, item 31⟧; Kamerbrief",
            ["h-ek-20182019-5-2", "h-ek-20192020-46-31"]
        ),
        ("⟦Handelingen II 2007/08, nr. 10⟧, p. 79, en bijlage nr. 3", ["h-tk-20072008-10"]),
        ("medische handelingen en 2019/20 leerlingen", []),
        ("medische handelingen 2020-2021, 12 stuks", []),
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
        ("⟦Richtlijnen 2014/23/EU en 2014/24/EU⟧", ["celex-32014L0023", "celex-32014L0024"]),
        ("⟦Verordeningen (EG) nr. 1071/2009 en (EU) 1024/2012⟧", ["celex-32009R1071", "celex-32012R1024"]),
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
        ("Kamerstuk 31 497, nr. [xxx]", [], .placeholder),
        ("bijlage bij Kamerstuk", [], .truncated),
        ("(Kamerstuk 31 4", [], .truncated),
        ("Kamerstuk 99999999999999999999, nr. 4294967297", [], .impossible),
        ("Kamerstuk 31 497, nr. 4294967297", [], .impossible),
        ("Kamerstuk 31 497, nr. 4O8", ["kst-31497-408"], .misread),
        ("Kamerstuk 31 497, nrs. 3l2 en 386", ["kst-31497-312", "kst-31497-386"], .misread),
        ("Kamerstuk 31 497, nr. 4X8", [], .impossible),
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
        ("⟦Kamerstuk 31 497, nrs. 371, 386 en\n\n388⟧", ["kst-31497-371", "kst-31497-386", "kst-31497-388"]),
        (
            "⟦Kamerstukken II 2019/20, 31 497,\nTweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 2\n nr. 371⟧",
            ["kst-31497-371"]
        ),
        (
            "⟦Kamerstuk\nTweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 12 \n\n31 293, nr. 5⟧ en verder",
            ["kst-31293-5"]
        ),
        (
            "(⟦Kamerstuk 31 497, nr. 371⟧)\n⟦Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408⟧ 2\n",
            ["kst-31497-371", "kst-31497-408"]
        ),
        (
            "⟦Kamerstuk 31 497, nr. 371⟧\n⟦Tweede Kamer, vergaderjaar 2020–2021, 31 293, nr. 5⟧, p. 4\n",
            ["kst-31497-371", "kst-31293-5"]
        ),
    ])
    func aCitationGoesOnOverLinesAndPages(marked: String, expected: [String]) { check(marked, expected) }

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
            #expect(scanner.references(in: bytes) == scanner.references(in: row.text))
        }
    }

    /// Mentions in the whole file: those that a reader counts, and the feet of pages, which a parser takes away first.
    @Test(arguments: [("000", 15 + 2), ("001", 3), ("002", 10 + 2), ("003", 33 + 4), ("004", 15)])
    func seedsGiveTheirMentions(seed: String, count: Int) throws {
        let bytes = try Fixture.bytes("seeds/" + ((try Fixture.seed(seed)).split(separator: "/").last ?? ""))
        #expect(ReferenceScanner().references(in: bytes).count == count)
    }
}
