import References
import TestSupport
import Testing

@testable import Letters

/// Official publications in XML from 2010 on.
@Suite struct OfficialXMLTests {
    private let letter: Letter
    private let source: [UInt8]

    init() throws {
        letter = try FormLetters.letter("kst-36410-VIII-12.xml")
        source = try FormLetters.source("kst-36410-VIII-12.xml").bytes
    }

    @Test func theHeadIsReadFromItsElements() {
        #expect(letter.id == PaperID("kst-36410-VIII-12"))
        #expect(letter.identity.origin == .header)
        #expect(letter.source.format == .xml)
        #expect(letter.head.chamber == .tk)
        #expect(letter.head.sessionYear == "2023-2024")
        #expect(letter.head.dossiers.map(\.number) == ["36410-VIII", "31497"])
        #expect(letter.head.dossiers.last?.title == "Passend onderwijs")
        #expect(letter.head.kind == "brief")
        #expect(letter.head.date == "2023-11-07")
        #expect(letter.head.place == "Den Haag")
        #expect(letter.head.addressee == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
        #expect(
            letter.head.signatories == [
                .init(role: "De Minister voor Primair en Voortgezet Onderwijs", name: "M.L.J. Paul"),
                .init(role: "De Staatssecretaris van Volksgezondheid, Welzijn en Sport", name: "M. van Ooijen"),
            ])
        #expect(letter.head.annexes.map(\.title) == ["Overzicht van moties"])
    }

    @Test func thePictureKeepsItsCaptionAndItsNote() throws {
        let text = """
            <?xml version="1.0"?><kamerstuk><al>Zie de figuur.</al><plaatje><illustratie naam="a"/>\
            <bijschrift>Figuur 1: Groei<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>Bron: CBS.</noot.al></noot>\
            </bijschrift></plaatje></kamerstuk>
            """
        let source = try SourceText.recognised(path: "a.xml", bytes: Array(text.utf8))
        let letter = LetterParser().parse(source)
        #expect(letter.blockTexts == ["Zie de figuur.", "Figuur 1: Groei"])
        #expect(letter.footnotes.map(\.text.text) == ["Bron: CBS."])
    }

    @Test func partsBecomeSectionsAndTheirBlocks() {
        let expected = [
            "paragraph - In het debat van 9 mei heb ik een brief over het samenwerkingsverband (swv) toegezegd "
                + "(Kamerstuk 35 925 VIII, nr. 44), zoals eerder gezegd & beloofd.",
            "1 1. Aanleiding",
            "paragraph - De Kamer vroeg (Handelingen II 2022/23, nr. 84, item 12) naar drie dingen:",
            "listItem a. de wachttijden;", "listItem b. de kosten, te weten:", "listItem – van vervoer;",
            "listItem – van zorg;", "listItem c. het toezicht.",
            "2 1.1 Wachttijden per regio", "paragraph - De oppervlakte is 12 m2.",
            "3 - Noord", "paragraph - Er is niets nieuws.",
            "1 2. Cijfers", "caption - Tabel 1: Leerlingen per regio",
            "table - Regio Leerlingen Saldo po vo Noord 1.200 900 – Zuid 800 (raming) 12",
            "tableNote * Voorlopig cijfer.", "quote - «Geen kind zonder school.»",
            "paragraph - Een zin in een element dat niemand kent.",
            "1 Bijlage 1 Overzicht van moties", "paragraph - Motie van het lid Westerveld is afgedaan.",
        ]
        #expect(differences(FormLetters.outline(letter), from: expected) == [])
    }

    @Test func itemsOfAListInsideAnItemAreDeeper() {
        #expect(letter.sections[1].blocks.filter { $0.kind == .listItem }.map(\.level) == [1, 1, 2, 2, 1])
    }

    @Test func cellsThatSpanStandOnceAndLeaveTheirOtherPlacesEmpty() {
        let table = letter.sections.flatMap(\.blocks).first { $0.kind == .table }
        #expect(
            table?.rows == [
                ["Regio", "Leerlingen", "", "Saldo"], ["", "po", "vo", ""], ["Noord", "1.200", "900", "–"],
                ["Zuid", "800 (raming)", "", "12"],
            ])
        #expect(FormLetters.spans(letter) == ["0,0 2x1", "0,1 1x2"])
    }

    @Test func notesStandApartAndTheirMarkersHangOnTheirWords() {
        #expect(
            FormLetters.notes(letter) == [
                "1 Herdruk in verband met een correctie.", "2 Kamerstuk 31 497, nr. 440. Zie ook het archief.",
                "3 Ibid.", "1 Kamerstuk 31 497, nr. 386",
            ])
        #expect(FormLetters.markers(letter) == ["1 ONDERWIJS", "2 mei", "3 vervoer", "1 Westerveld"])
        #expect(letter.noteSeries.count == 2)
    }

    @Test func aLinkAndTheCitationAroundItAreOneReference() {
        #expect(
            FormLetters.targets(letter) == [
                "tekst cites kst-35925-VIII-44: Kamerstuk 35 925 VIII, nr. 44",
                "tekst cites h-tk-20222023-84-12: Handelingen II 2022/23, nr. 84, item 12",
                "noot 2 cites kst-31497-440: Kamerstuk 31 497, nr. 440",
                "noot 3 idem kst-31497-440: Ibid.", "noot 1 cites kst-31497-386: Kamerstuk 31 497, nr. 386",
            ])
    }

    @Test func anElementThatNobodyKnowsKeepsItsTextAndIsTold() {
        let told = letter.diagnostics.filter { $0.kind == .unknownElement }
        #expect(told.map(\.place.line) == [64])
        #expect(told.first?.detail.contains("vreemd") == true)
    }

    @Test func everyCharacterStandsWhereItsPlaceSays() {
        #expect(FormLetters.misplaced(letter, in: source) == [])
        for mention in letter.mentions {
            let spot = FormLetters.lineAndColumn(of: mention.place.byte, in: source)
            #expect(spot.line == mention.place.line && spot.column == mention.place.column)
        }
        for marker in letter.markers {
            let digit = source[marker.place.byte]
            #expect(digit == UInt8(ascii: "0") + UInt8(marker.note))
            let spot = FormLetters.lineAndColumn(of: marker.place.byte, in: source)
            #expect(spot.line == marker.place.line && spot.column == marker.place.column)
        }
    }

    @Test func theSameTextOnOneLineIsTheSameLetter() {
        let compact = String(decoding: source, as: UTF8.self).split(separator: "\n").map {
            $0.hasSuffix(">") ? $0.drop { $0 == " " } : $0.drop { $0 == " " } + " "
        }.joined()
        let other = FormLetters.parse(compact, .xml)
        #expect(differences(FormLetters.outline(other), from: FormLetters.outline(letter)) == [])
        #expect(FormLetters.notes(other) == FormLetters.notes(letter))
        #expect(other.head.signatories == letter.head.signatories)
        #expect(other.markers.allSatisfy { $0.place.line == 1 })
    }

    @Test func carriageReturnsAndAByteOrderMarkChangeNothing() {
        let text = "\u{FEFF}" + String(decoding: source, as: UTF8.self).replacing("\n", with: "\r\n")
        let other = FormLetters.parse(text, .xml)
        #expect(differences(FormLetters.outline(other), from: FormLetters.outline(letter)) == [])
        #expect(other.markers.map(\.place.line) == letter.markers.map(\.place.line))
        #expect(other.markers.map(\.place.column) == letter.markers.map(\.place.column))
        #expect(FormLetters.misplaced(other, in: Array(text.utf8)) == [])
    }

    @Test(arguments: [("Tweede Kamer der Staten-Generaal", "tk"), ("Eerste Kamer der Staten-Generaal", "ek")])
    func questionsAreNamedByTheirOwnNumber(chamber: String, expected: String) {
        let xml = """
            <officiele-publicatie><kamervragen><kamervraagkop><tekstregel inhoud="kameraanduiding">\(chamber)</tekstregel></kamervraagkop>
            <kamervraagnummer>2023Z12345</kamervraagnummer><kamervraagomschrijving>Vragen van het lid Jansen.</kamervraagomschrijving>
            <vraag><nr>Vraag 1</nr><al>Kent u het bericht?</al></vraag></kamervragen></officiele-publicatie>
            """
        let letter = FormLetters.parse(xml, .xml)
        #expect(letter.id == PaperID("kv-\(expected)-2023Z12345"))
        #expect(letter.identity.origin == .header)
        #expect(!letter.sections.flatMap(\.blocks).contains { $0.text.text.contains("2023Z12345") })
    }

    @Test func aNumberThatNoQuestionsHaveNamesNoPaper() {
        let xml =
            "<kamervragen><kamervraagnummer>tien</kamervraagnummer><vraag><al>Kent u het?</al></vraag></kamervragen>"
        #expect(FormLetters.parse(xml, .xml).identity.origin == .contentHash)
    }

    private func paper(_ stuk: String, _ text: String = "<al>Een zin.</al>") -> Letter {
        FormLetters.parse(
            """
            <officiele-publicatie><kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2021-2022</tekstregel></kamerstukkop>
            <dossier><dossiernummer><dossiernr>31 497</dossiernr></dossiernummer><titel>Passend onderwijs</titel></dossier>
            <stuk>\(stuk)<algemeen><vrije-tekst><tekst>\(text)</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>
            """, .xml)
    }

    @Test(arguments: ["", "<herdruk>h1</herdruk>", "<herdruk>HERDRUK</herdruk>"])
    func aReprintIsThePaperThatItReprints(reprint: String) {
        let letter = paper(
            "<stuknr>Nr. <ondernummer>901</ondernummer>\(reprint)</stuknr><titel>BRIEF VAN DE MINISTER VOOR BASISONDERWIJS</titel>"
        )
        #expect(letter.id == PaperID("kst-31497-901"))
        #expect(letter.head.kind == "brief")
        #expect(letter.head.sender == "DE MINISTER VOOR BASISONDERWIJS")
    }

    @Test func aMarkerInTheTitleHasItsWord() {
        let letter = paper(
            "<stuknr>Nr. <ondernummer>901</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VOOR BASISONDERWIJS<noot id=\"n1\"><noot.nr>1</noot.nr><noot.al>Een noot.</noot.al></noot></titel>"
        )
        #expect(letter.markers.map(\.before) == ["BASISONDERWIJS"])
    }

    @Test func referencesToDossiersHaveThemAsTheirTargets() {
        let letter = paper("", "<al>Zie <dossierref dossier=\"21501-20\">21 501-20</dossierref> over Europa.</al>")
        #expect(letter.mentions.map(\.reference.targets) == [[PaperID(canonical: "dossier-21501-20")]])
    }

    @Test func aLinkToAnotherPaperThanItsWordsNameIsLessSure() {
        let letter = paper("", "<al>Zie Kamerstuk <extref doc=\"kst-31497-380\">31 497, nr. 381</extref>.</al>")
        #expect(letter.mentions.map(\.reference.targets) == [[PaperID(canonical: "kst-31497-380")]])
        #expect(letter.mentions.allSatisfy { $0.reference.confidence < 1 })
        let same = paper("", "<al>Zie Kamerstuk <extref doc=\"kst-31497-380\">31 497, nr. 380</extref>.</al>")
        #expect(same.mentions.map(\.reference.confidence) == [1])
    }

    @Test(arguments: ["Drie & vier.", "Drie &"])
    func anAmpersandAloneIsKeptAndTold(text: String) {
        let letter = paper("", "<al>\(text)</al>")
        #expect(letter.sections.flatMap(\.blocks).map(\.text.text) == [text])
        #expect(letter.diagnostics.contains { $0.kind == .markupDamage })
    }
}
