import References

/// Bodies of notes that a reader writes down, so that a note called inside another leaves that one whole: notes in the text
/// stand together, notes in notes stand together, and so on.
struct WrittenNotes {
    private struct Note {
        var number: Int
        var place: Place
        /// How many notes are around it.
        var level: Int
        var part: WrittenLines.Part
        /// In `links` of its level.
        var links: Range<Int>
    }

    private struct Level {
        var text = WrittenLines()
        var links: [KnownLink] = []
    }

    /// In the order in which they begin.
    private var notes: [Note] = []
    private var levels: [Level] = []
    /// Those being written, the innermost last.
    private var open: [Int] = []
    /// Greatest number so far.
    private(set) var highest = 0

    var isOpen: Bool { !open.isEmpty }
    /// Number of the innermost.
    var innermost: Int? { open.last.map { notes[$0].number } }
    /// What has been written last in the innermost, up to a space.
    var lastWord: String? {
        guard isOpen else { return nil }
        let written = text(from: start)
        let word = Array(written.suffix(Self.longestWord))
        return MarkerReader.carrier(word, end: word.count)
    }
    /// Bytes of a word at most, with what may stand behind it.
    private static let longestWord = 300
    /// Where the next character of the innermost note will stand.
    var position: Int { isOpen ? levels[open.count - 1].text.position : 0 }
    /// Where the innermost note begins.
    private var start: Int { open.last.map { notes[$0].part.bytes.lowerBound } ?? 0 }
    /// Whether the innermost note has any text yet.
    var isBegun: Bool { position > start }

    mutating func begin(_ number: Int, at place: Place) {
        highest = max(highest, number)
        let level = open.count
        if level == levels.count { levels.append(Level()) }
        open.append(notes.count)
        let links = levels[level].links.count
        notes.append(
            Note(
                number: number, place: place, level: level, part: levels[level].text.end, links: links..<links))
    }

    mutating func end() {
        guard let note = open.last else { return }
        closeLine()
        let level = open.count - 1
        notes[note].part = notes[note].part.extended(to: levels[level].text.end)
        notes[note].links = notes[note].links.lowerBound..<levels[level].links.count
        open.removeLast()
    }

    mutating func add(_ text: Span<UInt8>, at place: Place) {
        if isOpen { levels[open.count - 1].text.add(text, at: place) }
    }

    mutating func addSpace() {
        if isOpen { levels[open.count - 1].text.addSpace() }
    }

    mutating func closeLine() {
        if isOpen { _ = levels[open.count - 1].text.closeLine() }
    }

    mutating func link(from start: Int, to target: PaperID) {
        guard isOpen else { return }
        let level = open.count - 1
        if let link = KnownLink(levels[level].text.bytes, from: start, target) { levels[level].links.append(link) }
    }

    func text(from start: Int) -> ArraySlice<UInt8> {
        guard isOpen else { return [] }
        let bytes = levels[open.count - 1].text.bytes
        return bytes[min(start, bytes.count)...]
    }

    /// Sets the notes that have text behind a text, in their order; ends those that are open.
    mutating func write(behind body: inout WrittenLines) -> (
        notes: [NoteZones.Note], places: [Place], links: [KnownLink]
    ) {
        while isOpen { end() }
        var written: (notes: [NoteZones.Note], places: [Place], links: [KnownLink]) = ([], [], [])
        written.notes.reserveCapacity(notes.count)
        written.places.reserveCapacity(notes.count)
        for note in notes where !note.part.lines.isEmpty {
            let (start, line) = (body.position, body.lineCount)
            body.append(levels[note.level].text, note.part)
            let end = ByteChunks.first(0x0A, in: body.bytes.span, start..<body.position) ?? body.position
            written.notes.append(
                NoteZones.Note(
                    number: note.number, line: line, textLine: line, firstRange: start..<end,
                    // Behind each line stands an empty one.
                    rest: Array(stride(from: line + 2, to: body.lineCount, by: 2))))
            written.places.append(note.place)
            guard !note.links.isEmpty else { continue }
            let shift = start - note.part.bytes.lowerBound
            written.links += levels[note.level].links[note.links].map {
                KnownLink(range: $0.range.lowerBound + shift..<$0.range.upperBound + shift, target: $0.target)
            }
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
