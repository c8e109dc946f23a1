import TestSupport
import Testing

@testable import Letters

/// What a file is, by its content first.
@Suite struct FileFormatTests {
    private func format(_ text: String, _ path: String = "letter") throws -> SourceInfo.Format {
        try FileFormat.format(of: Array(text.utf8), path: path)
    }

    @Test func contentTellsBeforeTheName() throws {
        #expect(try format("<?xml version=\"1.0\"?><officiele-publicatie/>", "a.txt") == .xml)
        #expect(try format("<?xml version=\"1.0\"?>\n<!-- x --><kamerwrk/>", "a.txt") == .legacyXML)
        #expect(try format("\u{FEFF}\n <officiele-publicatie>", "a.txt") == .xml)
        #expect(
            try format("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD\" \"x\"><html>", "a.xml") == .html)
        #expect(try format("<!DocType HTML>\n<custom><p>x</p></custom>", "a.html") == .html)
        #expect(try format("<!-- a page -->\n<article><p>x</p></article>", "a.txt") == .html)
        #expect(try format("%PDF-1.5\n", "a.txt") == .pdf)
        #expect(try format("Den Haag, 11 juni 2021\n", "a.xml") == .text)
    }

    @Test func theNameTellsWhereTheContentSaysLittle() throws {
        #expect(try format("Den Haag <b>11 juni</b>", "a.html") == .html)
        #expect(try format("<brief-van-mij><al>x</al></brief-van-mij>", "a.xml") == .xml)
        #expect(try format("<brief-van-mij> schreef hij", "a.txt") == .text)
        #expect(try format("< 5 leerlingen", "a.txt") == .text)
    }

    @Test func metadataAloneAreNoLetter() {
        #expect(throws: LettersError.metadataAlone(path: "metadata.xml")) {
            try format("<metadata_gegevens/>", "metadata.xml")
        }
    }

    @Test func anOfficeFileIsToldToBeOne() {
        #expect(throws: LettersError.unsupportedFormat(path: "a.docx", format: "a ZIP or office file")) {
            try format("PK\u{3}\u{4}rest", "a.docx")
        }
    }
}
