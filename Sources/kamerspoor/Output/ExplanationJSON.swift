import JSONText
import Letters
import References

/// What the parser decided on the way, as `kamerspoor parse --explain` prints it: schema `kamerspoor.explanation/1`.
enum ExplanationJSON {
    static func value(_ explained: ParseCommand.Explained, _ explanation: LetterParser.Explanation) -> JSONValue {
        let list: JSONValue =
            switch explained {
            case .hyphens: .array(explanation.hyphens.map(hyphen))
            case .removals: .array(explanation.removals.map(removal))
            }
        return .object([
            ("schema", .string("kamerspoor.explanation/1")), ("id", .string(explanation.letter.id.rawValue)),
            (explained.rawValue, list),
        ])
    }

    private static func hyphen(_ hyphen: HyphenDecision) -> JSONValue {
        .object([
            ("line", .int(hyphen.place.line)), ("column", .int(hyphen.place.column)),
            ("page", .int(hyphen.place.page)),
            ("left", .string(hyphen.left)), ("right", .string(hyphen.right)),
            ("decision", .string(hyphen.outcome.rawValue)), ("reason", .string(hyphen.reason.rawValue)),
            ("result", .string(hyphen.result)),
        ])
    }

    private static func removal(_ removal: Removal) -> JSONValue {
        .object([
            ("line", .int(removal.place.line)), ("column", .int(removal.place.column)),
            ("page", .int(removal.place.page)),
            ("kind", .string(removal.kind.rawValue)), ("text", .string(removal.text)),
        ])
    }
}
