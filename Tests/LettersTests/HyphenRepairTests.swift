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
        ("Rijks-", "2023"),
    ])
    func theHyphenOfAnAddressAnAcronymOrANameStays(left: String, right: String) {
        #expect(decide(left, right) == .keep)
    }

    @Test func aWordThatTheLetterWritesWithAHyphenKeepsIt() {
        #expect(decide("implementatie-", "impuls") == .join)
        #expect(decide("implementatie-", "impuls", written: ["implementatie-impuls"]) == .keep)
        #expect(decide("Implementatie-", "impuls.", written: ["implementatie-impuls"]) == .keep)
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
}
