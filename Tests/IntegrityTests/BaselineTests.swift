import Foundation
import Letters
import References
import Testing

@testable import Integrity

@Suite struct BaselineTests {
    private let letters = [
        Letter.with(markers: [1, 2, 3, 5], notes: [1, 3, 5], path: "work/seeds/b.txt"),
        Letter.with(markers: [1], id: "kst-31293-573", path: "other/a.txt"),
    ]

    private var report: VerificationReport { Verifier().verify(letters) }

    private var baseline: Baseline { Baseline(path: "work/baseline.ndjson", accepting: report.findings) }

    @Test func theFileHasOneFindingALineSorted() {
        let fingerprints = Dictionary(uniqueKeysWithValues: report.findings.map { ($0.rule, $0.fingerprint) })
        #expect(
            baseline.text == """
                {"schema":"kamerspoor.baseline/1"}
                {"fingerprint":"\(fingerprints["note-lost-in-extraction"] ?? "")","letter":"kst-31293-573",\
                "message":"Note 1, the only one of the letter, is lost in extraction, only its marker is there: read \
                the lette…","path":"other/a.txt","rule":"note-lost-in-extraction"}
                {"fingerprint":"\(fingerprints["note-gap"] ?? "")","letter":"kst-31497-408",\
                "message":"Number 4 is skipped: neither a marker nor a note bears it. Look it up in the official \
                publication, …","path":"seeds/b.txt","rule":"note-gap"}
                {"fingerprint":"\(fingerprints["note-missing"] ?? "")","letter":"kst-31497-408",\
                "message":"Marker 2 after “onderwijs” has no note: add note 2, or remove the marker.",\
                "path":"seeds/b.txt","rule":"note-missing"}

                """)
    }

    @Test func whatIsWrittenReadsBack() throws {
        #expect(try Baseline(text: baseline.text, path: baseline.path) == baseline)
        let withReturns = baseline.text.replacing("\n", with: "\r\n")
        #expect(try Baseline(text: withReturns, path: baseline.path) == baseline)
        let empty = Baseline(path: "b", accepting: [])
        #expect(try Baseline(text: empty.text, path: "b") == empty)
    }

    @Test(arguments: ["a\"b", "back\\slash", "new\nline", "\u{2028}", "nul\u{0}", "é ’", "\u{1B}[31m"])
    func hostileNamesReadBack(name: String) throws {
        let finding = Finding(
            rule: "note-gap", level: .note, letter: PaperID(canonical: name), path: name, line: 1, column: 1,
            message: name, fingerprint: "00")
        let baseline = Baseline(path: "b", accepting: [finding])
        #expect(baseline.text.unicodeScalars.filter { $0 == "\n" }.count == 2)
        #expect(try Baseline(text: baseline.text, path: "b") == baseline)
    }

    @Test func acceptedFindingsAreMarkedAndFailNothing() {
        let report = Verifier().verify(letters, baseline: baseline, isStrict: true)
        #expect(report.findings.count == 3)
        #expect(report.findings.allSatisfy { $0.baselined })
        #expect(!report.fails(at: .note))
    }

    @Test func aNewFindingIsNotAccepted() {
        var letters = letters
        letters[0].footnotes.removeLast()
        let report = Verifier().verify(letters, baseline: baseline)
        #expect(report.newFindings.map { "\($0.rule) \($0.numbers)" } == ["note-missing [5]"])
        #expect(report.fails(at: .error))
    }

    @Test func writingAnewKeepsWhatIsAccepted() {
        let again = Verifier().verify(letters, baseline: baseline, isStrict: true)
        #expect(Baseline(path: baseline.path, accepting: again.findings) == baseline)
    }

    @Test func theFileReadsBackFromDisk() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baseline-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let baseline = Baseline(path: folder.appending(path: "b.ndjson").path, accepting: report.findings)
        try baseline.write()
        #expect(try Baseline(contentsOf: baseline.path) == baseline)
    }
}

@Suite struct SuppressionUnusedTests {
    private let letter = Letter.with(markers: [1, 2, 4], notes: [1, 4])

    private var baseline: Baseline { Baseline(path: "b.ndjson", accepting: Verifier().verify([letter]).findings) }

