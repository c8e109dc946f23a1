import JSONText
import References

extension PaperGraph {
    /// The graph as JSON, a node or an edge a line:
    /// `{"nodes": [{"id", "inCorpus", "date"}], "edges": [{"source", "target", "weight"}]}`.
    public func json() -> String {
        let nodes = nodes.map { node in
            JSONValue.object([
                ("id", .string(node.id.rawValue)), ("inCorpus", .bool(node.isInCorpus)), ("date", .string(node.date)),
            ])
        }
        let edges = edges.map { edge in
            JSONValue.object([
                ("source", .string(edge.source.rawValue)), ("target", .string(edge.target.rawValue)),
                ("weight", .int(edge.weight)),
            ])
        }
        return "{\"nodes\": \(lines(nodes)),\n \"edges\": \(lines(edges))}\n"
    }
}

/// An array with an element a line.
private func lines(_ values: [JSONValue]) -> String {
    values.isEmpty ? "[]" : "[\n  " + values.map(\.compact).joined(separator: ",\n  ") + "\n]"
}
