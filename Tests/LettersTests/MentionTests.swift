import References
import Testing

@testable import Letters

@Suite struct MentionTests {
    private func targets(_ text: String) -> [[String]] {
        letter(text).mentions.map { $0.reference.targets.map(\.rawValue) }
    }

    @Test func aCitationMayRunOverALineAndABlankLine() {
        #expect(targets("Zie de brief hierover (Kamerstuk 31 497,\nnr. 388) aan uw Kamer.\n") == [["kst-31497-388"]])
        #expect(
            targets(" Zie dat.1\n\n1 Omzien naar elkaar, bijlage bij Kamerstuk \n\n35 788, nr. 77\n Verder.\n") == [
                ["kst-35788-77"]
            ])
    }

    @Test func aMarkerBehindANumberIsNoPartOfIt() {
        let text = " Dat staat in Kamerstuk 31 497, nr. 3711 en elders.2\n\n1 Eerste noot.\n2 Tweede noot.\n Verder.\n"
        #expect(targets(text) == [["kst-31497-371"]])
    }

    @Test func idemRepeatsTheNoteBefore() {
        let text = " Een.1 Twee.2 Drie.3\n\n1 Kamerstuk 31 497, nr. 371\n2 Idem, p. 9\n3 Monitor (2020)\n Verder.\n"
        #expect(targets(text) == [["kst-31497-371"], ["kst-31497-371"]])
        #expect(letter(text).mentions.map(\.reference.relation) == [.cites, .idem])
    }

    @Test func idemBehindAnUnknownSourceNamesNothing() {
        let text = " Een.1 Twee.2\n\n1 Monitor Oberon (2020)\n2 Ibid., p. 4\n Verder.\n"
        #expect(targets(text).flatMap { $0 }.isEmpty)
    }

    @Test func mentionsStandInTheOrderOfTheSource() {
        let text = " Zie noot.1\n\n1 Kamerstuk 31 497, nr. 1\n Verder zie Kamerstuk 31 497, nr. 2.\n"
        #expect(targets(text) == [["kst-31497-1"], ["kst-31497-2"]])
    }
}

@Suite struct MotionMentionTests {
    private let motion = """
         In de motie van de leden Rog en Van Meenen1 is gevraagd om een overzicht. Dat is gemaakt.
        Deze motie is hiermee afgedaan.

        1 Kamerstuk 31 497, nr. 388
         Verder.

        """

    @Test func aMotionIsBoundToTheNoteThatNamesItsNumber() {
        let mentions = letter(motion).mentions
        #expect(mentions.map { $0.reference.targets.map(\.rawValue) } == [["kst-31497-388"]])
        #expect(mentions.first?.reference.motion == Motion(kind: .motie, movers: ["Rog", "Van Meenen"]))
    }

    @Test func whatHasBecomeOfItIsKeptWithItsPlace() throws {
        let statuses = letter(motion).statuses
        let status = try #require(statuses.first)
        #expect(statuses.count == 1)
        #expect(status.status.kind == .afgedaan)
        #expect(status.status.sentence == "Deze motie is hiermee afgedaan.")
        #expect(status.status.targets.map(\.rawValue) == ["kst-31497-388"])
        #expect(status.place.line == 2)
        #expect(status.place.column == 1)
    }

    @Test func theMotionOfALaterParagraphIsKnownByItsMovers() {
        let text = """
             In de motie van het lid Rog1 is iets gevraagd.

            Over een ander onderwerp gaat deze alinea, die verder niets zegt.

            De motie van het lid Rog is hiermee afgedaan.

            1 Kamerstuk 31 497, nr. 388
             Verder.

            """
        #expect(letter(text).statuses.map { $0.status.targets.map(\.rawValue) } == [["kst-31497-388"]])
    }

    @Test func aLetterNamedByItsDateIsToldWhereNothingElseNamesIt() {
        let text =
            " In mijn brief van 22 januari 2021 staat dit. In de brief van 15 maart 2021 dat.1\n\n1 Kamerstuk 31 497, nr. 3\n Verder.\n"
        let dated = letter(text).datedLetters
        #expect(dated.map(\.letter.raw) == ["mijn brief van 22 januari 2021"])
        #expect(dated.first?.letter.date == "2021-01-22")
        #expect(dated.first?.letter.isOwn == true)
        #expect(dated.first?.place.column == 5)
    }

    @Test func whereAPaperNamesItselfIsNoMention() {
        #expect(letter("31 497 Passend onderwijs\n\nNr. 440 BRIEF VAN DE MINISTER\n\nTekst.\n").mentions.isEmpty)
    }
}
