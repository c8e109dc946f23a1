import References

/// Finds the references in a letter's text and notes.
struct MentionReader {
    let scanner: ReferenceScanner

    /// In the order of the source.
    func mentions(in letter: Letter) -> [Mention] {
        var mentions: [Mention] = []
        for (index, section) in letter.sections.enumerated() {
            if let heading = section.heading { add(heading, Anchor(section: index, block: nil, offset: 0), &mentions) }
            for (number, block) in section.blocks.enumerated() {
                add(block.text, Anchor(section: index, block: number, offset: 0), &mentions)
            }
        }
        for (index, note) in letter.footnotes.enumerated() {
            for reference in scanner.references(in: note.text.text) {
                guard let place = note.text.place(at: reference.range.lowerBound) else { continue }
                mentions.append(Mention(reference: reference, place: place, container: .footnote(index: index)))
            }
        }
        return mentions.sorted { $0.place.byte < $1.place.byte }
    }

    private func add(_ text: PlacedText, _ anchor: Anchor, _ mentions: inout [Mention]) {
        for reference in scanner.references(in: text.text) {
            guard let place = text.place(at: reference.range.lowerBound) else { continue }
            var anchor = anchor
            anchor.offset = reference.range.lowerBound
            mentions.append(Mention(reference: reference, place: place, container: .body(anchor)))
        }
    }
}
