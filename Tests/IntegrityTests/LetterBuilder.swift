import Letters
import References

@testable import Integrity

extension Letter {
    /// A letter with these markers and notes. Markers stand on lines 11, 12, 13 … behind the word `onderwijs`, notes on
    /// lines 101, 102, 103 … of page 3.
    static func with(
        markers: [Int] = [], notes: [Int] = [], truncated: Set<Int> = [], mentions: [Mention] = [],
        id: String = "kst-31497-408", path: String = "a.txt", sha256: String = "00", origin: Identity.Origin = .footer,
        aliases: [String] = [], selfMentions: [SelfMention] = [], diagnostics: [Diagnostic] = []
    ) -> Letter {
        Letter(
            source: SourceInfo(path: path, format: .text, bytes: 1000, sha256: sha256),
            identity: Identity(
                id: PaperID(canonical: id), origin: origin, aliases: aliases.map(PaperID.init(canonical:)),
                selfMentions: selfMentions),
            footnotes: notes.enumerated().map { index, number in
                let place = Place.at(101 + index, page: 3)
                return Footnote(
                    number: number,
                    text: PlacedText(
                        text: "Kamerstuk 31 497, nr. \(number)",
                        runs: [PlacedText.Run(textOffset: 0, place: place)]),
                    place: place, isComplete: !truncated.contains(number))
            },
            markers: markers.enumerated().map { index, number in
                Marker(
                    note: number, place: .at(11 + index, 44), anchor: Anchor(section: 0, block: 0, offset: index),
                    before: "onderwijs")
            },
            mentions: mentions, diagnostics: diagnostics)
    }
}

extension Mention {
    /// A mention of these papers on line 6, or in the first note.
    static func of(
        _ raw: String, targets: [String] = [], warnings: [Reference.Warning] = [], inFirstNote: Bool = false
    ) -> Mention {
        Mention(
            reference: Reference(
                raw: raw, range: 0..<raw.utf8.count, kind: .kamerstuk, targets: targets.map(PaperID.init(canonical:)),
                warnings: warnings),
            place: .at(6, 35),
            container: inFirstNote ? .footnote(index: 0) : .body(Anchor(section: 0, block: 0, offset: 0)))
    }
}

extension Place {
    static func at(_ line: Int, _ column: Int = 1, page: Int = 1) -> Place {
        Place(byte: 80 * line, line: line, column: column, page: page)
    }
}

/// Findings as lines `place level rule numbers: message`.
func findings(
    in letters: Letter..., levels: RuleLevels = RuleLevels(), lookup: (any PaperLookup)? = nil
) -> [String] {
    Verifier(levels: levels, lookup: lookup).verify(letters).findings.map {
        "\($0.line):\($0.column) \($0.level) \($0.rule) \($0.numbers): \($0.message)"
    }
}
