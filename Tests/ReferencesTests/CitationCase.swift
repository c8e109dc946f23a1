import Foundation
import TestSupport
import Testing

/// A row of a table in `Fixtures/references`: a text, and the ids it must give.
struct CitationCase: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let text: String
    let ids: [String]
    let kind: String

    var testDescription: String { "\(file):\(line), \(kind): \(text)" }

    /// The collected citations.
    static let collected = read("citations")
    /// Written from the description of the grammar alone, before its code was known to the writer.
    static let described = read("document")
    /// Written with the code at hand.
    static let written = read("grammar")

    /// Forms that a reader of real papers found misread; the numbers are others.
    static let reported = read("reader")

    static let all = collected + described + written + reported

    private static func read(_ name: String) -> [CitationCase] {
        guard let bytes = try? Fixture.bytes("Fixtures/references/\(name).tsv") else { return [] }
        return String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst()
            .compactMap { index, row in
                let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard fields.count >= 3 else { return nil }
                return CitationCase(
                    file: name, line: index + 1, text: fields[0].replacingOccurrences(of: "\\n", with: "\n"),
                    ids: fields[1].split(separator: "|").map(String.init), kind: fields[2])
            }
    }
}
