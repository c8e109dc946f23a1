/// How grave a finding is, or that it is not looked for.
public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
    /// The rule is not applied.
    case off
    /// Worth knowing, nothing to mend.
    case note
    case warning
    case error
}

extension Level: Comparable {
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .off: 0
        case .note: 1
        case .warning: 2
        case .error: 3
        }
    }
}
