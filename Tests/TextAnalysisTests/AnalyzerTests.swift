import Testing

@testable import TextAnalysis

@Suite struct AnalyzerTests {
    /// Tokens as `position:surface`, with the stem behind a slash where it differs.
    private func tokens(_ text: String) throws -> [String] {
        var analyzer = try Analyzer()
        return analyzer.tokens(of: text).map { token in
            "\(token.position):\(token.surface)" + (token.stem.map { "/\($0)" } ?? "")
        }
    }

    private func surfaces(_ text: String) throws -> [String] {
        var analyzer = try Analyzer()
        return analyzer.tokens(of: text).map { "\($0.position):\($0.surface)" }
    }

    @Test func aCompoundIsOneToken() throws {
        #expect(try surfaces("basisondersteuning") == ["0:basisondersteuning"])
        #expect(try tokens("De basisondersteuning.") == ["0:de", "1:basisondersteuning/basisondersteun"])
    }

    @Test(arguments: [
        ("de (hoog)begaafde leerling", ["0:de", "1:hoogbegaafde", "1:begaafde", "2:leerling"]),
        ("(v)so", ["0:vso", "0:so"]),
        ("((v)so)", ["0:vso", "0:so"]),
        ("s(b)o", ["0:sbo", "0:so"]),
        ("v(s)o,", ["0:vso", "0:vo"]),
        ("rapportage(s) en", ["0:rapportages", "0:rapportage", "1:en"]),
        ("ouder(s)/verzorger(s)", ["0:ouders", "0:ouder", "1:verzorgers", "1:verzorger"]),
        ("onderwijs(zorg)consulent", ["0:onderwijszorgconsulent", "0:onderwijsconsulent"]),
        ("(leraren-)opleidingen", ["0:lerarenopleidingen", "0:opleidingen"]),
        ("leerling(-en)", ["0:leerlingen", "0:leerling"]),
        ("(mede)werk(st)er", ["0:medewerkster", "0:werker"]),
        ("hoog)begaafde", ["0:hoogbegaafde", "0:begaafde"]),
        ("(v)so31", ["0:vso31", "0:so31"]),
    ])
    func bracketsInAWordGiveTwoReadingsAtOnePosition(text: String, expected: [String]) throws {
        #expect(try surfaces(text) == expected)
    }

    @Test(arguments: [
        ("(voortgezet) speciaal", ["0:voortgezet", "1:speciaal"]),
        ("zorg (jeugd)", ["0:zorg", "1:jeugd"]),
        ("onderwijs(behoefte", ["0:onderwijs", "1:behoefte"]),
        ("artikel 8(a)", ["0:artikel", "1:8", "2:a"]),
        ("(31 497)", ["0:31", "1:497"]),
        ("()", []),
        (")(", []),
        ("a()b", ["0:a", "1:b"]),
        ("oud-(lid", ["0:oud", "1:lid"]),
    ])
    func bracketsAroundWordsAreNoPartOfThem(text: String, expected: [String]) throws {
        #expect(try surfaces(text) == expected)
    }

    @Test(arguments: [
        ("de VO-raad zegt", ["0:de", "1:voraad", "1:vo", "2:raad", "3:zegt"]),
        ("VO\u{2010}raad", ["0:voraad", "0:vo", "1:raad"]),
        ("VO\u{2011}raad", ["0:voraad", "0:vo", "1:raad"]),
        ("16-jarigen", ["0:16jarigen", "0:16", "1:jarigen"]),
        ("2020-2021", ["0:2020", "1:2021"]),
        ("po- en vo-ouders", ["0:po", "1:en", "2:voouders", "2:vo", "3:ouders"]),
        ("vo--raad", ["0:vo", "1:raad"]),
        ("-vo-", ["0:vo"]),
        ("oud-(hoog)begaafden", ["0:oudhoogbegaafden", "0:oud", "1:hoogbegaafden", "1:begaafden"]),
    ])
    func hyphensGiveThePartsAndTheWholeAtTheFirstPosition(text: String, expected: [String]) throws {
        #expect(try surfaces(text) == expected)
    }

    @Test(arguments: [
        ("thema’s", ["0:thema's/thema"]),
        ("thema's", ["0:thema's/thema"]),
        ("TLV’s", ["0:tlv's/tlv"]),
        ("zo’n", ["0:zo'n"]),
        ("’s ochtends", ["0:s", "1:ochtends/ochtend"]),
        ("'woord'", ["0:woord"]),
    ])
    func apostrophesWithinWordsStayAndThosePluralsGoFromTheStem(text: String, expected: [String]) throws {
        #expect(try tokens(text) == expected)
    }

