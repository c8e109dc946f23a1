import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct WordFoldingTests {
    private let folding = WordFolding()

    private func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        folding.append(0..<text.utf8.count, of: text.utf8Span.span, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func foldedByICU(_ text: String) -> String {
        var bytes: [UInt8] = []
        #expect(ICUText.appendFolded(text.utf8Span.span, to: &bytes))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func theFastWayFoldsAsICUDoes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                let ranges: [ClosedRange<UInt32>] = [0x20...0x7e, 0xc0...0x17f, 0x2018...0x2019, 0x300...0x310]
                let kind = Int.random(in: 0..<(Bool.random(using: &generator) ? 3 : 4), using: &generator)
                text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: ranges[kind], using: &generator)) ?? " ")
            }
            #expect(folded(text) == foldedByICU(text), "seed \(seed): \(text)")
        }
    }

    @Test func foldingTwiceIsFoldingOnce() {
        for code in UInt32(0x20)...0x2fff {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let once = folded(String(scalar))
            #expect(folded(once) == once, "U+\(String(code, radix: 16))")
        }
    }
}
