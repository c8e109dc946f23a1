import References

/// Finds the references in a letter's text and notes, `Idem` and its like among them.
struct MentionReader {
    let scanner: ReferenceScanner

    /// In the order of the source.
    func mentions(in letter: Letter) -> [Mention] {
        var mentions: [Mention] = []
        // Notes and text are two chains: `Ibid.` in a note repeats the note before, whatever the text says.
        var bodyForms = ShortFormResolver()
        var noteForms = ShortFormResolver()
        for (text, anchor) in letter.bodyTexts {
            for reference in references(in: text.text, &bodyForms, note: nil) {
                var anchor = anchor
                anchor.offset = reference.range.lowerBound
                add(reference, text, .body(anchor), &mentions)
            }
        }
        for (index, note) in letter.footnotes.enumerated() {
            for reference in references(in: note.text.text, &noteForms, note: note.number) {
                add(reference, note.text, .footnote(index: index), &mentions)
            }
        }
        return mentions.sorted { $0.place.byte < $1.place.byte }
    }

    private func references(in text: String, _ forms: inout ShortFormResolver, note: Int?) -> [Reference] {
        forms.resolve(text, references: scanner.references(in: text), note: note).map { reference in
            guard reference.warnings.contains(.ambiguous) else { return reference }
            // Candidates are no targets: what cannot be told stays unknown.
            var unknown = reference
            unknown.targets = []
            return unknown
        }
    }

    private func add(
        _ reference: Reference, _ text: PlacedText, _ container: Mention.Container, _ mentions: inout [Mention]
    ) {
        guard let place = text.place(at: reference.range.lowerBound) else { return }
        mentions.append(Mention(reference: reference, place: place, container: container))
    }
}

extension Letter {
    /// Headings and blocks in order, each with the anchor of its start.
    fileprivate var bodyTexts: [(text: PlacedText, anchor: Anchor)] {
        sections.enumerated().flatMap { index, section in
            let heading = section.heading.map { [($0, Anchor(section: index, block: nil, offset: 0))] } ?? []
            return heading
                + section.blocks.enumerated().map { number, block in
                    (block.text, Anchor(section: index, block: number, offset: 0))
                }
        }
    }
}
