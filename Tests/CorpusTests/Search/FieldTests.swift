import Catalog
import CitationGraph
import Foundation
import Letters
import References
import SearchIndex
import TestSupport
import Testing

@testable import Corpus

@Suite struct FieldTests {
    private let made: TemporaryCorpus

    init() throws {
        made = try TemporaryCorpus(
            MadeLetter(
                number: 1, paragraphs: ["Thuiszitters", "De leraar geeft les op school.1 Daarna volgt er meer."],
                notes: ["Zie de brief over fietsen."]),
            MadeLetter(
                number: 2, paragraphs: ["Fietsen", "De thuiszitters zijn er ook.1 Daarna volgt er meer."],
                notes: ["Een leraar telt mee."]),
            MadeLetter(number: 3, "Leraren werken. Scholen ook."))
    }

    @Test func aFieldLimitsWhereAWordIsLookedFor() throws {
        #expect(try made.ids("heading:thuiszitters") == ["kst-31497-1"])
        #expect(try made.ids("kop:thuiszitters") == ["kst-31497-1"])
        #expect(try made.ids("body:thuiszitters") == ["kst-31497-2"])
        #expect(try made.ids("footnote:fietsen") == ["kst-31497-1"])
        #expect(try made.ids("voetnoot:fietsen") == ["kst-31497-1"])
        #expect(try made.ids("title:voorbeelden").count == 3)
        #expect(try made.ids("titel:fietsen") == [])
    }

    @Test func theFieldOfTheSearchIsForWordsThatNameNone() throws {
        let answer = try made.corpus.search("thuiszitters", in: .heading)
        #expect(answer.hits.map(\.id.rawValue) == ["kst-31497-1"])
        #expect(try made.corpus.search("body:thuiszitters", in: .heading).hits.map(\.id.rawValue) == ["kst-31497-2"])
    }

    @Test func aPassageKnowsItsSectionAndItsNote() throws {
        let passage = try #require(made.corpus.search("footnote:leraar").hits.first?.passages.first)
        #expect(passage.note == 1)
        #expect(passage.sectionHeading == "Fietsen")
        #expect(passage.text == "Een leraar telt mee.")
        #expect(passage.words == ["leraar"])
    }

    @Test func anotherFormOfAWordMatchesAsAStem() throws {
        let hit = try #require(
            made.corpus.search("leraar").hits.first { $0.id.rawValue == "kst-31497-3" })
        #expect(hit.passages.map(\.matched) == [[.stem]])
        #expect(hit.passages.map(\.words) == [["Leraren"]])
        #expect(hit.occurrences == 0)
    }

    @Test func theSurfaceFormAloneMatchesWhatIsWritten() throws {
        #expect(try made.ids("=leraar").sorted() == ["kst-31497-1", "kst-31497-2"])
        #expect(try made.ids("=leraren") == ["kst-31497-3"])
        #expect(try made.corpus.search("=leraar").hits.flatMap(\.passages).allSatisfy { $0.matched == [.surface] })
    }

    @Test func operatorsCombine() throws {
        #expect(try made.ids("leraar AND school").contains("kst-31497-1"))
        #expect(try made.ids("=thuiszitters NOT =school") == ["kst-31497-2"])
        #expect(try made.ids("+=thuiszitters -=fietsen") == [])
        #expect(try made.ids("=school OF =scholen").sorted() == ["kst-31497-1", "kst-31497-3"])
    }

    @Test func aQueryWithoutWordsFindsNothing() throws {
        #expect(try made.ids("\"...\"") == [])
    }
}
