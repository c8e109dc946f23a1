/// The level of every rule: the rule's own, unless it is set here.
public struct RuleLevels: Hashable, Sendable {
    private var levels: [String: Level] = [:]

    /// Every rule at its own level.
    public init() {}

    /// These rules at these levels, all others at their own.
    public init(_ levels: [String: Level]) throws(IntegrityError) {
        // In order, so that of two unknown names always the same one is told.
        for (id, level) in levels.sorted(by: { $0.key < $1.key }) { try set(level, for: id) }
    }

    /// Sets the level of a rule by its id; `off` takes the rule out.
    public mutating func set(_ level: Level, for id: String) throws(IntegrityError) {
        levels[try Rules.rule(id).id] = level
    }

    /// Sets a level as a user writes it: `note-gap=error`.
    public mutating func set(_ assignment: String) throws(IntegrityError) {
        let parts = assignment.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .malformedAssignment(assignment) }
        let rule = try Rules.rule(String(parts[0]))
        guard let level = Level(rawValue: String(parts[1])) else { throw .unknownLevel(String(parts[1])) }
        levels[rule.id] = level
    }

    public subscript(rule: Rule) -> Level { levels[rule.id] ?? rule.level }
}