    @Test func anEntryThatMatchesNothingIsFoundAtItsLine() {
        let mended = Letter.with(markers: [1, 2, 4], notes: [1, 2, 4])
        let report = Verifier().verify([mended], baseline: baseline, isStrict: true)
        #expect(
            report.text() == """
                b.ndjson:3:1: warning suppression-unused: The entry for note-missing in kst-31497-408 matches no finding \
                any more: remove it.
                1 letter: 1 warning. 1 more finding is in the baseline.

                """)
        #expect(report.fails(at: .error), "a strict baseline fails at every level")
        #expect(Baseline(path: "b.ndjson", accepting: report.findings).entries.map(\.rule) == ["note-gap"])
    }

    @Test func anEntryOfALetterThatWasNotVerifiedSaysSo() {
        let report = Verifier().verify([.with(id: "kst-1")], baseline: baseline, isStrict: true)
        #expect(
            report.findings.first?.message == """
                The entry for note-gap is for kst-31497-408, which was not verified: verify it too, or remove the entry.
                """)
        #expect(report.findings.map(\.letter.rawValue) == ["kst-31497-408", "kst-31497-408"])
    }

    @Test func withoutStrictnessNothingIsSaid() {
        let report = Verifier().verify([.with()], baseline: baseline)
        #expect(report.findings == [])
        #expect(!report.fails(at: .note))
    }

    @Test func rulesThatAreOffLeaveTheirEntriesAlone() throws {
        let levels = try RuleLevels(["note-gap": .off, "note-missing": .off])
        #expect(Verifier(levels: levels).verify([letter], baseline: baseline, isStrict: true).findings == [])
        let silent = try RuleLevels(["suppression-unused": .off])
        #expect(Verifier(levels: silent).verify([.with()], baseline: baseline, isStrict: true).findings == [])
    }
}

@Suite struct BadBaselineTests {
    private static let header = "{\"schema\":\"kamerspoor.baseline/1\"}\n"
    private static let entry =
        "{\"fingerprint\":\"00\",\"letter\":\"kst-1\",\"message\":\"m\",\"path\":\"p\",\"rule\":\"note-gap\"}\n"

    private static let texts: [(String, IntegrityError)] = [
        ("", .notABaseline(path: "b")),
        ("\n", .notABaseline(path: "b")),
        ("{}\n", .notABaseline(path: "b")),
        (entry, .notABaseline(path: "b")),
        ("{\"schema\":\"kamerspoor.verify/1\"}\n", .notABaseline(path: "b")),
        ("{\"schema\":\"kamerspoor.baseline/0\"}\n", .notABaseline(path: "b")),
        ("{\"schema\":\"kamerspoor.baseline/7\"}\n", .baselineTooNew(path: "b", found: 7, newest: 1)),
        (header + entry + "<<<<<<< HEAD\n", .baselineMalformed(path: "b", line: 3, reason: "it is no JSON")),
        (header + "\n" + entry, .baselineMalformed(path: "b", line: 2, reason: "it is no JSON")),
        (header + "[]\n", .baselineMalformed(path: "b", line: 2, reason: "it is no JSON object")),
        (
            header + "{\"rule\":\"note-gap\"}\n",
            .baselineMalformed(path: "b", line: 2, reason: "the key “letter” is missing")
        ),
        (
            header + entry.replacing("\"p\"", with: "3"),
            .baselineMalformed(path: "b", line: 2, reason: "the value of “path” is no text")
        ),
        (
            header + entry.replacing("\"p\"", with: "null"),
            .baselineMalformed(path: "b", line: 2, reason: "the value of “path” is no text")
        ),
    ]

    @Test(arguments: texts)
    func aBadTextIsToldWithItsLine(text: String, error: IntegrityError) {
        #expect(throws: error) { try Baseline(text: text, path: "b") }
    }

    @Test func aFileThatIsNotThereIsTold() {
        let error = IntegrityError.baselineUnreadable(
            path: "no/such/file", reason: "there is no such file or folder")
        #expect(throws: error) { try Baseline(contentsOf: "no/such/file") }
    }

    @Test func aFolderIsNoFile() {
        #expect(throws: IntegrityError.self) { try Baseline(contentsOf: "/") }
        #expect(throws: IntegrityError.self) { try Baseline(path: "no/such/folder/b", accepting: []).write() }
    }

    @Test func bytesThatAreNoTextAreTold() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "baseline-\(UUID())")
        try Data([0xFF, 0xFE, 0x00]).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let error = IntegrityError.baselineUnreadable(path: file.path, reason: "it is no UTF-8 text")
        #expect(throws: error) { try Baseline(contentsOf: file.path) }
    }

    private static let messages: [(IntegrityError, String)] = [
        (
            .baselineUnreadable(path: "b", reason: "there is no such file or folder"),
            """
            Cannot read the baseline b: there is no such file or folder. Write one with: kamerspoor verify PATH \
            --write-baseline b
            """
        ),
        (
            .baselineUnwritable(path: "b", reason: "the disk is full"),
            "Cannot write the baseline b: the disk is full. Name a file in a folder that can be written to."
        ),
        (
            .notABaseline(path: "b"),
            """
            b is no baseline: its first line is not that of one. Write one with: kamerspoor verify PATH \
            --write-baseline FILE
            """
        ),
        (
            .baselineTooNew(path: "b", found: 7, newest: 1),
            """
            The baseline b has version 7, this program reads up to 1. Use a newer program, or write the baseline anew.
            """
        ),
        (
            .baselineMalformed(path: "b", line: 3, reason: "it is no JSON"),
            "The baseline b is damaged at line 3: it is no JSON. Mend the line, or write the baseline anew."
        ),
    ]

    @Test(arguments: messages)
    func anErrorNamesTheThingTheReasonAndTheNextStep(error: IntegrityError, message: String) {
        #expect(error.description == message)
    }
}
