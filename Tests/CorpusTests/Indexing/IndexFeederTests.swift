import Letters
import References
import Testing

@testable import Corpus

@Suite struct IndexFeederTests {
    @Test func aLetterOfVeryManyParagraphsFitsIntoItsField() throws {
        let place = Place.start
        let text = PlacedText(text: "a", runs: [PlacedText.Run(textOffset: 0, place: place)])
        let blocks = Array(repeating: Block(kind: .paragraph, text: text), count: 200_000)
        let letter = Letter(
            source: SourceInfo(path: "x", format: .text, bytes: 0, sha256: ""),
            identity: Identity(id: PaperID(canonical: "kst-1-2"), origin: .option), sections: [Section(blocks: blocks)])
        var positions: [UInt32] = []
        try IndexFeeder().walk(letter) { _, base, _ in positions.append(base) }
        #expect(positions.count == 200_000)
        #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 + IndexFeeder.gap < $1 })
    }
}
