import References

extension VerificationReport {
    /// One JSON object, `kamerspoor.verify/1`, a finding a line; findings of the baseline are marked.
    public func json() -> String {
        let lines = findings.map { "\n  " + $0.json }.joined(separator: ",")
        let list = lines.isEmpty ? "[]" : "[\(lines)\n]"
        return "{\"schema\": \"kamerspoor.verify/1\", \"letters\": \(letters), \"findings\": \(list)}\n"
    }

    /// One JSON object per finding, each on its line; findings of the baseline are marked.
    public func ndjson() -> String { findings.map { $0.json + "\n" }.joined() }
}

extension Finding {
    /// One line, with the keys of `kamerspoor.verify/1` in their documented order.
    fileprivate var json: String {
        """
        {"rule": \(jsonString(rule)), "level": \(jsonString(level.rawValue)), \
        "letter": \(jsonString(letter.rawValue)), "path": \(jsonString(path)), \
        "line": \(line), "column": \(column), "message": \(jsonString(message)), \
        "numbers": [\(numbers.map { String($0) }.joined(separator: ", "))], \
        "fingerprint": \(jsonString(fingerprint)), "baselined": \(baselined)}
        """
    }
}
