/// All rules, in one table.
public enum Rules {
    /// In the order in which `kamerspoor rules` lists them: notes, references, identity, text, baseline.
    static let checks: [any Check] = [
        NoteMissing(),
        NoteLostInExtraction(),
        NoteUnused(),
        NoteDuplicate(),
        NoteOrder(),
        NoteGap(),
        NoteTruncated(),
        ReferenceMalformed(),
        ReferenceImpossible(),
        ReferenceSelf(),
        ReferenceUnresolved(),
        IdentityMissing(),
        IdentityConflict(),
        IdentityDuplicate(),
        MetadataConflict(),
        MetadataDamage(),
        EncodingDamage(),
        FormatDamage(),
        FormatUnknown(),
        TextLeftOut(),
        FileUnreadable(),
        SuppressionUnused(),
    ]

    /// What there is to know of every rule.
    public static let all: [Rule] = checks.map { type(of: $0).rule }

    private static let byID: [String: Rule] = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The rule of this name.
    public static func rule(_ id: String) throws(IntegrityError) -> Rule {
        guard let rule = byID[id] else {
            throw .unknownRule(id: id, suggestion: nearest(to: id, among: all.map(\.id)))
        }
        return rule
    }
}
