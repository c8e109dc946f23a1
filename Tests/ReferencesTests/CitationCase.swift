import Foundation
import TestSupport
import Testing

/// A row of `Fixtures/references/citations.tsv`: a text, and the ids it must give.
struct CitationCase: Sendable, CustomTestStringConvertible {
    let line: Int
    let text: String
    let ids: [String]
    let kind: String

    var testDescription: String { "line \(line), \(kind): \(text)" }

    static let all: [CitationCase] = {
        guard let bytes = try? Fixture.bytes("Fixtures/references/citations.tsv") else { return [] }
        return String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst()
            .compactMap { index, row in
                let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard fields.count >= 3 else { return nil }
                return CitationCase(
                    line: index + 1, text: fields[0].replacingOccurrences(of: "\\n", with: "\n"),
                    ids: fields[1].split(separator: "|").map(String.init), kind: fields[2])
            }
    }()
}
