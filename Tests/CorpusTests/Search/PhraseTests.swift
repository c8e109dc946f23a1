import Catalog
import CitationGraph
import Foundation
import Letters
import References
import TestSupport
import Testing

@testable import Corpus

/// Phrases match over all that stands between words and is no text.
@Suite struct PhraseTests {
    @Test(arguments: [
        ("over het einde van een regel", "De brede basis\nondersteuning van scholen.", "basis ondersteuning"),
        ("over een herstelde afbreking", "De brede basisonder-\nsteuning van scholen is af.", "basisondersteuning van"),
        ("over een weggenomen verwijzing", "In het onderwijs1 is veel te doen.", "onderwijs is veel"),
        ("over leestekens", "Scholen, leraren (en ouders) doen mee.", "scholen leraren en ouders"),
        ("met hoofdletters", "De Raad van State adviseert.", "raad VAN state"),
        ("met accenten", "Het één na het ander.", "een na"),
    ])
    func aPhraseMatches(over what: String, text: String, phrase: String) throws {
        let made = try TemporaryCorpus(
            MadeLetter(number: 1, paragraphs: [text, "Een tweede alinea."], notes: ["Kamerstuk 31 497, nr. 386"]))
        let answer = try made.corpus.search("\"\(phrase)\"")
        #expect(answer.total == 1, "\(what)")
        #expect(answer.occurrences == 1)
        #expect(answer.hits.first?.passages.count == 1)
    }

    @Test func aPhraseMatchesOverTheEndOfAPage() throws {
        let first = "De eerste zin gaat over de bladzijde heen zonder dat hij eindigt, want de passende"
        let made = try TemporaryCorpus()
        let text = """
             \(first)

            1 Kamerstuk 31 497, nr. 386

            kst-31497-408
            ISSN 0921 - 7371
            ’s-Gravenhage 2021 Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1

            ondersteuning gaat door.1 En daarmee is het af.

            Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 2

            """
        let file = made.folder.appending(path: "letters/a.txt")
        try text.write(to: file, atomically: true, encoding: .utf8)
        try made.index()
        let answer = try made.corpus.search("\"passende ondersteuning gaat\"")
        #expect(answer.hits.map(\.id.rawValue) == ["kst-31497-408"])
        #expect(answer.hits.first?.passages.first?.line == 1)
        #expect(answer.hits.first?.passages.first?.page == 1)
    }

    @Test func aPhraseDoesNotMatchAcrossParagraphsNotesAndHeadings() throws {
        let made = try TemporaryCorpus(
            MadeLetter(
                number: 1,
                paragraphs: ["Dit gaat over de linker school.1", "Rechter leraren doen niet mee.2"],
                notes: ["De eerste noot eindigt links.", "Boven begint de tweede noot."]))
        #expect(try made.ids("\"school rechter\"") == [])
        #expect(try made.ids("\"links boven\"") == [])
        #expect(try made.ids("\"linker school\"") == ["kst-31497-1"])
        #expect(try made.ids("\"tweede noot\"") == ["kst-31497-1"])
    }

    @Test func theOrderOfAPhraseCounts() throws {
        let made = try TemporaryCorpus(
            MadeLetter(number: 1, "De rode school."), MadeLetter(number: 2, "De school is de rode."))
        #expect(try made.ids("\"rode school\"") == ["kst-31497-1"])
        #expect(try made.ids("\"school rode\"") == [])
    }
}
