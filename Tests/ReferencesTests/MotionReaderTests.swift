import References
import Testing

@Suite struct MotionReaderTests {
    private func read(_ text: String) -> TextReader.Findings {
        var reader = TextReader()
        return reader.read(Array(text.utf8))
    }

    @Test(arguments: [
        (
            "Gewijzigde motie van de leden Vermue en Jasper van Dijk, Kamerstuk 34 511, nr. 16",
            Motion.Kind.gewijzigdeMotie, ["Vermue", "Jasper van Dijk"], false
        ),
        ("de motie van het lid Westerveld c.s. (Kamerstuk 31 497, nr. 3)", .motie, ["Westerveld"], true),
        ("de motie van\nde leden Rog\nen Van Meenen\n(Kamerstuk 31 497, nr. 3)", .motie, ["Rog", "Van Meenen"], false),
        ("de motie-Kwint/Westerveld (31 497, nr. 388)", .motie, ["Kwint", "Westerveld"], false),
        ("de nader gewijzigde motie-Koffeman c.s. (36 600 VIII, nr. 55)", .naderGewijzigdeMotie, ["Koffeman"], true),
        ("amendement van het lid El Yassini (Kamerstuk 35 300 VIII, nr. 12)", .amendement, ["El Yassini"], false),
        (
            "gewijzigd amendement van de leden Bisschop, Van der Staaij en Özütok (35 300 VIII, nr. 12)",
            .gewijzigdAmendement, ["Bisschop", "Van der Staaij", "Özütok"], false
        ),
        ("het subamendement-'t Hart (35 300, nr. 9)", .subamendement, ["'t Hart"], false),
        ("Motie Van den Berg-Jansen, Kamerstuk 31 497, nr. 12", .motie, ["Van den Berg-Jansen"], false),
        (
            "de toezegging aan het lid Van der Meulen (Handelingen II 2019/20, nr. 46, item 31)", .toezegging,
            ["Van der Meulen"], false
        ),
        ("de aangenomen motie (Kamerstuk 31 497, nr. 3)", .motie, [], false),
        ("zie Kamerstuk 34 511, nr. 16 (motie-Vermue c.s.)", .motie, ["Vermue"], true),
        ("(Kamerstuk 36 600 VIII, nr. 55, motie van de leden Rog en Kwint)", .motie, ["Rog", "Kwint"], false),
        ("Kamerstuk 34 511, nr. 16 (gewijzigde motie Vermue)", .gewijzigdeMotie, ["Vermue"], false),
    ])
    func aMotionKeepsItsTypeAndMovers(text: String, kind: Motion.Kind, movers: [String], hasOthers: Bool) {
        let motion = read(text).references.first?.motion
        #expect(motion == Motion(kind: kind, movers: movers, hasOthers: hasOthers))
    }

    @Test(arguments: [
        "mijn brief over de motie (Kamerstuk 31 497, nr. 3)".replacing("over de motie", with: "van mei"),
        "de moties die zijn ingediend bij het notaoverleg van 16 november (Kamerstuk 31 497, nr. 391)",
        "Over de motie is gesproken. De nota (Kamerstuk 31 497, nr. 3) gaat over iets anders.",
        "de promotie van leerlingen (Kamerstuk 31 497, nr. 3)",
        "in reactie op de motie van het lid Rog heb ik in mijn brief (Kamerstuk 31 497, nr. 3) gemeld",
    ])
    func anotherPaperIsNoMotion(text: String) {
        #expect(read(text).references.first?.motion == nil)
    }

    @Test func severalPapersBehindOnePluralAreAllMotions() {
        let found = read("De moties zijn overgenomen (Kamerstuk 31 497, nr. 386; Kamerstuk 31 497, nr. 388).")
            .references
        #expect(found.map { $0.motion?.kind } == [.motie, .motie])
        let one = read("De motie-Rog (31 497, nr. 386) en de brief (31 497, nr. 388).").references
        #expect(one.map { $0.motion?.movers } == [["Rog"], nil])
    }

    @Test func eachMotionOfAListHasItsOwnMovers() {
        let found = read(
            "de moties van de leden Bontenbal (CDA) en Erkens (VVD) (31 497, nr. 12), Ceder c.s. (31 497, nr. 13) en "
                + "van het lid Stoffer (31 497, nr. 14)")
        #expect(found.references.map { $0.motion?.movers } == [["Bontenbal", "Erkens"], ["Ceder"], ["Stoffer"]])
        #expect(found.references.map { $0.motion?.hasOthers } == [false, true, false])
    }

