import Letters

/// Metadata that cannot be used, as the reader found it.
struct MetadataDamage: Check {
    static let rule = Rule(
        id: "metadata-damage", level: .warning,
        title: "Metadata that cannot be used",
        meaning: "A file beside the letter that should say which paper it is cannot be used, or not all of it.",
        example: "brief.meta.json has a key datum, which parse calls date.",
        remedy: "Correct the file at the place named, or take it away.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.diagnostics.filter { $0.kind == .metadataDamage }.map {
            Observation(
                of: $0, "This file beside a letter cannot be used as it stands (\(clause($0.detail))): correct it.")
        }
    }
}
