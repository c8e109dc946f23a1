/// What a verification found.
public struct VerificationReport: Hashable, Sendable {
    /// Letters that were verified.
    public var letters: Int
    /// By path, line, column and rule.
    public var findings: [Finding]

    public init(letters: Int, findings: [Finding]) {
        self.letters = letters
        self.findings = findings
    }

    /// Findings that are not in the baseline.
    public var newFindings: [Finding] { findings.filter { !$0.baselined } }

    /// Whether there is a file that cannot be read, and that is not in the baseline.
    public var hasUnreadFiles: Bool { newFindings.contains { $0.rule == FileUnreadable.rule.id } }

    /// Whether a run that must fail at this level has failed: a finding that is not in the baseline has that level or
    /// a higher one, or an entry of a strict baseline matches nothing. `off` means that findings never fail a run.
    public func fails(at level: Level) -> Bool {
        newFindings.contains {
            $0.rule == SuppressionUnused.rule.id || (level != .off && $0.level >= level)
        }
    }
}
