import References

extension PaperGraph {
    /// Citations as a table with a head line, `source,target,weight` (RFC 4180, but lines end with a line feed).
    public func csvEdges() -> String {
        csvTable(
            head: ["source", "target", "weight"],
            rows: edges.map { [$0.source.rawValue, $0.target.rawValue, String($0.weight)] })
    }

    /// Papers as a table with a head line, `id,inCorpus,date`; a date that is not known is empty.
    public func csvNodes() -> String {
        csvTable(
            head: ["id", "inCorpus", "date"],
            rows: nodes.map { [$0.id.rawValue, String($0.isInCorpus), $0.date ?? ""] })
    }
}

private func csvTable(head: [String], rows: [[String]]) -> String {
    ([head] + rows).map { $0.map(csvField).joined(separator: ",") + "\n" }.joined()
}

/// A field, in quotes where its text would end it early or be trimmed.
private func csvField(_ text: String) -> String {
    // Scalars, not characters: "\r\n" and a comma with a combining mark are one character each.
    let scalars = text.unicodeScalars
    let needsQuotes =
        scalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        || scalars.first == " " || scalars.last == " "
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in scalars {
        if scalar == "\"" { result += "\"" }
        result.unicodeScalars.append(scalar)
    }
    return result + "\""
}
