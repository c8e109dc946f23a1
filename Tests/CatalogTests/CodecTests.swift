import Letters
import Testing

@testable import Catalog

@Suite struct RunsCodecTests {
    @Test(arguments: [UInt64(5), UInt64.random(in: .min ... .max)])
    func damagedRunsThrowOrGiveATextWhosePlacesCanBeAsked(seed: UInt64) throws {
        var random = RandomLetters(seed: seed)
        let text = "Het «onderwijs» én de zorg"
        let place = Place(byte: 12, line: 3, column: 4, page: 2)
        let runs = [0, 4, 9, 26].map { PlacedText.Run(textOffset: $0, place: place) }
        let whole = RunsCodec.encode(runs)
        #expect(try RunsCodec.decode(whole, text: text).runs == runs)
        for round in 0..<2000 {
            var bytes = whole
            for _ in 0...random.int(0...3) { bytes[random.int(0...bytes.count - 1)] = UInt8(random.int(0...255)) }
            if round % 4 == 0 { bytes.removeLast(random.int(1...bytes.count)) }
            guard let placed = try? RunsCodec.decode(bytes, text: text) else { continue }
            for run in placed.runs {
                // Places far outside any file overflow; those that a file can have are looked up.
                let place = run.place
                guard (0...1_000_000).contains(place.byte), (0...1_000_000).contains(place.column) else { continue }
                _ = placed.place(at: run.textOffset)
            }
        }
    }

    @Test func runsTakeFewBytes() {
        let runs = (0..<100).map { index in
            PlacedText.Run(
                textOffset: index * 80, place: Place(byte: 9000 + index * 82, line: 40 + index, column: 1, page: 2))
        }
        #expect(RunsCodec.encode(runs).count < 100 * 7)
    }
}

@Suite struct VarintTests {
    @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 300, Int.max, Int.min])
    func numbersComeBack(number: Int) {
        var writer = VarintWriter()
        writer.append(signed: number)
        var reader = VarintReader(writer.bytes)
        #expect(reader.nextSigned() == number)
        #expect(reader.isAtEnd)
    }

    @Test func bytesThatAreNoNumberGiveNothing() {
        for bytes: [UInt8] in [
            [], [0x80], [UInt8](repeating: 0xFF, count: 9) + [2], [UInt8](repeating: 0x80, count: 11),
        ] {
            var reader = VarintReader(bytes)
            #expect(reader.next() == nil)
        }
    }
}

@Suite struct NulEscapeTests {
    @Test(arguments: ["", "school", "a\0b", "\u{1A}", "\u{1A}0", "\0\u{1A}1\0"])
    func textsComeBackWithoutANul(text: String) throws {
        let escaped = NulEscape.escaped(text)
        #expect(!escaped.utf8.contains(0))
        #expect(try NulEscape.unescaped(escaped) == text)
    }

    @Test func brokenEscapesThrow() {
        for text in ["\u{1A}", "a\u{1A}2", "\u{1A}\u{1A}"] {
            #expect(throws: RowDamage.self) { try NulEscape.unescaped(text) }
        }
    }
}
