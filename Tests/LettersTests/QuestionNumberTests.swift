import Testing

@testable import Letters

/// Questions and answers under numbers that stand alone on their lines.
@Suite struct QuestionNumberTests {
    private let questions = """
        De commissie heeft de volgende vragen gesteld.

        1
        Hoeveel gemeenten zijn de afgelopen tien jaar heringedeeld?

        Antwoord
        Er waren 38 herindelingen, waarvan de meeste in het noorden van het land.

        2
        2021 was het eerste jaar met een nieuw model. Zijn de gevolgen in kaart gebracht?

        Antwoord
        Nee.
        """

    @Test func aNumberAloneOverAQuestionIsItsHeading() {
        let parsed = letter(questions)
        #expect(parsed.headings == ["1", "Antwoord", "2", "Antwoord"])
        #expect(parsed.sections.dropFirst().map(\.level) == [1, 1, 1, 1])
        #expect(parsed.blockTexts.contains { $0.hasPrefix("2021 was") })
        #expect(parsed.sections.allSatisfy { $0.label == nil })
    }

    @Test func aBlankLineMayFollowTheNumber() {
        let parsed = letter(
            questions.replacing("1\nHoe", with: "1\n\nHoe").replacing("2\n2021", with: "2\n\n2021")
                .replacing("Antwoord\n", with: "Antwoord\n\n"))
        #expect(parsed.headings == ["1", "Antwoord", "2", "Antwoord"])
    }

    @Test func answersMayRepeatTheNumbersWithoutAQuestion() {
        let parsed = letter(
            """
            Vragen van de fractie

            1

            Hoeveel gemeenten zijn heringedeeld?

            2

            Zijn de gevolgen in kaart gebracht?

            Reactie van de Minister

            1

            Er waren 38 herindelingen, waarvan de meeste in het noorden van het land.

            2

            Nee. De gevolgen worden dit jaar onderzocht.
            """)
        #expect(
            parsed.headings == ["Vragen van de fractie", "1", "2", "Reactie van de Minister", "1", "2"])
    }

    @Test func cellsOfATableAreNoQuestions() {
        let cells = "1\n\nNoord\n\n2\n\nZuid\n\n3\n\nOost\n\n4\n\nWest"
        #expect(letter("Dit zijn de delen:\n\n\(cells)\n\nDaar blijft het bij.\n").headings.isEmpty)
    }

    @Test func aNoteWithTheNumberOfAQuestionIsToldApart() {
        let footer = "Tweede Kamer, vergaderjaar 2022–2023, 29 282, nr. 512 2"
        let parsed = letter(
            """
            \(questions)1

            1 Het antwoord op vraag 15 gaat over de gezondheidszorg.

            \(footer)
            """)
        #expect(parsed.footnotes.map(\.text.text) == ["Het antwoord op vraag 15 gaat over de gezondheidszorg."])
        #expect(parsed.headings == ["1", "Antwoord", "2", "Antwoord"])
    }
}
