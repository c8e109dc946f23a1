/// A notation in which a report is handed to people or programs.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// For people, and for editors that jump to `path:line:column`.
    case text
    case json
    /// One finding a line.
    case ndjson
    /// Annotations of a GitHub workflow.
    case github
}

extension VerificationReport {
    /// The report in a notation, with a line feed at its end unless it is empty.
    public func written(as format: ReportFormat) -> String {
        switch format {
        case .text: text()
        case .json: json()
        case .ndjson: ndjson()
        case .github: github()
        }
    }
}
