import Testing

@testable import Letters

/// Questions under one label, which no blank lines part.
@Suite struct JointQuestionTests {
    /// The label is no wider than the text, of which each line is full.
    private func questions(_ label: String) -> [String] {
        letter(
            """
            \(label)
            Wat vindt u ervan dat de wachtlijsten in het westen van het land blijven
            groeien, en dat er nog geen plan is om daar samen iets aan te doen, hoe?
            Deelt u de opvatting dat het ministerie zelf aan zet is, in plaats van de
            gemeenten, die het geld niet hebben? Kunt u dat ook toelichten of niet?
            Gaat dat gebeuren?
            Antwoord 3, 4 en 5
            De wachtlijsten groeien, en de gemeenten hebben daarvoor geld gekregen dat
            dit jaar wordt uitgegeven.

            """
        ).sections.first { $0.heading != nil }?.blocks.map(\.text.text) ?? []
    }

    @Test(arguments: ["Vraag 3, 4 en 5", "Vragen 3 t/m 5", "Vragen 3-5"])
    func thereAreAsManyAsTheLabelCounts(label: String) {
        let found = questions(label)
        #expect(found.count == 3)
        #expect(found.map { String($0.prefix(4)) } == ["Wat ", "Deel", "Gaat"])
        #expect(found.last == "Gaat dat gebeuren?")
    }

    @Test func aListOfWhichTheOtherLinesAreSetInEndsAtItsMargin() {
        let parsed = letter(
            """
                 De verordening noemt de volgende groepen van woningzoekenden, zodat zij voor
                 urgentie in aanmerking komen:
                 – woningzoekenden die hun woning hebben moeten verlaten door een ramp die hen
                   buiten hun schuld heeft getroffen; en
                 – woningzoekenden die zorg verlenen aan iemand die daar zelf niet in voorziet,
                   zoals bedoeld in de wet maatschappelijke ondersteuning van enkele jaren her.
                 Het verschilt per gemeente welke groepen daar verder bij in worden genoemd. Zo
                 kan het gaan om medische redenen.

            """)
        #expect(parsed.blockTexts.last?.hasPrefix("Het verschilt") == true)
        #expect(parsed.sections.flatMap(\.blocks).map(\.kind) == [.paragraph, .listItem, .listItem, .paragraph])
    }
}
