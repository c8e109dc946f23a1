import Testing

@testable import Letters

/// Markers are a rising chain.
@Suite struct MarkerTests {
    private func markers(_ text: String, notes: [Int] = []) -> [String] {
        let body = notes.map { "\($0) Kamerstuk 31 497, nr. \(300 + $0)" }.joined(separator: "\n")
        let parsed = letter(" \(text)\n\n\(body)\n Volgende bladzijde van de brief.\n")
        return parsed.markers.map { "\($0.before)|\($0.note)" }
    }

    @Test(arguments: [
        ("Ik dank u.1 Daarbij", "u|1"), ("het onderwijs1 is goed", "onderwijs|1"), ("Zo bestaan.1 Dan", "bestaan|1"),
        ("gevraagd,1 via", "gevraagd|1"),
        ("te voegen1: «Dit", "voegen|1"), ("(ref: 26704845)1 is", "26704845|1"),
        ("«dubbel bijzonder»1 zijn", "bijzonder|1"),
        ("het OCW1 zegt", "OCW|1"), ("in het (v)so1.", "(v)so|1"), ("van 2018.1 In", "2018|1"),
        ("zie c.s.1, waarin", "c.s|1"),
        ("te vorderen. 1 Beide", "vorderen|1"), ("van 10 juni 20211 is", "2021|1"),
        ("tegen covid-191 is", "covid-19|1"),
        ("Richtlijn 2018/8441 gaat", "2018/844|1"), ("waren dat er 23.1 Het", "23|1"),
        ("een groei van 1,9%1 is", "1,9%|1"), ("Richtlijn 2022/2555;1 en", "2022/2555|1"),
    ])
    func aMarkerHangsOnItsWord(text: String, expected: String) {
        #expect(markers(text, notes: [1]) == [expected])
    }

    @Test func theChainTellsD66AndNoteSixApart() {
        let text = "Een.1 Twee.2 Drie.3 Vier.4 Vijf.5 Van VVD en D666 is dat. Zeven.7"
        #expect(markers(text, notes: Array(1...7))[5] == "D66|6")
    }

