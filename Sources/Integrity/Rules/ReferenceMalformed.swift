import Letters
import References

/// Something that starts like a reference and lacks its number.
///
/// A mention that is both cut off and has a placeholder is one finding, for the placeholder: that is what a person
/// can fill in.
struct ReferenceMalformed: Check {
    static let rule = Rule(
        id: "reference-malformed", level: .warning,
        title: "A reference that cannot be read",
        meaning:
            "The text starts a reference and breaks off before its number, has a placeholder in its place, or letters in it.",
        example: "Kamerstuk 31 497, nr.",
        remedy: "Look up the number of the paper and complete the reference.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.mentions.compactMap { mention in
            let warnings = mention.reference.warnings
            let what: String
            if warnings.contains(.placeholder) {
                what = "has a placeholder where its number belongs: fill in the number of the paper."
            } else if warnings.contains(.truncated) {
                what = "breaks off before its number: look up the paper and complete the reference."
            } else if warnings.contains(.misread) {
                let target = mention.reference.targets.first.map { " (read as \($0))" } ?? ""
                what = "has letters among the digits of its number\(target): correct them."
            } else {
                return nil
            }
            return Observation(of: mention, in: letter, "The reference \(mention.words(in: letter)) \(what)")
        }
    }
}
