import Letters
import References

/// A reference whose dossier or number cannot exist, as the grammar of references judges it.
struct ReferenceImpossible: Check {
    static let rule = Rule(
        id: "reference-impossible", level: .error,
        title: "A reference to what cannot exist",
        meaning: "The dossier or the number lies outside everything that the parliament has ever given out.",
        example: "Kamerstuk 99 999, nr. 0",
        remedy: "Compare with the official publication and correct the digits.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.mentions.filter { $0.reference.warnings.contains(.impossible) }.map {
            Observation(
                of: $0, in: letter,
                """
                The reference \($0.words(in: letter)) names a dossier or number that cannot exist: \
                correct its digits.
                """)
        }
    }
}
