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
        for definition in finder.definitions(in: text.text) {
            guard let place = text.place(at: definition.short) else { continue }
            found.append(
                Abbreviation(shortForm: definition.shortForm, longForm: definition.longForm, place: place))
        }
    }

    private func firstDefinitions() -> [Abbreviation] {
        var seen: Set<String> = []
        // A note may stand before the text that follows it, so that the order of the texts is not that of the source.
        return found.sorted { $0.place.byte < $1.place.byte }.filter {
            seen.insert($0.shortForm.lowercased()).inserted
        }
    }
}
