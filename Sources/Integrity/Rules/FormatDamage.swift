import Letters

/// A broken file, as the reader found it.
struct FormatDamage: Check {
    static let rule = Rule(
        id: "format-damage", level: .error,
        title: "A broken file",
        meaning: "The file breaks the rules of its format, so that parts of the letter may be missing.",
        example: "An XML file that ends in the middle of an element.",
        remedy: "Get an undamaged copy of the letter.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.diagnostics.filter { $0.kind == .markupDamage }.map {
            Observation(
                at: $0.place, "The file is broken here (\(clause($0.detail))): get an undamaged copy of the letter.",
                spot: $0.detail)
        }
    }
}
