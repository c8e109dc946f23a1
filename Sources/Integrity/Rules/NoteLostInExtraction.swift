import Letters

/// Two or more notes in a row, or all notes of a letter, are gone, while their markers are there.
///
/// That is how text extraction fails: it loses the foot of a page. One finding per stretch, at its first marker,
/// naming every number. If a letter has markers and no note at all, one lost note is enough.
struct NoteLostInExtraction: Check {
    static let rule = Rule(
        id: "note-lost-in-extraction", level: .warning,
        title: "A run of notes lost by the text extraction",
        meaning: """
            Two or more markers in a row have no note, or the letter has markers and no note at all. Authors forget \
            one note; a whole run is lost when text is extracted from a page.
            """,
        example: "Markers 1 to 8, and not a single note.",
        remedy: "Read the letter anew from its official XML or PDF.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        context.series.flatMap { series in
            series.lostRuns.compactMap { run -> Observation? in
                guard run.count > 1 || letter.footnotes.isEmpty, let first = run.first,
                    let marker = series.firstMarkers[first]
                else { return nil }
                let isAll = letter.footnotes.isEmpty && context.series.count == 1
                let what =
                    switch (run.count, isAll) {
                    case (1, true): "Note \(first), the only one of the letter, is lost in extraction"
                    case (1, false): "Note \(first) is lost in extraction"
                    case (_, true): "All notes of the letter, \(listed(run)), are lost in extraction"
                    case (_, false): "Notes \(listed(run)) are lost in extraction"
                    }
                return Observation(
                    at: marker.place,
                    """
                    \(what), only \(run.count == 1 ? "its marker is" : "their markers are") there: \
                    read the letter anew from its official XML or PDF.
                    """,
                    numbers: run, spot: listed(run))
            }
        }
    }
}
