import CitationGraph
import Foundation
import References
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Ids come from files that anyone may have written: whatever they hold, an export must stay one graph.
@Suite struct HostileExportTests {
    static let ids: [String] = [
        "a\"b", "a\\", "\\\"", "a,b", "a\r\nb", "line\nbreak", "]]>", "<script>&amp;", "end", "a;b", "a -> b",
        "]:::x", "#quot;", "\u{0}nul", "\u{1B}[31m", "\u{2028}", "\u{FFFE}", "é", "👩‍👩‍👧", "\u{301}", ",\u{301}", " ",
        "", "`md`", "%% comment",
    ]

    private static let graph = PaperGraph(
        nodes: ids.map { PaperGraph.Node(id: PaperID(canonical: $0), isInCorpus: true, date: $0) },
        edges: zip(ids, ids.dropFirst()).map {
            PaperGraph.Edge(from: PaperID(canonical: $0), to: PaperID(canonical: $1), weight: 2)
        })

    private struct ReadGraph: Decodable {
        struct Node: Decodable {
            var id: String
            var inCorpus: Bool
            var date: String?
        }

        struct Edge: Decodable {
            var source: String
            var target: String
            var weight: Int
        }

        var nodes: [Node]
        var edges: [Edge]
    }

    @Test func jsonReadsBack() throws {
        let graph = Self.graph
        let read = try JSONDecoder().decode(ReadGraph.self, from: Data(graph.json().utf8))
        #expect(read.nodes.map(\.id) == graph.nodes.map(\.id.rawValue))
        #expect(read.nodes.map(\.date) == graph.nodes.map(\.date))
        #expect(read.nodes.allSatisfy { $0.inCorpus })
        #expect(read.edges.map(\.source) == graph.edges.map(\.source.rawValue))
        #expect(read.edges.map(\.target) == graph.edges.map(\.target.rawValue))
        #expect(read.edges.allSatisfy { $0.weight == 2 })
    }

    @Test(arguments: UInt64(1)...50)
    func jsonOfRandomGraphsReadsBack(seed: UInt64) throws {
        let graph = RandomGraph(seed: seed).graph
        let read = try JSONDecoder().decode(ReadGraph.self, from: Data(graph.json().utf8))
        #expect(read.nodes.map(\.id) == graph.nodes.map(\.id.rawValue))
        #expect(read.nodes.map(\.inCorpus) == graph.nodes.map(\.isInCorpus))
        #expect(read.edges.map { "\($0.source) \($0.target)" } == graph.edges.map { "\($0.source) \($0.target)" })
        #expect(read.edges.map(\.weight) == graph.edges.map(\.weight))
    }

    @Test func graphMLIsWellFormedAndKeepsTheIDs() {
        let reader = GraphMLReader()
        let parser = XMLParser(data: Data(Self.graph.graphML().utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(reader.elements.filter { $0 == "edge" }.count == Self.graph.edgeCount)
        let expected = Self.graph.nodes.map { xmlHoldable($0.id.rawValue) }
        #expect(reader.papers == expected)
    }

    /// U+FFFD for what XML cannot hold.
    private func xmlHoldable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isSpace = "\t\n\r".unicodeScalars.contains(scalar)
                    let isHoldable = isSpace || (scalar.value >= 0x20 && scalar.value != 0xFFFE)
                    return isHoldable ? scalar : "\u{FFFD}"
                }))
    }

    @Test func csvReadsBack() {
        let table = readCSV(Self.graph.csvEdges())
        #expect(table.first == ["source", "target", "weight"])
        let expected = Self.graph.edges.map { [$0.source.rawValue, $0.target.rawValue, "2"] }
        #expect(Array(table.dropFirst()) == expected)
    }

    /// A reader of RFC 4180, scalar by scalar.
    private func readCSV(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var previousWasQuote = false
        for scalar in text.unicodeScalars {
            if scalar == "\"" {
                if !isQuoted, previousWasQuote { field.append(scalar) }
                isQuoted.toggle()
                previousWasQuote = !isQuoted
                continue
            }
            previousWasQuote = false
            if isQuoted || (scalar != "," && scalar != "\n") {
                field.append(scalar)
                continue
            }
            row.append(String(field))
            field = String.UnicodeScalarView()
            if scalar == "\n" {
                rows.append(row)
                row = []
            }
        }
        return rows
    }

    @Test func dotHasOneStatementALineAndClosesEveryName() throws {
        let lines = Self.graph.dot().split(separator: "\n")
        #expect(lines.count == 4 + Self.graph.nodes.count + Self.graph.edgeCount)
        for line in lines.dropFirst(3).dropLast() {
            let statement = try Regex("  N( -> N)? \\[[a-z0-9=, N]+\\];")
            let match = try statement.wholeMatch(in: namesOutside(line))
            #expect(match != nil, "\(line)")
        }
    }

    /// A line with every quoted name of Graphviz's lexer replaced by `N`.
    private func namesOutside(_ line: Substring) -> String {
        var result = ""
        var isQuoted = false
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if !isQuoted {
                if scalar == "\"" { isQuoted = true } else { result.unicodeScalars.append(scalar) }
            } else if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "\"" {
                isQuoted = false
                result += "N"
            }
        }
        return result
    }

    @Test func mermaidHasNothingOfItsGrammarInALabel() {
        let lines = Self.graph.mermaid().split(separator: "\n")
        #expect(lines.count == 2 + Self.graph.nodes.count + Self.graph.edgeCount)
        for line in lines.dropFirst().prefix(Self.graph.nodes.count) {
            #expect(String(line).unicodeScalars.filter { $0 == "\"" }.count == 2, "\(line)")
        }
        let label = PaperGraph.of("a\"];# b").mermaid().split(separator: "\n")[1]
        #expect(label == "  n0[\"a#34;#93;#59;#35;\"]:::outside")
    }
}

private final class GraphMLReader: NSObject, XMLParserDelegate {
    var elements: [String] = []
    var papers: [String] = []
    private var isInPaper = false

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(name)
        isInPaper = name == "data" && attributes["key"] == "paper"
        if isInPaper { papers.append("") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isInPaper { papers[papers.count - 1] += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isInPaper = false
    }
}
