import Corpus
import JSONText
import Letters
import References

/// The edges of one paper, as `cites` and `cited-by` print them.
enum CitationList {
    /// - Throws: `Failure` with `nothingFound` when there are none.
    static func print(
        _ edges: [CitationEdge], of paper: PaperID, isInCorpus: Bool, format: ListFormat, style: Style
    ) throws {
        let mentions = edges.reduce(0) { $0 + $1.mentions.count }
        switch format {
        case .json:
            let value = JSONValue.object([
                ("id", .string(paper.rawValue)), ("inCorpus", .bool(isInCorpus)), ("mentions", .int(mentions)),
                ("edges", .array(edges.map(json))),
            ])
            Console.print(value.pretty(depth: 5))
        case .ndjson: for edge in edges { Console.print(json(edge).compact) }
        case .plain:
            for edge in edges { for mention in edge.mentions { Console.print(row(edge, mention)) } }
        case .human:
            for edge in edges { Console.print(human(edge, style)) }
            let isCited = edges.allSatisfy { $0.target == paper }
            let others = isCited ? counted(edges.count, "letter") : counted(edges.count, "paper")
            Console.print("\(counted(mentions, "mention")) \(isCited ? "of \(paper) in" : "in \(paper) of") \(others)")
        }
        if edges.isEmpty {
            throw Failure(.nothingFound, "no citations for \(paper). See what is there with: kamerspoor list")
        }
    }

    private static func json(_ edge: CitationEdge) -> JSONValue {
        .object([
            ("from", .string(edge.source.rawValue)), ("to", .string(edge.target.rawValue)),
            ("mentions", .array(edge.mentions.map(json))), ("statuses", .array(edge.statuses.map(json))),
        ])
    }

    private static func json(_ mention: CitationEdge.Mention) -> JSONValue {
        .object([
            ("sentence", .string(mention.sentence)), ("section", .string(mention.sectionHeading)),
            ("note", .int(mention.note)), ("line", .int(mention.line)), ("page", .int(mention.page)),
            ("relation", .string(mention.relation.rawValue)),
            ("confidence", .double(mention.confidence)), ("raw", .string(mention.raw)),
            ("motion", ReferenceJSON.motion(mention.motion)),
        ])
    }

    private static func json(_ mention: StatusMention) -> JSONValue {
        .object([
            ("status", .string(mention.status.kind.rawValue)), ("matter", .string(mention.status.matter.rawValue)),
            ("sentence", .string(mention.status.sentence)), ("line", .int(mention.place.line)),
            ("column", .int(mention.place.column)), ("page", .int(mention.place.page)),
        ])
    }

    private static func row(_ edge: CitationEdge, _ mention: CitationEdge.Mention) -> String {
        Console.printable(
            [
                edge.source.rawValue, edge.target.rawValue, "\(edge.path):\(mention.line)",
                mention.note.map { "note \($0)" } ?? "text", mention.relation.rawValue, mention.sentence,
                "page \(mention.page)",
            ].joined(separator: "\t"))
    }

    private static func human(_ edge: CitationEdge, _ style: Style) -> String {
        let count = edge.mentions.count
        var text = "\(style.strong(edge.source.rawValue)) → \(style.strong(edge.target.rawValue))"
        text +=
            "  \(count) \(count == 1 ? "mention" : "mentions")\(edge.isTargetInCorpus ? "" : style.faint(", not in the corpus"))\n"
        for mention in edge.mentions {
            let place = mention.note.map { "note \($0)" } ?? "in the text"
            text += "   \(Console.printable(mention.sentence))\n"
            text +=
                "   \(style.faint(Console.printable("(\(place), \(edge.path):\(mention.line), page \(mention.page))")))\n"
        }
        for status in edge.statuses {
            text += "   \(style.strong(status.status.kind.rawValue)): \(Console.printable(status.status.sentence))\n"
            text +=
                "   \(style.faint(Console.printable("(\(edge.path):\(status.place.line), page \(status.place.page))")))\n"
        }
        return text
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
