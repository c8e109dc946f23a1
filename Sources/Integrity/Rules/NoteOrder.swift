import Letters

/// A note or marker with a lower number than the one before it.
///
/// Each step down is one finding, at the number after the step; which of the two neighbours is the misplaced one
/// cannot be told. A number that was there before is `note-duplicate` and is passed over here.
struct NoteOrder: Check {
    static let rule = Rule(
        id: "note-order", level: .error,
        title: "A note number that goes backwards",
        meaning: """
            A marker or a note has a lower number than the one before it. Numbering that starts again at 1 in an \
            annex, in markers and notes alike, is in order.
            """,
        example: "Markers 1, 3, 2.",
        remedy: "Number the notes in the order of the text.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        context.series.flatMap { series in
            steps(down: series.markers.map { ($0.note, $0.place) }, called: "marker")
                + steps(down: series.notes.map { ($0.number, $0.place) }, called: "note")
        }
    }

    private func steps(down numbered: [(number: Int, place: Place)], called name: String) -> [Observation] {
        var seen: Set<Int> = []
        var previous: Int?
        var found: [Observation] = []
        for (number, place) in numbered where seen.insert(number).inserted {
            if let previous, number < previous {
                found.append(
                    Observation(
                        at: place,
                        """
                        \(name == "note" ? "Note" : "Marker") \(number) stands after \(name) \(previous): \
                        number the notes in the order of the text.
                        """,
                        numbers: [number], spot: "\(name) \(number) after \(previous)"))
            }
            previous = number
        }
        return found
    }
}
