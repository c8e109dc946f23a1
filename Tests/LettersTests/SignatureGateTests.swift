import TestSupport
import Testing

@testable import Letters

/// The gate turns away no line that the signature's readers would take.
@Suite struct SignatureGateTests {
    private let pieces = [
        "De", "de", "Het", "Minister", "minister-president,", "Staatssecretaris", "waarnemend", "plv.", "wnd.", "lid",
        "van",
        "Financiën,", "A.", "A.D.", "Slob", "drs.", "Mevrouw", "mevrouw", "(w.g.)", "Prof.dr.", "Wiersma",
        "Hoogachtend,",
        "Met", "vriendelijke", "groet,", "Bijlage", "1:", "Mini\u{AD}ster", "De\u{A0}Minister", "Hugo", "Jonge",
        "griffier.",
        "Voorzitter,", "Tweede", "eerste",
    ]

    @Test func itLetsThroughWhatMayBegin() {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        for _ in 0..<4_000 {
            let lines = (0..<2).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? ""
                }
                .joined(separator: " ")
            }
            let bytes = Array(lines.joined(separator: "\n").utf8)
            let text = HeadText(bytes: bytes, lines: LineTable(bytes).lines, pages: [1, 1])
            let (first, second) = (text.text(0), text.text(1))
            let begins =
                SignatureOffice.opens(first) || Greeting.isClosing(first) || SignatureName.strong(first) != nil
                || AnnexHeading(first) != nil || SignatureOffice.opens(second)
            #expect(!begins || SignatureGate(text: text).mayBegin(0, next: 1), "seed \(generator.seed): \(lines)")
            #expect(!Greeting.isClosing(first) || SignatureGate(text: text).mayClose(0))
        }
    }
}
