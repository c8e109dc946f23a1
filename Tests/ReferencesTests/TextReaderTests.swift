import References
import Testing

/// Short forms, motions and feet of pages in plain text that still has its notes.
@Suite struct TextReaderTests {
    private func read(_ text: String) -> TextReader.Findings {
        var reader = TextReader()
        return reader.read(Array(text.utf8))
    }

    private func targets(_ text: String) -> [[String]] { read(text).references.map { $0.targets.map(\.rawValue) } }

    // MARK: - Feet and heads

    @Test(arguments: ["5\n", "5", "5  \n", "\n5\n"])
    func theFootOfAPageIsNoCitation(page: String) {
        let found = read("De scholen\nTweede Kamer, vergaderjaar 2019–2020, 29 398, nr. 812\n\(page)").references
        #expect(found.map(\.relation) == [.own])
    }

    @Test(arguments: ["5 scholen", "", "12345\n"])
    func withoutAPageItIs(below: String) {
        let found = read("De scholen\nTweede Kamer, vergaderjaar 2019–2020, 29 398, nr. 812\n\(below)").references
        #expect(found.map(\.relation) == [.cites])
    }

    @Test func idemPassesOverAFoot() {
        let text =
            "Zie Kamerstuk 31 305, nr. 14.\nTweede Kamer, vergaderjaar 2019–2020, 29 398, nr. 812\n5\n(Idem, p. 4)"
        #expect(targets(text) == [["kst-31305-14"], ["kst-29398-812"], ["kst-31305-14"]])
        #expect(read("Tweede Kamer, vergaderjaar 2019–2020, 29 398, nr. 812 5\nIdem").references.last?.targets == [])
    }

    @Test func theFirstOfStackedDossiersIsMeantAndTheOthersAreKept() {
        let found = read("29 398\n31 305\n30 196\n\nTitel\n\nNr. 812\n\nBRIEF VAN DE MINISTER").references
        #expect(found.map(\.alsoDossiers) == [["31305", "30196"]])
    }

    // MARK: - Notes

    @Test(arguments: ["%.", "%)", "[%]", "%\u{a0}", "% ", "%"])
    func notesAreMarkedInManyWays(mark: String) {
        func label(_ number: Int) -> String {
            mark.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\(number)")
        }
        let text = "\(label(1)) Kamerstuk 29 398, nr. 812, p. 3.\n\(label(2)) Ibidem, p. 5.\n\(label(3)) Zie noot 1."
        #expect(targets(text) == [["kst-29398-812"], ["kst-29398-812"], ["kst-29398-812"]])
    }

