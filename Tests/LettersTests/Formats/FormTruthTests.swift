import Foundation
import References
import TestSupport
import Testing

@testable import Letters

/// Letters in other formats against truth that was made by reading their text (`Fixtures/truth`), so that no reading of ours
/// is the measure of another.
@Suite struct FormTruthTests {
    private struct Form: CustomTestStringConvertible {
        var path: String
        /// Of an open letter, or the digits of a seed.
        var truth: String
        var testDescription: String { path }

        func read() throws -> (letter: Letter, truth: Truth) {
            (
                try FormLetters.letter(path),
                truth.count == 3 ? try Truth.seed(truth) : try Truth.openLetter(truth)
            )
        }
    }

    private static let forms =
        FormsTests.names.flatMap { name in
            ["xml", "html"].map { Form(path: "forms/\(name).\($0)", truth: name) }
        } + [
            Form(path: "pdf/seed-000.pdf", truth: "000"),
            Form(path: "pdf/19-bz-2019-noten.pdf", truth: "19-bz-2019-noten"),
        ]

    @Test(arguments: forms)
    private func headingsAreThoseThatWereRead(form: Form) throws {
        let (letter, truth) = try form.read()
        let found = letter.sections.compactMap { section in
            section.heading.map { "\(section.label ?? "-") \($0.text)" }
        }
        #expect(differences(found, from: truth.headings.map { "\($0.label ?? "-") \($0.text)" }) == [])
    }

    @Test(arguments: forms)
    private func notesAndMarkersAreThoseThatWereRead(form: Form) throws {
        let (letter, truth) = try form.read()
        #expect(differences(FormLetters.notes(letter), from: truth.footnotes.map { "\($0.number) \($0.text)" }) == [])
        #expect(differences(FormLetters.markers(letter), from: truth.markers.map { "\($0.note) \($0.before)" }) == [])
    }

    /// How far a reference reaches (pages, `final`) is told for each form of it in `Fixtures/references`.
    @Test(arguments: forms)
    private func referencesAreThoseThatWereRead(form: Form) throws {
        let (letter, truth) = try form.read()
        // Notes stand elsewhere than in the text form: their references are put in one order.
        let found = letter.mentions.map(\.reference).enumerated().filter { !$1.targets.isEmpty && $1.relation != .own }
            .map { index, reference -> String in
                var note: Int?
                if case .footnote(let index) = letter.mentions[index].container {
                    note = letter.footnotes[index].number
                }
                return "\(note ?? 0) \(reference.relation) \(reference.targets.map(\.rawValue))"
            }
        let read = truth.references.filter { !$0.targets.isEmpty }.map {
            "\($0.footnote ?? 0) \($0.relation) \($0.targets)"
        }
        #expect(differences(found.sorted(), from: read.sorted()) == [])
    }

    @Test(arguments: forms)
    private func blocksAreThoseThatWereRead(form: Form) throws {
        let (letter, truth) = try form.read()
        guard let sections = truth.sections else { return }
        let found = letter.sections.flatMap { section in section.blocks.map { ($0, section.heading?.text) } }
        let read = sections.flatMap { section in section.blocks.map { ($0, section.heading) } }
        #expect(found.count == read.count)
        for ((block, heading), (expected, title)) in zip(found, read) {
            #expect(heading == title)
            #expect("\(block.kind) \(block.label ?? "-")" == "\(expected.type) \(expected.label ?? "-")")
            #expect(block.text.text.hasPrefix(expected.start) && block.text.text.hasSuffix(expected.end))
        }
    }
}
