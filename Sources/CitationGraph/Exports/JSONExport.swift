import References

extension PaperGraph {
    /// The graph as JSON (RFC 8259), a node or an edge a line:
    /// `{"nodes": [{"id", "inCorpus", "date"}], "edges": [{"source", "target", "weight"}]}`.
    public func json() -> String {
        let nodes = nodes.map { node in
            let date = node.date.map(jsonString) ?? "null"
            return "{\"id\": \(jsonString(node.id.rawValue)), \"inCorpus\": \(node.isInCorpus), \"date\": \(date)}"
        }
        let edges = edges.map { edge in
            let source = jsonString(edge.source.rawValue)
            let target = jsonString(edge.target.rawValue)
            return "{\"source\": \(source), \"target\": \(target), \"weight\": \(edge.weight)}"
        }
        return "{\"nodes\": \(jsonArray(nodes)),\n \"edges\": \(jsonArray(edges))}\n"
    }
}

/// Values that are JSON already, one a line.
private func jsonArray(_ values: [String]) -> String {
    values.isEmpty ? "[]" : "[\n  " + values.joined(separator: ",\n  ") + "\n]"
}

/// A string in quotes. Beside what RFC 8259 demands, U+2028 and U+2029 are escaped, since older JavaScript takes them
/// for ends of lines.
private func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
