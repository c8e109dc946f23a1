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

    @Test(arguments: [
        "<metadata_gegevens/>", "<?xml version=\"1.0\"?><owms-metadata/>",
        "<sru:searchRetrieveResponse xmlns:sru=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\"/>",
        "<record><recordData><gzd><originalData/></gzd></recordData></record>",
        "<record><recordData><overheidrg:meta><overheidrg:owmskern/></overheidrg:meta></recordData></record>",
    ])
    func metadataAloneAreNoLetter(xml: String) {
        #expect(throws: LettersError.metadataAlone(path: "a.xml")) { try format(xml, "a.xml") }
    }

    @Test func aRecordWithoutMetadataMayBeALetter() throws {
        #expect(try format("<?xml version=\"1.0\"?><record><al>Een brief.</al></record>", "a.xml") == .xml)
    }

    @Test func aDocumentWhoseCommentNeverEndsIsMarkupAllTheSame() throws {
        #expect(try format("<?xml version=\"1.0\"?><!-- <kamerstuk><al>x</al></kamerstuk>", "a.txt") == .xml)
    }

    @Test(arguments: [[0x1F, 0x8B, 0x08], [0x89, 0x50, 0x4E, 0x47], [0xD0, 0xCF, 0x11, 0xE0]] as [[UInt8]])
    func filesOfOtherKindsAreNoText(start: [UInt8]) {
        #expect {
            try SourceText.recognised(path: "a.txt", bytes: start + Array("rest van de brief".utf8))
        } throws: { error in
            guard case LettersError.unsupportedFormat = error else { return false }
            return true
        }
    }

    @Test(arguments: ["", "\n \n", "\u{FEFF}\r\n"])
    func anEmptyFileIsNoLetter(text: String) {
        #expect(throws: LettersError.empty(path: "a.txt")) {
            try SourceText.recognised(path: "a.txt", bytes: Array(text.utf8))
        }
    }

    @Test func anOfficeFileIsToldToBeOne() {
        #expect(throws: LettersError.unsupportedFormat(path: "a.docx", format: "a ZIP or office file")) {
            try format("PK\u{3}\u{4}rest", "a.docx")
        }
    }
}
