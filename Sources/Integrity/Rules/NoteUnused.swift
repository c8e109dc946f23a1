import Letters

/// A note to which no marker points. A number with several notes is one finding, at the first of them.
struct NoteUnused: Check {
    static let rule = Rule(
        id: "note-unused", level: .warning,
        title: "A note without a marker",
        meaning: "No marker in the text points to the note, so nobody can tell which sentence it supports.",
        example: "Markers 1 and 3; notes 1, 2 and 3.",
        remedy: "Place the marker, or remove the note.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        context.series.flatMap { series -> [Observation] in
            var seen = Set(series.markers.map(\.note))
            return series.notes.filter { seen.insert($0.number).inserted }.map {
                Observation(
                    at: $0.place,
                    "Note \($0.number)\(opening(of: $0)) has no marker: place the marker, or remove the note.",
                    numbers: [$0.number], spot: "\($0.number)")
            }
        }
    }

    private func opening(of note: Footnote) -> String {
        note.text.text.isEmpty ? "" : " \(quoted(note.text.text))"
    }
}
