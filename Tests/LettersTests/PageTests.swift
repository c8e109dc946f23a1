import References
import Testing

@testable import Letters

/// Page furniture and notes.
@Suite struct PageTests {
    private let firstPage = """
         De brief begint hier, en de eerste zin loopt over de bladzijde heen zonder dat hij
        eindigt, want de zin gaat door.1 Dan komt er nog een zin die op de volgende bladzijde
        \("")
        1 Kamerstuk 31 497, nr. 386
        \("")
        kst-31497-408
        ISSN 0921 - 7371
        ’s-Gravenhage 2021 Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1
        \("")
        verder gaat.2 En daarmee is het af.
        \("")
        2 Kamerstuk 31 497, nr. 388
        \("")
        Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 2
        """

    @Test func footersLeaveTheTextAndNameTheLetter() {
        let parsed = letter(firstPage)
        #expect(parsed.id.rawValue == "kst-31497-408")
        #expect(parsed.identity.origin == .footer)
        #expect(parsed.identity.selfMentions.map(\.place.line) == [6, 8, 14])
        #expect(parsed.head.sessionYear == "2020-2021")
        #expect(parsed.head.chamber == .tk)
        #expect(parsed.pages == 2)
        #expect(parsed.blockTexts.count == 1)
        #expect(
            parsed.blockTexts.first?.hasSuffix("op de volgende bladzijde verder gaat. En daarmee is het af.") == true)
    }

    @Test func aFooterIsNoReference() {
        #expect(
            letter(firstPage).mentions.map(\.reference.targets) == [
                [PaperID(canonical: "kst-31497-386")], [PaperID(canonical: "kst-31497-388")],
            ])
    }

    @Test func placesKnowTheirPage() {
        let parsed = letter(firstPage)
        #expect(parsed.markers.map(\.place.page) == [1, 2])
        #expect(parsed.footnotes.map(\.place.page) == [1, 2])
    }

    @Test func aFormFeedStartsAPage() {
        #expect(letter("Een bladzijde tekst.\n\u{C}Nog een bladzijde.\n").pages == 2)
    }

    @Test func aFooterBehindTheLastWordsOfItsPageIsCutOff() {
        let parsed = letter(
            """
             Dat staat in de wet.1 Daarna gaat de tekst door.

            1 Stb. 2021, 393 Tweede Kamer, vergaderjaar 2023–2024, 34 775 VI, nr. 96 1
            En dit is de volgende bladzijde.
            """)
        #expect(parsed.footnotes.map(\.text.text) == ["Stb. 2021, 393"])
        #expect(parsed.id.rawValue == "kst-34775-VI-96")
        #expect(parsed.pages == 2)
    }

    @Test func aFooterStandsWhereItBegins() {
        let parsed = letter("Dat staat één keer in de wet. Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 2\n")
        #expect(parsed.identity.selfMentions.map(\.place) == [Place(byte: 32, line: 1, column: 31, page: 2)])
    }

    @Test func aSentenceThatEndsInACitationIsNoFooter() {
        let text = "Dat staat in de brief, Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408"
        let parsed = letter(" De brief begint hier, en de zin gaat door.\n\(text)\nen in het antwoord daarop.\n")
        #expect(parsed.identity.selfMentions.isEmpty)
        #expect(parsed.head.sessionYear == nil)
        #expect(parsed.head.chamber == nil)
        #expect(parsed.blockTexts.last?.hasSuffix("\(text) en in het antwoord daarop.") == true)
        #expect(parsed.mentions.map(\.reference.targets) == [[PaperID(canonical: "kst-31497-408")]])
    }

    @Test func aCitationThatGoesOnFromTheLineAboveIsNoFooter() {
        let line = "Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408) is dat uitgelegd."
        let parsed = letter(" In de vorige brief (Kamerstukken\n\(line)\n")
        #expect(parsed.blockTexts.first?.hasSuffix(line) == true)
        #expect(parsed.identity.selfMentions.isEmpty)
        #expect(parsed.head.sessionYear == nil)
    }

    @Test func aPageNumberAloneOnItsLineIsNoText() {
        let parsed = letter(
            "Een bladzijde met tekst die verder\n\n1\n\u{C}gaat op de volgende. Er zijn\n2\nvoorstellen gedaan.\n")
        #expect(
            parsed.blockTexts == [
                "Een bladzijde met tekst die verder gaat op de volgende. Er zijn 2 voorstellen gedaan."
            ])
        #expect(parsed.pages == 2)
    }

    @Test func theNotesOfAWebPageStandUnderTheirSign() {
        let line = String(repeating: "Een lange alinea op een regel. ", count: 12)
        let parsed = letter(
            "\(line)Daar is het.1 En daar.2\n\n\(line)\n\nX Noot\n\n1\n\nKamerstuk 31 305, nr. 294\n\nX Noot\n\n2\n\nZie daar.\n\nNaar boven\n"
        )
        #expect(parsed.footnotes.map(\.number) == [1, 2])
        #expect(parsed.footnotes.map(\.text.text) == ["Kamerstuk 31 305, nr. 294", "Zie daar."])
        #expect(parsed.footnotes.map(\.place.line) == [7, 13])
        #expect(parsed.markers.map(\.note) == [1, 2])
        #expect(parsed.headings.isEmpty)
    }

    @Test func theTableOverAWebPageTellsTheSession() {
        let line = String(repeating: "Een lange alinea op een regel. ", count: 12)
        let parsed = letter(
            "Datum publicatie Organisatie Vergaderjaar Dossier- en ondernummer Datum indiening\n13-11-2019 Tweede Kamer der "
                + "Staten-Generaal 2019-2020 32813 nr. 415 12-11-2019\n\n32 813 Klimaat\n\nNr. 415 BRIEF VAN DE MINISTER\n\n\(line)\n"
        )
        #expect(parsed.id.rawValue == "kst-32813-415")
        #expect(parsed.head.sessionYear == "2019-2020")
        #expect(parsed.mentions.isEmpty)
    }

    @Test func navigationOfAWebPageIsNoText() {
        let parsed = letter(
            "Prioriteiten\n\n\(String(repeating: "Een lange alinea op een regel. ", count: 12))\n\nNaar boven\n")
        #expect(!parsed.blockTexts.contains("Naar boven"))
    }

    // MARK: - Notes

    @Test func aNoteRunsOverLinesAndBlankLines() {
        let parsed = letter(
            """
             Het staat in het advies.1 En ook daar.2

            1 Briefadvies over uitbesteding van bekostiging aan particu-

            lier onderwijs
            2 Zie ook het andere advies.
             Volgende bladzijde met nog een zin.
            """)
        #expect(
            parsed.footnotes.map(\.text.text) == [
                "Briefadvies over uitbesteding van bekostiging aan particulier onderwijs", "Zie ook het andere advies.",
            ])
    }

    @Test(arguments: ["2 juli 2020 is verzocht", "11 februari jl. is besloten", "4 onderwerpen zijn er"])
    func aLineThatBeginsWithANumberIsNoNote(line: String) {
        let parsed = letter(" Op de dag van\n\(line) om een reactie op het rapport.\n Volgende bladzijde.\n")
        #expect(parsed.footnotes.isEmpty)
    }

    @Test func aDateInsideANoteBelongsToIt() {
        let parsed = letter(
            """
             Dat is in procedure.1

            1 Het besluit is van 1 juli tot en met
            12 augustus 2020 in consultatie geweest. Men heeft op
            20 augustus 2020 advies uitgebracht.
             Volgende bladzijde.
            """)
        #expect(parsed.footnotes.map(\.number) == [1])
        #expect(parsed.footnotes.first?.text.text.hasSuffix("op 20 augustus 2020 advies uitgebracht.") == true)
    }

    @Test func aNoteThatThePageCutsOffIsIncomplete() {
        let parsed = letter(
            """
             Het rapport gaat mee.1 Zie ook daar.2

            1 Behoefte aan nieuwe vestigingen.
            2 Raadpleegbaar via www.tweedeka-
             Volgende bladzijde.
            """)
        #expect(parsed.footnotes.map(\.isComplete) == [true, false])
    }

    @Test func aCaptionThatDriftedBehindTheNotesIsNoNote() {
        let parsed = letter(
            """
             Dat laat de figuur zien.1

            1 De aantallen staan in de bijlage.

            Figuur 1: Leerlingaantallen 2011–2016
             Volgende bladzijde met tekst.
            """)
        #expect(parsed.footnotes.map(\.text.text) == ["De aantallen staan in de bijlage."])
        #expect(parsed.sections[0].blocks.map(\.kind) == [.paragraph, .caption, .paragraph])
    }

    /// The citation of a footnote goes on at the start of a line, as a footer would stand.
    @Test func aCitationInANoteThatStandsAsAFooterDoesIsNone() {
        let parsed = letter(
            " Den Haag, 3 mei 2006 \n\nIn deze brief ga ik in op de motie.1 \n\n1 Zie het verslag van 3 maart 2005, \nTweede Kamer, vergaderjaar 2004–2005, 29 800 VIII, nr. 77\n"
        )
        #expect(parsed.identity.origin == .contentHash)
        #expect(parsed.footnotes.map(\.isComplete) == [true])
        #expect(parsed.mentions.map { "\($0.reference.targets)" } == ["[kst-29800-VIII-77]"])
    }

    /// Notes on lines of their own do not make a web page a printed one.
    @Test func aWebPageWithManyNotesIsAWebPage() {
        let sentence = String(repeating: "Een alinea van een webpagina staat op een regel. ", count: 5)
        let notes = (1...12).map { "X Noot\n\($0)\nKamerstuk 31 497, nr. \($0)." }.joined(separator: "\n")
        let text = (1...12).map { "\(sentence)Weer een zin.\($0)" }.joined(separator: "\n")
        let parsed = letter("Kop\n\(text)\nDe Minister voor Primair Onderwijs, A.D. Wiersma\nNaar boven\n\(notes)\n")
        #expect(parsed.sections.flatMap(\.blocks).count == 12)
        #expect(parsed.markers.count == 12)
        #expect(parsed.head.signatories.map(\.name) == ["A.D. Wiersma"])
    }

    @Test func aLineMayEndInTheWordsOfAFooter() {
        let parsed = letter(
            "In het verslag van de Tweede Kamer, vergaderjaar \n2020–2021, staat het.\n\nTweede Kamer, vergaderjaar \n")
        #expect(parsed.blockTexts.first == "In het verslag van de Tweede Kamer, vergaderjaar 2020–2021, staat het.")
    }

    @Test(arguments: ["’s-Gravenhage 1999", "0304ek29210f", "0304tkkst29210-7"])
    func thePrintersMarksMayStandAlone(mark: String) {
        let parsed = letter(
            "De tekst van de brief.\n\nKST75310\n\(mark)\nISSN 0921 - 7371\n\nTweede Kamer, vergaderjaar 1999–2000, 26 407, nr. 9 1\n"
        )
        #expect(parsed.blockTexts == ["De tekst van de brief."])
        #expect(parsed.headings.isEmpty)
    }
}
