import Catalog
import CitationGraph
import Foundation
import Letters
import References
import TestSupport
import Testing

@testable import Corpus

@Suite struct TraceTests {
    private func id(_ text: String) -> PaperID { PaperID(canonical: text) }

    @Test func aNoteLeadsToThePaperAndItsOpening() throws {
        let made = try TemporaryCorpus.withSeeds()
        let trace = try #require(made.corpus.trace(id("kst-31497-408"), note: 2).first)
        #expect(trace.claim?.place.line == 19)
        #expect(trace.body?.text == "Kamerstuk 31 293, nr. 573")
        #expect(trace.targets.map(\.id.rawValue) == ["kst-31293-573"])
        #expect(trace.targets.first?.opening?.text.hasPrefix("Met deze brief informeer ik u") == true)
        #expect(trace.targets.first?.traces.isEmpty == true)
    }

    @Test func aLostNoteHasNoBodyAndACutOneIsIncomplete() throws {
        let made = try TemporaryCorpus.withSeeds()
        let corpus = made.corpus
        let lost = try #require(corpus.trace(id("kst-31293-573"), note: 42).first)
        #expect(lost.claim != nil)
        #expect(lost.body == nil)
        #expect(lost.targets.isEmpty)
        #expect(try corpus.trace(id("kst-31293-573"), note: 6).first?.body?.isComplete == false)
        #expect(try corpus.trace(id("kst-31497-440")).count { $0.note != nil && $0.body == nil } == 8)
    }

    @Test func aNoteThatNamesNoPaperHasNoTargets() throws {
        let made = try TemporaryCorpus(
            MadeLetter(
                number: 1, paragraphs: ["De school.1 En verder gaat het."], notes: ["Dat staat in het jaarverslag."]))
        let trace = try #require(made.corpus.trace(id("kst-31497-1"), note: 1).first)
        #expect(trace.body?.text == "Dat staat in het jaarverslag.")
        #expect(trace.targets.isEmpty)
    }

    @Test func papersThatCiteEachOtherEnd() throws {
        let made = try TemporaryCorpus(
            MadeLetter(number: 1, paragraphs: ["De heen.1 En verder gaat het."], notes: ["Kamerstuk 31 497, nr. 2"]),
            MadeLetter(number: 2, paragraphs: ["De terug.1 En verder gaat het."], notes: ["Kamerstuk 31 497, nr. 1"]))
        let trace = try #require(made.corpus.trace(id("kst-31497-1"), note: 1, depth: 5).first)
        let second = try #require(trace.targets.first)
        #expect(second.id.rawValue == "kst-31497-2")
        let third = try #require(second.traces.first?.targets.first)
        #expect(third.id.rawValue == "kst-31497-1")
        #expect(third.isInCorpus)
        #expect(third.traces.isEmpty)
    }

    @Test(arguments: 1...4)
    func depthIsTheNumberOfPapersOneBehindTheOther(depth: Int) throws {
        let made = try TemporaryCorpus()
        for number in 1...5 {
            try made.write(
                MadeLetter(
                    number: number, paragraphs: ["De zin.1 En verder gaat het."],
                    notes: ["Kamerstuk 31 497, nr. \(number + 1)"]))
        }
        try made.index()
        var reached = 0
        var traces = try made.corpus.trace(id("kst-31497-1"), note: 1, depth: depth)
        while let target = traces.first?.targets.first {
            reached += 1
            traces = target.traces
        }
        #expect(reached == depth)
    }

    @Test func whatIsNotThereIsNamed() throws {
        let made = try TemporaryCorpus.withSeeds()
        let corpus = made.corpus
        #expect(throws: CorpusError.noSuchLetter(id: id("kst-31497-371"), citedBy: 2)) {
            try corpus.trace(id("kst-31497-371"))
        }
        #expect(throws: CorpusError.noSuchNote(number: 13, id: id("kst-31497-408"), highest: 12)) {
            try corpus.trace(id("kst-31497-408"), note: 13)
        }
        #expect(throws: CorpusError.noSuchNote(number: 59, id: id("kst-31293-573"), highest: 58)) {
            try corpus.trace(id("kst-31293-573"), note: 59)
        }
    }

    @Test func edgesOfAPaperAreTheSameFromBothEnds() throws {
        let made = try TemporaryCorpus.withSeeds()
        let corpus = made.corpus
        #expect(try corpus.edges(to: id("kst-31497-371")).map(\.mentions.count).reduce(0, +) == 8)
        for letter in try corpus.catalog.ids() {
            for edge in try corpus.edges(from: letter) {
                let back = try #require(corpus.edges(to: edge.target).first { $0.source == letter })
                #expect(back.mentions.map(\.line).sorted() == edge.mentions.map(\.line).sorted())
            }
        }
    }

    @Test func theGraphWeighsTheEdges() throws {
        let made = try TemporaryCorpus.withSeeds()
        let corpus = made.corpus
        let graph = try corpus.graph()
        #expect(graph.nodes.count { $0.isInCorpus } == 5)
        #expect(graph.position(of: id("kst-31497-371")) != nil)
    }
}
