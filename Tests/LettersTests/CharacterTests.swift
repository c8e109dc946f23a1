import Foundation
import Testing

@testable import Letters

/// What files are made of: encodings, composed letters, spaces and hyphens that do not show.
@Suite struct CharacterTests {
    private let text = "Den Haag, 3 mei 2020\n\nÉén «coöperatie» kost € 5.000 – zie Kamerstuk 31 497, nr. 371.\n"

    private func letter(_ encoding: String.Encoding, mark: [UInt8] = []) throws -> Letter {
        let data = try #require(text.data(using: encoding))
        return LetterParser().parse(SourceText(path: "x", bytes: mark + [UInt8](data)))
    }

    @Test func theSameTextInEveryEncodingIsTheSameLetter() throws {
        let plain = try letter(.utf8)
        #expect(plain.diagnostics.isEmpty)
        let others = [
            try letter(.windowsCP1252), try letter(.utf16LittleEndian, mark: [0xFF, 0xFE]),
            try letter(.utf16LittleEndian),
            try letter(.utf16BigEndian, mark: [0xFE, 0xFF]), try letter(.utf8, mark: [0xEF, 0xBB, 0xBF]),
        ]
        for other in others {
            #expect(other.head.date == "2020-05-03")
            #expect(other.blockTexts == plain.blockTexts)
            #expect(other.mentions.map(\.place.line) == plain.mentions.map(\.place.line))
            #expect(other.mentions.map(\.place.column) == plain.mentions.map(\.place.column))
        }
    }

    @Test func aGuessedEncodingIsReported() throws {
        #expect(try letter(.windowsCP1252).diagnostics.map(\.detail) == ["read as Windows-1252"])
        #expect(try letter(.utf16LittleEndian).diagnostics.map(\.kind) == [.encodingGuessed])
    }

    @Test func damagedUTF8IsNotTakenForWindows1252() {
        #expect(SourceEncoding(of: Array("Éé".utf8) + [0xE9, 0x20]) == .utf8)
        #expect(SourceEncoding(of: [0x41, 0x9D]) == .utf8)
        #expect(SourceEncoding(of: Array("caf".utf8) + [0xE9]) == .windows1252)
        #expect(SourceEncoding(of: []) == .utf8)
    }

    @Test(arguments: [
        ("voorko\u{AD}men", "voorkomen"), ("geï\u{AD}nformeerd", "geïnformeerd"), ("o\u{FB03}cieel", "officieel"),
        ("\u{FB01}nancieel", "financieel"), ("b\u{133}zonder", "bijzonder"), ("\u{132}ssel", "IJssel"),
        ("coo\u{308}peratie", "coöperatie"), ("e\u{301}e\u{301}n", "één"), ("31\u{A0}497", "31 497"),
        ("31\u{2009}497\u{202F}x", "31 497 x"), ("a \u{301}b", "a \u{301}b"),
    ])
    func whatDoesNotShowLeavesTheText(written: String, read: String) {
        let parsed = LettersTests.letter("Het woord \(written) staat hier.\n")
        #expect(
            parsed.blockTexts.map { Array($0.unicodeScalars) } == [
                Array("Het woord \(read) staat hier.".unicodeScalars)
            ])
    }

    @Test func placesStayRightBehindWhatWasChanged() throws {
        let parsed = LettersTests.letter("De o\u{FB03}cie\u{308}le b\u{133}lage: Kamerstuk 31 497, nr. 371\n")
        #expect(parsed.mentions.first?.place.column == 21)
    }

    /// A mark at the start of a line has no letter, though a hyphen that goes leaves it behind one.
    @Test func aMarkBelongsToTheLetterRightBeforeIt() {
        let parsed = LettersTests.letter("Dit is een bre-\n\u{301}uk, en die is be\u{AD}\u{301}houden.\n")
        #expect(
            parsed.blockTexts.map { Array($0.unicodeScalars) } == [
                Array("Dit is een bre\u{301}uk, en die is be\u{301}houden.".unicodeScalars)
            ])
    }

    @Test func aMillionMarksOnOneLetterTakeNoMoreThanTheirTime() {
        let parsed = LettersTests.letter("a" + String(repeating: "\u{301}", count: 200_000) + " b\n")
        #expect(parsed.sections.count == 1)
    }
}
