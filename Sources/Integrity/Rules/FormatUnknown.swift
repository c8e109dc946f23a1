import Letters

/// A file that is not quite as its format says, as the reader found it.
struct FormatUnknown: Check {
    static let rule = Rule(
        id: "format-unknown", level: .note,
        title: "A file that is not quite as its format says",
        meaning: "The file has elements that its format does not know, or names another encoding than it has.",
        example: "An element vreemd, which no schema of official publications has.",
        remedy: "Nothing need be done where the text is whole.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.diagnostics.filter { $0.kind == .unknownElement || $0.kind == .encodingMisdeclared }.map {
            Observation(
                at: $0.place,
                "The file is not quite as its format says (\(clause($0.detail))): look whether the text is whole.",
                spot: $0.detail)
        }
    }
}
