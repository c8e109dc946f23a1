/// Makes footnotes of the lines that the zones hold.
struct NoteReader {
    let assembler: TextAssembler

    /// The footnotes, and their texts in the same order.
    func footnotes(_ notes: [NoteZones.Note]) -> (footnotes: [Footnote], texts: [LetterText]) {
        let widest = notes.reduce(0) { max($0, $1.firstRange.count) }
        var footnotes: [Footnote] = []
        var texts: [LetterText] = []
        footnotes.reserveCapacity(notes.count)
        texts.reserveCapacity(notes.count)
        for note in notes {
            let text = assembler.text(firstText: note.firstRange, lines: LineList(note.textLine, note.rest))
            let placed = text.placed
            let line = assembler.lines[note.line]
            texts.append(
                LetterText(placed: placed, container: .footnote(index: footnotes.count)))
            footnotes.append(
                Footnote(
                    number: note.number, text: placed,
                    place: assembler.place(line.content.lowerBound, line: note.line),
                    isComplete: !isCut(note, text, widest: widest)))
        }
        return (footnotes, texts)
    }

    /// Whether the last note of a page breaks off: in mid-word, in an open bracket, or in mid-sentence at the end of a
    /// full line.
    private func isCut(_ note: NoteZones.Note, _ text: AssembledText, widest: Int) -> Bool {
        guard let last = text.bytes.last else { return false }
        if OpenEnd.isSurelyOpen(text.bytes[...]) { return true }
        guard note.isLastOnPage else { return false }
        if last == .hyphen { return true }
        guard last.isLetter || last == .comma else { return false }
        let line = assembler.lines[note.rest.last ?? note.line]
        let isFull = line.width * 20 >= widest * 17
        return isFull && (line.hasTrailingSpace || OpenEnd.isOpen(text.bytes[...]))
    }
}
