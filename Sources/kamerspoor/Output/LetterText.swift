import Letters
import References

/// A letter as text for reading.
enum LetterText {
    /// - Parameter others: files with other forms of the letter.
    static func whole(_ letter: Letter, alsoIn others: [String] = []) -> String {
        let sections = letter.sections.indices.map { section(letter, $0) }.joined()
        let notes = letter.footnotes.map { "\(note($0))\n" }.joined()
        return Console.printable(head(letter, others) + outline(letter) + "\n" + sections)
            + (notes.isEmpty ? "" : Console.printable("Notes\n\n\(notes)"))
    }

    private static func head(_ letter: Letter, _ others: [String]) -> String {
        let head = letter.head
        var lines: [(name: String, value: String?)] = [
            ("id", letter.id.rawValue), ("title", head.title),
            (
                "dossier",
                head.dossiers.map { [$0.number, $0.title].compactMap(\.self).joined(separator: " ") }.joined(
                    separator: "; ")
            ),
            ("kind", head.kind), ("session", head.sessionYear), ("date", head.date), ("place", head.place),
            ("from", head.sender), ("to", head.addressee), ("ref", head.reference), ("yours", head.yourReference),
        ]
        for signatory in head.signatories {
            let parts = [signatory.role, signatory.name ?? ""].filter { !$0.isEmpty }
            lines.append(("signed", parts.joined(separator: ", ")))
        }
        if let count = head.annexCount { lines.append(("annexes", "\(count)")) }
        for annex in head.annexes {
            lines.append(("annex", [annex.number, annex.title].compactMap(\.self).joined(separator: " ")))
        }
        lines.append(("pages", "\(letter.pages)"))
        lines.append(("file", letter.source.path))
        for other in others { lines.append(("also", other)) }
        return lines.filter { $0.value?.isEmpty == false }.map { line in
            let padding = String(repeating: " ", count: max(1, 9 - line.name.count))
            return "\(line.name)\(padding)\(line.value ?? "")\n"
        }.joined()
    }

    private static func outline(_ letter: Letter) -> String {
        letter.sections.enumerated().compactMap { index, section in
            section.heading.map { heading in
                "\(index == 1 ? "\n" : "")\(String(repeating: "  ", count: max(0, section.level - 1)))\(index). "
                    + "\(title(section, heading))\n"
            }
        }.joined()
    }

    private static func title(_ section: Section, _ heading: PlacedText) -> String {
        [section.label, heading.text].compactMap(\.self).joined(separator: " ")
    }

    static func section(_ letter: Letter, _ index: Int) -> String {
        let section = letter.sections[index]
        var text = section.heading.map { "\(title(section, $0))\(marks(letter, index, nil, $0.text).suffix)\n\n" } ?? ""
        for (number, block) in section.blocks.enumerated() {
            let body =
                block.kind == .table
                ? block.rows.map { $0.joined(separator: " | ") }.joined(separator: "\n")
                : marks(letter, index, number, block.text.text).whole
            text += "\(block.label.map { "\($0) " } ?? "")\(body)\n\n"
        }
        return Console.printable(text)
    }

    /// A text with its markers put back as `[2]`.
    private static func marks(_ letter: Letter, _ section: Int, _ block: Int?, _ text: String) -> (
        whole: String, suffix: String
    ) {
        let markers = letter.markers.filter { $0.anchor.section == section && $0.anchor.block == block }
        let bytes = Array(text.utf8)
        var marked: [UInt8] = []
        var position = 0
        for marker in markers {
            let offset = max(position, min(marker.anchor.offset, bytes.count))
            marked += bytes[position..<offset]
            marked += Array("[\(marker.note)]".utf8)
            position = offset
        }
        marked += bytes[position...]
        return (String(decoding: marked, as: UTF8.self), markers.map { "[\($0.note)]" }.joined())
    }

    static func note(_ note: Footnote) -> String {
        "\(note.number)  \(note.text.text)\(note.isComplete ? "" : " … (breaks off at the end of its page)")"
    }
}
