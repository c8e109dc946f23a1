/// A JSON value (RFC 8259) whose object keys keep their order: what is printed is the same bytes every time.
///
/// `JSONEncoder` leaves out what is nil and cannot keep an order of keys; the contract of the command asks for `null`,
/// and readers for the order of its documents.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// Finite; JSON has no infinities, and prints one as null.
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    public static func string(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    public static func int(_ value: Int?) -> JSONValue { value.map { .int($0) } ?? .null }
    public static func ints(_ values: [Int]) -> JSONValue { .array(values.map { .int($0) }) }
    public static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

    /// On one line.
    public var compact: String {
        var text = ""
        write(to: &text, breaking: 0, indent: 0)
        return text
    }

    /// Over several lines, two spaces a level, to a depth; what lies deeper stands on one line.
    public func pretty(depth: Int = .max) -> String {
        var text = ""
        write(to: &text, breaking: depth, indent: 0)
        return text
    }

    /// - Parameters:
    ///   - levels: levels of nesting that are still broken over lines.
    ///   - indent: of the line that the value stands on.
    private func write(to text: inout String, breaking levels: Int, indent: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let value): text += "\(value)"
        case .double(let value): text += value.isFinite ? "\(value)" : "null"
        case .string(let value): Self.quote(value, to: &text)
        case .array(let values):
            Self.list(values, ("[", "]"), to: &text, levels, indent) { value, text in
                value.write(to: &text, breaking: levels - 1, indent: indent + 1)
            }
        case .object(let members):
            Self.list(members, ("{", "}"), to: &text, levels, indent) { member, text in
                Self.quote(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, breaking: levels - 1, indent: indent + 1)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], _ brackets: (open: String, close: String), to text: inout String, _ levels: Int,
        _ indent: Int, _ write: (Element, inout String) -> Void
    ) {
        let breaks = levels > 0 && !elements.isEmpty
        text += brackets.open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += breaks ? "," : ", " }
            if breaks { text += "\n" + String(repeating: "  ", count: indent + 1) }
            write(element, &text)
        }
        if breaks { text += "\n" + String(repeating: "  ", count: indent) }
        text += brackets.close
    }

    /// Beside what the standard demands, U+2028 and U+2029 are escaped, since some readers of lines end one there, and so
    /// are the other control characters and the marks that turn the direction of text, which must not reach a terminal.
    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
