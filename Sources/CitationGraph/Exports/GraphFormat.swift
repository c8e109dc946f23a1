/// A notation in which a graph is handed to other programs.
public enum GraphFormat: String, Hashable, Sendable, CaseIterable {
    case dot, graphml, json, csv, mermaid
}

extension PaperGraph {
    /// The graph in a notation, with a line feed at its end: nodes by id, edges by source, then target.
    ///
    /// Whatever an id holds, the result can be read by a parser of its format. CSV is the table of edges; the table of
    /// nodes is `csvNodes()`.
    public func exported(as format: GraphFormat) -> String {
        switch format {
        case .dot: dot()
        case .graphml: graphML()
        case .json: json()
        case .csv: csvEdges()
        case .mermaid: mermaid()
        }
    }
}
