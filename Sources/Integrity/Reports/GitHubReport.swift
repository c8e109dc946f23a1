extension VerificationReport {
    /// Workflow commands that make annotations, then a line that sums up. Findings of the baseline are only counted.
    ///
    /// Escaping as in `actions/toolkit`, `packages/core/src/command.ts`.
    public func github() -> String {
        let lines = newFindings.map { finding in
            let properties = [
                "file=\(escapedProperty(finding.path))", "line=\(finding.line)", "col=\(finding.column)",
                "title=\(escapedProperty(finding.rule))",
            ]
            return
                "::\(command(for: finding.level)) \(properties.joined(separator: ","))::\(escaped(finding.message))\n"
        }
        return lines.joined() + summary + "\n"
    }

    /// GitHub calls a note a notice.
    private func command(for level: Level) -> String {
        switch level {
        case .error: "error"
        case .warning: "warning"
        case .note, .off: "notice"
        }
    }
}

private func escaped(_ text: String) -> String { escaped(text, also: []) }

private func escapedProperty(_ text: String) -> String { escaped(text, also: [":", ","]) }

private func escaped(_ text: String, also others: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        if ["%", "\r", "\n"].contains(scalar) || others.contains(scalar) {
            // All of them are ASCII, so that one byte is the whole scalar.
            let digits = String(scalar.value, radix: 16, uppercase: true)
            result += "%" + (digits.count == 1 ? "0" : "") + digits
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}
