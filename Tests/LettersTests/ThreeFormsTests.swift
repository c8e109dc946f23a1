import Foundation
import References
import TestSupport
import Testing

@testable import Letters

/// One letter as printed pages, as a web page and as plain text is the same letter.
@Suite struct ThreeFormsTests {
    private func letter(_ form: String) throws -> Letter {
        LetterParser().parse(try SourceText.read(path: Fixture.openLetter("21-\(form)")))
    }

    /// What a letter says, wherever its file has it.
    private func words(_ letter: Letter) -> [String] {
        letter.sections.flatMap { section in
            ["\(section.level) \(section.label ?? "") \(section.heading?.text ?? "")"]
                + section.blocks.map { "\($0.kind) \($0.level) \($0.label ?? "") \($0.text.text)" }
        }
    }

    @Test(arguments: ["web", "plain"])
    func theTextIsThatOfThePages(form: String) throws {
        #expect(try differences(words(letter(form)), from: words(letter("page"))) == [])
    }

    @Test(arguments: ["web", "plain"])
    func notesAndMarkersAreThoseOfThePages(form: String) throws {
        let (other, page) = (try letter(form), try letter("page"))
        #expect(
            other.footnotes.map { "\($0.number) \($0.text.text)" }
                == page.footnotes.map { "\($0.number) \($0.text.text)" })
        #expect(other.markers.map { "\($0.note) \($0.before)" } == page.markers.map { "\($0.note) \($0.before)" })
        #expect(other.markers.map(\.anchor) == page.markers.map(\.anchor))
    }

    @Test(arguments: ["web", "plain"])
    func referencesAndAbbreviationsAreThoseOfThePages(form: String) throws {
        let (other, page) = (try letter(form), try letter("page"))
        // Notes stand between the pages or at the end, so the order of the file differs.
        func targets(_ letter: Letter) -> [String] {
            letter.mentions.map { "\($0.reference.targets.map(\.rawValue)) \($0.container)" }.sorted()
        }
        #expect(targets(other) == targets(page))
        #expect(
            other.abbreviations.map { "\($0.shortForm) \($0.longForm)" }
                == page.abbreviations.map { "\($0.shortForm) \($0.longForm)" })
        #expect(other.head.date == page.head.date)
        #expect(other.head.signatories == page.head.signatories)
    }
}