    @Test(arguments: [
        ("De motie-Rog (31 497, nr. 3) is hiermee afgedaan.", PaperStatus.Kind.afgedaan, ["kst-31497-3"]),
        (
            "Over de motie-Rog (31 497, nr. 3) het volgende. Het is klaar. Deze motie is hiermee afgedaan.", .afgedaan,
            ["kst-31497-3"]
        ),
        (
            "De moties zijn hiermee afgedaan (Kamerstuk 31 497, nr. 386; Kamerstuk 31 497, \nnr. 388).", .afgedaan,
            ["kst-31497-386", "kst-31497-388"]
        ),
        (
            "De motie-Rog (31 497, nr. 3) en de motie-Kwint (31 497, nr. 4). Deze moties beschouw ik als afgedaan.",
            .afgedaan, ["kst-31497-3", "kst-31497-4"]
        ),
        (
            "Eerst de motie-Rog (31 497, nr. 3). Dan de motie-Kwint (31 497, nr. 4). Nu is de motie-Rog uitgevoerd.",
            .uitgevoerd, ["kst-31497-3"]
        ),
        (
            "Met deze brief geef ik uitvoering aan de motie van het lid Rog (31 497, nr. 3).", .uitgevoerd,
            ["kst-31497-3"]
        ),
        ("Hiermee doe ik de toezegging aan het lid Rog (31 497, nr. 3) gestand.", .nagekomen, ["kst-31497-3"]),
        ("De toezegging (31 497, nr. 3) is hiermee afgedaan.", .nagekomen, ["kst-31497-3"]),
        ("De motie is hiermee afgedaan.", .afgedaan, []),
        ("Met mijn brief van 3 mei (31 497, nr. 9) is de motie-Rog afgedaan.", .afgedaan, []),
        (
            "De motie-Rog (31 497, nr. 3) volgt. De toezegging aan het lid Rog is hiermee afgedaan.", .nagekomen, []
        ),
        (
            "Zo is uitvoering gegeven aan de moties van de leden Rog (31 497, nr. 3) en Kwint c.s. (31 497, nr. 4).",
            .uitgevoerd, ["kst-31497-3", "kst-31497-4"]
        ),
        ("Hiermee is voldaan aan de motie-Rog (31 497, nr. 3).", .uitgevoerd, ["kst-31497-3"]),
        ("Met mijn brief (31 497, nr. 9) is de motie-Rog (31 497, nr. 3) afgedaan.", .afgedaan, ["kst-31497-3"]),
        (
            "Met deze brief beschouw ik de motie van het lid Rog (Kamerstuk 31 497, nr. 3) en de motie van het lid Kwint "
                + "(Kamerstuk 31 497, nr. 4) als afgedaan.", .afgedaan, ["kst-31497-3", "kst-31497-4"]
        ),
        (
            "Met deze brief zijn de moties van de leden Rog (Kamerstuk 31 497, nr. 3) en Kwint (Kamerstuk 31 497, nr. 4) "
                + "afgedaan.", .afgedaan, ["kst-31497-3", "kst-31497-4"]
        ),
        (
            "De motie-Kwint (31 497, nr. 3) vraagt om geld. De motie-Kwint (31 497, nr. 4) vraagt om leraren. "
                + "De motie-Kwint is hiermee afgedaan.", .afgedaan, []
        ),
        ("Hiermee is de toezegging (31 497, nr. 3) voldaan.", .nagekomen, ["kst-31497-3"]),
        ("Hiermee is voldaan aan de toezegging (31 497, nr. 3).", .nagekomen, ["kst-31497-3"]),
        ("Met deze brief voldoe ik aan de toezegging (31 497, nr. 3).", .nagekomen, ["kst-31497-3"]),
        ("Hiermee kom ik de toezegging (31 497, nr. 3) na.", .nagekomen, ["kst-31497-3"]),
        ("Hiermee doe ik de motie-Rog (31 497, nr. 3) af.", .afgedaan, ["kst-31497-3"]),
        ("Hiermee is invulling gegeven aan de motie-Rog (31 497, nr. 3).", .uitgevoerd, ["kst-31497-3"]),
        (
            "Met de motie-Rog (31 497, nr. 3) ben ik niet gelukkig, maar ik beschouw haar als afgedaan.", .afgedaan,
            ["kst-31497-3"]
        ),
    ])
    func whatHasBecomeOfItIsKept(text: String, kind: PaperStatus.Kind, targets: [String]) throws {
        let statuses = read(text).statuses
        let status = try #require(statuses.first)
        #expect(statuses.count == 1)
        #expect(status.kind == kind)
        #expect(status.targets.map(\.rawValue) == targets)
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").hasSuffix(status.sentence))
        #expect(Array(text.utf8)[status.range.lowerBound] == Array(status.sentence.utf8)[0])
    }

