import Letters
import References
import Testing

@testable import Integrity

@Suite struct IdentityMissingTests {
    @Test func aLetterThatGoesByItsBytesIsFoundAtItsStart() {
        #expect(
            findings(in: .with(id: "sha256-0badcafe", origin: .contentHash)) == [
                """
                1:1 warning identity-missing []: Nothing says which paper this letter is; it goes by sha256-0badcafe: \
                give its id with --id.
                """
            ])
    }

    @Test(arguments: [Identity.Origin.option, .sidecar, .header, .footer])
    func aLetterThatSomethingNamesIsNot(origin: Identity.Origin) {
        #expect(findings(in: .with(origin: origin)) == [])
    }
}

@Suite struct IdentityConflictTests {
    private func mention(_ id: String, line: Int) -> SelfMention {
        SelfMention(id: PaperID(canonical: id), origin: .footer, place: .at(line))
    }

    @Test func whatTheParserReportsIsToldAsItIs() {
        let diagnostic = Diagnostic(
            kind: .identityConflict, place: .at(60, 3), detail: "the head says nr. 408,\nthe foot nr. 409.")
        #expect(
            findings(in: .with(diagnostics: [diagnostic])) == [
                """
                60:3 error identity-conflict []: It is not clear which paper this letter is (the head says nr. 408, the \
                foot nr. 409): find out which is right and give the id with --id.
                """
            ])
    }

    @Test func aFootThatNamesAnotherPaperIsFoundOnce() {
        let letter = Letter.with(
            origin: .header,
            selfMentions: [
                mention("kst-31497-408", line: 60), mention("kst-31497-409", line: 120),
                mention("kst-31497-409", line: 180),
            ])
        #expect(
            findings(in: letter) == [
                """
                120:1 error identity-conflict []: The letter calls itself kst-31497-409 here but goes by kst-31497-408, \
                as its head says: find out which is right and give the id with --id.
                """
            ])
    }

    @Test func anAliasIsNoConflict() {
        let letter = Letter.with(aliases: ["kst-33106-AA"], selfMentions: [mention("kst-33106-AA", line: 60)])
        #expect(findings(in: letter) == [])
    }

    @Test func aPlaceThatTheParserReportedIsNotToldTwice() {
        let letter = Letter.with(
            selfMentions: [mention("kst-31497-409", line: 60)],
            diagnostics: [Diagnostic(kind: .identityConflict, place: .at(60, 9), detail: "nr. 409")])
        #expect(findings(in: letter).count == 1)
    }
}

@Suite struct IdentityDuplicateTests {
    @Test func otherTextUnderOneIDIsAnError() {
        let letters = [Letter.with(path: "b.txt", sha256: "01"), .with(path: "a.txt", sha256: "02")]
        let report = Verifier().verify(letters)
        #expect(
            report.text() == """
                b.txt:1:1: error identity-duplicate: This letter calls itself kst-31497-408, and so does a.txt, with \
                other text: give one of them its own id.
                2 letters: 1 error.

                """)
        #expect(Verifier().verify(letters.reversed()) == report)
    }

    @Test func theSameTextIsANoteWhateverTheLevelOfTheRule() throws {
        let letters = [Letter.with(path: "a.txt"), .with(path: "b.txt")]
        for level in [Level.error, .warning, .note] {
            let levels = try RuleLevels(["identity-duplicate": level])
            #expect(
                Verifier(levels: levels).verify(letters).text() == """
                    b.txt:1:1: note identity-duplicate: This file is kst-31497-408 once more, the same as a.txt: one of \
                    the two can go.
                    2 letters: 1 note.

                    """)
        }
    }

    @Test func aRuleThatIsOffIsOffForBoth() throws {
        let levels = try RuleLevels(["identity-duplicate": .off])
        let letters = [Letter.with(path: "a.txt"), .with(path: "b.txt"), .with(path: "c.txt", sha256: "01")]
        #expect(Verifier(levels: levels).verify(letters).findings == [])
    }

    @Test func aPathGivenTwiceIsOneFile() {
        #expect(Verifier().verify([.with(), .with()]).findings == [])
    }
}

@Suite struct MetadataDamageTests {
    private let diagnostic = Diagnostic(
        kind: .metadataDamage, place: .at(3, 5), path: "b/metadata.xml", detail: "Premature end of data.")

    @Test func itStandsInTheFileBesideTheLetterAndIsToldOnceForAllLettersBesideIt() {
        let letters = [
            Letter.with(id: "kst-1-1", path: "b/a.pdf", diagnostics: [diagnostic]),
            Letter.with(id: "kst-1-2", path: "b/c.txt", diagnostics: [diagnostic]),
        ]
        let findings = Verifier().verify(letters).findings
        #expect(
            findings.map { "\($0.path):\($0.line):\($0.column) \($0.rule) \($0.letter)" } == [
                "b/metadata.xml:3:5 metadata-damage kst-1-1"
            ])
        #expect(
            findings.first?.message
                == "This file beside a letter cannot be used as it stands (Premature end of data): correct it.")
    }
}

@Suite struct EncodingDamageTests {
    @Test func damagedBytesAreFoundWhereTheyStand() {
        let diagnostic = Diagnostic(kind: .encodingDamage, place: .at(4, 9), detail: "byte 0x92 is no UTF-8.")
        #expect(
            findings(in: .with(diagnostics: [diagnostic])) == [
                """
                4:9 error encoding-damage []: The text is damaged here (byte 0x92 is no UTF-8): get an undamaged copy of \
                the letter.
                """
            ])
    }

    @Test func otherDiagnosticsAreNoneOfIt() {
        let diagnostic = Diagnostic(kind: .notALetter, place: .at(1), detail: "no text")
        #expect(findings(in: .with(diagnostics: [diagnostic])) == [])
    }
}
