import References
import TestSupport
import Testing

@testable import Letters

/// Single forms of web pages.
@Suite struct WebFormTests {
    private func page(_ body: String) -> Letter {
        FormLetters.parse(
            "<html><head><title>Kamerbrief</title></head><body><h1>Kamerbrief over laadpalen</h1>"
                + "<p>Den Haag, 14 juni 2023</p><p>Geachte voorzitter,</p>\(body)</body></html>", .html)
    }

    // MARK: - Notes without links

    @Test func numbersInBracketsCallTheNotesThatBeginWithThem() {
        let letter = page(
            """
            <p>In het debat is gevraagd naar laadpalen.[1] Ik ga in op de motie-Bontenbal[2] over snelladen [sic].</p>
            <h2>Noten</h2>
            <p>[1] Handelingen II 2022/23, nr. 72, item 8.</p>
            <p> [2] Kamerstuk 36 200 XII, nr. 61.</p>
            """)
        #expect(
            FormLetters.outline(letter) == [
                "paragraph - In het debat is gevraagd naar laadpalen. Ik ga in op de motie-Bontenbal over snelladen [sic]."
            ])
        #expect(
            FormLetters.notes(letter) == [
                "1 Handelingen II 2022/23, nr. 72, item 8.", "2 Kamerstuk 36 200 XII, nr. 61.",
            ])
        #expect(FormLetters.markers(letter) == ["1 laadpalen", "2 motie-Bontenbal"])
        #expect(letter.markers.map(\.place.line) == [1, 1])
        let text = letter.sections[0].blocks[0].text
        #expect(text.place(at: 41)?.column == letter.markers[0].place.column + 4)
    }

    @Test func bracketsThatNoNoteAnswersStay() {
        let letter = page("<p>Zie artikel [1] en [2] van de lijst.</p><p>[3] is weg.</p>")
        #expect(
            FormLetters.outline(letter) == [
                "paragraph - Zie artikel [1] en [2] van de lijst.", "paragraph - [3] is weg.",
            ])
        #expect(letter.markers.isEmpty)
    }

    @Test func itemsUnderAHeadingOfNotesAreNotesByTheirOrder() {
        let letter = page(
            """
            <p>Gevraagd is naar laadpalen.<sup>1</sup> Ik ga in op de motie-Bontenbal<sup>2</sup> over 5 m<sup>2</sup>.</p>
            <h2>Voetnoten</h2><ol><li>Handelingen II 2022/23, nr. 72, item 8.</li><li><p>Kamerstuk 36 200 XII, nr. 61.</p></li></ol>
            """)
        #expect(
            FormLetters.outline(letter) == [
                "paragraph - Gevraagd is naar laadpalen. Ik ga in op de motie-Bontenbal over 5 m2."
            ])
        #expect(
            FormLetters.notes(letter) == [
                "1 Handelingen II 2022/23, nr. 72, item 8.", "2 Kamerstuk 36 200 XII, nr. 61.",
            ])
        #expect(FormLetters.markers(letter) == ["1 laadpalen", "2 motie-Bontenbal"])
    }

    @Test(arguments: ["↩", "&#8617;&#65038;", "^", "terug"])
    func anArrowBackToTheTextIsNoPartOfANote(arrow: String) {
        let letter = page(
            """
            <p>Een zin<a href="#fn1" id="r1">1</a>.</p><ol><li id="fn1">Zie daar. <a href="#r1">\(arrow)</a></li></ol>
            """)
        #expect(FormLetters.notes(letter) == ["1 Zie daar."])
    }

    // MARK: - Lists

    @Test(arguments: [
        ("<ol type=\"a\"><li>x;</li><li value=\"4\">x;</li><li>x.</li></ol>", ["a.", "d.", "e."]),
        ("<ol type=\"I\" start=\"3\"><li>x;</li><li>x.</li></ol>", ["III.", "IV."]),
        ("<ol type=\"i\"><li>x;</li><li>x.</li></ol>", ["i.", "ii."]),
        ("<ol type=\"A\" start=\"26\"><li>x;</li><li>x.</li></ol>", ["Z.", "AA."]),
        ("<ol reversed><li>x;<ol><li>y;</li></ol></li><li>x;</li><li>x.</li></ol>", ["3.", "1.", "2.", "1."]),
        ("<ol start=\"0\" type=\"a\"><li>x;</li><li>x.</li></ol>", ["0.", "a."]),
        ("<ol start=\"99999999999999999999\"><li value=\"-99999999\">x;</li><li>x.</li></ol>", ["-9999.", "-9998."]),
        ("<ul><li>x;</li></ul>", ["\u{2022}"]),
    ])
    func labelsOfItemsAreThoseThatAPageShows(list: String, labels: [String]) {
        let letter = page("<p>De regels zijn:</p>\(list)")
        #expect(letter.sections.flatMap(\.blocks).compactMap(\.label) == labels)
    }

    // MARK: - Signatures

    @Test func anOfficeInWhoseNameAnotherSignsIsKept() {
        let letter = FormLetters.parse(
            """
            <html><body><div id="broodtekst" class="stuk"><p>Een zin.</p><p class="ondertekening">
            <span class="functie">De Minister van Financiën,</span><span class="functie">De Staatssecretaris,</span>
            <span class="naam">M. Snel</span></p><p class="ondertekening"><span class="functie">De Minister,</span></p></div></body></html>
            """, .html)
        #expect(
            letter.head.signatories == [
                .init(role: "De Minister van Financiën", name: nil),
                .init(role: "De Staatssecretaris", name: "M. Snel"),
                .init(role: "De Minister", name: nil),
            ])
    }

    // MARK: - Pages of printed lines

    private static let printed = [
        "35 334 Problematiek rondom stikstof en PFAS", "", "Nr. 750 BRIEF VAN DE MINISTER VOOR NATUUR EN STIKSTOF", "",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "", "Den Haag, 12 mei 2022", "",
        "Op 3 maart heeft uw Kamer gevraagd naar de stand van zaken van het",
        "Programma stikstofreductie en natuurver-",
        "betering. De motie van het lid Bromet vraagt om meer, zie Kamerstuk 35 334,", "nr. 700, en zie A &amp; B.", "",
        "Maatregelen", "", "De maatregelen die ik tref zijn de volgende, in de orde van hun gewicht:", "",
        "- een eerste maatregel;", "- een tweede.", "", "De Minister voor Natuur en Stikstof,",
        "Ch. van der Wal-Zeggelink",
    ]

    @Test(arguments: ["pre", "br"])
    func aPageOfPrintedLinesIsReadAsPlainText(form: String) {
        let lines = form == "pre" ? Self.printed.joined(separator: "\n") : Self.printed.joined(separator: "<br>\n")
        let element = form == "pre" ? "pre" : "div"
        let source =
            "<html><head><title>Brief regering</title></head><body><main>\n<\(element)>\(lines)</\(element)></main></body></html>"
        let letter = FormLetters.parse(source, .html)
        #expect(letter.id == PaperID("kst-35334-750"))
        #expect(letter.head.date == "2022-05-12")
        #expect(letter.head.signatories.map(\.name) == ["Ch. van der Wal-Zeggelink"])
        #expect(
            FormLetters.outline(letter) == [
                "paragraph - Op 3 maart heeft uw Kamer gevraagd naar de stand van zaken van het Programma "
                    + "stikstofreductie en natuurverbetering. De motie van het lid Bromet vraagt om meer, zie Kamerstuk "
                    + "35 334, nr. 700, en zie A & B.",
                "1 - Maatregelen",
                "paragraph - De maatregelen die ik tref zijn de volgende, in de orde van hun gewicht:",
                "listItem - een eerste maatregel;", "listItem - een tweede.",
            ])
        #expect(FormLetters.targets(letter) == ["tekst cites kst-35334-700: Kamerstuk 35 334, nr. 700"])
        #expect(letter.mentions.first?.place.line == 12)
        #expect(FormLetters.misplaced(letter, in: Array(source.utf8)) == [])
    }

    @Test func anAddressInABriefOfParagraphsMakesNoPageOfPrintedLines() {
        let address = (1...9).map { "Regel \($0)" }.joined(separator: "<br>")
        let letter = page("<p>\(address)</p><p>\(String(repeating: "Een zin over laadpalen. ", count: 20))</p>")
        #expect(letter.sections.flatMap(\.blocks).count > 5)
    }
}
