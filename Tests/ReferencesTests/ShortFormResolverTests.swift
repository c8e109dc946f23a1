import Testing

@testable import References

@Suite struct ShortFormResolverTests {
    /// Targets of each note, read in order from note 1.
    private func targets(_ notes: [String]) -> [[String]] { read(notes).map { $0.flatMap(\.targets).map(\.rawValue) } }

    private func read(_ notes: [String]) -> [[Reference]] {
        var resolver = ShortFormResolver()
        return notes.enumerated().map { index, text in
            resolver.references(in: text, note: index + 1)
        }
    }

    @Test func idemRepeatsTheReferenceBefore() {
        let notes = read(["Kamerstuk 31 497, nr. 371, p. 5", "Idem, p. 9", "Ibid."])
        #expect(notes[1].flatMap(\.targets) == [PaperID(canonical: "kst-31497-371")])
        #expect(notes[1].first?.relation == .idem)
        #expect(notes[1].first?.raw == "Idem")
        #expect(notes[2].flatMap(\.targets) == [PaperID(canonical: "kst-31497-371")])
    }

    @Test func anUnrecognisedSourceInBetweenResets() throws {
        let notes = read(["Kamerstuk 31 497, nr. 371", "Monitor Oberon (2020)", "Ibid., p. 4"])
        let ibid = try #require(notes[2].first)
        #expect(ibid.targets.isEmpty)
        #expect(ibid.warnings == [.ambiguous])
        #expect(targets(["Kamerstuk 31 497, nr. 371; Oberon, Monitor passend onderwijs", "Idem"])[1] == [])
    }

    @Test(arguments: [
        "Kamerstuk 31 497, nr. 371 en het rapport Samen leren van de Inspectie",
        "Kamerstuk 31 497, nr. 371, zie ook Oberon 2020",
        "Kamerstuk 31 497, nr. 371. Vgl. J. Jansen, Samen, SDU 2018",
    ])
    func aFurtherSourceInTheNoteResetsToo(note: String) {
        #expect(targets([note, "Ibid."])[1] == [])
    }

