import References

extension PaperGraph {
    /// The graph in the language of Graphviz (graphviz.org/doc/info/lang.html); papers outside the corpus are dashed.
    public func dot() -> String {
        var lines = ["digraph citations {", "  rankdir=LR;", "  node [shape=box];"]
        for node in nodes {
            let style = node.isInCorpus ? "solid" : "dashed"
            let tooltip = node.date.map { ", tooltip=\(dotString($0))" } ?? ""
            lines.append("  \(dotString(node.id.rawValue)) [style=\(style)\(tooltip)];")
        }
        for edge in edges {
            let label = edge.weight == 1 ? "" : ", label=\(edge.weight)"
            let ends = "\(dotString(edge.source.rawValue)) -> \(dotString(edge.target.rawValue))"
            lines.append("  \(ends) [weight=\(edge.weight)\(label)];")
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }
}

/// A quoted name. The lexer of Graphviz knows one escape, `\"`, and leaves all others to the labels; a backslash is
/// doubled so that it neither ends the name early nor starts an escape of a label (`\N`, `\l`). Control characters
/// would break the line: a line feed becomes `\n`, which labels show as one, all others become U+FFFD.
private func dotString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
