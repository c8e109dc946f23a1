import CitationGraph
import Letters
import References
import TestSupport
import Testing

@testable import Corpus

@Suite struct DatedLetterTests {
    private func id(_ text: String) -> PaperID { PaperID(canonical: text) }

    private let citing = MadeLetter(
        number: 9, date: "1 juni 2021", "In mijn brief van 22 januari 2021 heb ik dat gemeld. Verder gaat het.")

    @Test func aDateNamesTheOneLetterOfItsSender() throws {
        let made = try TemporaryCorpus(
            citing, MadeLetter(number: 3, date: "22 januari 2021", "Dat wordt hier gemeld."),
            MadeLetter(number: 4, date: "23 januari 2021", "Een dag later."))
        let edges = try made.corpus.edges(from: id("kst-31497-9"))
        #expect(edges.map(\.target.rawValue) == ["kst-31497-3"])
        let mention = try #require(edges.first?.mentions.first)
        #expect(mention.raw == "mijn brief van 22 januari 2021")
        #expect(mention.confidence < 0.8)
        #expect(mention.sentence == "In mijn brief van 22 januari 2021 heb ik dat gemeld.")
        #expect(try made.corpus.edges(to: id("kst-31497-3")).map(\.source.rawValue) == ["kst-31497-9"])
        #expect(try made.corpus.edges(to: id("kst-31497-4")).isEmpty)
    }

    @Test func severalLettersOfTheDateAreCandidatesAndNoneIsChosen() throws {
        let made = try TemporaryCorpus(
            citing, MadeLetter(number: 3, date: "22 januari 2021", "De ene."),
            MadeLetter(number: 4, date: "22 januari 2021", "De andere."))
        #expect(try made.corpus.edges(from: id("kst-31497-9")).isEmpty)
        let mentions = try made.corpus.datedMentions(of: made.corpus.letter(id("kst-31497-9")))
        #expect(mentions.map { $0.reference.candidates.map(\.rawValue) } == [["kst-31497-3", "kst-31497-4"]])
        #expect(mentions.first?.reference.warnings == [.ambiguous])
    }

    @Test func withoutSuchALetterNothingIsNamed() throws {
        let made = try TemporaryCorpus(citing)
        #expect(try made.corpus.edges(from: id("kst-31497-9")).isEmpty)
    }

    @Test func anEdgeTellsMotionAndStatus() throws {
        let made = try TemporaryCorpus(
            MadeLetter(
                number: 9,
                paragraphs: ["Over de motie van het lid Rog1 het volgende. Deze motie is hiermee afgedaan."],
                notes: ["Kamerstuk 31 497, nr. 3"]))
        let edge = try #require(made.corpus.edges(from: id("kst-31497-9")).first)
        #expect(edge.mentions.map { $0.motion?.movers } == [["Rog"]])
        #expect(edge.statuses.map(\.status.sentence) == ["Deze motie is hiermee afgedaan."])
    }
}
