import Letters

/// One letter with its claims, notes and mentions ready to look up.
///
/// The sentences of a block are found once, however many markers it has.
final class ClaimFinder {
    let letter: Letter
    private var sentences: [Spot: (bytes: [UInt8], finder: SentenceFinder)] = [:]
    private let firstMarker: [Int: Marker]
    private let noteIndex: [Int: Int]
    private let noteMentions: [Int: [Mention]]

    /// A block, or a heading.
    private struct Spot: Hashable {
        var section: Int
        var block: Int?
    }

    init(_ letter: Letter) {
        self.letter = letter
        firstMarker = Dictionary(letter.markers.map { ($0.note, $0) }) { first, _ in first }
        noteIndex = Dictionary(letter.footnotes.enumerated().map { ($1.number, $0) }) { first, _ in first }
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
    func claim(ofNote number: Int) -> Trace.Claim? {
        firstMarker[number].flatMap { claim(at: $0.anchor, place: $0.place) }
    }

    /// The body of a note; nil where it is lost.
    func body(ofNote number: Int) -> Footnote? { noteIndex[number].map { letter.footnotes[$0] } }

    /// The references in the body of a note.
    func mentions(inNote number: Int) -> [Mention] { noteIndex[number].flatMap { noteMentions[$0] } ?? [] }

    /// Numbers of all notes, with or without a body, ascending.
    var noteNumbers: [Int] { Set(noteIndex.keys).union(firstMarker.keys).sorted() }
}

extension Mention {
    /// Index of the note that holds it; nil in the text.
    var noteIndex: Int? { if case .footnote(let index) = container { index } else { nil } }
}
