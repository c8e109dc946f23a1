import Catalog
import CitationGraph
import Foundation
import Letters
import References
import SearchIndex
import TestSupport
import Testing
import TextAnalysis

@testable import Corpus

/// Words are searched that stand in the seeds; what is highlighted, and the place in the file, must be the word.
@Suite struct PassagePlaceTests {
    private let made: TemporaryCorpus
    private let lines: [String: [[Unicode.Scalar]]]

    init() throws {
        made = try .withSeeds()
        lines = try made.corpus.catalog.summaries().reduce(into: [:]) { lines, letter in
            let text = String(decoding: try Fixture.bytes(from: letter.path), as: UTF8.self)
            lines[letter.path] = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
                Array($0)
            }
        }
    }

    private static func seed() -> UInt64 {
        ProcessInfo.processInfo.environment["KAMERSPOOR_TEST_SEED"].flatMap(UInt64.init)
            ?? UInt64.random(in: 1...9_999_999)
    }

    /// Words of all seeds that are letters throughout, five at least.
    private var words: [String] {
        get throws {
            var words: Set<String> = []
            for id in try made.corpus.catalog.ids() {
                guard let letter = try made.corpus.catalog.letter(id: id) else { continue }
                for unit in letter.textUnits {
                    for word in unit.text.text.split(separator: " ") {
                        let bare = word.trimmingCharacters(in: .punctuationCharacters)
                        if bare.count > 4, bare.allSatisfy(\.isLetter) { words.insert(bare) }
                    }
                }
            }
            return words.sorted()
        }
    }

    @Test func highlightsAndPlacesAreTheWord() throws {
        var generator = SeededGenerator(seed: Self.seed())
        print("seed \(generator.seed)")
        var analyzer = try Analyzer()
        for word in try words.shuffled(using: &generator).prefix(150) {
            // The place of a title is not known: see aTitleHasItsPlaceInTheFile.
            let hits = try [QueryField.heading, .body, .footnote].flatMap { field in
                try made.corpus.search("=\(word)", in: field, limit: 100).hits
            }
            #expect(!hits.isEmpty, "\(word), seed \(generator.seed)")
            let wanted = Set(analyzer.tokens(of: word).map(\.surface))
            for hit in hits {
                #expect(hit.passages.reduce(0) { $0 + $1.highlights.count } == hit.occurrences, "\(word)")
                for passage in hit.passages {
                    for marked in passage.words {
                        let found = Set(analyzer.tokens(of: marked).map(\.surface))
                        #expect(
                            !wanted.isDisjoint(with: found), "\(word) is shown as \(marked), seed \(generator.seed)")
                    }
                    let line = try #require(lines[hit.path]?[passage.line - 1])
                    let start = passage.words[0].unicodeScalars.first
                    #expect(
                        line[passage.column - 1] == start,
                        "\(word) at \(hit.path):\(passage.line):\(passage.column), seed \(generator.seed)")
                }
            }
        }
    }

    @Test func aTitleHasItsPlaceInTheFile() throws {
        // The first line is `31 497 Passend onderwijs`.
        let passage = try #require(made.corpus.search("onderwijs", in: .title).hits.first?.passages.first)
        #expect(passage.words == ["onderwijs"])
        #expect(passage.line == 1)
        #expect(passage.column == 16)
    }

    @Test func aSentenceMayBeLong() throws {
        let long = try TemporaryCorpus(
            MadeLetter(number: 1, String(repeating: "de leraar én leraren en ", count: 4_000) + "de rest."))
        let answer = try long.corpus.search("leraar")
        let passage = try #require(answer.hits.first?.passages.first)
        #expect(answer.occurrences == 4_000)
        #expect(passage.highlights.count == 8_000)
        #expect(passage.words == (0..<4_000).flatMap { _ in ["leraar", "leraren"] })
        #expect(passage.matched == [.surface, .stem])
    }

    @Test func highlightsAscendAndDoNotOverlap() throws {
        for query in ["onderwijs school", "\"passend onderwijs\" onderwijs", "samenwerkingsverbanden"] {
            for passage in try made.corpus.search(query, limit: 100).hits.flatMap(\.passages) {
                for (left, right) in zip(passage.highlights, passage.highlights.dropFirst()) {
                    #expect(left.lowerBound <= right.lowerBound)
                }
                #expect(passage.highlights.last.map { $0.upperBound <= passage.text.unicodeScalars.count } == true)
            }
        }
    }
}
