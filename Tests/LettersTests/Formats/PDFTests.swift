import Foundation
import References
import TestSupport
import Testing

@testable import Letters

/// PDFs, read through pdftotext with the boxes of their words.
@Suite struct PDFTests {
    private func letter(_ name: String) throws -> Letter { try FormLetters.letter("pdf/\(name).pdf") }

    @Test func raisedNumbersAreMarkersAndExponentsAreNot() throws {
        let letter = try letter("kst-27625-577")
        #expect(FormLetters.markers(letter) == ["1 maart", "2 debat", "3 rapport"])
        #expect(FormLetters.outline(letter).contains { $0.contains("1.100 km2 en") })
    }

    @Test func notesAreTheSmallLinesUnderTheText() throws {
        #expect(
            FormLetters.notes(try letter("kst-27625-577")) == [
                "1 Kamerstuk 27 625, nr. 555.", "2 Handelingen II 2021/22, nr. 46, item 31.",
                "3 Rapport Waterstanden, blz. 12 (bijlage bij Kamerstuk 27 625, nr. 560).",
            ])
    }

    @Test func headSignatureAndPagesAreRead() throws {
        let letter = try letter("kst-27625-577")
        #expect(letter.id == PaperID("kst-27625-577"))
        #expect(letter.source.format == .pdf)
        #expect(letter.pages == 2)
        #expect(letter.head.date == "2022-07-05")
        #expect(
            letter.head.signatories == [
                .init(role: "De Minister van Infrastructuur en Waterstaat", name: "M.G.J. Harbers")
            ])
        #expect(letter.footnotes.map(\.place.page) == [1, 1, 2])
        #expect(letter.markers.map(\.place.page) == [1, 1, 2])
    }

    /// A reader of the PDF finds the page, and counts the lines that are printed on it.
    @Test func placesArePageLineAndColumn() throws {
        func spot(_ place: Place) -> String { "\(place.page) \(place.line):\(place.column)" }
        let letter = try letter("kst-27625-577")
        #expect(letter.footnotes.map { spot($0.place) } == ["1 45:1", "1 46:1", "2 16:1"])
        #expect(letter.markers.map { spot($0.place) } == ["1 5:26", "1 9:4", "2 13:12"])
        let mentions = letter.mentions.filter { $0.reference.relation != .own }
        #expect(mentions.map { spot($0.place) } == ["1 45:3", "1 46:3", "2 16:34"])
        let texts = letter.sections.flatMap(\.blocks).compactMap(\.text.start)
        #expect(texts.map(spot).first == "1 5:1")
        #expect(texts.map(spot).last == "2 13:1")
    }

    @Test func whatEveryPageRepeatsIsNoText() throws {
        let letter = try letter("kst-27625-577")
        let text = (FormLetters.outline(letter) + FormLetters.notes(letter)).joined()
        #expect(!text.contains("dossier Waterstand"))
    }

    @Test func rowsOfATableHaveTheirCells() throws {
        let table = try letter("kst-27625-577").sections.flatMap(\.blocks).first { $0.kind == .table }
        #expect(
            table?.rows == [
                ["Meetpunt", "2020", "2021"], ["Lemmer", "12", "14"], ["Urk", "11", "13"], ["Hoorn", "9", "10"],
            ])
    }

    /// Truth made by reading the page.
    @Test func cellsOfSeveralLinesAreOneCell() throws {
        struct Truth: Decodable {
            var tables: [[[String]]]
            var paragraphs: [String]
        }
        let truth = try JSONDecoder().decode(
            Truth.self, from: Data(try Fixture.bytes("Fixtures/truth/formats/kst-32620-301.json")))
        let blocks = try letter("kst-32620-301").sections.flatMap(\.blocks)
        #expect(blocks.filter { $0.kind == .table }.map(\.rows) == truth.tables)
        #expect(blocks.filter { $0.kind != .table }.map(\.text.text) == truth.paragraphs)
    }

    @Test func columnsAreReadOneAfterTheOther() throws {
        let text = FormLetters.outline(try letter("columns")).joined(separator: " ")
        let left = try #require(text.range(of: "Zij eindigt met een punt.", options: .backwards))
        let right = try #require(text.range(of: "De rechterkolom"))
        #expect(left.upperBound <= right.lowerBound)
    }

    @Test(arguments: [
        ("seed-000", "seeds/000_5f99a5f0db07f32d.txt"),
        ("19-bz-2019-noten", "Fixtures/letters/open/19-bz-2019-noten.txt"),
    ])
    func aPDFSaysWhatItsTextSays(form: String, text: String) throws {
        let pdf = try letter(form)
        let plain = LetterParser().parse(try SourceText.read(path: Fixture.url(text).path))
        #expect(differences(FormLetters.outline(pdf), from: FormLetters.outline(plain)) == [])
        #expect(FormLetters.notes(pdf) == FormLetters.notes(plain))
        #expect(FormLetters.markers(pdf) == FormLetters.markers(plain))
        #expect(FormLetters.targets(pdf) == FormLetters.targets(plain))
        #expect(pdf.head.signatories == plain.head.signatories)
    }

    // MARK: - Bad input

    @Test(arguments: [("encrypted", "password"), ("image-only", "pictures")])
    func aPDFWithoutTextSaysWhy(name: String, reason: String) {
        #expect {
            try letter(name)
        } throws: { error in
            guard case LettersError.unreadablePDF(_, let told) = error else { return false }
            return told.contains(reason)
        }
    }

    private func failure(_ script: String, limits: ChildProcess.Limits = .init()) -> LettersError? {
        do throws(LettersError) {
            _ = try PDFText.extract(path: "/dev/null", command: ["sh", "-c", script], limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test func aReaderThatHangsIsStopped() {
        let told = failure("sleep 100", limits: .init(seconds: 1))
        #expect(told == .unreadablePDF(path: "/dev/null", reason: "sh took more than 1 seconds"))
    }

    @Test func aReaderThatDiesIsTold() {
        #expect(failure("kill -SEGV $$") == .unreadablePDF(path: "/dev/null", reason: "sh was ended by signal 11"))
        #expect(failure("echo broken >&2; exit 1") == .unreadablePDF(path: "/dev/null", reason: "broken"))
    }

    @Test func aReaderThatFloodsIsStopped() {
        let told = failure("yes", limits: .init(seconds: 30, output: 1 << 20))
        #expect(told == .unreadablePDF(path: "/dev/null", reason: "sh wrote more than 1 MiB"))
    }

    @Test func aReaderThatEatsMemoryEnds() {
        let script = "x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done"
        #expect(failure(script, limits: .init(seconds: 30, memory: 100 << 20)) != nil)
    }

    @Test func aProgramThatIsNotThereIsNamed() throws {
        #expect(throws: LettersError.programMissing(path: "/dev/null", program: "no-such-program")) {
            try PDFText.extract(path: "/dev/null", command: ["no-such-program"])
        }
    }

    @Test func noDescriptorIsLeftOpen() throws {
        let open = { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
        _ = failure("exit 0")
        let before = try open()
        for _ in 0..<20 { _ = failure("exit 1") }
        // Other tests open and close files meanwhile; twenty leaks of four would show.
        #expect(try open() < before + 40)
    }

    @Test func boxesThatAreNoNumbersAreLeftOut() {
        let output = """
            <page width="595" height="842">
            <line xMin="1" yMin="2" xMax="3" yMax="4">
            <word xMin="1" yMin="2" xMax="x" yMax="4">weg</word>
            <word xMin="1" yMin="2" xMax="3" yMax="-4.5">A &amp; B</word>
            <word xMin="1
            </line>
            """
        let pages = PDFPage.pages(Array(output.utf8))
        let words = pages.flatMap(\.lines).flatMap(\.words)
        #expect(words.map { String(decoding: $0.text, as: UTF8.self) } == ["A & B"])
        #expect(words.first?.box == PDFPage.Box(left: 1, top: 2, right: 3, bottom: -4.5))
    }

    /// Lines as pdftotext gives them: where each begins, from the left and from above, and its words of 5 points a letter.
    private func page(_ lines: [(Double, Double, String)]) -> [UInt8] {
        var output = "<page width=\"595\" height=\"842\">\n"
        for (left, top, text) in lines {
            func box(_ left: Double, _ count: Int) -> String {
                "xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(left + 5 * Double(count))\" yMax=\"\(top + 10)\""
            }
            output += "<block \(box(left, text.count))>\n<line \(box(left, text.count))>\n"
            var start = left
            for word in text.split(separator: " ") {
                output += "<word \(box(start, word.count))>\(word)</word>\n"
                start += 5 * Double(word.count + 1)
            }
            output += "</line>\n</block>\n"
        }
        return Array((output + "</page>\n").utf8)
    }

    @Test(arguments: [("Nr. 500", 12.0), ("Nr. 500", 18), ("A", 12)])
    func numbersInTheMarginOfTheHeadAreNoTable(number: String, step: Double) {
        let head: [(Double, Double, String)] = [
            (150, 90, "Tweede Kamer der Staten-Generaal"), (520, 90, "2"), (150, 105, "Vergaderjaar 2022-2023"),
            (60, 125, "28 844"), (150, 125, "Integriteitsbeleid openbaar bestuur en politie"),
            (60, 125 + step, number), (150, 125 + step, "BRIEF VAN DE MINISTER VAN BINNENLANDSE ZAKEN EN"),
            (150, 137 + step, "KONINKRIJKSRELATIES"),
            (150, 160 + step, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
            (150, 180 + step, "Den Haag, 7 juli 2023"),
        ]
        let years: [(Double, Double, String)] = [
            (150, 300, "Jaar"), (300, 300, "Bedrag"), (150, 318, "Begroting"), (300, 318, "120"),
            (150, 336, "Raming"), (300, 336, "140"),
        ]
        let text = PDFReader.read(page(head + years))
        let lines = String(decoding: text.bytes, as: UTF8.self).split(separator: "\n")
        #expect(text.structure?.rows.count == 3)
        #expect(lines.contains("Den Haag, 7 juli 2023"))
        #expect(lines.contains("KONINKRIJKSRELATIES"))
    }
}
