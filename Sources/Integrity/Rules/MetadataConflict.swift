import Letters

/// Metadata that say otherwise, as the reader found it.
struct MetadataConflict: Check {
    static let rule = Rule(
        id: "metadata-conflict", level: .warning,
        title: "Metadata that say otherwise",
        meaning: "The metadata in or beside the file and the letter itself say different things of it.",
        example: "metadata.xml gives 22 January 2021 as its date, the letter 21 January.",
        remedy: "Find out which is right and correct the metadata.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.diagnostics.filter { $0.kind == .metadataConflict }.map {
            Observation(
                of: $0, "The metadata do not fit the letter (\(clause($0.detail))): find out which is right.")
        }
    }
}
