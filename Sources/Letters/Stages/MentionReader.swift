import References

/// Finds the references in a letter's text and notes, `Idem` and its like among them.
enum MentionReader {
    /// In the order of the source.
    ///
    /// - Parameter links: what the format says to be references, in the order of the text.
    static func mentions(in letter: Letter, links: [KnownLink] = []) -> [Mention] {
        var mentions: [Mention] = []
        // Notes and text are two chains: `Ibid.` in a note repeats the note before, whatever the text says.
        var bodyForms = ShortFormResolver()
        var noteForms = ShortFormResolver()
        func read(_ text: PlacedText, section: Int, block: Int?) {
            for reference in merged(references(in: text.text, &bodyForms, note: nil), text, links) {
                let anchor = Anchor(section: section, block: block, offset: reference.range.lowerBound)
                add(reference, text, .body(anchor), &mentions)
            }
        }
        for (number, section) in letter.sections.enumerated() {
            if let heading = section.heading { read(heading, section: number, block: nil) }
            for (block, content) in section.blocks.enumerated() { read(content.text, section: number, block: block) }
        }
        for (index, note) in letter.footnotes.enumerated() {
            for reference in merged(references(in: note.text.text, &noteForms, note: note.number), note.text, links) {
                add(reference, note.text, .footnote(index: index), &mentions)
            }
        }
        return mentions.sorted { $0.place.byte < $1.place.byte }
    }

    private static func merged(_ found: [Reference], _ text: PlacedText, _ links: [KnownLink]) -> [Reference] {
        links.isEmpty ? found : LinkMerger.merged(found, LinkMerger.links(in: text, of: links), in: text.text)
    }

    private static func references(in text: String, _ forms: inout ShortFormResolver, note: Int?) -> [Reference] {
        let found = forms.references(in: text, note: note)
        if found.isEmpty { return found }
        return found.map { reference in
            guard reference.warnings.contains(.ambiguous) else { return reference }
            // Candidates are no targets: what cannot be told stays unknown.
            var unknown = reference
            unknown.targets = []
            return unknown
        }
    }

    private static func add(
        _ reference: Reference, _ text: PlacedText, _ container: Mention.Container, _ mentions: inout [Mention]
    ) {
        guard let place = text.place(at: reference.range.lowerBound) else { return }
        mentions.append(Mention(reference: reference, place: place, container: container))
    }
}
