import TestSupport
import Testing

@testable import Letters

/// What turns words and lines away by some of their bytes never turns away one that is looked for.
@Suite struct WordFilterTests {
    private let words = ["de", "het", "a", "vraag", "van", "e.a.", "nr."]

    @Test func aSetHoldsItsWordsInEitherCaseAndNoOthers() {
        let set = WordSet(words)
        for word in words {
            #expect(set.contains(Array(word.utf8)[...]))
            #expect(set.contains(Array(word.uppercased().utf8)[...]))
            let text = Array("\(word) en meer".utf8)
            let mayOpen = set.mayOpen(text.span)
            #expect(mayOpen)
            #expect(!set.contains(Array("\(word)x".utf8)[...]))
        }
        for other in ["", "d", "hat", "vroeg", "bn", "DEN"] { #expect(!set.contains(Array(other.utf8)[...])) }
    }

    @Test func aLineThatBeginsWithALiteralMayOpen() {
        let literals = ["Tabel", "Box", "Bron: "].map { Array($0.utf8) }
        let set = PrefixSet(literals)
        for literal in literals {
            let line = Array("x ".utf8) + literal + Array(" 1".utf8)
            #expect(set.mayOpen(line, 2..<line.count))
        }
        #expect(!set.mayOpen(Array("Ta".utf8), 0..<2))
        #expect(!set.mayOpen([], 0..<0))
    }

    @Test func aPatternIsFoundWhereverItStands() {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        for literal in [" Ka", "aKa", "aa"] {
            let wanted = Array(literal.utf8)
            for _ in 0..<200 {
                let text = (0..<40).map { _ in Array("aK ".utf8).randomElement(using: &generator) ?? 0x61 }
                let expected = text.indices.filter { text[$0...].starts(with: wanted) }
                #expect(BytePattern(literal).all(in: text) == expected)
            }
        }
    }
}
