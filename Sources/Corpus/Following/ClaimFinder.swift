import Letters

/// One letter with its claims, notes and mentions ready to look up.
///
/// The sentences of a block are found once, however many markers it has.
final class ClaimFinder {
    let letter: Letter
    private var sentences: [Spot: (bytes: [UInt8], finder: SentenceFinder)] = [:]
    /// All notes with a marker or a body, series by series, each ascending.
    let notes: [NumberedNote]
    private let noteMentions: [Int: [Mention]]
    private let noteMarkers: [Marker?]

    /// A block, or a heading.
    private struct Spot: Hashable {
        var section: Int
        var block: Int?
    }

    init(_ letter: Letter) {
        self.letter = letter
        notes = letter.noteSeries.flatMap { NumberedNote.all(of: $0, in: letter) }
        noteMarkers = letter.markersOfFootnotes
        noteMentions = Dictionary(grouping: letter.mentions.filter { $0.noteIndex != nil }) { $0.noteIndex ?? 0 }
    }

    /// The sentence around an anchor, which stands at a place of the source.
    func claim(at anchor: Anchor, place: Place) -> Trace.Claim? {
        let spot = Spot(section: anchor.section, block: anchor.block)
        if sentences[spot] == nil, let text = letter.text(at: anchor)?.text {
            sentences[spot] = (Array(text.utf8), SentenceFinder(text))
        }
        guard let (bytes, finder) = sentences[spot] else { return nil }
        return Trace.Claim(
            text: String(decoding: bytes[finder.sentence(around: anchor.offset)], as: UTF8.self),
            sectionHeading: letter.sections[anchor.section].heading?.text, place: place)
    }

    /// The sentence that carries the first marker of a note.
    func claim(of note: NumberedNote) -> Trace.Claim? { note.marker.flatMap { claim(at: $0.anchor, place: $0.place) } }

    /// The sentence that carries the first marker of one of the letter's footnotes.
    func claim(ofFootnoteAt index: Int) -> Trace.Claim? {
        noteMarkers[index].flatMap { claim(at: $0.anchor, place: $0.place) }
    }

    /// The body of a note; nil where it is lost.
    func body(of note: NumberedNote) -> Footnote? { note.footnote.map { letter.footnotes[$0] } }

    /// The references in the body of a note.
    func mentions(in note: NumberedNote) -> [Mention] { note.footnote.flatMap { noteMentions[$0] } ?? [] }
}

/// A note of a letter, with or without a body. Notes of different annexes may have one number.
struct NumberedNote {
    var number: Int
    /// The first that points to it.
    var marker: Marker?
    /// Index in `Letter.footnotes`; nil where the body is lost.
    var footnote: Int?

    fileprivate static func all(of series: NoteSeries, in letter: Letter) -> [NumberedNote] {
        var notes: [Int: NumberedNote] = [:]
        for marker in letter.markers[series.markers] where notes[marker.note] == nil {
            notes[marker.note] = NumberedNote(number: marker.note, marker: marker)
        }
        for index in series.notes {
            let number = letter.footnotes[index].number
            var note = notes[number] ?? NumberedNote(number: number)
            note.footnote = note.footnote ?? index
            notes[number] = note
        }
        return notes.values.sorted { $0.number < $1.number }
    }
}

extension Mention {
    /// Index of the note that holds it; nil in the text.
    var noteIndex: Int? { if case .footnote(let index) = container { index } else { nil } }
}
