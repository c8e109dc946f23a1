extension VerificationReport {
    /// A finding a line, `path:line:column: level rule: message`, then a line that sums up. Findings of the baseline are
    /// only counted.
    public func text() -> String {
        let lines = newFindings.map {
            "\(printable($0.path)):\($0.line):\($0.column): \($0.level.rawValue) \($0.rule): \(printable($0.message))\n"
        }
        return lines.joined() + summary + "\n"
    }

    /// `5 letters: 1 error, 6 warnings, 1 note. 2 more findings are in the baseline.`
    var summary: String {
        let counts = [Level.error, .warning, .note].compactMap { level -> String? in
            let count = newFindings.count { $0.level == level }
            return count == 0 ? nil : counted(count, level.rawValue)
        }
        let found = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
        let baselined = findings.count - newFindings.count
        let accepted =
            switch (baselined, counts.isEmpty) {
            case (0, _): ""
            case (1, true): " 1 finding is in the baseline."
            case (1, false): " 1 more finding is in the baseline."
            case (_, true): " \(baselined) findings are in the baseline."
            case (_, false): " \(baselined) more findings are in the baseline."
            }
        return "\(counted(letters, "letter")): \(found).\(accepted)"
    }
}
