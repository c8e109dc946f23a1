public import JSONText
import References

extension VerificationReport {
    /// One JSON object, `kamerspoor.verify/1`, a finding a line; findings of the baseline are marked.
    public func json() -> String {
        let lines = findings.map { "\n  " + $0.json.compact }.joined(separator: ",")
        let list = lines.isEmpty ? "[]" : "[\(lines)\n]"
        return "{\"schema\": \"kamerspoor.verify/1\", \"letters\": \(letters), \"findings\": \(list)}\n"
    }

    /// One JSON object per finding, each on its line; findings of the baseline are marked.
    public func ndjson() -> String { findings.map { $0.json.compact + "\n" }.joined() }
}

extension Finding {
    /// The keys of `kamerspoor.verify/1` in their documented order.
    public var json: JSONValue {
        .object([
            ("rule", .string(rule)), ("level", .string(level.rawValue)), ("letter", .string(letter.rawValue)),
            ("path", .string(path)), ("line", .int(line)), ("column", .int(column)), ("page", .int(page)),
            ("message", .string(message)),
            ("numbers", .ints(numbers)), ("fingerprint", .string(fingerprint)), ("baselined", .bool(baselined)),
        ])
    }
}
