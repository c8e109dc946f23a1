import Letters
import References
import TestSupport
import Testing

@testable import Integrity

/// Whatever letters hold, the rules end, say one line each, and say the same whatever the order of the letters.
@Suite struct AnyLetterTests {
    private static let numbers = [Int.min, -1, 0, 1, 1, 2, 2, 3, 4, 5, 6, 99, Int.max - 1, Int.max]
    private static let texts = ["", " ", "\u{0}", "\n\r", "\u{1B}[31m", "a\u{301}", "“”", "31\u{A0}497, nr.", "kst-1"]
    private static let warnings: [Reference.Warning] = [.truncated, .placeholder, .impossible, .partial]

    @Test(arguments: UInt64(1)...100)
    func findingsAreWellFormedAndDeterministic(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let letters = (0..<4).map { Self.letter(path: "\($0).txt", using: &random) }
        let verifier = Verifier(lookup: Set<PaperID>())
        let report = verifier.verify(letters)
        #expect(verifier.verify(letters.shuffled(using: &random)) == report, "seed \(seed)")
        #expect(Set(report.findings.map(\.fingerprint)).count == report.findings.count, "seed \(seed)")
        for finding in report.findings {
            #expect(finding.message == printable(finding.message), "seed \(seed)")
            #expect(finding.numbers == finding.numbers.sorted(), "seed \(seed)")
        }
        #expect(report.ndjson().unicodeScalars.count { $0 == "\n" } == report.findings.count, "seed \(seed)")
        let baseline = Baseline(path: "b", accepting: report.findings)
        #expect(try Baseline(text: baseline.text, path: "b") == baseline, "seed \(seed)")
        #expect(!verifier.verify(letters, baseline: baseline, isStrict: true).fails(at: .note), "seed \(seed)")
    }

    private static func letter(path: String, using random: inout SeededGenerator) -> Letter {
        func some<Element>(_ all: [Element]) -> [Element] {
            (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in all.randomElement(using: &random) }
        }
        func text() -> String { texts.randomElement(using: &random) ?? "" }
        let notes = some(numbers)
        var letter = Letter.with(
            markers: some(numbers), notes: notes, truncated: Set(some(numbers)),
            mentions: some(warnings).map { warning in
                .of(text(), targets: [text()], warnings: [warning], inFirstNote: Bool.random(using: &random))
            },
            id: text(), path: path, sha256: text(), origin: Bool.random(using: &random) ? .contentHash : .footer,
            selfMentions: some(texts).map {
                SelfMention(id: PaperID(canonical: $0), origin: .footer, place: .at(60))
            },
            diagnostics: some([Diagnostic.Kind.encodingDamage, .identityConflict, .notALetter]).map {
                Diagnostic(kind: $0, place: .at(1), detail: text())
            })
        for index in letter.markers.indices { letter.markers[index].before = text() }
        return letter
    }
}
