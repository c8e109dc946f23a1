/// Where the notes of one series are, and where their markers stand.
struct NoteSeriesBodies {
    /// Line from which on its markers stand: 0, or the heading of an annex.
    var firstLine: Int
    /// For the number of each note the lines in which its marker is looked for.
    var markerLines = LinesByNote()
}

/// Ranges of lines by the numbers of notes, which have three digits at most.
struct LinesByNote {
    private var ranges: [Range<Int>?] = []

    var isEmpty: Bool { ranges.isEmpty }

    subscript(number: Int) -> Range<Int>? {
        get { ranges.indices.contains(number) ? ranges[number] : nil }
        set {
            while ranges.count <= number { ranges.append(nil) }
            ranges[number] = newValue
        }
    }
}
