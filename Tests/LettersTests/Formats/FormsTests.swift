import TestSupport
import Testing

@testable import Letters

/// The same letter as plain text, as official XML and as a web page; the forms are made by `scripts/forms`.
@Suite struct FormsTests {
    static let names = ["06-lnv-2023", "13-ocw-2024-120-noten", "29-jenv-2024-verwijzingen", "44-ienw-2020-formfeed"]

    private func letters(_ name: String, _ form: String) throws -> (form: Letter, text: Letter) {
        (
            try FormLetters.letter("forms/\(name).\(form)"),
            LetterParser().parse(try SourceText.read(path: Fixture.openLetter(name)))
        )
    }

    @Test(arguments: names, ["xml", "html"])
    func sectionsAndBlocksAreThoseOfTheText(name: String, form: String) throws {
        let (letter, text) = try letters(name, form)
        #expect(differences(FormLetters.outline(letter), from: FormLetters.outline(text)) == [])
        #expect(
            letter.sections.map { $0.blocks.map(\.level) } == text.sections.map { $0.blocks.map(\.level) })
    }

    @Test(arguments: names, ["xml", "html"])
    func notesAndMarkersAreThoseOfTheText(name: String, form: String) throws {
        let (letter, text) = try letters(name, form)
        #expect(differences(FormLetters.notes(letter), from: FormLetters.notes(text)) == [])
        #expect(differences(FormLetters.markers(letter), from: FormLetters.markers(text)) == [])
        #expect(letter.markers.map(\.anchor.section) == text.markers.map(\.anchor.section))
        #expect(letter.markers.map(\.anchor.block) == text.markers.map(\.anchor.block))
    }

    @Test(arguments: names, ["xml", "html"])
    func referencesAbbreviationsAndHeadAreThoseOfTheText(name: String, form: String) throws {
        let (letter, text) = try letters(name, form)
        // Notes stand where they are called, or at the end, so the order of the file differs.
        #expect(FormLetters.targets(letter).sorted() == FormLetters.targets(text).sorted())
        #expect(letter.abbreviations.map(\.shortForm).sorted() == text.abbreviations.map(\.shortForm).sorted())
        #expect(letter.id == text.id)
        #expect(letter.head.date == text.head.date)
        #expect(letter.head.dossiers.map(\.number) == text.head.dossiers.map(\.number))
        #expect(letter.head.signatories == text.head.signatories)
    }
}
