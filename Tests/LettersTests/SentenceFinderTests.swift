import Letters
import Testing

@Suite struct SentenceFinderTests {
    private func sentence(_ text: String, at offset: Int) -> String {
        let range = SentenceFinder(text).sentence(around: offset)
        return String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }

    @Test func aSpotBehindTheFullStopBelongsToTheSentenceBefore() {
        let text = "Eerst dit. Dan dat. Tot slot."
        #expect(sentence(text, at: 10) == "Eerst dit.")
        #expect(sentence(text, at: 11) == "Dan dat.")
        #expect(sentence(text, at: 12) == "Dan dat.")
        #expect(sentence(text, at: 400) == "Tot slot.")
    }

    @Test(arguments: [
        "Zie Kamerstuk 31 497, nr. 391 voor meer.", "Dit staat in de wet, Stb. 2021, 393.",
        "De motie van het lid Westerveld c.s. 15 punten.",
        "Ondertekend door A. Slob.", "1. Landelijke norm voor de basis.", "Op 16 november jl. De heer is er.",
    ])
    func abbreviationsAndInitialsEndNoSentence(text: String) {
        #expect(sentence(text, at: 3) == text)
    }

    @Test func closingQuotesAndBracketsBelongToTheirSentence() {
        #expect(sentence("Hij zei «ja.» Zij zei nee.", at: 4) == "Hij zei «ja.»")
        #expect(sentence("(Zo is het.) Dat is al.", at: 4) == "(Zo is het.)")
    }

    @Test func anEmptyTextHasAnEmptySentence() {
        #expect(SentenceFinder("").sentence(around: 0).isEmpty)
    }
}
