import Letters

/// Bytes that are no valid text, as the reader found them.
struct EncodingDamage: Check {
    static let rule = Rule(
        id: "encoding-damage", level: .error,
        title: "Damaged text",
        meaning: "The file has bytes that are no valid text, or text that was decoded wrongly once before.",
        example: "BeÃ¯nvloeding",
        remedy: "Get an undamaged copy of the letter.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.diagnostics.filter { $0.kind == .encodingDamage }.map {
            Observation(
                at: $0.place, "The text is damaged here (\(clause($0.detail))): get an undamaged copy of the letter.",
                spot: $0.detail)
        }
    }
}
