import Letters
import References

extension Observation {
    /// A breach by a reference: stands where the reference stands, and is told from others by its words.
    init(of mention: Mention, in letter: Letter, _ message: String) {
        self.init(
            at: mention.place, message, numbers: mention.note(in: letter).map { [$0] } ?? [],
            spot: mention.reference.raw)
    }
}

extension Mention {
    /// The number of the note that holds the mention; nil in the body.
    func note(in letter: Letter) -> Int? {
        guard case .footnote(let index) = container, letter.footnotes.indices.contains(index) else { return nil }
        return letter.footnotes[index].number
    }

    /// The mention in quotes, and which note it stands in.
    func words(in letter: Letter) -> String {
        quoted(reference.raw) + (note(in: letter).map { " in note \($0)" } ?? "")
    }
}
