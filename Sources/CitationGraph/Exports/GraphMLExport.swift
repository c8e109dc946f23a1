import References

extension PaperGraph {
    /// The graph as GraphML 1.0 (graphml.graphdrawing.org), as Gephi, yEd, igraph and NetworkX read it.
    ///
    /// Nodes are called `n0`, `n1` … in the order of their ids, because GraphML allows no spaces in a name; the id
    /// stands in the data `paper`.
    public func graphML() -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
            "  <key id=\"paper\" for=\"node\" attr.name=\"paper\" attr.type=\"string\"/>",
            "  <key id=\"inCorpus\" for=\"node\" attr.name=\"inCorpus\" attr.type=\"boolean\"/>",
            "  <key id=\"date\" for=\"node\" attr.name=\"date\" attr.type=\"string\"/>",
            "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\"/>",
            "  <graph id=\"citations\" edgedefault=\"directed\">",
        ]
        for (position, node) in nodes.enumerated() {
            let date = node.date.map { "<data key=\"date\">\(xmlText($0))</data>" } ?? ""
            let paper = "<data key=\"paper\">\(xmlText(node.id.rawValue))</data>"
            let inCorpus = "<data key=\"inCorpus\">\(node.isInCorpus)</data>"
            lines.append("    <node id=\"n\(position)\">\(paper)\(inCorpus)\(date)</node>")
        }
        for position in nodes.indices {
            for link in cited[position] {
                let weight = "<data key=\"weight\">\(link.weight)</data>"
                lines.append("    <edge source=\"n\(position)\" target=\"n\(link.node)\">\(weight)</edge>")
            }
        }
        return lines.joined(separator: "\n") + "\n  </graph>\n</graphml>\n"
    }
}

/// Text of an element. Scalars that XML 1.0 cannot hold in any spelling become U+FFFD; a carriage return is written by
/// number, since a parser would make it a line feed.
private func xmlText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\r": result += "&#13;"
        case "\t", "\n": result.unicodeScalars.append(scalar)
        case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
