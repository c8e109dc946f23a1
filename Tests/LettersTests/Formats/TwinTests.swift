import Foundation
import References
import TestSupport
import Testing

@testable import Letters

/// Letters written by hand in a format and, as their twin, in plain text. What each says is told in the suite of its
/// format; here the two are held against each other.
@Suite struct TwinTests {
    /// Publications of 1995 to 2009, a page of officielebekendmakingen.nl, one of tweedekamer.nl, one of another site.
    static let forms = ["kst-24447-6.xml", "kst-31497-999.html", "brief-regering.html", "brief-site.html"]

    private func twins(_ form: String) throws -> (form: Letter, text: Letter) {
        let name = form.prefix { $0 != "." }
        return (try FormLetters.letter(form), try FormLetters.letter("twins/\(name).txt"))
    }

    @Test(arguments: forms)
    func sectionsAreThoseOfTheText(form: String) throws {
        let (letter, text) = try twins(form)
        #expect(differences(FormLetters.outline(letter), from: FormLetters.outline(text)) == [])
        #expect(letter.sections.map { $0.blocks.map(\.level) } == text.sections.map { $0.blocks.map(\.level) })
    }

    @Test(arguments: forms)
    func notesMarkersAndReferencesAreThoseOfTheText(form: String) throws {
        let (letter, text) = try twins(form)
        #expect(FormLetters.notes(letter) == FormLetters.notes(text))
        #expect(!letter.footnotes.isEmpty)
        #expect(FormLetters.markers(letter) == FormLetters.markers(text))
        #expect(letter.markers.map(\.anchor.block) == text.markers.map(\.anchor.block))
        #expect(FormLetters.targets(letter) == FormLetters.targets(text))
        #expect(!letter.mentions.isEmpty)
    }

    @Test(arguments: forms)
    func theHeadIsThatOfTheText(form: String) throws {
        let (letter, text) = try twins(form)
        #expect(letter.head.date == text.head.date)
        #expect(letter.head.addressee == text.head.addressee)
        #expect(letter.head.signatories == text.head.signatories)
        #expect(letter.head.dossiers.map(\.number) == text.head.dossiers.map(\.number))
        #expect(letter.head.number == text.head.number)
        // A page of a site that is not official, and its text, name no paper.
        if letter.identity.origin != .contentHash { #expect(letter.id == text.id) }
        #expect((letter.identity.origin == .contentHash) == (text.identity.origin == .contentHash))
    }

    /// What stands above a letter's text, taken from it and said by a file beside it.
    @Test(arguments: ["kst-24447-6.meta.json", "kst-24447-6.metadata.xml"])
    func aHeadInAFileBesideTheLetterIsTheHeadOfTheLetter(name: String) throws {
        let text = String(decoding: try FormLetters.source("twins/kst-24447-6.txt").bytes, as: UTF8.self)
        let start = try #require(text.range(of: "Aan de Voorzitter"))
        let companion = Companion(
            kind: name.hasSuffix(".json") ? .sidecar : .officialMetadata, path: name,
            bytes: try Fixture.bytes("Fixtures/formats/twins/\(name)"))
        let whole = FormLetters.parse(text, .text)
        let letter = LetterParser().parse(
            SourceText(path: "kst-24447-6.txt", bytes: Array(text[start.lowerBound...].utf8), companions: [companion]))
        #expect(letter.id == whole.id)
        #expect(letter.head.dossiers.map(\.number) == whole.head.dossiers.map(\.number))
        #expect(letter.head.dossiers.map(\.title) == whole.head.dossiers.map(\.title))
        #expect(letter.head.number == whole.head.number)
        #expect(letter.head.sessionYear == whole.head.sessionYear)
        #expect(letter.head.chamber == whole.head.chamber)
        #expect(letter.head.kind == whole.head.kind)
        #expect(letter.head.date == whole.head.date)
        #expect(letter.diagnostics == [])
        #expect(FormLetters.outline(letter) == FormLetters.outline(whole))
        #expect(FormLetters.targets(letter) == FormLetters.targets(whole))
    }
}
