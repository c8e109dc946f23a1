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

    @Test func aReferenceIsBoundByTheIdOfItsNote() {
        let letter = FormLetters.parse(
            """
            <?xml version="1.0"?><kamerwrk><al>Een verslag<voetref refid="v1">1</voetref> en een
            nota<voetref refid="v3">*</voetref> en een brief<voetref refid="v2">2</voetref>.</al>
            <voetnoot id="v1" nr="1"><al>Eerste.</al></voetnoot><voetnoot id="v2" nr="2"><al>Tweede.</al></voetnoot>
            <voetnoot id="v3" nr="*"><al>Ster.</al></voetnoot></kamerwrk>
            """, .xml)
        #expect(FormLetters.notes(letter) == ["1 Eerste.", "2 Tweede.", "3 Ster."])
        #expect(FormLetters.markers(letter) == ["1 verslag", "3 nota", "2 brief"])
    }

    /// As the publications of those years have them.
    @Test func itemsInParagraphsAreItemsAndTitlesAreNot() {
        let letter = FormLetters.parse(
            """
            <kamerwrk><body><stuk><al>De criteria zijn:</al><al>a. Er dient een bepaalde relatie te bestaan;</al>
            <al>b. De raad dient zich te beperken.</al><al>Overwegingen zijn:</al><al>– of de wetgever erin heeft
            voorzien;</al><al>– wat het motief is geweest.</al><al>1. Inleiding</al><al>2. Slot</al><al>A. Slob sprak.</al>
            </stuk></body></kamerwrk>
            """, .legacyXML)
        #expect(
            FormLetters.outline(letter) == [
                "paragraph - De criteria zijn:", "listItem a. Er dient een bepaalde relatie te bestaan;",
                "listItem b. De raad dient zich te beperken.", "paragraph - Overwegingen zijn:",
                "listItem – of de wetgever erin heeft voorzien;", "listItem – wat het motief is geweest.",
                "paragraph - 1. Inleiding", "paragraph - 2. Slot", "paragraph - A. Slob sprak.",
            ])
        #expect(letter.sections[0].blocks.map(\.level) == [0, 1, 1, 0, 1, 1, 0, 0, 0])
    }
}
