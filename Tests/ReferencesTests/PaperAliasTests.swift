import References
import Testing

@Suite struct PaperAliasTests {
    private func id(_ text: String) -> PaperID { PaperID(canonical: text) }

    @Test(arguments: [
        ("kst-31700-VI-D", "2008-2009", ["kst-20082009-31700-VI-D"]),
        ("kst-31700-VI-D", "2008/09", ["kst-20082009-31700-VI-D"]),
        ("kst-20082009-31700-VI-D", nil, ["kst-31700-VI-D"]), ("kst-33106-AA", "2014-2015", []),
        ("kst-23908-R1519-103", nil, ["kst-23908-103"]), ("kst-26643-144-h1", nil, ["kst-26643-144"]),
        ("kst-31700-IXB-D-b1", nil, []), ("kst-31497-408", "2020-2021", []), ("kst-1259252", nil, []),
        ("h-tk-20192020-46-31", nil, []), ("opaque thing", "x", []),
    ])
    func someOtherIDsFollowFromTheIDItself(text: String, year: String?, aliases: [String]) {
        #expect(id(text).derivedAliases(sessionYear: year).map(\.rawValue) == aliases)
    }

    @Test(arguments: [
        ("kst-31700-VI-D", "kst-20082009-31700-VI-D"), ("kst-20082009-31700-VI-D", "kst-31700-VI-D"),
        ("kst-19981999-26000-A", "kst-26000-A"), ("kst-23908-R1519-103", "kst-23908-103"),
    ])
    func aCitationMayNameAPaperByAnotherID(text: String, other: String) {
        #expect(id(text).possibleAliases.map(\.rawValue).contains(other))
        #expect(!id(text).possibleAliases.contains(id(text)))
    }

    @Test(arguments: ["kst-31497-408", "h-tk-20192020-46-31", "kst-1259252", "opaque thing"])
    func mostPapersHaveOneID(text: String) { #expect(id(text).possibleAliases.isEmpty) }

    @Test func twinsAndPapersBeforeTypesettingAreTold() {
        var aliases = PaperAliases()
        aliases.add(id("kst-31497-475"), id("kst-33106-AA"))
        aliases.add(id("kst-33106-AA"), id("kst-1259252"))
        #expect(aliases.areSame(id("kst-1259252"), id("kst-31497-475")))
        #expect(aliases.representative(of: id("kst-1259252")) == id("kst-31497-475"))
        #expect(
            aliases.names(of: id("kst-33106-AA")).map(\.rawValue) == ["kst-1259252", "kst-31497-475", "kst-33106-AA"])
        #expect(!aliases.areSame(id("kst-31497-1"), id("kst-31497-475")))
        #expect(aliases.names(of: id("unknown")) == [id("unknown")])
    }

    @Test func tellingTheSameTwiceOrInACircleChangesNothing() {
        var aliases = PaperAliases()
        for (one, two) in [("a", "b"), ("b", "c"), ("c", "a"), ("a", "b"), ("a", "a")] { aliases.add(id(one), id(two)) }
        #expect(aliases.names(of: id("c")).count == 3)
    }

    @Test(arguments: [
        ("kst-31497-408", "2020-2021", "Kamerstukken II 2020/21, 31 497, nr. 408"),
        ("kst-31497-408", nil, "Kamerstukken II, 31 497, nr. 408"),
        ("kst-35300-VIII-86", "2019/20", "Kamerstukken II 2019/20, 35 300 VIII, nr. 86"),
        ("kst-21501-20-1742", "20202021", "Kamerstukken II 2020/21, 21 501-20, nr. 1742"),
        ("kst-33106-AA", "2014-2015", "Kamerstukken I 2014/15, 33 106, AA"),
        ("kst-20082009-31700-VI-D", nil, "Kamerstukken I 2008/09, 31700 VI, D".replacing("31700", with: "31 700")),
        ("kst-CXLVIII-A", "1999-2000", "Kamerstukken I 1999/2000, CXLVIII, A"),
        ("dossier-34538", nil, "Kamerstukken 34 538"),
        ("h-tk-20192020-46-31", nil, "Handelingen II 2019/20, nr. 46, item 31"),
        ("h-tk-20072008-7909-7943", nil, "Handelingen II 2007/08, p. 7909-7943"),
        ("ah-tk-20142015-1241", nil, "Aanhangsel Handelingen II 2014/15, nr. 1241"),
        ("stb-2021-393", nil, "Stb. 2021, 393"),
        ("com-2021-752", nil, "COM(2021) 752"), ("2020Z19073", nil, "2020Z19073"), ("kst-1259252", nil, "kst-1259252"),
    ])
    func theLeidraadSpellsThem(text: String, year: String?, citation: String) {
        #expect(id(text).citation(sessionYear: year) == citation)
    }
}
