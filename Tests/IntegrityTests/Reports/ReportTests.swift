import Foundation
import References
import Testing

@testable import Integrity

@Suite struct ReportTests {
    private let report = VerificationReport(
        letters: 5,
        findings: [
            Finding(
                rule: "note-missing", level: .error, letter: PaperID(canonical: "kst-31293-573"), path: "seeds/003.txt",
                page: 2, line: 12, column: 58, message: "Marker 1 has no note.", numbers: [1],
                fingerprint: "00000000000000aa"),
            Finding(
                rule: "note-gap", level: .warning, letter: PaperID(canonical: "kst-31293-573"), path: "seeds/003.txt",
                line: 14, column: 3, message: "Numbers 2 to 3 are skipped.", numbers: [2, 3],
                fingerprint: "00000000000000bb", baselined: true),
            Finding(
                rule: "reference-unresolved", level: .note, letter: PaperID(canonical: "x"), path: "a,b:c%.txt",
                line: 1,
                column: 1, message: "100%, “so”: see\r\nbelow", fingerprint: "00000000000000cc"),
        ])

    @Test func textHasAPlaceAndAMessageALine() {
        #expect(
            report.written(as: .text) == """
                seeds/003.txt:12:58: error note-missing: Marker 1 has no note.
                a,b:c%.txt:1:1: note reference-unresolved: 100%, “so”: see\u{FFFD}\u{FFFD}below
                5 letters: 1 error, 1 note. 1 more finding is in the baseline.

                """)
    }

    @Test func jsonHasTheKeysOfTheContract() {
        #expect(
            report.written(as: .json) == """
                {"schema": "kamerspoor.verify/1", "letters": 5, "findings": [
                  {"rule": "note-missing", "level": "error", "letter": "kst-31293-573", "path": "seeds/003.txt", \
                "line": 12, "column": 58, "page": 2, "message": "Marker 1 has no note.", "numbers": [1], \
                "fingerprint": "00000000000000aa", "baselined": false},
                  {"rule": "note-gap", "level": "warning", "letter": "kst-31293-573", "path": "seeds/003.txt", \
                "line": 14, "column": 3, "page": 1, "message": "Numbers 2 to 3 are skipped.", "numbers": [2, 3], \
                "fingerprint": "00000000000000bb", "baselined": true},
                  {"rule": "reference-unresolved", "level": "note", "letter": "x", "path": "a,b:c%.txt", \
                "line": 1, "column": 1, "page": 1, "message": "100%, “so”: see\\r\\nbelow", "numbers": [], \
                "fingerprint": "00000000000000cc", "baselined": false}
                ]}

                """)
    }

    private struct ReadReport: Decodable {
        var schema: String
        var letters: Int
        var findings: [Finding]
    }

    @Test func jsonReadsBack() throws {
        let read = try JSONDecoder().decode(ReadReport.self, from: Data(report.json().utf8))
        #expect(read.schema == "kamerspoor.verify/1")
        #expect(read.letters == 5)
        #expect(read.findings == report.findings)
        let empty = VerificationReport(letters: 0, findings: [])
        #expect(empty.json() == "{\"schema\": \"kamerspoor.verify/1\", \"letters\": 0, \"findings\": []}\n")
    }

    @Test(arguments: ["\"\\", "\u{0}\u{1B}[31m\u{7F}\u{9B}", "a\nb\r\tc", "\u{2028}\u{2029}", "👩‍👩‍👧\u{301}"])
    func hostileTextReadsBackAndStaysOnItsLine(text: String) throws {
        let finding = Finding(
            rule: "note-gap", level: .note, letter: PaperID(canonical: text), path: text, line: 1, column: 1,
            message: text,
            fingerprint: text)
        let report = VerificationReport(letters: 1, findings: [finding])
        #expect(try JSONDecoder().decode(ReadReport.self, from: Data(report.json().utf8)).findings == [finding])
        #expect(try JSONDecoder().decode(Finding.self, from: Data(report.ndjson().utf8)) == finding)
        #expect(report.ndjson().unicodeScalars.filter { $0 == "\n" }.count == 1)
        #expect(report.github().unicodeScalars.filter { $0 == "\n" }.count == 2)
        #expect(report.text().unicodeScalars.filter { $0.properties.generalCategory == .control }.count == 2)
    }

    @Test func ndjsonHasAFindingALine() throws {
        let lines = report.written(as: .ndjson).split(separator: "\n")
        #expect(try lines.map { try JSONDecoder().decode(Finding.self, from: Data($0.utf8)) } == report.findings)
        #expect(VerificationReport(letters: 3, findings: []).written(as: .ndjson) == "")
    }

    @Test func githubEscapesWhatItsCommandsUse() {
        #expect(
            report.written(as: .github) == """
                ::error file=seeds/003.txt,line=12,col=58,title=note-missing::Marker 1 has no note.
                ::notice file=a%2Cb%3Ac%25.txt,line=1,col=1,title=reference-unresolved::100%25, “so”: see%0D%0Abelow
                5 letters: 1 error, 1 note. 1 more finding is in the baseline.

                """)
    }

    @Test(arguments: [
        (0, 0, "2 letters: no findings."), (1, 0, "2 letters: 1 error."), (2, 0, "2 letters: 2 errors."),
        (0, 1, "2 letters: no findings. 1 finding is in the baseline."),
        (0, 2, "2 letters: no findings. 2 findings are in the baseline."),
        (1, 1, "2 letters: 1 error. 1 more finding is in the baseline."),
        (1, 2, "2 letters: 1 error. 2 more findings are in the baseline."),
    ])
    func theLastLineSumsUp(new: Int, baselined: Int, summary: String) {
        let finding = report.findings[0]
        var accepted = finding
        accepted.baselined = true
        let findings = Array(repeating: finding, count: new) + Array(repeating: accepted, count: baselined)
        let text = VerificationReport(letters: 2, findings: findings).text()
        #expect(text.hasSuffix("\n\(summary)\n") || text == "\(summary)\n")
    }
}
