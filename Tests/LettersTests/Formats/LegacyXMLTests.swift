import References
import TestSupport
import Testing

@testable import Letters

/// Publications of 1995 to 2009.
@Suite struct LegacyXMLTests {
    private let letter: Letter

    init() throws { letter = try FormLetters.letter("kst-24447-6.xml") }

    @Test func theHeadIsReadFromItsElements() {
        #expect(letter.source.format == .legacyXML)
        #expect(letter.id == PaperID("kst-24447-6"))
        #expect(letter.head.chamber == .tk)
        #expect(letter.head.sessionYear == "1998-1999")
        #expect(letter.head.dossiers.map(\.title) == ["Structuurnota Elektronische Snelwegen"])
        #expect(letter.head.date == "1999-03-03")
        #expect(letter.head.signatories == [.init(role: "De Staatssecretaris van Onderwijs", name: "A. Voorbeeld")])
    }

    @Test func blocksKeepTheirOrderAndLineEndsBecomeSpaces() {
        let expected = [
            "1 - Inleiding", "paragraph - Zie het eerdere verslag hierover, dat over twee regels loopt.",
            "listItem a. het eerste;", "listItem b. het tweede.",
            "table - Jaar Bedrag 1998 120 1999 140", "1 - Slot",
            "paragraph - Ik vertrouw erop u hiermee te hebben ingelicht.",
        ]
        #expect(differences(FormLetters.outline(letter), from: expected) == [])
    }

    @Test func aReferenceInTheTextFindsTheNoteBehindIt() {
        #expect(
            FormLetters.notes(letter) == ["1 Kamerstuk 24 447, nr. 5.", "2 Handelingen II 1997/98, nr. 31, blz. 2612."])
        #expect(FormLetters.markers(letter) == ["1 verslag", "2 hierover"])
        #expect(letter.mentions.first?.reference.targets == [PaperID(canonical: "kst-24447-5")])
    }
}
