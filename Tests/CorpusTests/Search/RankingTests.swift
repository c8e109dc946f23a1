import Catalog
import CitationGraph
import Foundation
import Letters
import References
import TestSupport
import Testing

@testable import Corpus

@Suite struct RankingTests {
    @Test func lettersWithAllWordsComeFirst() throws {
        let made = try TemporaryCorpus(
            MadeLetter(number: 1, "School school school school school school."),
            MadeLetter(
                number: 2, String(repeating: "Veel andere woorden staan hier. ", count: 20) + "De school en de leraar."),
            MadeLetter(number: 3, "Leraar leraar leraar leraar."))
        let ids = try made.ids("school leraar")
        #expect(ids.first == "kst-31497-2")
        #expect(ids.count == 3)
    }

    @Test func tiesGoByDateNewestFirstAndThenById() throws {
        let text = "De school staat in het dorp."
        let made = try TemporaryCorpus(
            MadeLetter(number: 4, date: "1 maart 2021", text), MadeLetter(number: 1, date: "1 maart 2020", text),
            MadeLetter(number: 3, date: "1 maart 2021", text), MadeLetter(number: 2, date: "2 januari 2022", text))
        #expect(try made.ids("school") == ["kst-31497-2", "kst-31497-3", "kst-31497-4", "kst-31497-1"])
    }

    @Test func theScoreIsThatOfTheRank() throws {
        let made = try TemporaryCorpus.withSeeds()
        for query in ["onderwijs", "school leraar", "passend"] {
            let hits = try made.corpus.search(query, limit: 100).hits
            #expect(hits.allSatisfy { $0.score > 0 })
            #expect(hits.count > 1)
        }
        let scores = try made.corpus.search("onderwijs", limit: 100).hits.map(\.score)
        #expect(scores == scores.sorted(by: >))
    }

    @Test func limitAndOffsetCutTheSameList() throws {
        let made = try TemporaryCorpus.withSeeds()
        let all = try made.ids("onderwijs")
        for offset in 0...6 {
            let part = try made.corpus.search("onderwijs", limit: 2, offset: offset)
            #expect(part.hits.map(\.id.rawValue) == Array(all.dropFirst(offset).prefix(2)))
            #expect(part.total == all.count)
        }
    }

    @Test(arguments: ["31497-408", "kst-31497-408", "31 497, nr. 408", "Kamerstukken II 2020/21, 31 497, nr. 408"])
    func aQueryThatSpellsAnIdShowsThatPaperFirst(query: String) throws {
        let made = try TemporaryCorpus.withSeeds()
        let answer = try made.corpus.search(query)
        #expect(answer.namedPaper?.id.rawValue == "kst-31497-408")
        #expect(answer.namedPaper?.isInCorpus == true)
        #expect(answer.hits.first?.id.rawValue == "kst-31497-408")
        #expect(Set(answer.hits.map(\.id)).count == answer.hits.count)
    }

    @Test func aPaperThatIsOnlyCitedGivesTheLettersThatNameIt() throws {
        let made = try TemporaryCorpus.withSeeds()
        let answer = try made.corpus.search("31 497, nr. 371")
        #expect(answer.namedPaper?.isInCorpus == false)
        #expect(answer.namedPaper?.citedBy == 2)
        #expect(Set(answer.hits.map(\.id.rawValue)) == ["kst-31497-408", "kst-31293-573"])
    }
}
