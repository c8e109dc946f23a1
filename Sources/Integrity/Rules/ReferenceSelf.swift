import Letters
import References

/// A reference of a letter to itself, by its id or another id of the same paper.
///
/// How a letter names itself in its head and at the foot of its pages is no reference (`Identity.selfMentions`).
struct ReferenceSelf: Check {
    static let rule = Rule(
        id: "reference-self", level: .warning,
        title: "A letter that cites itself",
        meaning: """
            A reference in the text or in a note leads to the letter that makes it; mostly another paper is meant. \
            Head and foot of the pages do not count.
            """,
        example: "Kamerstuk 31 497, nr. 408, in the letter kst-31497-408.",
        remedy: "Name the paper that is meant.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        let own = Set([letter.id] + letter.identity.aliases)
        return letter.mentions.compactMap { mention in
            guard let target = mention.reference.targets.first(where: own.contains) else { return nil }
            return Observation(
                of: mention, in: letter,
                """
                The reference \(mention.words(in: letter)) leads to this letter itself (\(printable(target.rawValue))): \
                name the paper that is meant.
                """)
        }
    }
}
