import Foundation
import TestSupport
import Testing

@testable import Letters

/// What holds for any bytes whatever.
@Suite struct ParserPropertyTests {
    /// Every character of cleaned text stands in the source where its place says.
    private func expectPlacesMapBack(_ letter: Letter, _ file: [UInt8], _ comment: Comment) {
        let bytes = DecodedSource(file).bytes
        let starts = [0] + bytes.indices.filter { isLineEnd(bytes, $0) }.map { $0 + 1 }
        for text in letter.placedTexts {
            var offset = 0
            for scalar in text.text.unicodeScalars {
                defer { offset += String(scalar).utf8.count }
                guard scalar != " ", let place = text.place(at: offset) else { continue }
                // A letter that was composed from parts stands where its first part stands, letters of a ligature where
                // that stands.
                let source = String(decoding: bytes.dropFirst(place.byte).prefix(4), as: UTF8.self).unicodeScalars
                    .prefix(1)
                let written = String(String.UnicodeScalarView(source)).decomposedStringWithCompatibilityMapping
                let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
                let isThere = scalar == "\u{FFFD}" || parts.first.map { written.unicodeScalars.contains($0) } ?? false
                #expect(isThere, comment)
                #expect(starts.indices.contains(place.line - 1) && starts[place.line - 1] <= place.byte, comment)
                if !isThere { return }
            }
        }
    }

    /// Every printed character of the source is in one text or in one named removal.
    private func expectNothingIsLost(_ source: SourceText, _ comment: Comment) {
        let stages = Stages(source, LetterParser.Options(), hyphenLog: nil)
        let lost = stages.removals.removals.filter { $0.kind == .unexplained }
        #expect(lost.isEmpty, "\(comment): \(lost.prefix(3).map { "\($0.place.line):\($0.place.column) \($0.text)" })")
        let holdsTwice = stages.removals.holdsTwice
        #expect(!holdsTwice, comment)
    }

    @Test(arguments: SeedTests.seeds)
    func everyCharacterOfASeedIsInOneTextOrOneNamedRemoval(seed: String) throws {
        expectNothingIsLost(try SourceText.read(path: Fixture.seed(seed)), "\(seed)")
    }

    @Test(arguments: Fixture.openLetters)
    func everyCharacterOfALetterIsInOneTextOrOneNamedRemoval(name: String) throws {
        expectNothingIsLost(try SourceText.read(path: Fixture.openLetter(name)), "\(name)")
    }

    @Test(arguments: ["\u{132}\u{315} x", "\u{FB01}\u{301} x"])
    func marksBehindALigatureAreInOneText(text: String) {
        expectNothingIsLost(SourceText(path: "ligature", bytes: Array(text.utf8)), "\(text)")
    }

    private func isLineEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == 0x0A || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }

    @Test(arguments: SeedTests.seeds)
    func everyCharacterOfASeedStandsWhereItsPlaceSays(seed: String) throws {
        let source = try SourceText.read(path: Fixture.seed(seed))
        expectPlacesMapBack(LetterParser().parse(source), source.bytes, "\(seed)")
    }

    @Test func columnsCountScalarsAndNotBytes() throws {
        let parsed = letter("Inleiding\n\nÉén «coöperatie» noemt Kamerstuk 31 497, nr. 371.\n")
        let mention = try #require(parsed.mentions.first)
        #expect(mention.place.line == 3)
        #expect(mention.place.column == 24)
    }

    @Test func anyBytesGiveALetter() throws {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        for _ in 0..<300 {
            let count = Int.random(in: 0...400, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let parsed = LetterParser().parse(SourceText(path: "random", bytes: bytes))
            #expect(!parsed.sections.isEmpty)
            expectPlacesMapBack(parsed, bytes, "seed \(generator.seed)")
            expectNothingIsLost(SourceText(path: "random", bytes: bytes), "seed \(generator.seed)")
        }
    }

    @Test func lettersWithChangedPiecesStillMapBack() throws {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        let seeds = try SeedTests.seeds.map { try Fixture.bytes(from: Fixture.seed($0)) }
        let pieces: [[UInt8]] =
            [
                "\n", "\n\n", " ", "-\n", "1", "12 ", "\u{A0}", "\u{AD}", "•", "\u{C}", "\r\n", "»7", "(",
                "Nr. 12 BRIEF", "kst-1-2\n",
                "31 497, nr.", "Tabel 1: ", "é", "\u{301}", "Tweede Kamer, vergaderjaar 2020–2021, 31 293, nr. 573 9\n",
                "De Minister van Financiën,\n", "A. Slob\n", "Geachte voorzitter,\n", "Datum 4 juli 2018\n",
                "mede namens ",
                "Bijlage 1: X\n\n", "Onze referentie\n", "Aan de ", "Den Haag, 3 mei 2020\n\n", "Hoogachtend,\n", "   ",
            ].map { Array($0.utf8) } + [[0xFF], [0xE2, 0x80], [0]]
        for _ in 0..<40 {
            var bytes = Array(seeds[Int.random(in: 0..<seeds.count, using: &generator)].prefix(12_000))
            for _ in 0..<Int.random(in: 1...30, using: &generator) {
                let place = Int.random(in: 0...bytes.count, using: &generator)
                let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                let end = Bool.random(using: &generator) ? place : min(bytes.count, place + 40)
                bytes.replaceSubrange(place..<end, with: piece)
            }
            let parsed = LetterParser().parse(SourceText(path: "changed", bytes: bytes))
            expectPlacesMapBack(parsed, bytes, "seed \(generator.seed)")
            expectNothingIsLost(SourceText(path: "changed", bytes: bytes), "seed \(generator.seed)")
        }
    }

    @Test func damagedBytesAreReportedWhereTheyStand() throws {
        let parsed = LetterParser().parse(
            SourceText(path: "x", bytes: Array("Goed\nSl\u{E9}".utf8) + [0xFF, 0xFE, 0x21]))
        let diagnostic = try #require(parsed.diagnostics.first)
        #expect(diagnostic.kind == .encodingDamage)
        #expect(diagnostic.place.line == 2)
        #expect(diagnostic.place.column == 4)
        #expect(diagnostic.detail == "2 bytes are no valid UTF-8; read as U+FFFD")
    }

    @Test(arguments: ["", "boodschappen: melk, brood\n", "int main(void) { return 0; }\n"])
    func whatIsNoLetterIsToldSo(text: String) {
        let parsed = letter(text)
        #expect(parsed.diagnostics.map(\.kind) == [.notALetter])
        #expect(parsed.sections.count == 1)
        #expect(letter(text + "\nDe Minister van Financiën,\nG. Zalm\n").diagnostics.isEmpty)
    }

    @Test(arguments: ["", "\n\n\n", " ", "\u{FEFF}", "-", "1"])
    func almostNothingIsALetterWithOneSection(text: String) {
        #expect(letter(text).sections.count == 1)
    }
}

extension Letter {
    var placedTexts: [PlacedText] {
        sections.flatMap { [$0.heading].compactMap { $0 } + $0.blocks.map(\.text) } + footnotes.map(\.text)
    }
}
