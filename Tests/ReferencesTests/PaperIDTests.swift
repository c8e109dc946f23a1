import References
import Testing

@Suite struct PaperIDTests {
    @Test(arguments: [
        ("KST-31497-408", "kst-31497-408"), ("kst-33106-aa", "kst-33106-AA"),
        ("kst-35300-viii-86", "kst-35300-VIII-86"),
        ("kst-21501-02-BO-N1", "kst-21501-02-BO-n1"), ("kst-26643-144-h1", "kst-26643-144-h1"),
        ("kst-20032004-00063-VII-A-h1", "kst-20032004-00063-VII-A-h1"), ("kst-23908-r1519-103", "kst-23908-R1519-103"),
        ("kst-19941995-23577-200A", "kst-19941995-23577-200A"), ("kst-lxxxii-a", "kst-LXXXII-A"),
        ("kst-1268678", "kst-1268678"), ("H-TK-20192020-46-31", "h-tk-20192020-46-31"),
        ("h-tk-20082009-7140-7144", "h-tk-20082009-7140-7144"), ("ah-tk-20142015-1241", "ah-tk-20142015-1241"),
        ("ah-1271549", "ah-1271549"), ("BLG-929493", "blg-929493"), ("stb-2021-393", "stb-2021-393"),
        ("Stcrt-2009-9231", "stcrt-2009-9231"), ("dossier-35300-viii", "dossier-35300-VIII"),
        ("2020z19073", "2020Z19073"), ("ecli:nl:hr:2001:ab1838", "ECLI:NL:HR:2001:AB1838"),
        ("celex-32016r0679", "celex-32016R0679"), ("COM-2021-752", "com-2021-752"), ("bwbr0005537", "BWBR0005537"),
        ("cvdr700412_1", "CVDR700412_1"), ("nds-tk-2014D45599", "nds-tk-2014D45599"),
        ("kv-tk-2010z06025", "kv-tk-2010Z06025"), ("SHA256-0123456789ABCDEF", "sha256-0123456789abcdef"),
    ])
    func officialIDsHaveOneSpelling(text: String, canonical: String) {
        #expect(PaperID(text)?.rawValue == canonical)
        #expect(PaperID(canonical)?.rawValue == canonical)
        #expect(PaperID(spelling: " \(text)\n")?.rawValue == canonical)
    }

    @Test(arguments: [
        "", "kst", "kst-", "kst-31497", "kst-abc-1", "31497-408", "h-tk-2019-46", "sha256-12", "kst-31497-4 08",
        "blg-x",
        "2020Z1907", "ecli:eu:c:1984:ab3254", "-", "----", "kst-99999999999999999999-1",
    ])
    func otherTextIsNoOfficialID(text: String) {
        #expect(PaperID(text) == nil)
    }

    @Test(arguments: [
        ("31 497, nr. 408", "kst-31497-408"), ("31497-408", "kst-31497-408"), ("31497 408", "kst-31497-408"),
        ("31.497, nr. 408", "kst-31497-408"), ("31497, 408", "kst-31497-408"), ("31 497 nr 408", "kst-31497-408"),
        ("Kamerstukken II 2020/21, 31 497, nr. 408", "kst-31497-408"), ("(Kamerstuk 31 497, nr. 408)", "kst-31497-408"),
        ("Kamerstukken II 2020/21, 31 497, nr. 408, p. 3", "kst-31497-408"), ("kamerstuk 31497 408", "kst-31497-408"),
        ("36600-VII, nr. 1", "kst-36600-VII-1"), ("36600-vii-1", "kst-36600-VII-1"), ("36600-12", "kst-36600-12"),
        ("21501-02 nr. 3174", "kst-21501-02-3174"), ("21501-02-3174", "kst-21501-02-3174"),
        ("36836 D", "kst-36836-D"), ("36836 d", "kst-36836-D"), ("33 106, AA", "kst-33106-AA"),
        ("31 497", "dossier-31497"), ("31497", "dossier-31497"), ("35 300 VIII", "dossier-35300-VIII"),
        ("Handelingen II 2019/20, nr. 46, item 31", "h-tk-20192020-46-31"), ("Stb. 2021, 393", "stb-2021-393"),
        ("https://zoek.officielebekendmakingen.nl/kst-35899-e.html", "kst-35899-E"),
        ("242501244", "ah-tk-20242025-1244"),
    ])
    func aPersonMayTypeItAnyWay(text: String, id: String) {
        #expect(PaperID(spelling: text)?.rawValue == id)
    }

