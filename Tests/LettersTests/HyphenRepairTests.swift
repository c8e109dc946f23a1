import Testing

@testable import Letters

@Suite struct HyphenRepairTests {
    private func decide(_ left: String, _ right: String, written: [String] = []) -> HyphenDecision.Outcome {
        let repair = HyphenRepair(evidence: HyphenEvidence(words: written))
        let source = Array(right.utf8)
        return repair.decide(left: Array(left.utf8)[...], source, right: 0..<source.count).decision
    }

    @Test(arguments: [
        ("samen-", "werking"), ("hoogbe-", "gaafdheid."), ("geïnfor-", "meerd"), ("(hoog)be-", "gaafde"),
        ("onderwijs-", "zorgarrangementen"), ("voorzie-", "ningen en"), ("lessen-", "enquête"),
    ])
    func aBrokenWordIsJoined(left: String, right: String) {
        #expect(decide(left, right) == .join)
    }

    @Test(arguments: [
        ("onderwijs-", "en/of ondersteuning"), ("po-", "en vo-ouders"), ("inhaal-", "of"), ("vracht-", "tot"),
    ])
    func aSuspendedPartKeepsItsHyphenBeforeItsConjunction(left: String, right: String) {
        #expect(decide(left, right) == .keepWithSpace)
    }

    @Test(arguments: [
        ("https://www.passendonderwijs.nl/wp-", "content/uploads"), ("www.nji-", "site.nl"), ("info@min-", "ocw.nl"),
        ("(leraren-", ")opleidingen"), ("VO-", "raad"), ("PO-", "Raad"), ("16-", "jarigen"), ("B4-", "scholen"),
        ("Rijks-", "2023"), ("mbo-", "instellingen"), ("havo-/vwo-", "leerlingen"), ("2e-", "lijns"),
        ("vmbo-", "t"), ("oud-", "minister"), ("ex-", "minister"), ("minister-", "president,"),
        ("secretaris-", "generaal"),
    ])
    func theHyphenOfAnAddressAnAcronymOrANameStays(left: String, right: String) {
        #expect(decide(left, right) == .keep)
    }

    @Test func aWordThatTheLetterWritesWithAHyphenKeepsIt() {
        #expect(decide("implementatie-", "plan") == .join)
        #expect(decide("implementatie-", "plan", written: ["implementatie-plan"]) == .keep)
        #expect(decide("Implementatie-", "plan.", written: ["implementatie-plan"]) == .keep)
    }

    @Test func aWordThatStandsInOnePieceElsewhereIsJoinedAllTheSame() {
        #expect(decide("tweeminuten-", "debat", written: ["tweeminuten-debat", "tweeminutendebat"]) == .join)
        let parsed = letter(
            """
            Het implementatie-plan is af. Het vo-beleid ook. Het implementatieplan volgt, en het implementatie-
            plan. Over het vo-
            beleid volgt meer.
            """)
        #expect(parsed.blockTexts.first?.contains("en het implementatieplan. Over het vo-beleid volgt") == true)
    }

    @Test(arguments: [("auto-", "ongeluk"), ("zee-", "egel"), ("re-", "integratie"), ("mini-", "informatie")])
    func twoVowelsThatWouldBeOneSoundKeepTheirHyphen(left: String, right: String) {
        #expect(decide(left, right) == .keep)
    }

    @Test(arguments: [
        ("be-", "invloeden"), ("onge-", "interesseerd"), ("co-", "ordinatie"), ("offici-", "eel"), ("muse-", "um"),
        ("speci-", "aal"),
    ])
    func vowelsWithinAWordAreJoined(left: String, right: String) {
        #expect(decide(left, right) == .join)
    }

    @Test(arguments: [
        ("geïnfor\u{AD}\nmeerd", "geïnformeerd"),
        ("zie https://www.example.nl/\njaarruimte", "zie https://www.example.nl/jaarruimte"),
        ("en/\nof", "en/ of"),
    ])
    func aSoftHyphenOrAnAddressRunsOnOverTheLine(text: String, cleaned: String) {
        #expect(
            letter("Wij zijn hierover \(text) door uw Kamer.\n").blockTexts == [
                "Wij zijn hierover \(cleaned) door uw Kamer."
            ])
    }

    @Test func everyDecisionIsListedWithItsPlaceAndItsReason() {
        let text = "De samen-\nwerking van po-\nen vo-scholen met de PO-\nRaad en de inspec-\n"
        let hyphens = LetterParser().explain(SourceText(path: "x", bytes: Array(text.utf8))).hyphens
        #expect(hyphens.map(\.result) == ["samenwerking", "po- en", "PO-Raad", "inspec-"])
        #expect(hyphens.map(\.outcome) == [.join, .keepWithSpace, .keep, .none])
        #expect(hyphens.map(\.reason) == [.broken, .suspended, .capitalOrDigit, .nothingFollows])
        #expect(hyphens.map(\.place.line) == [1, 2, 3, 4])
        #expect(hyphens.first?.place.column == 9)
    }

    @Test func wordsRunOnOverNotesAndPages() {
        let parsed = letter(
            """
             De afspraken over het gebied van hoogbe-

            1 Kamerstuk 31 497, nr. 371
             gaafdheid.1 Daarmee is het af.
            """)
        #expect(parsed.blockTexts == ["De afspraken over het gebied van hoogbegaafdheid. Daarmee is het af."])
    }

    private func results(_ text: String) -> [String] {
        LetterParser().explain(SourceText(path: "x", bytes: Array(text.utf8))).hyphens.map(\.result)
    }

    @Test func aMarkerIsNoPartOfTheWordThatGoesOn() {
        let body = "Er is een besluit genomen over de aanpak van de werk-\ngroep-Derksen1 en dat is zo."
        #expect(results("\(body)\n\n1 Kamerstuk 31 497, nr. 386.\n") == ["werkgroep-Derksen"])
    }

    @Test func hyphensInHeadAndSignatureAreListedToo() {
        let text = """
            Ministerie van Financiën

            Datum 4 juli 2018
            Betreft Pensioenen van zelfstandigen en de waarde-
            overdracht van kleine pensioenen

            Geachte voorzitter,

            Dit is de brief over de pensioenen, die u hebt gevraagd.
            """
        #expect(results(text) == ["waardeoverdracht"])
    }

    @Test func anAddressBrokenBehindASlashOrAnUnderscoreGoesOn() {
        let parsed = letter("Dit staat op www.overzicht.nl/stand_\nvan_zaken/\ndeel1 en dat is bekend.\n")
        #expect(parsed.blockTexts == ["Dit staat op www.overzicht.nl/stand_van_zaken/deel1 en dat is bekend."])
    }
}