    @Test(arguments: [
        "De motie-Rog (31 497, nr. 3) is nog niet afgedaan.", "Hiermee is dit onderwerp afgedaan.",
        "De motie-Rog (31 497, nr. 3) zal worden uitgevoerd.", "De motie-Rog (31 497, nr. 3) wordt uitgevoerd.",
        "De motie-Rog (31 497, nr. 3) is ingediend. Het onderzoek is uitgevoerd.",
        "De toezegging over de motie-Rog (31 497, nr. 3) kan pas worden afgedaan als het onderzoek er is.",
        "De motie-Rog (31 497, nr. 3) is deels afgedaan.", "Is de motie-Rog (31 497, nr. 3) al afgedaan?",
        "Ik verwacht de motie-Rog (31 497, nr. 3) in 2024 als afgedaan te kunnen beschouwen.",
        "Ik hoop de motie-Rog (31 497, nr. 3) dit jaar te hebben afgedaan.",
        "De motie-Rog (31 497, nr. 3) wordt naar verwachting in 2024 afgedaan.",
        "Zodra de motie-Rog (31 497, nr. 3) is uitgevoerd, meld ik dat.",
        "Als de motie-Rog (31 497, nr. 3) is uitgevoerd, meld ik dat.",
        "De motie-Rog (31 497, nr. 3) is grotendeels afgedaan.",
        "Het onderzoek is uitgevoerd naar aanleiding van de motie-Rog (31 497, nr. 3).",
        "Het advies over de motie-Rog (31 497, nr. 3) is door SEO uitgevoerd.",
    ])
    func whatIsNotDoneIsNoStatus(text: String) {
        #expect(read(text).statuses.isEmpty)
    }

    @Test func eachPartOfASentenceSpeaksOfItsOwnMotion() {
        let found = read(
            "De motie-Rog (Kamerstuk 31 497, nr. 3) is nog niet uitgevoerd, maar de motie-Kwint (Kamerstuk 31 497, nr. 4) "
                + "is afgedaan; de motie-Beertema (Kamerstuk 31 497, nr. 5) is uitgevoerd.")
        #expect(found.statuses.map(\.kind) == [.afgedaan, .uitgevoerd])
        #expect(found.statuses.map { $0.targets.map(\.rawValue) } == [["kst-31497-4"], ["kst-31497-5"]])
    }

    @Test(arguments: [
        (
            "De motie Rog (Kamerstuk 31 497, nr. 300) is afgedaan, de motie Kwint (Kamerstuk 31 497, nr. 301) blijft staan.",
            ["kst-31497-300"]
        ),
        (
            "Hierbij doe ik de motie van het lid Bisschop (Kamerstuk 31 497, nr. 300) af, terwijl de motie-Rog "
                + "(Kamerstuk 31 497, nr. 301) in behandeling blijft.", ["kst-31497-300"]
        ),
        (
            "Met het besluit (Stb. 2021, 393) is de motie van het lid Rog (Kamerstuk 31 497, nr. 300) uitgevoerd.",
            ["kst-31497-300"]
        ),
        (
            "De motie-Koffeman c.s. (Kamerstuk 31 497, nr. 300) is uitgevoerd en de motie van het lid Kwint (Kamerstuk "
                + "31 497, nr. 301) nog niet.", ["kst-31497-300"]
        ),
        (
            "De motie Rog (Kamerstuk 31 497, nr. 300) en de motie Kwint (Kamerstuk 31 497, nr. 301) zijn afgedaan.",
            ["kst-31497-300", "kst-31497-301"]
        ),
    ])
    func aStatusIsThatOfItsOwnMotions(text: String, targets: [String]) {
        #expect(read(text).statuses.map { $0.targets.map(\.rawValue) } == [targets])
    }

    @Test(arguments: [
        "Er is onderzoek uitgevoerd naar de motie van het lid Rog (Kamerstuk 31 497, nr. 300).",
        "Ten aanzien van de motie van het lid Rog (Kamerstuk 31 497, nr. 300) heb ik onderzoek uitgevoerd.",
        "Deze motie (Kamerstuk 31 497, nr. 300) beschouw ik nog onvoldoende afgedaan.",
    ])
    func whatIsDoneBesideAMotionIsNoStatus(text: String) {
        #expect(read(text).statuses.isEmpty)
    }

    @Test func aSentenceWithoutEndIsToldAFewTimes() {
        let found = read(String(repeating: "de motie is afgedaan maar ", count: 2000))
        #expect(found.statuses.count < 500)
    }

    @Test func aMotionBehindAPaperIsNotAlsoTheNextPaper() {
        let found = read("Kamerstuk 34 511, nr. 16 (motie-Vermue) en Kamerstuk 34 511, nr. 17")
        #expect(found.references.map(\.motion?.movers) == [["Vermue"], nil])
    }

    @Test func aSentenceEndsBeforeTheNoteBelowIt() {
        let found = read(
            "Over de motie-Rog (31 497, nr. 3). Deze motie is hiermee afgedaan.1\n1 Kamerstuk 31 497, nr. 9.")
        #expect(found.statuses.map(\.sentence) == ["Deze motie is hiermee afgedaan."])
    }
}
