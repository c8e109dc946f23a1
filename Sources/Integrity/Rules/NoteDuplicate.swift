import Letters

/// A number that two notes, or two markers, of one series bear.
///
/// Every bearer after the first is a finding of its own, at its own place. Two markers with one number count too:
/// Dutch parliamentary letters number their markers through and never point twice to a note.
struct NoteDuplicate: Check {
    static let rule = Rule(
        id: "note-duplicate", level: .error,
        title: "A note number twice",
        meaning: """
            Two notes or two markers bear the same number, so a marker points to two notes or a note belongs to two \
            places. Numbering that starts again at 1 in an annex, in markers and notes alike, is no duplicate.
            """,
        example: "Notes 1, 2, 2 and 3.",
        remedy: "Number one of the two anew, or remove it.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        context.series.flatMap { series in
            repeated(series.markers.map { ($0.note, $0.place) }, called: "Marker")
                + repeated(series.notes.map { ($0.number, $0.place) }, called: "Note")
        }
    }

    private func repeated(_ numbered: [(number: Int, place: Place)], called name: String) -> [Observation] {
        var first: [Int: Place] = [:]
        var found: [Observation] = []
        for (number, place) in numbered {
            guard let earlier = first[number] else {
                first[number] = place
                continue
            }
            found.append(
                Observation(
                    at: place,
                    """
                    \(name) \(number) is there already, at line \(earlier.line): number one of the two anew, or remove it.
                    """,
                    numbers: [number], spot: "\(name) \(number)"))
        }
        return found
    }
}
