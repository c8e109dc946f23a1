import Corpus
import Letters
import References

/// Traces as a tree for reading.
struct TraceText {
    let style: Style

    func tree(_ traces: [Trace]) -> String { traces.map { lines($0, indent: "") }.joined(separator: "\n") }

    private func lines(_ trace: Trace, indent: String) -> String {
        let name = trace.note.map { "note \($0)" } ?? "in the text"
        var text = "\(indent)\(style.strong(trace.paper.rawValue)), \(name)\n"
        if let claim = trace.claim {
            let section = claim.sectionHeading.map { ", \($0)" } ?? ""
            text += row(
                indent, "claim", claim.text, "\(trace.path):\(claim.place.line), page \(claim.place.page)\(section)")
        } else {
            text += row(indent, "claim", "none: the text has no marker for this note", nil)
        }
        if let body = trace.body {
            let cut = body.isComplete ? "" : "; it breaks off at the end of its page"
            text += row(indent, "note", body.text, "\(trace.path):\(body.place.line), page \(body.place.page)\(cut)")
        } else if trace.note != nil {
            text += row(indent, "note", "lost: the file has the marker and not the body of this note", nil)
        }
        for target in trace.targets { text += lines(target, indent: indent) }
        if trace.targets.isEmpty, trace.body != nil { text += "\(indent)  names no paper that has an id\n" }
        return text
    }

    private func lines(_ target: Trace.Target, indent: String) -> String {
        let relation = target.relation == .annexOf ? "annex of " : ""
        var text = "\(indent)  → \(relation)\(style.strong(target.id.rawValue))"
        guard let opening = target.opening else {
            let hint = target.url.map { ": \($0)" } ?? ""
            return text + style.faint(", not in the corpus\(hint)") + "\n"
        }
        let facts = [
            opening.date, opening.title,
            opening.signatories.first.map { [$0.role, $0.name].compactMap(\.self).joined(separator: ", ") },
        ]
        text += Console.printable(", \(facts.compactMap(\.self).joined(separator: ", "))") + "\n"
        text += row(indent + "  ", "opens", opening.text, opening.path)
        text += row(
            indent + "  ", "holds", "\(opening.footnotes) notes, \(opening.references) references",
            "kamerspoor trace \(target.id)")
        for trace in target.traces { text += lines(trace, indent: indent + "    ") }
        return text
    }

    private func row(_ indent: String, _ name: String, _ text: String, _ place: String?) -> String {
        let padding = String(repeating: " ", count: max(1, 7 - name.count))
        let line = "\(indent)  \(style.faint(name))\(padding)\(Console.printable(text))\n"
        return line + (place.map { "\(indent)         \(style.faint(Console.printable($0)))\n" } ?? "")
    }
}
