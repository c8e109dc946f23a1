import References

/// Bodies of notes that a reader writes down, each apart, so that a note called inside another leaves that one whole.
struct WrittenNotes {
    private struct Note {
        var number: Int
        var place: Place
        var lines: [Int] = []
        var text = WrittenLines()
        var links: [KnownLink] = []
    }

    /// In the order in which they begin.
    private var notes: [Note] = []
    /// Those being written, the innermost last.
    private var open: [Int] = []
    /// Greatest number so far.
    private(set) var highest = 0

    var isOpen: Bool { !open.isEmpty }
    /// Number of the innermost.
    var innermost: Int? { open.last.map { notes[$0].number } }
    /// What has been written last in the innermost, up to a space.
    var lastWord: String? {
        open.last.map { MarkerReader.carrier(notes[$0].text.bytes, end: notes[$0].text.position) }
    }
    /// Where the next character of the innermost note will stand.
    var position: Int { open.last.map { notes[$0].text.position } ?? 0 }
    /// Whether the innermost note has any text yet.
    var isBegun: Bool { open.last.map { notes[$0].text.position > 0 } ?? false }

    mutating func begin(_ number: Int, at place: Place) {
        highest = max(highest, number)
        open.append(notes.count)
        notes.append(Note(number: number, place: place))
    }

    mutating func end() {
        closeLine()
        open.removeLast(open.isEmpty ? 0 : 1)
    }

    mutating func add(_ text: ArraySlice<UInt8>, at place: Place) {
        if let note = open.last { notes[note].text.add(text, at: place) }
    }

    mutating func addSpace() {
        if let note = open.last { notes[note].text.addSpace() }
    }

    mutating func closeLine() {
        if let note = open.last, let line = notes[note].text.closeLine() { notes[note].lines.append(line) }
    }

    mutating func link(from start: Int, to target: PaperID) {
        if let note = open.last, let link = KnownLink(notes[note].text.bytes, from: start, target) {
            notes[note].links.append(link)
        }
    }

    func text(from start: Int) -> ArraySlice<UInt8> {
        open.last.map { notes[$0].text.bytes[min(start, notes[$0].text.bytes.count)...] } ?? []
    }

    /// Sets the notes that have text behind a text, in their order; ends those that are open.
    mutating func write(behind body: inout WrittenLines) -> (
        notes: [NoteZones.Note], places: [Place], links: [KnownLink]
    ) {
        while isOpen { end() }
        var written: (notes: [NoteZones.Note], places: [Place], links: [KnownLink]) = ([], [], [])
        for note in notes {
            guard let first = note.lines.first else { continue }
            let (start, line) = (body.position, body.lineCount)
            let end = note.text.bytes.firstIndex(of: 0x0A) ?? note.text.position
            written.notes.append(
                NoteZones.Note(
                    number: note.number, line: line + first, textLine: line + first, firstRange: start..<start + end,
                    rest: note.lines.dropFirst().map { $0 + line }))
            written.places.append(note.place)
            written.links += note.links.map {
                KnownLink(range: $0.range.lowerBound + start..<$0.range.upperBound + start, target: $0.target)
            }
            body.append(note.text)
        }
        return written
    }
}

extension KnownLink {
    /// The link that what was written since a position is; nil where that is nothing.
    init?(_ written: [UInt8], from start: Int, _ target: PaperID) {
        let first = written[min(start, written.count)...].firstIndex { $0 > .space } ?? written.count
        guard first < written.count else { return nil }
        self.init(range: first..<written.count, target: target)
    }
}
