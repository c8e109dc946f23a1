import Letters
import References

/// A letter that does not say which paper it is, and of which nobody else says it.
struct IdentityMissing: Check {
    static let rule = Rule(
        id: "identity-missing", level: .warning,
        title: "A letter without an identity",
        meaning: """
            Neither head nor foot of the letter nor a file beside it names its paper, so it got an id made from its \
            bytes. Nothing can cite it by that id.
            """,
        example: "A letter whose head was lost and whose pages have no foot.",
        remedy: "Give the id with --id.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        guard letter.identity.origin == .contentHash else { return [] }
        return [
            Observation(
                at: .startOfFile,
                """
                Nothing says which paper this letter is; it goes by \(printable(letter.id.rawValue)): give its id with \
                --id.
                """,
                spot: "")
        ]
    }
}
