import TestSupport
import Testing

@testable import Letters

/// The parts of a text between separators are those that `split` gives.
@Suite struct StringPartsTests {
    @Test func theyAreThoseOfSplit() {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        let pieces = [" ", " ", "a", "é", "-", "ij", "\u{301}"]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let most = [1, 2, .max].randomElement(using: &generator) ?? .max
            let isOmitting = Bool.random(using: &generator)
            let expected = text.utf8.split(
                separator: .space, maxSplits: most, omittingEmptySubsequences: isOmitting
            ).map { String(Substring($0)) }
            #expect(text.parts(by: .space, maxSplits: most, omittingEmpty: isOmitting).map(String.init) == expected)
        }
    }
}