    @Test func anotherPaperOfTheDossierMayFollow() {
        #expect(
            targets(["Kamerstuk 31 497, nr. 371", "Idem, nr. 388", "Idem"])[1...] == [
                ["kst-31497-388"], ["kst-31497-388"],
            ])
    }

    @Test(arguments: ["https://www.oberon.eu", "www.oberon.eu", "brief van de PO-Raad", "40% van de scholen"])
    func aNoteInSmallLettersIsASourceInRunningText(source: String) {
        var resolver = ShortFormResolver(readsNoteLines: true)
        let found = resolver.references(in: "1 Kamerstuk 31 497, nr. 371\n2 \(source)\n3 Idem")
        #expect(found.map { $0.targets.map(\.rawValue) } == [["kst-31497-371"], []])
    }

    @Test func severalCandidatesAreNamedAndFlagged() {
        let notes = read(["Kamerstuk 31 497, nrs. 371 en 386", "Idem"])
        #expect(notes[1].first?.warnings == [.ambiguous])
        #expect(notes[1].flatMap(\.targets).isEmpty)
        #expect(notes[1].first?.candidates.map(\.rawValue) == ["kst-31497-371", "kst-31497-386"])
    }

    @Test func aNumberedNoteIsFoundAgain() {
        let notes = [
            "Kamerstuk 31 497, nr. 371", "Handelingen II 2019/20, nr. 46, item 31", "Zie noot 1, p. 3", "Zie noot 9",
        ]
        #expect(targets(notes) == [["kst-31497-371"], ["h-tk-20192020-46-31"], ["kst-31497-371"], []])
    }

    @Test func idemWithinASentenceIsAWord() {
        #expect(read(["Kamerstuk 31 497, nr. 371 geldt idem dito"])[0].count == 1)
    }

    @Test func tapAndAwStandForTheOnePaperOfTheNoteBefore() {
        #expect(targets(["Kamerstuk 31 497, nr. 371", "T.a.p., p. 4", "A.w."])[2] == ["kst-31497-371"])
        let two = read(["Kamerstuk 31 497, nr. 371; Kamerstuk 31 293, nr. 573", "T.a.p."])[1]
        #expect(two.first?.targets == [])
        #expect(two.first?.candidates.map(\.rawValue) == ["kst-31497-371", "kst-31293-573"])
    }

    @Test func aNoteBehindThemDecides() {
        let notes = ["Kamerstuk 31 497, nr. 371", "Kamerstuk 31 293, nr. 573", "T.a.p. (noot 1), p. 3", "Idem, noot 2"]
        #expect(targets(notes)[2...] == [["kst-31497-371"], ["kst-31293-573"]])
    }

    @Test func aDescriptionNeedsExactlyOneLetterInItsText() {
        var resolver = ShortFormResolver()
        let one = resolver.references(in: "Mijn brief (Kamerstuk 31 497, nr. 371) gaf dit. Zie bovengenoemde brief.")
        #expect(one.last?.targets.map(\.rawValue) == ["kst-31497-371"])
        let several = resolver.references(
            in: "Kamerstuk 31 497, nr. 371 en Kamerstuk 31 497, nr. 388; in genoemde brief staat dit.")
        #expect(several.last?.targets == [])
        #expect(several.last?.candidates.count == 2)
        #expect(resolver.references(in: "In genoemde brief staat dit.").isEmpty)
    }

    @Test func aNameStandsForItsPaperInLaterTexts() {
        var resolver = ShortFormResolver()
        let text = "Op 4 november is de Verbeteraanpak (hierna: de Verbeteraanpak, Kamerstuk 31 497, nr. 371) gestuurd."
        #expect(resolver.references(in: text).count == 1)
        let later = resolver.references(in: "De Verbeteraanpak telt 25 punten, de Verbeteraanpakken niet.")
        #expect(later.map(\.raw) == ["Verbeteraanpak"])
        #expect(later.first?.relation == .idem)
        #expect(resolver.references(in: "Zie de Verbeteraanpak.", note: 3).first?.targets.count == 1)
    }

    @Test(arguments: [
        "hierna te noemen: de Verbeteraanpak", "hierna genoemd de Verbeteraanpak", "hierna verder: de Verbeteraanpak",
        "verder: «Verbeteraanpak»", "verder te noemen de Verbeteraanpak",
        "hierna kortweg aangeduid als de Verbeteraanpak",
    ])
    func namesAreGivenInManyWords(words: String) {
        var resolver = ShortFormResolver()
        _ = resolver.references(in: "Zie Kamerstuk 31 497, nr. 371 (\(words)).")
        let later = resolver.references(in: "De Verbeteraanpak telt 25 punten.")
        #expect(later.map(\.raw) == ["Verbeteraanpak"])
    }

    @Test func aNameThatHoldsAReferenceNamesNothingElse() {
        let found = read(["Zie het stuk (hierna: Kamerstuk 31 497, nr. 371) en (hierna: richtlijn 2001/84)."])
        #expect(found[0].map { $0.targets.map(\.rawValue) } == [["kst-31497-371"], ["celex-32001L0084"]])
    }

    @Test func aNameEndsWithItsSentence() {
        let found = read(["De nota (Kamerstuk 31 497, nr. 371), verder te noemen: Deltanota. Zie de Deltanota."])
        #expect(found[0].map(\.raw) == ["Kamerstuk 31 497, nr. 371", "Deltanota"])
    }

    @Test func aDefinitionWithinADefinitionIsReadOnce() {
        let found = read(["Zie Kamerstuk 31 497, nr. 371 (hierna: verder te noemen Naam) en Kamerstuk 31 497, nr. 372"])
        #expect(found[0].count == 2)
    }

    @Test func aNameOfTwoPapersTellsNeither() {
        var resolver = ShortFormResolver()
        _ = resolver.references(in: "Zie Kamerstuk 31 497, nr. 371 (hierna: de Verbeteraanpak).")
        _ = resolver.references(in: "Zie Kamerstuk 31 497, nr. 388 (hierna: de Verbeteraanpak).")
        let later = resolver.references(in: "De Verbeteraanpak telt 25 punten.")
        #expect(later.map(\.targets) == [[]])
        #expect(later.first?.candidates.map(\.rawValue) == ["kst-31497-371", "kst-31497-388"])
    }

    @Test func aNoteMayPointForward() {
        var resolver = ShortFormResolver()
        resolver.announce(note: 12, ReferenceScanner().findings(in: Array("Kamerstuk 31 497, nr. 371".utf8)))
        let found = resolver.references(in: "Dit is toegezegd (zie hierna, noot 12).")
        #expect(found.first?.targets.map(\.rawValue) == ["kst-31497-371"])
    }

    @Test func aFurtherPageOfTheSamePaperIsNoFurtherMention() {
        #expect(read(["Kamerstukken II 2019/20, 31 497, nr. 371 (idem, p. 7)"])[0].count == 1)
    }
}
