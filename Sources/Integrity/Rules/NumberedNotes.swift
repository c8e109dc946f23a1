import Letters

/// The notes and markers of one series (`Letter.noteSeries`), as the rules look at them.
struct NumberedNotes {
    /// In the order of the text.
    let markers: [Marker]
    /// In the order of the text.
    let notes: [Footnote]
    /// The first marker that points to each note.
    let firstMarkers: [Int: Marker]

    init(markers: [Marker], notes: [Footnote]) {
        self.markers = markers
        self.notes = notes
        firstMarkers = Dictionary(markers.map { ($0.note, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func all(of letter: Letter) -> [NumberedNotes] {
        letter.noteSeries.map {
            NumberedNotes(markers: Array(letter.markers[$0.markers]), notes: Array(letter.footnotes[$0.notes]))
        }
    }

    /// Numbers that have a marker or a note, ascending, each once.
    var numbers: [Int] { Set(markers.map(\.note) + notes.map(\.number)).sorted() }

    /// Stretches of markers that have no note, with no note between them: ascending, each number once.
    ///
    /// A number that nothing bears does not end a stretch; it is a gap, whoever made it.
    var lostRuns: [[Int]] {
        let present = Set(notes.map(\.number))
        return numbers.split { present.contains($0) }.map(Array.init)
    }
}
