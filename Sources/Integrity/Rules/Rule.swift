/// What a reader needs to know of a rule: its name, what it means, an example, and what to do.
public struct Rule: Hashable, Sendable, Identifiable, Encodable {
    /// Lower case with hyphens, `note-missing`. Names are a contract: baselines and configurations hold them.
    public let id: String
    /// Level where no configuration says otherwise.
    public let level: Level
    /// A few words.
    public let title: String
    /// When exactly the rule finds something, and what it leaves alone.
    public let meaning: String
    /// A letter that breaks the rule, in a line.
    public let example: String
    /// What to do about a finding.
    public let remedy: String
}
