import TestSupport
import Testing

@testable import Letters

/// XML that is broken or hostile costs its own file, and no more of it than must be.
@Suite struct BadMarkupTests {
    private func damage(_ letter: Letter) -> [Diagnostic] { letter.diagnostics.filter { $0.kind == .markupDamage } }

    @Test func brokenXMLKeepsWhatWasReadAndSaysWhereItBreaks() {
        let letter = FormLetters.letter(
            xml: "<al>Eerste alinea.</al>\n<al>Tweede <nadruk>alinea.</al>\n<al>Derde.</al>")
        let text = FormLetters.outline(letter).joined(separator: " ")
        #expect(text.contains("Eerste alinea."))
        #expect(text.contains("Tweede alinea."))
        #expect(text.contains("Derde."))
        #expect(damage(letter).first?.place.line == 4)
    }

    @Test func aFileThatBreaksOffKeepsAllBeforeItsEnd() {
        let letter = FormLetters.parse("<?xml version=\"1.0\"?>\n<kamerstuk><al>Een zin.</al><al>Half", .xml)
        #expect(FormLetters.outline(letter).first == "paragraph - Een zin.")
        #expect(!damage(letter).isEmpty)
    }

    @Test func nestingWithoutEndLosesNoText() {
        let depth = 100_000
        let deep =
            String(repeating: "<al-groep>", count: depth) + "<al>Diep &amp; <nadruk\n>vlak</nadruk>.</al>"
            + String(repeating: "</al-groep>", count: depth)
        let letter = FormLetters.letter(xml: "<al>Ervoor.</al>" + deep + "<al>Erna.</al>")
        #expect(
            FormLetters.outline(letter) == ["paragraph - Ervoor.", "paragraph - Diep & vlak .", "paragraph - Erna."])
        #expect(damage(letter).map(\.place.line) == [3])
        #expect(damage(letter).first?.detail.contains("nested more than 250 deep") == true)
    }

    @Test func nestingUpToTheLimitIsRead() {
        // Seven elements stand around the blocks, and one is the paragraph.
        let depth = MarkupLimits.deepest - 7
        let deep =
            String(repeating: "<al-groep>", count: depth) + "<al>Diep.</al>"
            + String(repeating: "</al-groep>", count: depth)
        let letter = FormLetters.letter(xml: deep)
        #expect(FormLetters.outline(letter) == ["paragraph - Diep."])
        #expect(damage(letter).isEmpty)
    }

    @Test func tagsThatNeverCloseAtAnyDepthEndTheDocumentWithAFinding() {
        let letter = FormLetters.letter(xml: "<al>Ervoor.</al>" + String(repeating: "<al>x", count: 1_000))
        #expect(FormLetters.outline(letter).first == "paragraph - Ervoor.")
        #expect(!damage(letter).isEmpty)
    }

    @Test func aTableWiderThanAnyKeepsTheTextOfItsCells() {
        for (rows, cells, span) in [(1, 250, 0), (205, 2, 9_999)] {
            let row = (0..<cells).map { "<entry morerows=\"\(span)\"><al>c\($0)</al></entry>" }.joined()
            let body = String(repeating: "<row>\(row)</row>", count: rows)
            let letter = FormLetters.letter(
                xml: "<table><tgroup cols=\"\(cells)\"><tbody>\(body)</tbody></tgroup></table>")
            let text = FormLetters.outline(letter).joined(separator: " ")
            #expect(text.split(separator: " ").count { $0 == "c\(cells - 1)" } == rows)
        }
    }

    @Test(arguments: [SourceInfo.Format.xml, .html])
    func anElementWithTooManyAttributesKeepsItsText(format: SourceInfo.Format) {
        let attributes = (0..<200_000).map { " a\($0)='>'" }.joined()
        let (before, after) = format == .xml ? ("<kamerstuk>", "</kamerstuk>") : ("<html><body>", "</body></html>")
        let paragraph = format == .xml ? "al" : "p"
        let text =
            "\(before)\n<\(paragraph)\(attributes)>Een zin.</\(paragraph)><\(paragraph)>Nog een.</\(paragraph)>\(after)"
        let letter = FormLetters.parse(text, format)
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin.", "paragraph - Nog een."])
        #expect(damage(letter).map(\.place.line) == [2])
        #expect(damage(letter).first?.detail.hasPrefix("an element with 200000 attributes") == true)
    }

    @Test func attributesOfAnOrdinaryLengthAreNoneTooMany() {
        let letter = FormLetters.parse(
            "<html><body><p title=\"\(String(repeating: "a = b ' c ", count: 2_000))\">Een zin.</p></body></html>",
            .html)
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin."])
        #expect(damage(letter).isEmpty)
    }

    @Test func theNumberOfANoteIsNoNumberTooGreat() {
        let letter = FormLetters.parse(
            "<kamerwrk><body><stuk><al>Zie.<voetref/></al></stuk></body><voetnoot nr=\"9223372036854775807\"><al>Een.</al></voetnoot><voetnoot><al>Twee.</al></voetnoot></kamerwrk>",
            .legacyXML)
        #expect(FormLetters.notes(letter) == ["1 Een.", "2 Twee."])
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>", "<!DOCTYPE x SYSTEM \"x.dtd\" [ ]>",
        "<!-- stil -->\n<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
        "<!DOCTYPE x SYSTEM \"a>b.dtd\" [<!ENTITY b \"c\">]>", "<!DOCTYPE x PUBLIC '\">' \"[\" [<!ENTITY b \"c\">]>",
        "<!DOCTYPE x [<!-- ]> --><!ENTITY b \"c\">]>", "<!DOCTYPE x <!-- > --> [<!ENTITY b \"c\">]>",
        "<!--> <!-- -->\n<!DOCTYPE x [<!ENTITY b \"c\">]>",
        "<?pi ?>\n<!-- <kamerstuk> -->\n<!DOCTYPE x[<!ENTITY b 'c'>]>",
        "<!DOCTYPE x SYSTEM \"nergens\n[<!ENTITY b 'c'>]>", "&\n<!DOCTYPE x [<!ENTITY b 'c'>]>",
    ])
    func entitiesOfItsOwnAreRefusedBeforeParsing(type: String) {
        let bytes = Array("<?xml version=\"1.0\"?>\n\(type)\n<kamerstuk><al>&b;</al></kamerstuk>".utf8)
        #expect { try FileFormat.format(of: bytes, path: "a.xml") } throws: { error in
            guard case LettersError.refusedMarkup("a.xml", let line, _) = error else { return false }
            return line >= 2
        }
    }

    @Test func entitiesBehindALongCommentAreRefusedToo() throws {
        let comment = "<!-- " + String(repeating: "lang ", count: 10_000) + "-->\n"
        let text =
            "<?xml version=\"1.0\"?>\n\(comment)<!DOCTYPE x [<!ENTITY a \"b\">]><kamerstuk><al>&a;</al></kamerstuk>"
        #expect { try FileFormat.format(of: Array(text.utf8), path: "a.txt") } throws: { error in
            guard case LettersError.refusedMarkup("a.txt", 3, _) = error else { return false }
            return true
        }
        let plain = "<?xml version=\"1.0\"?>\n\(comment)<kamerstuk><al>Een zin.</al></kamerstuk>"
        #expect(try FileFormat.format(of: Array(plain.utf8), path: "a.txt") == .xml)
    }

    @Test func aPageWhoseDocumentTypeDeclaresNothingIsRead() throws {
        let text =
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"[]>"
            + "<html><body><p>Een zin.</p></body></html>"
        let letter = LetterParser().parse(try SourceText.recognised(path: "a.html", bytes: Array(text.utf8)))
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin."])
        #expect(letter.source.format == .html)
    }

    @Test func controlCharactersAreToldWhereTheFirstStands() {
        let letter = FormLetters.letter(xml: "<al>Een\u{1} zin.</al>\n<al>Nog \0 een.</al>")
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin.", "paragraph - Nog een."])
        #expect(damage(letter).map(\.place.line) == [3])
        #expect(damage(letter).map(\.place.column) == [8])
        #expect(damage(letter).first?.detail.contains("control characters") == true)
    }

    @Test func aDocumentTypeElsewhereIsNeverFetched() throws {
        let text =
            "<?xml version=\"1.0\"?>\n<!DOCTYPE kamerstuk SYSTEM \"http://localhost:1/op.dtd\">\n<kamerstuk><al>Een zin.</al></kamerstuk>"
        #expect(try FileFormat.format(of: Array(text.utf8), path: "a.xml") == .xml)
        let letter = FormLetters.parse(text, .xml)
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin."])
        let told = letter.diagnostics.filter { $0.kind == .unknownElement }
        #expect(told.map(\.place.line) == [2])
        #expect(told.first?.detail.contains("not fetched") == true)
    }

    @Test func anEntityThatNobodyDeclaredIsDamageAndNoMore() {
        let letter = FormLetters.letter(xml: "<al>Voor &nbsp;na.</al>")
        #expect(FormLetters.outline(letter) == ["paragraph - Voor na."])
        #expect(damage(letter).map(\.place.line) == [3])
    }

    @Test func theBytesAreBelievedAndNotTheDeclaredEncoding() {
        let text =
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><kamerstuk><al>Financiën en coördinatie – klaar.</al></kamerstuk>"
        let letter = FormLetters.parse(text, .xml)
        #expect(FormLetters.outline(letter) == ["paragraph - Financiën en coördinatie – klaar."])
        #expect(letter.diagnostics.contains { $0.kind == .encodingMisdeclared })
    }

    @Test func latin1IsReadAsWhatItIs() {
        let text = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><kamerstuk><al>Financi\u{EB}n</al></kamerstuk>"
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let letter = LetterParser().parse(SourceText(path: "a.xml", bytes: bytes, format: .xml))
        #expect(FormLetters.outline(letter) == ["paragraph - Financiën"])
        #expect(!letter.diagnostics.contains { $0.kind == .encodingMisdeclared })
    }

    @Test func aPageThatNamesAnotherEncodingIsToldWhereItDoes() {
        let head = "<html><head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"></head>"
        let letter = FormLetters.parse("\(head)<body><p>Financiën – klaar.</p></body></html>", .html)
        #expect(FormLetters.outline(letter) == ["paragraph - Financiën – klaar."])
        let told = letter.diagnostics.filter { $0.kind == .encodingMisdeclared }
        #expect(
            told.map { "\($0.place.line):\($0.place.column) \($0.detail)" } == [
                "2:61 the file calls itself ISO-8859-1 and is UTF-8, as which it is read"
            ])
    }

    @Test(arguments: ["<meta charset=utf-8>", "<META CHARSET='UTF-8'/>", "<meta name=\"a\" content=\"b\">"])
    func aPageThatNamesItsEncodingIsNone(meta: String) {
        let letter = FormLetters.parse("<html><head>\(meta)</head><body><p>Financiën.</p></body></html>", .html)
        #expect(!letter.diagnostics.contains { $0.kind == .encodingMisdeclared })
    }

    @Test(arguments: [
        ("<?xml version=\"1.0\" encoding=\"iso-8859-15\"?><kamerstuk><al>", SourceInfo.Format.xml),
        ("<html><meta charset=\"ISO-8859-15\"><body><p>", .html),
    ])
    func latin9IsReadWhereItIsNamed(start: String, format: SourceInfo.Format) {
        let bytes = Array(start.utf8) + [0xA4] + Array(" 5 miljoen voor financi".utf8) + [0xEB, 0x6E]
        let letter = LetterParser().parse(SourceText(path: "a", bytes: bytes, format: format))
        #expect(FormLetters.outline(letter) == ["paragraph - € 5 miljoen voor financiën"])
        #expect(!letter.diagnostics.contains { $0.kind == .encodingMisdeclared })
        let guessed = LetterParser().parse(SourceText(path: "a.txt", bytes: [0xA4] + Array(" 5".utf8)))
        #expect(FormLetters.outline(guessed) == ["paragraph - ¤ 5"])
    }

    @Test func utf16IsReadAsWhatItIs() throws {
        let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-16\"?><kamerstuk><al>Financiën</al></kamerstuk>"
        let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(try FileFormat.format(of: bytes, path: "a") == .xml)
        let letter = LetterParser().parse(SourceText(path: "a.xml", bytes: bytes, format: .xml))
        #expect(FormLetters.outline(letter) == ["paragraph - Financiën"])
    }

    @Test func damagedBytesAndControlCharactersCostThemselvesAlone() {
        var bytes = Array(FormLetters.xml("<al>Voor # na.</al>\n<al>Volgende @ zin.</al>").utf8)
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "#") { bytes[index] = 0xFF }
            if bytes[index] == UInt8(ascii: "@") { bytes[index] = 0x00 }
        }
        // Whole characters show that the file is UTF-8 and damaged.
        bytes += Array("<!-- é -->".utf8)
        let letter = LetterParser().parse(SourceText(path: "a.xml", bytes: bytes, format: .xml))
        #expect(FormLetters.outline(letter) == ["paragraph - Voor \u{FFFD} na.", "paragraph - Volgende zin."])
    }

    @Test func randomlyDamagedXMLNeverFailsAndKeepsItsPlaces() throws {
        let source = try FormLetters.source("kst-36410-VIII-12.xml").bytes
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var bytes = source
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let spot = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[spot] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: spot)
                default: bytes.insert(contentsOf: bytes[spot...].prefix(20), at: spot)
                }
            }
            let letter = LetterParser().parse(SourceText(path: "a.xml", bytes: bytes, format: .xml))
            for text in letter.sections.flatMap(\.blocks).map(\.text) + letter.footnotes.map(\.text) {
                for run in text.runs {
                    #expect(run.place.byte <= bytes.count, "seed \(seed)")
                }
            }
        }
    }
}
