import Letters

/// Numbers that neither a marker nor a note bears, though a higher one does.
///
/// Counting starts at 1. One finding per stretch, at the first marker (else note) behind it. Numbers after the last
/// one known cannot be missed.
struct NoteGap: Check {
    static let rule = Rule(
        id: "note-gap", level: .warning,
        title: "A note number skipped",
        meaning: """
            A number is left out of the markers and of the notes alike: a note was taken out without numbering the \
            others anew, or both its marker and its text are lost.
            """,
        example: "Markers 1, 2 and 4; notes 1, 2 and 4.",
        remedy: "Look the note up in the official publication; if it never was, number the notes anew.")

    /// A longer stretch is given by its first and last number: one stray number in a file must not fill a report.
    private static let longestList = 100

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        context.series.flatMap { series -> [Observation] in
            let notes = Dictionary(series.notes.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
            var last = 0
            var found: [Observation] = []
            for number in series.numbers where number > 0 {
                if number - last > 1, let place = series.firstMarkers[number]?.place ?? notes[number]?.place {
                    found.append(gap(from: last + 1, to: number - 1, at: place))
                }
                last = number
            }
            return found
        }
    }

    private func gap(from first: Int, to last: Int, at place: Place) -> Observation {
        let what =
            first == last
            ? "Number \(first) is skipped: neither a marker nor a note bears it. Look it up"
            : "Numbers \(first) to \(last) are skipped: neither markers nor notes bear them. Look them up"
        return Observation(
            at: place, "\(what) in the official publication, or number the notes anew.",
            numbers: last - first < Self.longestList ? Array(first...last) : [first, last], spot: "\(first)–\(last)")
    }
}