    @Test func aMarkerMayStandBehindTheAbbreviationOfAPastDate() {
        #expect(markers("mijn brief van 24 april jl.1 heb ik", notes: [1]) == ["jl|1"])
        let text = "Een.1 Zoals ik in mijn brief van 24 april jl. 2 aangaf.3"
        #expect(markers(text, notes: [1, 2, 3]) == ["Een|1", "jl|2", "aangaf|3"])
        #expect(
            markers("Een.1 Op 24 april jl. 12 scholen bezocht, zag ik dat.2", notes: [1, 2]) == ["Een|1", "dat|2"])
    }

    @Test func twoMarkersInARowHangOnOneWord() {
        #expect(markers("van de inspectie.1 2 Ik heb", notes: [1, 2]) == ["inspectie|1", "inspectie|2"])
        #expect(markers("van de indicatie.1 2Zij vinden", notes: [1, 2]) == ["indicatie|1", "indicatie|2"])
    }

    @Test func aCommaBetweenTwoMarkersGoesWithThem() {
        #expect(markers("van 2.318 gevallen.1,2 Ik heb", notes: [1, 2]) == ["gevallen|1", "gevallen|2"])
        #expect(markers("dat 35%1,2 van de werktijd", notes: [1, 2]) == ["35%|1", "35%|2"])
        #expect(markers("het rapport uit 20231,2 zegt", notes: [1, 2]) == ["2023|1", "2023|2"])
        #expect(markers("de «stille reserve»1,2 groeit", notes: [1, 2]) == ["reserve|1", "reserve|2"])
        #expect(markers("initiatieven tot 26.1,2 Een", notes: [1, 2]) == ["26|1", "26|2"])
        let parsed = letter(" Van de gevallen.1,2 Ik heb.\n\n1 Noot.\n2 Noot.\n")
        #expect(parsed.blockTexts == ["Van de gevallen. Ik heb."])
    }

    @Test(arguments: ["een schaal van 1,2 tot 5", "artikel 1,2 en 3", "met 2,3 procent", "zie art.1,2 van de wet"])
    func twoNumbersWithACommaAreNoMarkersBehindASpaceOrAnAbbreviation(text: String) {
        #expect(markers(text, notes: []).isEmpty)
    }

    @Test(arguments: [
        "De G4 en de G32, D66, COVID-19, artikel 5, het jaar 2016, € 5.000 en 9,5 miljoen, 3 mei 2021, nr. 7.",
        "In 2023 23,5 miljoen. Tabel 1: (zie figuur 1 en 2 op p.4 en 5). Een schaal van 1–5, cluster 3 en 4.",
        "B3- en B4-scholen, 142 van de 152, 15 procent; studiekeuze123.nl en 16-jarigen.",
    ])
    func aLetterWithoutNotesLosesNoDigit(text: String) {
        let parsed = letter(" \(text)\n")
        #expect(parsed.markers.isEmpty)
        #expect(parsed.blockTexts == [text])
    }

    @Test func aLostMarkerDoesNotEndTheChain() {
        #expect(markers("Een.1 Twee.2 Vier.4 Vijf.5", notes: [1, 2, 3, 4, 5]).map { $0.last } == ["1", "2", "4", "5"])
    }

    @Test func aLongChainMayGoOnFromTheHead() {
        let text = "Op 10 maart 20222 is gesproken.3 Het amendement van D664 gaat over onderwijs.5 Dat is gedaan.6\n"
        #expect(letter(text).markers.map(\.note) == [2, 3, 4, 5, 6])
    }

    @Test func withoutBodiesAChainFromOneIsStillBelieved() {
        let parsed = letter("Daar is om gevraagd.1 Dit is digitaal.2 Terug naar het onderwijs.3 Meer niet.\n")
        #expect(parsed.markers.map(\.note) == [1, 2, 3])
        #expect(parsed.blockTexts == ["Daar is om gevraagd. Dit is digitaal. Terug naar het onderwijs. Meer niet."])
    }

    // MARK: - In the head

    @Test(arguments: [
        ("33 106 Evaluatie hoger onderwijs\n\nAI1 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n", 3, 3, "AI"),
        ("33 106 Evaluatie hoger onderwijs\n\nB1 BRIEF VAN DE MINISTER\n", 3, 2, "B"),
        ("31 497 Passend onderwijs\n\nNr. 177 HERDRUK1 BRIEF VAN DE MINISTER\n", 3, 16, "HERDRUK"),
        ("31 497 Passend onderwijs\n\nNr. 440\nBRIEF1 VAN DE MINISTER\n", 4, 6, "BRIEF"),
    ])
    func aMarkerInTheHeadIsFound(head: String, line: Int, column: Int, before: String) throws {
        let parsed = letter(
            " \(head)\nDen Haag, 11 juni 2021\n\nHet gaat om onderwijs.2 Meer niet.\n\n1 De letters.\n2 Idem.\n Bladzijde.\n"
        )
        let marker = try #require(parsed.markers.first)
        #expect(parsed.markers.map(\.note) == [1, 2])
        #expect([marker.place.line, marker.place.column] == [line, column])
        #expect(marker.before == before)
        #expect(marker.anchor == Anchor(section: 0, block: nil, offset: 0))
        #expect(parsed.footnotes.map(\.number) == [1, 2])
    }

    @Test func aHeadWithoutMarkersLosesNoDigit() {
        let parsed = letter(
            "35 925 VIII Horizon 2020 en D66\n\nNr. 177 BRIEF VAN DE FRACTIES VAN D66 EN DE G4\n\nDen Haag, 11 juni 2021\n\nMeer niet.\n"
        )
        #expect(parsed.markers.isEmpty)
    }

    @Test func aPaperNumberGivesItsLastDigitOnlyWhereNoOtherDoes() {
        let text = "Zie de brief (Kamerstuk 25 763, nr. 46). Later volgde Kamerstuk 25 424, nr. 3711, die is herdrukt."
        #expect(markers(text, notes: [1]) == ["371|1"])
    }

    @Test(arguments: [
        "Meer op www.site.nl/doc1 en www.site.nl/doc2 en www.site.nl/doc3.",
        "Zie art.1 en art.2, nr.1 en nr.2, blz.1 en blz.2.", "In hoofdstuk II.1 en II.2 en B.1, B.2 en B.3.",
        "Zie COM(2020)1 en COM(2020)2 en SWD(2021)3.", "Het gaat om scope1 en scope2 en scope3.",
        "Het gaat om mbo1, mbo2, mbo3 en mbo4.", "Zie tabel1 en vraag2 over D66 en G32.",
    ])
    func aLetterWithoutNotesKeepsTheDigitsOfItsNames(text: String) {
        let parsed = letter("Den Haag, 3 mei 2020\n\nGeachte voorzitter,\n\n\(text)\n\nMeer tekst volgt hier.\n")
        #expect(parsed.markers.isEmpty)
        #expect(parsed.blockTexts.first == text)
    }

    @Test func theWordBeforeAMarkerIsNoLongerThanWords() {
        let text = String(repeating: "x", count: 5_000) + "woord1,ander2,laatste3. Einde."
        #expect(
            letter(text + "\n\n1 Een noot.\n2 Een noot.\n3 Een noot.\n").markers.allSatisfy {
                $0.before.utf8.count <= 256
            })
    }
}
