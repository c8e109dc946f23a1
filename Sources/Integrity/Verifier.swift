public import Letters
import References

/// Applies the rules to letters.
///
/// Equal letters give equal findings in equal order, whatever the order in which the letters are given.
public struct Verifier: Sendable {
    private let levels: RuleLevels
    private let lookup: (any PaperLookup)?

    /// - Parameters:
    ///   - levels: the level of each rule.
    ///   - lookup: says which papers exist; without it `reference-unresolved` finds nothing.
    public init(levels: RuleLevels = RuleLevels(), lookup: (any PaperLookup)? = nil) {
        self.levels = levels
        self.lookup = lookup
    }

    /// Everything that breaks a rule in these letters or between them.
    ///
    /// - Parameters:
    ///   - unread: files that are no letters that can be read.
    ///   - baseline: findings that are accepted; they stay in the report, marked.
    ///   - isStrict: reports entries of the baseline that match nothing.
    public func verify(
        _ letters: [Letter], unread: [UnreadFile] = [], baseline: Baseline? = nil, isStrict: Bool = false
    ) -> VerificationReport {
        var findings = findings(from: breaches(in: letters) + breaches(of: unread))
        if let baseline {
            let unused = baseline.apply(to: &findings)
            let verified = Set(letters.map(\.id) + unread.map(\.id))
            if isStrict { findings += self.findings(from: breaches(of: baseline, unused: unused, verified: verified)) }
        }
        findings.sort { $0.stands(before: $1) }
        return VerificationReport(letters: letters.count, findings: findings)
    }

    /// An observation with what it says nothing about.
    private struct Breach {
        var rule: Rule
        var letter: PaperID
        var path: String
        /// Whether its lines are counted page by page, so that a place is nothing without the page.
        var isPaged = false
        var observation: Observation

        var message: String {
            isPaged ? "Page \(observation.page): \(observation.message)" : observation.message
        }
    }

    private func breaches(of unread: [UnreadFile]) -> [Breach] {
        guard levels[FileUnreadable.rule] != .off else { return [] }
        return unread.map {
            Breach(
                rule: FileUnreadable.rule, letter: $0.id, path: $0.path, observation: FileUnreadable.observation(of: $0)
            )
        }
    }

    private func breaches(in letters: [Letter]) -> [Breach] {
        let checks = Rules.checks.filter { levels[type(of: $0).rule] != .off }
        let papers = lookup.map { lookup in
            ExtendedLookup(
                corpus: lookup, letters: Set(letters.flatMap { [$0.id] + $0.identity.aliases }))
        }
        var breaches: [Breach] = []
        // What is wrong with a file beside several letters is told once.
        var told: Set<String> = []
        func add(_ observation: Observation, of check: any Check, in letter: Letter) {
            if let path = observation.path,
                !told.insert("\(path):\(observation.line):\(observation.column) \(observation.message)").inserted
            {
                return
            }
            breaches.append(
                Breach(
                    rule: type(of: check).rule, letter: letter.id, path: observation.path ?? letter.source.path,
                    isPaged: letter.source.format == .pdf && observation.path == nil, observation: observation))
        }
        for letter in letters {
            let context = CheckContext(series: NumberedNotes.all(of: letter), papers: papers)
            for check in checks {
                for observation in check.observations(in: letter, context: context) {
                    add(observation, of: check, in: letter)
                }
            }
        }
        for check in checks {
            for (index, observation) in check.observations(among: letters) {
                add(observation, of: check, in: letters[index])
            }
        }
        return breaches
    }

    /// What is wrong with the entries at these indices, unless their rule is off.
    private func breaches(of baseline: Baseline, unused: [Int], verified: Set<PaperID>) -> [Breach] {
        guard levels[SuppressionUnused.rule] != .off else { return [] }
        let off = Set(Rules.all.filter { levels[$0] == .off }.map(\.id))
        return unused.filter { !off.contains(baseline.entries[$0].rule) }.map { index in
            let entry = baseline.entries[index]
            return Breach(
                rule: SuppressionUnused.rule, letter: entry.letter, path: baseline.path,
                observation: SuppressionUnused.observation(
                    of: entry, line: baseline.line(ofEntry: index), isVerified: verified.contains(entry.letter)))
        }
    }

    /// Findings in the order of paths and places, which decides the number of equal ones in their fingerprints.
    private func findings(from breaches: [Breach]) -> [Finding] {
        var fingerprints = FingerprintMaker()
        return breaches.map { breach in
            let observation = breach.observation
            return (
                breach,
                Finding(
                    rule: breach.rule.id, level: min(levels[breach.rule], observation.atMost ?? .error),
                    letter: breach.letter, path: breach.path, page: observation.page, line: observation.line,
                    column: observation.column, message: breach.message, numbers: observation.numbers, fingerprint: "")
            )
        }.sorted { $0.1.stands(before: $1.1) }.map { breach, finding in
            var finding = finding
            finding.fingerprint = fingerprints.next(
                rule: finding.rule, letter: finding.letter, spot: breach.observation.spot)
            return finding
        }
    }
}

extension Finding {
    /// Whether it is listed before another: by place first, then only so that no two are left to chance.
    fileprivate func stands(before other: Finding) -> Bool {
        let (mine, theirs) = ((path, page, line, column), (other.path, other.page, other.line, other.column))
        guard mine == theirs else { return mine < theirs }
        return (rule, message, fingerprint) < (other.rule, other.message, other.fingerprint)
    }
}
