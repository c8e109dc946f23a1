/// Why letters could not be verified as asked.
public enum IntegrityError: Error, Hashable, Sendable {
    /// `suggestion` is a rule of a similar name.
    case unknownRule(id: String, suggestion: String?)
    case unknownLevel(String)
    /// Not of the form `RULE=LEVEL`.
    case malformedAssignment(String)
    case baselineUnreadable(path: String, reason: String)
    case baselineUnwritable(path: String, reason: String)
    /// The first line is not that of a baseline.
    case notABaseline(path: String)
    case baselineTooNew(path: String, found: Int, newest: Int)
    /// `line` counts from 1.
    case baselineMalformed(path: String, line: Int, reason: String)
}

extension IntegrityError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownRule(let id, let suggestion?):
            "No rule is called \(quoted(id)). Did you mean \(suggestion)?"
        case .unknownRule(let id, nil):
            "No rule is called \(quoted(id)). List them with: kamerspoor rules"
        case .unknownLevel(let level):
            "\(quoted(level)) is no level. Use error, warning, note or off."
        case .malformedAssignment(let text):
            "\(quoted(text)) gives no rule a level. Write it as RULE=LEVEL, such as note-gap=error."
        case .baselineUnreadable(let path, let reason):
            """
            Cannot read the baseline \(printable(path)): \(reason). \
            Write one with: kamerspoor verify PATH --write-baseline \(printable(path))
            """
        case .baselineUnwritable(let path, let reason):
            "Cannot write the baseline \(printable(path)): \(reason). Name a file in a folder that can be written to."
        case .notABaseline(let path):
            """
            \(printable(path)) is no baseline: its first line is not that of one. \
            Write one with: kamerspoor verify PATH --write-baseline FILE
            """
        case .baselineTooNew(let path, let found, let newest):
            """
            The baseline \(printable(path)) has version \(found), this program reads up to \(newest). \
            Use a newer program, or write the baseline anew.
            """
        case .baselineMalformed(let path, let line, let reason):
            """
            The baseline \(printable(path)) is damaged at line \(line): \(reason). \
            Mend the line, or write the baseline anew.
            """
        }
    }
}
