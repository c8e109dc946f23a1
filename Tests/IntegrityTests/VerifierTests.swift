import Letters
import References
import Testing

@testable import Integrity

@Suite struct VerifierTests {
    private let letters = [
        Letter.with(markers: [1, 2, 3], notes: [1, 3, 3], path: "b.txt"),
        Letter.with(
            markers: [1, 3], notes: [1, 2, 3], truncated: [1],
            mentions: [.of("nr. [xxx]", warnings: [.placeholder, .impossible])], id: "kst-31293-573", path: "a.txt"),
    ]

    @Test func findingsStandByPathLineColumnAndRule() {
        #expect(
            Verifier().verify(letters).findings.map { "\($0.path):\($0.line):\($0.column) \($0.rule)" } == [
                "a.txt:6:35 reference-impossible", "a.txt:6:35 reference-malformed", "a.txt:101:1 note-truncated",
                "a.txt:102:1 note-unused", "b.txt:12:44 note-missing", "b.txt:103:1 note-duplicate",
            ])
    }

    @Test func theOrderOfTheLettersMakesNoDifference() {
        #expect(Verifier().verify(letters) == Verifier().verify(letters.reversed()))
        #expect(Verifier().verify(letters).letters == 2)
    }

    @Test func noLettersGiveNoFindings() {
        #expect(Verifier().verify([]) == VerificationReport(letters: 0, findings: []))
    }

    @Test(arguments: [(Level.error, true), (.warning, true), (.note, true), (.off, false)])
    func aRunFailsAtTheLevelOfItsGravestFinding(level: Level, fails: Bool) {
        #expect(Verifier().verify(letters).fails(at: level) == fails)
    }

    @Test func findingsBelowTheLevelFailNothing() {
        let report = Verifier().verify([.with(markers: [1])])
        #expect(!report.fails(at: .error))
        #expect(report.fails(at: .warning))
        #expect(!Verifier().verify([.with()]).fails(at: .note))
    }
}

@Suite struct FingerprintTests {
    private func fingerprints(_ letters: Letter...) -> [String] {
        Verifier().verify(letters).findings.map(\.fingerprint)
    }

    @Test func itStaysTheSameOverVersions() {
        // These stand in the baselines of users: a change here needs a new version of the baseline.
        #expect(fingerprints(.with(markers: [1, 2, 3], notes: [1, 3])) == ["cbc50ddd98d7d980"])
    }

    @Test func linesPathsAndLevelsDoNotGoIn() throws {
        let letter = Letter.with(markers: [1, 2, 3], notes: [1, 3])
        var moved = letter
        moved.source.path = "elsewhere/b.txt"
        moved.markers[1].place = .at(500, 7, page: 9)
        moved.markers[1].before = "scholen"
        #expect(fingerprints(moved) == fingerprints(letter))
        let levels = try RuleLevels(["note-missing": .note])
        #expect(Verifier(levels: levels).verify([letter]).findings.map(\.fingerprint) == fingerprints(letter))
    }

    @Test func whiteSpaceInAReferenceDoesNotGoIn() {
        func letter(_ raw: String) -> Letter { .with(mentions: [.of(raw, warnings: [.truncated])]) }
        #expect(fingerprints(letter("Kamerstuk\n31\u{A0}497,  nr.")) == fingerprints(letter("Kamerstuk 31 497, nr.")))
        #expect(fingerprints(letter("Kamerstuk 31 498, nr.")) != fingerprints(letter("Kamerstuk 31 497, nr.")))
    }

    @Test func ruleLetterAndNumberGoIn() {
        let all = [
            fingerprints(.with(markers: [1, 2, 3], notes: [1, 3])),
            fingerprints(.with(markers: [1, 2, 3, 4], notes: [1, 2, 4])),
            fingerprints(.with(markers: [1, 3], notes: [1, 2, 3])),
            fingerprints(.with(markers: [1, 2, 3], notes: [1, 3], id: "kst-1")),
        ]
        #expect(Set(all).count == all.count)
    }

    @Test func equalBreachesDifferAndMendingOneLeavesTheOthers() {
        func letter(_ count: Int) -> Letter {
            .with(
                mentions: (0..<count).map { index in
                    var mention = Mention.of("31 497, nr.", warnings: [.truncated])
                    mention.place.line += index
                    return mention
                })
        }
        let three = fingerprints(letter(3))
        #expect(Set(three).count == 3)
        #expect(fingerprints(letter(2)) == Array(three.prefix(2)))
    }
}
