import Letters
import SearchIndex

/// A heading, block, note or title of a letter: what a passage is cut from. Phrases do not match across two of them.
struct TextUnit {
    var field: QueryField
    var text: PlacedText
    /// Index in `Letter.sections`; nil for titles, and for notes without a marker.
    var section: Int?
    /// Number of the note, for notes.
    var note: Int?
}

/// The fields of the index: those that a query can name hold text as it is written, and each has a twin for Dutch stems,
/// so that relevance can weigh a stem below the word itself.
extension QueryField {
    static let stemSuffix = ".stem"

    var stemField: String { rawValue + Self.stemSuffix }

    /// What a match is worth against one in the body: a word in a title says more of a letter than one in its notes.
    var boost: Float {
        switch self {
        case .title: 3
        case .heading: 2
        case .body: 1
        case .footnote: 0.7
        }
    }

    /// Names of the schema: each field at an even number, its stems at the next.
    static let schemaNames = allCases.flatMap { [$0.rawValue, $0.stemField] }

    /// Number of the field in the schema; its stems have the next one.
    var number: Int {
        switch self {
        case .title: 0
        case .heading: 2
        case .body: 4
        case .footnote: 6
        }
    }
}

extension Letter {
    /// All text that is searched, in the order in which it is indexed.
    var textUnits: [TextUnit] {
        var units: [TextUnit] = []
        let titles = [(head.title, Place.start)] + head.dossiers.map { ($0.title, $0.place) }
        for (title, place) in titles {
            guard let title, !title.isEmpty else { continue }
            units.append(
                TextUnit(field: .title, text: PlacedText(text: title, runs: [.init(textOffset: 0, place: place)])))
        }
        for (index, section) in sections.enumerated() {
            if let heading = section.heading { units.append(TextUnit(field: .heading, text: heading, section: index)) }
            for block in section.blocks { units.append(TextUnit(field: .body, text: block.text, section: index)) }
        }
        for (note, marker) in zip(footnotes, markersOfFootnotes) {
            units.append(
                TextUnit(field: .footnote, text: note.text, section: marker?.anchor.section, note: note.number))
        }
        return units
    }
}