    @Test func notesInSuperscriptDigitsAreNotes() {
        #expect(
            targets("¹ Kamerstuk 29 398, nr. 812.\n² Idem.\n³Idem") == Array(repeating: ["kst-29398-812"], count: 3))
        #expect(targets("¹⁰ Kamerstuk 29 398, nr. 812.\n¹¹ Idem.").last == ["kst-29398-812"])
    }

    @Test func aSentenceThatEndsInANumberIsNoNote() {
        #expect(read("Zie Kamerstuk 29 398, nr. 812 uit 2020. Idem dito geldt elders.").references.count == 1)
    }

    @Test func tapNamesAllWorksThatItMayMean() {
        let found = read("1 Kamerstuk 29 398, nr. 812.\n2 Kamerstuk 31 305, nr. 14.\n3 T.a.p., p. 2").references
        #expect(found.last?.targets == [])
        #expect(found.last?.candidates.map(\.rawValue) == ["kst-29398-812", "kst-31305-14"])
        #expect(
            targets("1 Kamerstuk 29 398, nr. 812.\n2 Kamerstuk 29 398, nr. 812, p. 3.\n3 T.a.p.").last == [
                "kst-29398-812"
            ])
    }

    @Test func furtherQuestionsOfTheSessionMayFollow() {
        let text = "(Aanhangsel Handelingen, vergaderjaar 2017–2018, nr. 311) en elders (idem, nr. 312)"
        #expect(targets(text) == [["ah-tk-20172018-311"], ["ah-tk-20172018-312"]])
    }

    // MARK: - Letters by their dates

    @Test func aLetterNamedByItsDateIsThePaperLinkedBefore() {
        let found = read(
            "Bij brief van 12 maart 2020 (Kamerstuk 29 398, nr. 812) is dit gemeld. In mijn brief van 12 maart 2020 staat "
                + "dat. De brief van 13 maart 2020 niet.")
        #expect(found.references.map { $0.targets.map(\.rawValue) } == [["kst-29398-812"], ["kst-29398-812"]])
        #expect(found.references.last?.raw == "mijn brief van 12 maart 2020")
        #expect(found.references.last?.relation == .idem)
    }

    @Test func twoLettersOfOneDateAreNamed() {
        let found = read(
            "De brief van 12 maart 2020 (Kamerstuk 29 398, nr. 812) en de brief van 12 maart 2020 (Kamerstuk 31 305, nr. 14) "
                + "zijn er. In de brief van 12 maart 2020 staat dat.")
        #expect(found.references.last?.warnings == [.ambiguous])
        #expect(found.references.last?.candidates.map(\.rawValue) == ["kst-29398-812", "kst-31305-14"])
    }

    // MARK: - Motions

    @Test func aMotionNamedAgainByItsMoverIsItsPaper() {
        let found = read(
            "Over de motie-Stoffer c.s. (29 398, nr. 812) het volgende. De motie-Stoffer is hiermee afgedaan.")
        #expect(found.references.map(\.raw) == ["29 398, nr. 812", "motie-Stoffer"])
        #expect(found.references.last?.relation == .idem)
        #expect(found.references.last?.motion?.movers == ["Stoffer"])
        #expect(found.statuses.map { $0.targets.map(\.rawValue) } == [["kst-29398-812"]])
    }

    @Test func theFirstOfItsMoversMayStandForAll() {
        let found = read(
            "De motie van de leden Stoffer en Van der Plas (29 398, nr. 812) vraagt dit. De motie-Stoffer is hiermee afgedaan."
        )
        #expect(found.statuses.map { $0.targets.map(\.rawValue) } == [["kst-29398-812"]])
        let two = read(
            "De motie van de leden Stoffer en Van der Plas (29 398, nr. 812) en de motie van de leden Stoffer en Bisschop "
                + "(29 398, nr. 814). De motie-Stoffer is hiermee afgedaan.")
        #expect(two.statuses.map(\.targets) == [[]])
    }

    @Test(arguments: [
        "de motie van de leden Stoffer en Van der Plas7 over verkeer.",
        "de motie van de leden Stoffer en Van der Plas over verkeer.7 Dit",
        "de motie van de leden Stoffer en Van der Plas over verkeer7 in de stad.",
    ])
    func aNoteBehindTheMarkerNamesThePaper(sentence: String) {
        let found = read("Dit volgt uit \(sentence)\n\n6 Zie de site.\n7 Kamerstuk 29 398, nr. 812").references
        #expect(found.map(\.motion?.movers) == [["Stoffer", "Van der Plas"]])
    }

    @Test func aMarkerBehindTheSentenceNamesNothingOfIt() {
        let found = read("De motie van het lid Stoffer is er. Zie de brief7.\n\n7 Kamerstuk 29 398, nr. 812").references
        #expect(found.map(\.motion) == [nil])
    }

    @Test func eachMotionOfAListHasItsOwnMoverBehindAHyphen() {
        let found = read("De moties-Stoffer (29 398, nr. 812) en -Bisschop (29 398, nr. 814) zijn hiermee afgedaan.")
        #expect(found.references.map(\.motion?.movers) == [["Stoffer"], ["Bisschop"]])
    }

    @Test(arguments: [
        ("(Kamerstuk 29 398, nr. 812, t.v.v. nr. 805)", ["kst-29398-812", "kst-29398-805"]),
        ("(29 398, nr. 812, was nr. 805)", ["kst-29398-812", "kst-29398-805"]),
        ("Zij krijgt nr. 812, was nr. 805 (29398).", ["kst-29398-812", "kst-29398-805"]),
        (
            "(Kamerstuk 29 398, nr. 812, ter vervanging van die gedrukt onder nr. 805)",
            ["kst-29398-812", "kst-29398-805"]
        ),
    ])
    func whatANewVersionTakesThePlaceOfIsNoCitation(text: String, ids: [String]) {
        let found = read("De gewijzigde motie van het lid Stoffer \(text)").references
        #expect(found.flatMap(\.targets).map(\.rawValue) == ids)
        #expect(found.map(\.relation) == [.cites, .replaces])
        #expect(found.last?.motion == nil)
    }

    @Test func theReportGivesAMotionItsNumber() {
        let found = read(
            "Deze motie is voorgesteld door de leden Stoffer en Bisschop.\nZij krijgt nr. 812 (29398)."
        ).references
        #expect(found.map(\.motion?.movers) == [["Stoffer", "Bisschop"]])
    }

    @Test(arguments: [
        ("motie van mevrouw Van Dijk en de heer Stoffer (29 398, nr. 812)", ["Van Dijk", "Stoffer"]),
        ("motie van wantrouwen van het lid Bisschop (29 398, nr. 812)", ["Bisschop"]),
        ("motie-\nBisschop (29 398, nr. 812)", ["Bisschop"]),
        ("amende-\nment van het lid Bisschop (29 398, nr. 812)", ["Bisschop"]),
    ])
    func moversAreNamedInManyWays(text: String, movers: [String]) {
        #expect(read(text).references.first?.motion?.movers == movers)
    }

    @Test(arguments: [
        "Met deze motie-achtige geste is de kous afgedaan.",
        "Ingevolge de motie-Stoffer (SGP) uit 2019 is de discussie afgedaan.",
    ])
    func whatAMotionIsOnlyComparedWithIsNoStatus(text: String) {
        #expect(read(text).statuses.isEmpty)
    }
}
