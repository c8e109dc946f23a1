import Letters

/// Notes and markers that are numbered together: those of a letter, or of one of its annexes.
///
/// Most letters have one series. Official XML starts again at 1 in an annex; a new series begins where a 1 follows a
/// higher number. Both the markers and the notes must start again equally often (or one of the two lists be empty):
/// a stray 1 in only one of them is a defect of the one series, not a new one.
struct NoteSeries {
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

    static func all(of letter: Letter) -> [NoteSeries] {
        let markers = split(letter.markers, by: \.note)
        let notes = split(letter.footnotes, by: \.number)
        guard markers.count == notes.count || letter.markers.isEmpty || letter.footnotes.isEmpty else {
            return [NoteSeries(markers: letter.markers, notes: letter.footnotes)]
        }
        return (0..<max(markers.count, notes.count)).map { index in
            NoteSeries(
                markers: index < markers.count ? markers[index] : [],
                notes: index < notes.count ? notes[index] : [])
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

    private static func split<Element>(_ list: [Element], by number: (Element) -> Int) -> [[Element]] {
        var series: [[Element]] = []
        var highest = Int.max
        for element in list {
            let isRestart = number(element) == 1 && highest > 1
            if isRestart || series.isEmpty {
                series.append([])
                highest = number(element)
            }
            series[series.count - 1].append(element)
            highest = max(highest, number(element))
        }
        return series
    }
}
