/// Finds the abbreviations that a letter defines, in headings, text and notes.
///
/// The first definition of a short form counts, `VT` and `vt` being one. Costs next to nothing in a text without a
/// bracket, and bounded work for each bracket in others.
struct AbbreviationReader {
    private var finder = DefinitionFinder()
    private var found: [Abbreviation] = []

    /// In the order of the source.
    static func abbreviations(in texts: [LetterText]) -> [Abbreviation] {
        var reader = AbbreviationReader()
        // To look at a part of a span's element does not copy the whole.
        let texts = texts.span
        for index in texts.indices {
            for definition in reader.finder.definitions(in: texts[index].bytes) {
                guard let place = texts[index].placed.place(at: definition.short) else { continue }
                reader.found.append(
                    Abbreviation(shortForm: definition.shortForm, longForm: definition.longForm, place: place))
            }
        }
        return reader.firstDefinitions()
    }

    private func firstDefinitions() -> [Abbreviation] {
        var seen: Set<String> = []
        // A note may stand before the text that follows it, so that the order of the texts is not that of the source.
        return found.sorted { $0.place.byte < $1.place.byte }.filter {
            seen.insert($0.shortForm.lowercased()).inserted
        }
    }
}
