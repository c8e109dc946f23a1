import Foundation
import References
import TestSupport

@testable import Letters

/// Letters in other formats than plain text.
enum FormLetters {
    static func source(_ name: String) throws -> SourceText {
        try SourceText.read(path: Fixture.url("Fixtures/formats/\(name)").path)
    }

    static func letter(_ name: String) throws -> Letter { LetterParser().parse(try source(name)) }

    /// XML of one paper with these blocks.
    static func xml(_ blocks: String) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <officiele-publicatie><kamerstuk><stuk><algemeen><vrije-tekst><tekst>
        \(blocks)
        </tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>
        """
    }

    static func letter(xml blocks: String) -> Letter { parse(xml(blocks), .xml) }

    static func parse(_ text: String, _ format: SourceInfo.Format) -> Letter {
        LetterParser().parse(SourceText(path: "letter", bytes: Array(text.utf8), format: format))
    }

    /// What a letter says block by block, wherever its file has it.
    static func outline(_ letter: Letter) -> [String] {
        letter.sections.flatMap { section in
            (section.heading.map { ["\(section.level) \(section.label ?? "-") \($0.text)"] } ?? [])
                + section.blocks.map { "\($0.kind) \($0.label ?? "-") \($0.text.text)" }
        }
    }

    /// Wide cells of the tables: `row,column rows x columns`.
    static func spans(_ letter: Letter) -> [String] {
        letter.sections.flatMap(\.blocks).flatMap(\.spans).map { "\($0.row),\($0.column) \($0.rows)x\($0.columns)" }
    }

    static func notes(_ letter: Letter) -> [String] { letter.footnotes.map { "\($0.number) \($0.text.text)" } }
    static func markers(_ letter: Letter) -> [String] { letter.markers.map { "\($0.note) \($0.before)" } }
    /// The references of the text in their order, then those of the notes, note by note: the order that all forms share,
    /// since notes stand where they are called, or under their page, or at the end.
    static func targets(_ letter: Letter) -> [String] {
        var (text, notes): ([Mention], [[Mention]]) = ([], letter.footnotes.map { _ in [] })
        for mention in letter.mentions {
            if case .footnote(let index) = mention.container {
                notes[index].append(mention)
            } else {
                text.append(mention)
            }
        }
        return (text + notes.flatMap(\.self)).map { mention in
            let note: Int? =
                if case .footnote(let index) = mention.container { letter.footnotes[index].number } else { nil }
            let targets = mention.reference.targets.map(\.rawValue).joined(separator: " ")
            return
                "\(note.map { "noot \($0)" } ?? "tekst") \(mention.reference.relation) \(targets): \(mention.reference.raw)"
        }
    }

    /// Characters of a letter's texts that differ from the source at their places.
    static func misplaced(_ letter: Letter, in source: [UInt8]) -> [String] {
        var wrong: [String] = []
        let texts =
            letter.sections.flatMap { ($0.heading.map { [$0] } ?? []) + $0.blocks.map(\.text) }
            + letter.footnotes.map(\.text)
        for text in texts {
            let bytes = Array(text.text.utf8)
            for (index, run) in text.runs.enumerated() {
                let end = index + 1 < text.runs.count ? text.runs[index + 1].textOffset : bytes.count
                let run = run.place.byte..<run.place.byte + (end - run.textOffset)
                let written = String(decoding: bytes[(end - run.count)..<end], as: UTF8.self)
                let there = String(decoding: source[run.clamped(to: 0..<source.count)], as: UTF8.self)
                // The space at a run's end may stand for anything that parts words; a reference spells one character.
                let isSame = written.hasSuffix(" ") ? there.dropLast() == written.dropLast() : there == written
                if !isSame, !there.hasPrefix("&") {
                    wrong.append("\(written.debugDescription) is taken from \(there.debugDescription)")
                }
            }
        }
        return wrong
    }

    /// Line and column of a byte, counted from the start.
    static func lineAndColumn(of byte: Int, in source: [UInt8]) -> (line: Int, column: Int) {
        let before = source[..<byte]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (1 + before.count { $0 == 0x0A }, 1 + before[start...].count { $0 & 0xC0 != 0x80 })
    }
}
