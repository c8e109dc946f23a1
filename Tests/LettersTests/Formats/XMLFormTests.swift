import References
import TestSupport
import Testing

@testable import Letters

/// Single forms of official XML.
@Suite struct XMLFormTests {
    @Test func spansInRowsAndColumnsMakeOneGrid() {
        let letter = FormLetters.letter(
            xml: """
                <table><title>Tabel 1</title><tgroup cols="4"><colspec colname="a"/><colspec colname="b"/>\
                <colspec colname="c"/><colspec colname="d"/><tbody>
                <row><entry namest="a" nameend="b" morerows="1"><al>Hoek</al></entry><entry colname="c"><al>C</al></entry>\
                <entry colname="d"><al>D</al></entry></row>
                <row><entry colname="d"><al>onder D</al></entry></row>
                <row><entry><al>x</al></entry><entry namest="b" nameend="d"><al>breed</al></entry></row>
                <row><entry colname="d" morerows="9"><al>te hoog</al></entry></row>
                </tbody></tgroup></table>
                """)
        let table = letter.sections.flatMap(\.blocks).first { $0.kind == .table }
        #expect(
            table?.rows == [
                ["Hoek", "", "C", "D"], ["", "", "", "onder D"], ["x", "breed", "", ""], ["", "", "", "te hoog"],
            ])
        #expect(FormLetters.spans(letter) == ["0,0 2x2", "2,1 1x3"])
    }

    @Test func questionsAndAnswersStandUnderTheirNumbers() {
        let letter = FormLetters.parse(
            """
            <officiele-publicatie><kamervragen><vraag><nr>Vraag 1</nr><al>Wat vindt u van «Geen loon»?</al></vraag>
            <vraag><nr status="officieel">Vraag 2</nr><al>Bent u bereid dit te veranderen?</al><al>Zo nee, waarom niet?</al></vraag>
            <antwoord><nr>Antwoord 1</nr><al>Het bericht klopt.</al></antwoord></kamervragen></officiele-publicatie>
            """, .xml)
        #expect(
            FormLetters.outline(letter) == [
                "1 - Vraag 1", "paragraph - Wat vindt u van «Geen loon»?", "1 - Vraag 2",
                "paragraph - Bent u bereid dit te veranderen?", "paragraph - Zo nee, waarom niet?", "1 - Antwoord 1",
                "paragraph - Het bericht klopt.",
            ])
    }

    @Test func aQuestionWhoseWordAndNumberAreApartHasOneHeading() {
        let letter = FormLetters.parse(
            "<kamervragen><vraag><label>Vraag</label> <nr>1</nr><al>Wat vindt u?</al></vraag>"
                + "<antwoord><label>Antwoord</label><nr>1</nr><al>Niets.</al></antwoord></kamervragen>", .xml)
        #expect(
            FormLetters.outline(letter) == [
                "1 - Vraag 1", "paragraph - Wat vindt u?", "1 - Antwoord 1", "paragraph - Niets.",
            ])
    }

    @Test func aNoteInsideANoteOfATableStandsApartFromIt() {
        let letter = FormLetters.letter(
            xml: """
                <table><tgroup cols="1"><tbody><row><entry><al>Noord<noot id="a" type="tabel"><noot.nr>*</noot.nr>\
                <noot.al>Raming<noot id="b" type="voet"><noot.nr>1</noot.nr><noot.al>Van 2020.</noot.al></noot>, zie \
                <extref doc="kst-31497-371">nr. 371</extref>.</noot.al><noot.al>Voorlopig.</noot.al></noot></al></entry></row>\
                </tbody></tgroup></table><al>Slot<noot id="c"><noot.nr>2</noot.nr><noot.al>Twee.</noot.al></noot>.</al>
                """)
        #expect(
            FormLetters.outline(letter) == [
                "table - Noord", "tableNote * Raming, zie nr. 371. Voorlopig.", "paragraph - Slot.",
            ])
        #expect(FormLetters.notes(letter) == ["1 Van 2020.", "2 Twee."])
        #expect(FormLetters.markers(letter) == ["1 Raming", "2 Slot"])
        #expect(FormLetters.targets(letter) == ["tekst cites kst-31497-371: nr. 371"])
    }

    @Test func aTermIsTheLabelOfWhatItMeans() {
        let letter = FormLetters.letter(
            xml: """
                <definitielijst><definitie-item><term>wet:</term><definitie><al>de Wet op het onderwijs;</al></definitie>\
                </definitie-item><definitie-item><li.nr>b.</li.nr><term>school:</term><definitie><al>een school.</al>\
                <al>Ook een afdeling.</al></definitie></definitie-item></definitielijst><al>Slot.</al>
                """)
        #expect(
            FormLetters.outline(letter) == [
                "listItem wet: de Wet op het onderwijs;", "listItem b. school: een school.",
                "listItem - Ook een afdeling.",
                "paragraph - Slot.",
            ])
    }

    @Test func captionsMayHoldParagraphs() {
        let letter = FormLetters.letter(
            xml:
                "<plaatje><illustratie naam=\"x\"/><bijschrift><al>Figuur 1: de school</al></bijschrift></plaatje><al>Slot.</al>"
        )
        #expect(FormLetters.outline(letter) == ["caption - Figuur 1: de school", "paragraph - Slot."])
    }

    @Test func unknownElementsWhereBlocksStandAreBlocks() {
        let letter = FormLetters.letter(
            xml: "<vreemd>Een.</vreemd><vreemd>Twee <ook>drie</ook>vier.</vreemd><al><vreemd>Vijf</vreemd>zes.</al>")
        #expect(
            FormLetters.outline(letter) == ["paragraph - Een.", "paragraph - Twee drievier.", "paragraph - Vijfzes."])
    }

    /// As budget papers have it.
    @Test func whoSignsForAnOfficeIsItsName() {
        let letter = FormLetters.parse(
            "<kamerstuk><al>Een zin.</al><ondertekening><functie>De Minister van Financiën,</functie><deze>W.B. Hoekstra</deze>"
                + "</ondertekening></kamerstuk>", .xml)
        #expect(letter.head.signatories == [.init(role: "De Minister van Financiën", name: "W.B. Hoekstra")])
        #expect(letter.diagnostics.filter { $0.kind == .unknownElement } == [])
    }

    /// As `<functie>` is written in some publications.
    @Test func anOfficeGoesOnBehindItsElement() {
        let letter = FormLetters.parse(
            "<kamerstuk><al>Een zin.</al><ondertekening><functie>De Minister</functie> voor Rechtsbescherming,"
                + "<naam><voornaam>S.</voornaam><achternaam>Dekker</achternaam></naam></ondertekening></kamerstuk>",
            .xml)
        #expect(letter.head.signatories == [.init(role: "De Minister voor Rechtsbescherming", name: "S. Dekker")])
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin."])
    }

    @Test func aNoteInsideANoteLeavesTheOuterOneWhole() {
        let letter = FormLetters.letter(
            xml: """
                <al>Een zin<noot id="a" type="voet"><noot.nr>1</noot.nr><noot.al>Zie het \
                rapport<noot id="b" type="voet"><noot.nr>2</noot.nr><noot.al>Van 2020, <extref doc="kst-31497-371">31 497, \
                nr. 371</extref>.</noot.al></noot>, en <extref doc="kst-31497-372">31 497, nr. 372</extref>.</noot.al>\
                <noot.al>Tweede alinea.</noot.al></noot>.</al><al>Slot<noot id="c" type="voet"><noot.al>Drie.</noot.al></noot>.</al>
                """)
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin.", "paragraph - Slot."])
        #expect(
            FormLetters.notes(letter) == [
                "1 Zie het rapport, en 31 497, nr. 372. Tweede alinea.", "2 Van 2020, 31 497, nr. 371.", "3 Drie.",
            ])
        // The inner note hangs on the sentence that calls the outer one; its own place and word stand in that note.
        #expect(FormLetters.markers(letter) == ["1 zin", "2 rapport", "3 Slot"])
        #expect(letter.markers.map(\.anchor.block) == [0, 0, 1])
        #expect(letter.markers.map(\.place.line) == [3, 3, 3])
        #expect(
            FormLetters.targets(letter).map { $0.prefix { $0 != ":" } } == [
                "noot 1 cites kst-31497-372", "noot 2 cites kst-31497-371",
            ])
    }

    @Test func aReferenceToACharacterStandsWhereItIsSpelled() {
        let letter = FormLetters.letter(xml: "<al>Caf&#233; &lt;De Kamer&gt; &amp; meer.</al>")
        #expect(FormLetters.outline(letter) == ["paragraph - Café <De Kamer> & meer."])
        let text = letter.sections[0].blocks[0].text
        #expect(text.place(at: 3)?.column == 8)
        #expect(text.place(at: 6)?.column == 15)
    }

    @Test func aProcessingInstructionInAWordAddsNoSpace() {
        let letter = FormLetters.letter(xml: "<al>samen<?xpp lead;-1?>werking<?xpp qa?> en <!-- stil -->meer</al>")
        #expect(FormLetters.outline(letter) == ["paragraph - samenwerking en meer"])
    }

    @Test func aNoteBetweenWordAndFullStopLeavesNoGap() {
        let letter = FormLetters.letter(
            xml: "<al>Dat is zo<noot><noot.nr>1</noot.nr><noot.al>Zie daar.</noot.al></noot>. En dit.</al>")
        #expect(FormLetters.outline(letter) == ["paragraph - Dat is zo. En dit."])
        #expect(letter.markers.first?.anchor.offset == 9)
    }

    @Test func aNoteWithoutANumberGetsTheNext() {
        let letter = FormLetters.letter(
            xml:
                "<al>A<noot><noot.nr>1</noot.nr><noot.al>Een.</noot.al></noot> B<noot><noot.al>Twee.</noot.al></noot></al>"
        )
        #expect(FormLetters.notes(letter) == ["1 Een.", "2 Twee."])
        #expect(letter.markers.map(\.note) == [1, 2])
    }

    @Test func aNumberThatOnlyTheLinkExplainsIsAReference() {
        let letter = FormLetters.letter(
            xml: #"<al>Zie Kamerstuk <extref doc="kst-28844-266">deze brief</extref> daarover.</al>"#)
        #expect(letter.mentions.map(\.reference.targets) == [[PaperID(canonical: "kst-28844-266")]])
    }

    @Test func theOfficialTargetWinsOverAMistakeInTheText() {
        let letter = FormLetters.letter(
            xml: #"<al>Zie Kamerstuk <extref doc="kst-28844-266">28 844, nr. 265</extref>.</al>"#)
        #expect(letter.mentions.map(\.reference.targets) == [[PaperID(canonical: "kst-28844-266")]])
        #expect(letter.mentions.first?.reference.raw == "Kamerstuk 28 844, nr. 265")
    }

    @Test func aLinkToTheDossierAloneLeavesThePaperThatTheTextNames() {
        let letter = FormLetters.letter(
            xml: #"<al>(Kamerstuk <extref doc="dossier/36410-VIII">36 410 VIII</extref>, nr. 13)</al>"#)
        #expect(letter.mentions.map(\.reference.targets) == [[PaperID(canonical: "kst-36410-VIII-13")]])
    }

    @Test func linksOfAListAreOneReferenceToAllOfThem() {
        let letter = FormLetters.letter(
            xml: """
                <al>Kamerstuk 28 844, nrs. <extref doc="kst-28844-3">3</extref> en <extref doc="kst-28844-5">5</extref>.</al>
                """)
        #expect(letter.mentions.map { $0.reference.targets.map(\.rawValue) } == [["kst-28844-3", "kst-28844-5"]])
    }

    @Test func headingsThatAreNestedAsideAreLevelledByTheirNumbers() {
        let letter = FormLetters.letter(
            xml: """
                <divisie><kop><nr>2.</nr><titel>Uitvoering</titel></kop><al>Tekst.</al></divisie>
                <divisie><kop><nr>2.1</nr><titel>Planning</titel></kop><al>Tekst.</al></divisie>
                <tussenkop kopopmaak="vet">Vet</tussenkop><tussenkop kopopmaak="cur">Cursief</tussenkop>
                """)
        #expect(letter.sections.dropFirst().map(\.level) == [1, 2, 1, 2])
    }
}
