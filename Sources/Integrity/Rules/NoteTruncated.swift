import Letters

/// A note that breaks off at the end of its page, as the parser saw it.
struct NoteTruncated: Check {
    static let rule = Rule(
        id: "note-truncated", level: .warning,
        title: "A note that breaks off",
        meaning: "The note ends in the middle of a sentence or reference at the end of its page; the rest is lost.",
        example: "6 Kamerstuk 31 293, nr. 545, en de bijlage bij",
        remedy: "Look up the rest of the note in the official publication.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.footnotes.filter { !$0.isComplete }.map {
            let ending = $0.text.text.isEmpty ? "" : " after \(quotedEnd(of: $0.text.text))"
            return Observation(
                at: $0.place,
                """
                Note \($0.number) breaks off at the end of page \($0.place.page)\(ending): look up the rest in the \
                official publication.
                """,
                numbers: [$0.number], spot: "\($0.number)")
        }
    }
}
