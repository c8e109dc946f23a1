import Letters
import References

/// A reference to papers that are not in the corpus.
///
/// Applied only where a `PaperLookup` is given. One finding per mention, naming every target that is missing. The
/// letters that are verified together count as known, and so does the letter itself. A mention that names a dossier
/// or a sitting, and not one paper (`Reference.Warning.partial`), is passed over: there is nothing to look up.
struct ReferenceUnresolved: Check {
    static let rule = Rule(
        id: "reference-unresolved", level: .note,
        title: "A reference to a paper outside the corpus",
        meaning: """
            The cited paper is not in the corpus, so the citation cannot be followed. In a corpus that is meant to be \
            closed this is an error.
            """,
        example: "Kamerstuk 31 497, nr. 371, when kst-31497-371 was never added.",
        remedy: "Add the paper to the corpus.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        guard let papers = context.papers else { return [] }
        return letter.mentions.compactMap { mention in
            guard !mention.reference.warnings.contains(.partial) else { return nil }
            let missing = mention.reference.targets.filter { !papers.contains($0) }.map { printable($0.rawValue) }
            guard !missing.isEmpty else { return nil }
            return Observation(
                of: mention, in: letter,
                """
                The reference \(mention.words(in: letter)) leads to \(joined(missing)), not in the corpus: \
                add \(missing.count == 1 ? "it" : "them") to follow the citation.
                """)
        }
    }
}
