import Foundation
import TestSupport
import Testing

@testable import Letters

/// What a page shows as a picture is lost to every reader, and so it is told.
@Suite struct PicturePageTests {
    /// A PDF whose pages draw these contents; without a table of its objects, which poppler makes anew.
    private func pdf(_ pages: [String]) -> [UInt8] {
        let font = 3
        let numbers = pages.indices.map { 10 + 2 * $0 }
        var text = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        text += "2 0 obj\n<< /Type /Pages /Count \(pages.count) /Kids ["
        text += numbers.map { "\($0) 0 R" }.joined(separator: " ") + "] >>\nendobj\n"
        text += "\(font) 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
        for (number, content) in zip(numbers, pages) {
            text += "\(number) 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(number + 1) 0 R"
            text += " /Resources << /Font << /F \(font) 0 R >> >> >>\nendobj\n"
            text += "\(number + 1) 0 obj\n<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream\nendobj\n"
        }
        return Array((text + "trailer\n<< /Root 1 0 R >>\n%%EOF\n").utf8)
    }

    private func words(_ text: String, at height: Int) -> String { "BT /F 10 Tf 80 \(height) Td (\(text)) Tj ET " }

    private func letter(_ pages: [String]) throws -> Letter {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pdf").path
        try Data(pdf(pages)).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return LetterParser().parse(try SourceText.read(path: path))
    }

    private let text = "De minister informeert de Kamer over de school."
    private let picture = "0.5 g 100 200 400 400 re f "
    private let foot = "Tweede Kamer, vergaderjaar 2021-2022, 31 497, nr. 999"

    @Test func aPageWithAPictureAndNoTextIsTold() throws {
        let body = words(text, at: 700)
        let letter = try letter([
            body + words(foot, at: 40), picture + words(foot, at: 40), "", body + words(foot, at: 40), picture,
        ])
        let told = letter.diagnostics.filter { $0.kind == .textLeftOut }
        #expect(told.map(\.place.page) == [2, 5])
        #expect(told.first?.detail == "page 2 shows a picture and hardly any text")
    }

    @Test func linesAndLettersAreNoPicture() throws {
        let rule = "1 w 80 100 m 520 100 l S 80 60 m 520 60 l S "
        let title = "BT /F 60 Tf 60 500 Td (BIJLAGE) Tj ET "
        let letter = try letter([words(text, at: 700), rule + words(text, at: 700), title, ""])
        #expect(letter.diagnostics.filter { $0.kind == .textLeftOut } == [])
    }
}
