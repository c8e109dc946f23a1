import Letters
import References

/// Head, foot, sidecar or option name different papers.
///
/// What the parser reports is told as it is; beyond that, every id that the letter gives itself and that is neither
/// its id nor an alias is one finding, at its first place. A place that the parser has reported is not told twice.
struct IdentityConflict: Check {
    static let rule = Rule(
        id: "identity-conflict", level: .error,
        title: "A letter with two identities",
        meaning: "Head, foot, sidecar or option disagree on which paper the letter is.",
        example: "The head says 31 497, nr. 408, the foot of page 2 says nr. 409.",
        remedy: "Find out which is right and give the id with --id.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        let reported = letter.diagnostics.filter { $0.kind == .identityConflict }
        let remedy = "find out which is right and give the id with --id."
        var found = reported.map {
            Observation(
                at: $0.place, "It is not clear which paper this letter is (\(clause($0.detail))): \(remedy)",
                spot: $0.detail)
        }
        var known = Set([letter.id] + letter.identity.aliases)
        let reportedLines = Set(reported.map(\.place.line))
        for mention in letter.identity.selfMentions where known.insert(mention.id).inserted {
            guard !reportedLines.contains(mention.place.line) else { continue }
            let id = printable(mention.id.rawValue)
            let filed = "\(printable(letter.id.rawValue)), \(words(for: letter.identity.origin))"
            found.append(
                Observation(
                    at: mention.place,
                    "The letter calls itself \(id) here but goes by \(filed): \(remedy)",
                    spot: mention.id.rawValue))
        }
        return found
    }

    private func words(for origin: Identity.Origin) -> String {
        switch origin {
        case .option: "as given with --id"
        case .sidecar: "as its sidecar file says"
        case .metadata: "as its metadata say"
        case .header: "as its head says"
        case .footer: "as the foot of a page says"
        case .contentHash: "made from its bytes"
        }
    }
}
