import Letters

/// A marker points to a note that is not there, though its neighbours are.
///
/// One missing number among notes that are there is taken for the author's; longer stretches are
/// `note-lost-in-extraction`. A number with several markers is one finding, at the first of them.
struct NoteMissing: Check {
    static let rule = Rule(
        id: "note-missing", level: .error,
        title: "A marker without its note",
        meaning: """
            A marker in the text points to a note that the letter does not have, while the notes before and after it \
            are there. Several such markers in a row are note-lost-in-extraction.
            """,
        example: "Markers 1, 2 and 3; notes 1 and 3.",
        remedy: "Add the note, or remove the marker.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        guard !letter.footnotes.isEmpty else { return [] }
        return context.series.flatMap { series in
            series.lostRuns.filter { $0.count == 1 }.compactMap { series.firstMarkers[$0[0]] }.map {
                let after = $0.before.isEmpty ? "" : " after \(quoted($0.before))"
                return Observation(
                    at: $0.place,
                    "Marker \($0.note)\(after) has no note: add note \($0.note), or remove the marker.",
                    numbers: [$0.note], spot: "\($0.note)")
            }
        }
    }
}