    @Test(arguments: [
        ("31 497", ["0:31", "1:497"]),
        ("31.497", ["0:31.497"]),
        ("nr. 408", ["0:nr", "1:408"]),
        ("€ 1.500,50.", ["0:1.500,50"]),
        ("D66", ["0:d66"]),
        ("artikel:lid", ["0:artikel", "1:lid"]),
        ("o.a. en i.p.v.", ["0:o.a", "1:en", "2:i.p.v"]),
    ])
    func numbersAndAbbreviationsSplitAsTyped(text: String, expected: [String]) throws {
        #expect(try surfaces(text) == expected)
    }

    @Test(arguments: [
        ("Geïnformeerd", "geinformeerd"), ("COÖPERATIE", "cooperatie"), ("voorkómen", "voorkomen"), ("Één", "een"),
        ("e\u{301}e\u{301}n", "een"), ("ĳs", "ijs"), ("Ĳsland", "ijsland"), ("straße", "strasse"),
        ("ﬁnancieel", "financieel"),
        ("basis\u{ad}ondersteuning", "basisondersteuning"), ("Łódź", "lodz"), ("smørrebrød", "smorrebrod"),
        ("Ünïcödé", "unicode"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("ＡＢＣ", "abc"), ("œuvre", "oeuvre"),
    ])
    func wordsThatDifferInCaseAndAccentsAreOneTerm(text: String, folded: String) throws {
        #expect(try surfaces(text) == ["0:\(folded)"])
    }

    @Test func rangesAreTheBytesOfTheWordsInTheText() throws {
        var analyzer = try Analyzer()
        let text = "één (hoog)begaafde, rapportage(s) VO-raad"
        let marked = analyzer.tokens(of: text).map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
        #expect(
            marked == [
                "één", "(hoog)begaafde", "(hoog)begaafde", "rapportage(s)", "rapportage(s)", "VO-raad", "VO", "raad",
            ])
    }

    @Test func positionsGoOnFromWhereTheCallerSays() throws {
        var analyzer = try Analyzer()
        var tokens: [Token] = []
        let next = analyzer.appendTokens(of: "een twee", from: 5, to: &tokens)
        #expect(next == 7)
        #expect(analyzer.appendTokens(of: "vo-raad", from: next + 100, to: &tokens) == 109)
        #expect(tokens.map(\.position) == [5, 6, 107, 107, 108])
    }

    @Test func aWordOfAMillionLettersIsCutAndTakesLinearTime() throws {
        var analyzer = try Analyzer()
        let tokens = analyzer.tokens(
            of: String(repeating: "é", count: 1_000_000) + " " + String(repeating: "漢", count: 300))
        #expect(tokens.first?.surface == String(repeating: "e", count: 255))
        #expect(tokens.allSatisfy { $0.surface.utf8.count <= 255 })
        #expect(analyzer.tokens(of: String(repeating: "a-", count: 100_000)).count == 100_000)
        #expect(analyzer.tokens(of: String(repeating: "a(", count: 100_000)).count == 100_000)
        #expect(analyzer.tokens(of: String(repeating: "e\u{301}", count: 100_000)).count == 1)
    }

    @Test func punctuationAroundAWordIsNoPartOfIt() throws {
        var analyzer = try Analyzer()
        let text =
            "basisondersteuning, (basisondersteuning) “Basisondersteuning” basisondersteuning’ /basisondersteuning."
        let count = analyzer.tokens(of: text).count { $0.surface == "basisondersteuning" }
        #expect(count == 5)
    }
}

@Suite struct AnalyzerReadingsTests {
    @Test(arguments: [
        ("leraren", ["leraren"]),
        ("de VO-raad zegt", ["de voraad zegt", "de vo raad zegt"]),
        ("(hoog)begaafde leerling", ["hoogbegaafde leerling", "begaafde leerling"]),
        ("s(b)o en v(s)o", ["sbo en vso", "sbo en vo", "so en vso", "so en vo"]),
        ("", [""]),
        ("– …", [""]),
    ])
    func aPhraseIsReadInEveryWayThatItCanStandInAText(text: String, expected: [String]) throws {
        var analyzer = try Analyzer()
        let readings = analyzer.readings(of: text)
        #expect(readings.map { $0.map(\.surface).joined(separator: " ") } == expected)
        for reading in readings { #expect(reading.map(\.position) == Array(0..<UInt32(reading.count))) }
    }

    @Test func readingsAreNoMoreThanSixteenHoweverLongThePhrase() throws {
        var analyzer = try Analyzer()
        let readings = analyzer.readings(of: String(repeating: "s(b)o ", count: 300))
        #expect(readings.count == 16)
        #expect(readings.allSatisfy { $0.count == 300 })
    }
}
