import References

/// Decides which paper a letter is.
enum IdentityResolver {
    /// Digits of the content hash in an id made from it: 64 bits, enough to keep all papers of two centuries apart.
    private static let hashDigits = 16

    /// The user's word first, then metadata, the head, and the page footers, most frequent first; else the content.
    /// Metadata that say what the head says, too, are not what it is known by.
    static func resolve(
        options: LetterParser.Options, header: SelfMention?, footers: [SelfMention], facts: [StatedFacts] = [],
        sha256: String
    ) -> Identity {
        let mentions = (header.map { [$0] } ?? []) + footers
        if let id = options.id { return Identity(id: id, origin: .option, selfMentions: mentions) }
        if let stated = facts.first(where: { $0.id != nil }), let id = stated.id,
            stated.source == .sidecar || id != header?.id
        {
            return Identity(id: id, origin: origin(of: stated), selfMentions: mentions)
        }
        if let header { return Identity(id: header.id, origin: .header, selfMentions: mentions) }
        if let id = mostFrequent(footers.map(\.id)) { return Identity(id: id, origin: .footer, selfMentions: mentions) }
        return Identity(id: contentID(sha256), origin: .contentHash)
    }

    private static func origin(of facts: StatedFacts) -> Identity.Origin {
        switch facts.source {
        case .sidecar: .sidecar
        // An element of the letter's own head.
        case .head: .header
        default: .metadata
        }
    }

    /// The id of what names itself nowhere.
    static func contentID(_ sha256: String) -> PaperID { PaperID(canonical: "sha256-\(sha256.prefix(hashDigits))") }

    /// Of equally frequent ids the first.
    private static func mostFrequent(_ ids: [PaperID]) -> PaperID? {
        let counts = ids.reduce(into: [PaperID: Int]()) { $0[$1, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return ids.first { counts[$0] == most }
    }
}
