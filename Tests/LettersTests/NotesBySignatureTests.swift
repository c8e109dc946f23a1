import Testing

@testable import Letters

/// Notes right under a signature, and around one: extraction loses the room that was left to sign.
@Suite struct NotesBySignatureTests {
    private let body = """
        In deze brief ga ik in op het toezicht.1 De wet is op 1 oktober 2012 in werking getreden,
        en de evaluatie is uitgevoerd door de universiteit, die 118 gesprekken heeft gevoerd.2
        """
    private let signature = """
        De Minister van Binnenlandse Zaken en Koninkrijksrelaties,
        E. Oosterling-Boot
        """
    private let footer = "Tweede Kamer, vergaderjaar 2017–2018, 33 047, nr. 27 1"

    private func expectNotes(_ text: String, _ expected: [String] = ["Kamerstuk 31 497, nr. 386", "Idem, p. 3."]) {
        let parsed = letter(text)
        #expect(parsed.footnotes.map(\.text.text) == expected)
        #expect(parsed.markers.map(\.note) == [1, 2])
        #expect(parsed.head.signatories.map(\.name) == ["E. Oosterling-Boot"])
        #expect(parsed.blockTexts.count == 1)
    }

    @Test func notesMayStandRightUnderTheSignature() {
        expectNotes("\(body)\n\n\(signature)\n1 Kamerstuk 31 497, nr. 386\n2 Idem, p. 3.\n")
        expectNotes("\(body)\n\n\(signature)\n1 Kamerstuk 31 497, nr. 386\n2 Idem, p. 3.\n\n\(footer)\n")
    }

    @Test func theSignatureMayBeOnOneLineOrItsOfficeOnTwo() {
        let office = "De Minister van Binnenlandse Zaken\nen Koninkrijksrelaties,\nE. Oosterling-Boot"
        expectNotes("\(body)\n\n\(office)\n1 Kamerstuk 31 497, nr. 386\n2 Idem, p. 3.\n")
        let line = "De Minister van Binnenlandse Zaken en Koninkrijksrelaties, E. Oosterling-Boot"
        expectNotes("\(body)\n\n\(line)\n1 Kamerstuk 31 497, nr. 386\n2 Idem, p. 3.\n")
    }

    @Test func theyMayStandUnderTheSecondSignatureOfALaterPage() {
        let parsed = letter(
            """
            \(body)

            1 Kamerstuk 31 497, nr. 386
            2 Idem, p. 3.

            \(footer)

             Het overleg wordt voortgezet.3

            \(signature)

            De Minister van Financiën,
            J.P. Duivestein
            3 Gelijktijdig is een afschrift aan de Voorzitter van de Eerste Kamer
            gezonden.
            """)
        #expect(parsed.footnotes.map(\.number) == [1, 2, 3])
        #expect(parsed.head.signatories.count == 2)
    }

    @Test(arguments: ["\n", "\n\n"])
    func aSignatureBetweenTwoNotesIsNoPartOfThem(gap: String) {
        expectNotes(
            "\(body)\n\n1 Kamerstuk 31 497, nr. 386\n\n\(signature)\(gap)2 Idem, p. 3.\n\n\(footer)\n")
    }

    @Test func aNoteAboutAnOfficeStaysWhole() {
        let note = "Kamerstuk 31 497, nr. 386. De brief is verzonden door\nde Minister van Financiën,\nW. Drees."
        expectNotes(
            "\(body)\n\n1 \(note)\n2 Idem, p. 3.\n\n\(signature)\n\n\(footer)\n",
            [
                "Kamerstuk 31 497, nr. 386. De brief is verzonden door de Minister van Financiën, W. Drees.",
                "Idem, p. 3.",
            ])
    }

    @Test func aNumberUnderANameInTheTextIsNoNote() {
        let text = "\(body)\n\nEr spraken:\nde voorzitter van de raad,\nA. de Vries\n1 Kamerlid en twee ambtenaren.\n"
        #expect(letter(text).footnotes.isEmpty)
    }

    @Test func anAnnexWithASingleNoteCountsAnew() {
        let parsed = letter(
            """
            \(body)

            \(signature)

            1 Kamerstuk 31 497, nr. 386
            2 Idem, p. 3.

            Bijlage 1: Overzicht van de moties

            De motie over het toezicht is uitgevoerd, zoals in de vorige brief staat.1 De andere staan open.

            1 Kamerstuk 29 984, nr. 609.
            """)
        #expect(parsed.markers.map(\.note) == [1, 2, 1])
        #expect(parsed.footnotes.map(\.number) == [1, 2, 1])
    }
}
