/// Finds the abbreviations that a letter defines, in headings, text and notes.
///
/// The first definition of a short form counts, `VT` and `vt` being one. Costs next to nothing in a text without a
/// bracket, and bounded work for each bracket in others.
struct AbbreviationReader {
    private var finder = DefinitionFinder()
    private var found: [Abbreviation] = []

    /// In the order of the source.
    static func abbreviations(in letter: Letter) -> [Abbreviation] {
        var reader = AbbreviationReader()
        for section in letter.sections {
            if let heading = section.heading { reader.read(heading) }
            for block in section.blocks { reader.read(block.text) }
        }
        for note in letter.footnotes { reader.read(note.text) }
        return reader.firstDefinitions()
    }

    private mutating func read(_ text: PlacedText) {
        guard Self.hasBracket(text.text.utf8.span) else { return }
        let bytes = Array(text.text.utf8)
        for definition in finder.definitions(in: bytes) {
            guard let place = text.place(at: definition.short.lowerBound) else { continue }
            found.append(
                Abbreviation(
                    shortForm: String(decoding: bytes[definition.short], as: UTF8.self),
                    longForm: definition.longForm(in: bytes), place: place))
        }
    }

    /// Whether a text has an opening bracket: most have none.
    private static func hasBracket(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] == UInt8(ascii: "(") { return true }
        return false
    }

    private func firstDefinitions() -> [Abbreviation] {
        var seen: Set<String> = []
        // A note may stand before the text that follows it, so that the order of the texts is not that of the source.
        return found.sorted { $0.place.byte < $1.place.byte }.filter {
            seen.insert($0.shortForm.lowercased()).inserted
        }
    }
}
