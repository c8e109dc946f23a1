import References
import Testing

@testable import Letters

/// What stands behind the names in the head of a paper that answers questions.
@Suite struct AnswerHeadTests {
    private func answer(_ end: String) -> Letter {
        letter(
            """
            Tweede Kamer der Staten-Generaal

            Vergaderjaar 2020–2021

            2

            Aanhangsel van de Handelingen

            Vragen gesteld door de leden der Kamer, met de daarop door de
            regering gegeven antwoorden

            1845
            Vragen van het lid Braak (PvdA) aan de Minister van Volksgezondheid
            over de wachtlijsten (ingezonden 3 februari 2021).
            \(end)
            Vraag 1
            Kent u het bericht?

            """)
    }

    @Test(arguments: [
        (
            "Antwoord van Minister Reijmers (Volksgezondheid) (ontvangen\n12 maart 2021). Zie ook Aanhangsel Handelingen, vergaderjaar\n2020–2021, nr. 1502.",
            16
        ),
        (
            "Antwoord van Minister Reijmers (Volksgezondheid)\n(ontvangen 12 maart 2021). Zie ook\nAanhangsel Handelingen, vergaderjaar 2020–2021, nr. 1502.",
            17
        ),
        (
            "Antwoord van Minister Reijmers (ontvangen 12 maart 2021). Zie ook\nAanhangsel Handelingen, vergaderjaar 2020–2021,\nnr. 1502.",
            16
        ),
        (
            "Antwoord van Minister Reijmers (ontvangen 12 maart 2021). Zie ook\nAanhangsel Handelingen, vergaderjaar 2020–2021, nr.\n1502.",
            16
        ),
        (
            "Antwoord van Minister Reijmers (ontvangen 12 maart 2021).\nZie ook Aanhangsel Handelingen, vergaderjaar 2020–2021, nr. 1502",
            16
        ),
    ])
    func anEarlierPaperIsReferredTo(end: String, line: Int) {
        let parsed = answer(end)
        #expect(parsed.head.date == "2021-03-12")
        #expect(parsed.blockTexts == ["Kent u het bericht?"])
        #expect(parsed.headings == ["Vraag 1"])
        #expect(parsed.mentions.map { $0.reference.targets.map(\.rawValue) } == [["ah-tk-20202021-1502"]])
        #expect(parsed.mentions.map(\.place.line) == [line])
    }

    @Test func theDateOfReceiptIsReadBehindWordsSetTwice() {
        let parsed = answer("Mededeling van Minister Reijmers (Volksgezondheid) (ontvangen (ontvangen 12 maart 2021).")
        #expect(parsed.head.date == "2021-03-12")
        #expect(parsed.blockTexts == ["Kent u het bericht?"])
    }

    @Test func textRightBehindTheDateStays() {
        #expect(
            answer("Antwoord van Minister Reijmers (ontvangen 12 maart 2021).").blockTexts == ["Kent u het bericht?"])
    }
}
