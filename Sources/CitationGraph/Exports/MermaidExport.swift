import References

extension PaperGraph {
    /// The graph as a flowchart of Mermaid (mermaid.js.org/syntax/flowchart.html); papers outside the corpus are dashed.
    ///
    /// Nodes are called `n0`, `n1` … in the order of their ids, and carry the id as their label: Mermaid takes names
    /// such as `end` for words of its own.
    public func mermaid() -> String {
        var lines = ["flowchart LR"]
        for (position, node) in nodes.enumerated() {
            let style = node.isInCorpus ? "" : ":::outside"
            lines.append("  n\(position)[\"\(mermaidText(node.id.rawValue))\"]\(style)")
        }
        for position in nodes.indices {
            for link in cited[position] {
                let label = link.weight == 1 ? "" : "|\(link.weight)|"
                lines.append("  n\(position) -->\(label) n\(link.node)")
            }
        }
        lines.append("  classDef outside stroke-dasharray: 4")
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Text of a label in quotes. Mermaid escapes with HTML entities that start with `#`; everything that means something
/// in its grammar, in HTML or in Markdown is written so, by number. Control characters become U+FFFD.
private func mermaidText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result += "\u{FFFD}"
        case "\"", "#", "&", "<", ">", "`", "\\", ";", "*", "[", "]", "{", "}", "|", "%":
            result += "#\(scalar.value);"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
