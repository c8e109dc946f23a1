/// Makes footnotes of the lines that the zones hold.
struct NoteReader {
    let assembler: TextAssembler

    func footnotes(_ notes: [NoteZones.Note]) -> [Footnote] {
        let widest = notes.reduce(0) { max($0, $1.firstRange.count) }
        return notes.map { note in
            let text = assembler.text(firstText: note.firstRange, lines: [note.textLine] + note.rest)
            let line = assembler.lines[note.line]
            return Footnote(
                number: note.number, text: text.placed,
                place: assembler.place(line.content.lowerBound, line: note.line),
                isComplete: !isCut(note, text, widest: widest))
        }
    }

    /// Words with which no note ends: the next page has lost the rest.
    private static let openEnds = Set(
        [
            "de", "het", "een", "van", "in", "en", "of", "te", "met", "op", "voor", "aan", "die", "dat", "om", "als",
            "zij",
            "hij", "ze", "bij", "door", "uit", "naar", "over", "per", "tot", "ten", "ter", "onder", "tussen", "is",
            "zijn",
            "wordt", "worden", "hun", "haar", "deze", "dit", "dan", "maar", "omdat", "waarin", "waarbij",
        ].map { Array($0.utf8) })

    /// Whether the last note of a page breaks off: in mid-word, or at the end of a full line in mid-sentence.
    private func isCut(_ note: NoteZones.Note, _ text: AssembledText, widest: Int) -> Bool {
        guard note.isLastOnPage, let last = text.bytes.last else { return false }
        if last == .hyphen { return true }
        guard last.isLetter || last == .comma else { return false }
        var start = text.bytes.count
        while start > 0, text.bytes[start - 1] != .space { start -= 1 }
        let line = assembler.lines[note.rest.last ?? note.line]
        let isFull = line.width * 20 >= widest * 17
        return isFull && (line.hasTrailingSpace || Self.openEnds.contains(Array(text.bytes[start...])))
    }
}
