import TestSupport
import Testing

@testable import Letters

@Suite struct WordHashesTests {
    private func hash(_ word: String) -> UInt64 { WordHashes.hash(Array(word.utf8).span) }

    @Test func aWordIsKnownWhateverTheCaseOfItsLetters() {
        var words = WordHashes()
        words.insert(hash("VO-raad"))
        #expect(words.contains(hash("vo-raad")))
        #expect(!words.contains(hash("voraad")))
        #expect(words.count == 1)
    }

    @Test func noneIsKnownWithoutWords() {
        #expect(WordHashes().isEmpty)
        #expect(!WordHashes().contains(hash("raad")))
        #expect(!WordHashes().contains(0))
    }

    @Test func itEqualsASetOfHashes() {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        var words = WordHashes()
        var known: Set<UInt64> = []
        for _ in 0..<2_000 {
            // Some share all bits that choose a slot.
            let value = UInt64.random(in: 1...1_500, using: &generator) << (Bool.random(using: &generator) ? 0 : 16)
            words.insert(value)
            known.insert(value)
            #expect(words.count == known.count)
            let other = UInt64.random(in: 1...3_000, using: &generator)
            #expect(words.contains(other) == known.contains(other))
        }
    }
}