    @Test(arguments: CitationCase.collected.filter { $0.kind.hasPrefix("query") || $0.kind.hasPrefix("id") })
    func typedRowsGiveTheirIDs(row: CitationCase) {
        #expect(PaperID(spelling: row.text).map { [$0.rawValue] } == row.ids)
    }

    @Test(arguments: [
        "", " ", "basisondersteuning", "31497-4O8", "Kamerstuk 31 497, nr.", "31 497, nr.", "31 497 NRS",
        "31 497, nrs. 3 en 4", "2019/20", "408",
        "99999999999999999999-1", "Kamerstuk", "passend onderwijs 31 497, nr. 3",
    ])
    func otherTextNamesNoPaper(text: String) {
        #expect(PaperID(spelling: text) == nil)
    }

    @Test(arguments: [
        ("31497-4O8", "kst-31497-408"), ("3l497-408", "kst-31497-408"), ("kst-31497-4o8", "kst-31497-408"),
        ("kst31497-408", "kst-31497-408"), ("kts-31497-408", "kst-31497-408"), ("kst_31497_408", "kst-31497-408"),
        ("2O2OZ19073", "2020Z19073"), ("31497-408", nil), ("hallo", nil), ("", nil),
    ])
    func mistypedIDsHaveASuggestion(text: String, id: String?) {
        #expect(PaperID.suggestion(for: text)?.rawValue == id)
    }

    @Test(arguments: [
        ("kst-31497-408", "31497", "408"), ("kst-35300-VIII-86", "35300-VIII", "86"), ("kst-33106-AA", "33106", "AA"),
        ("kst-21501-20-1742", "21501-20", "1742"), ("kst-21501-02-BO-n1", "21501-02", "BO"),
        ("kst-26643-144-h1", "26643", "144"), ("kst-20082009-31700-VI-D", "31700-VI", "D"),
        ("kst-23908-R1519-103", "23908", "103"), ("kst-LXXXII-A", "LXXXII", "A"), ("kst-1268678", nil, nil),
        ("dossier-35300-VIII", "35300-VIII", nil), ("h-tk-20192020-46-31", nil, nil),
    ])
    func partsAreTold(id: String, dossier: String?, number: String?) {
        #expect(PaperID(id)?.dossier == dossier)
        #expect(PaperID(id)?.number == number)
    }

    @Test(arguments: [
        ("kst-31497-408", Reference.Kind.kamerstuk, "https://zoek.officielebekendmakingen.nl/kst-31497-408.html"),
        ("dossier-34538", .kamerstuk, "https://zoek.officielebekendmakingen.nl/dossier/34538"),
        ("h-tk-20192020-46-31", .handelingen, "https://zoek.officielebekendmakingen.nl/h-tk-20192020-46-31.html"),
        ("h-tk-20192020-46", .handelingen, nil),
        ("blg-929493", .bijlage, "https://zoek.officielebekendmakingen.nl/blg-929493.pdf"),
        ("BWBR0005537", .regeling, "https://wetten.overheid.nl/jci1.3:c:BWBR0005537"),
        ("ECLI:NL:HR:2001:AB1838", .ecli, "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2001:AB1838"),
        ("celex-32016R0679", .europees, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679"),
        ("2020Z19073", .zaak, "https://www.tweedekamer.nl/kamerstukken/detail?id=2020Z19073"),
        ("2020D29447", .document, "https://www.tweedekamer.nl/downloads/document?id=2020D29447"),
        ("sha256-0123456789abcdef", nil, nil),
    ])
    func kindAndAddressFollowFromTheID(id: String, kind: Reference.Kind?, address: String?) {
        #expect(PaperID(id)?.kind == kind)
        #expect(PaperID(id)?.officialURL == address)
    }

    @Test func wholeDossiersAndSittingsArePartial() {
        #expect(PaperID("dossier-31497")?.isPartial == true)
        #expect(PaperID("h-tk-20192020-46")?.isPartial == true)
        #expect(PaperID("h-tk-20192020-46-31")?.isPartial == false)
        #expect(PaperID("kst-31497-408")?.isPartial == false)
    }
}
