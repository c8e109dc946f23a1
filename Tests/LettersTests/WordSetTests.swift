import TestSupport
import Testing

@testable import Letters

/// Words told by their bytes.
@Suite struct WordSetTests {
    private let words = ["de", "minister", "minister-president", "nr.", "één"]

    @Test(arguments: ["de", "De", "MINISTER", "minister-president", "Nr.", "één"])
    func aWordIsKnownInAnyCase(_ word: String) {
        #expect(WordSet(words).knows(word))
    }

    @Test(arguments: ["", "d", "den", "ministers", "nr", "EEN", "ÉÉN", String(repeating: "a", count: 100)])
    func anyOtherWordIsNot(_ word: String) {
        #expect(!WordSet(words).knows(word))
    }

    @Test func anEmptySetKnowsNoWord() {
        #expect(!WordSet([]).knows("de"))
    }

    @Test func aRangeOfBytesIsAWord() {
        let bytes = Array("van de minister".utf8)
        #expect(WordSet(list: "de het").contains(bytes, 4..<6))
        #expect(!WordSet(list: "de het").contains(bytes, 4..<7))
        #expect(!WordSet(list: "de het").contains(bytes, 4..<4))
    }

    @Test func itKnowsWhatASetOfStringsKnows() {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        func word() -> String {
            String(
                (0..<Int.random(in: 1...4, using: &generator)).map { _ in "abc".randomElement(using: &generator) ?? "a"
                })
        }
        for _ in 0..<200 {
            let known = Set((0..<Int.random(in: 0...40, using: &generator)).map { _ in word() })
            let set = WordSet(known)
            for _ in 0..<40 {
                let word = word()
                #expect(set.knows(word) == known.contains(word), "seed \(generator.seed): \(word)")
            }
        }
    }
}

extension WordSet {
    fileprivate func knows(_ word: String) -> Bool { contains(Array(word.utf8).span) }
}
