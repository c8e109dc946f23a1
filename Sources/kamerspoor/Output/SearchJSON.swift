import Corpus
import JSONText
import References

/// Answers of a search: schema `kamerspoor.search/1`.
enum SearchJSON {
    static func answer(_ answer: SearchAnswer, query: String) -> JSONValue {
        .object(summary(answer, query: query) + [("hits", .array(answer.hits.map(hit)))])
    }

    /// A hit a line, and a summary line last.
    static func lines(_ answer: SearchAnswer, query: String) -> [JSONValue] {
        answer.hits.map(hit) + [.object(summary(answer, query: query))]
    }

    private static func summary(_ answer: SearchAnswer, query: String) -> [(key: String, value: JSONValue)] {
        [
            ("schema", .string("kamerspoor.search/1")), ("query", .string(query)), ("total", .int(answer.total)),
            ("occurrences", .int(answer.occurrences)),
            (
                "paper",
                answer.namedPaper.map {
                    .object([
                        ("id", .string($0.id.rawValue)), ("inCorpus", .bool($0.isInCorpus)),
                        ("citedBy", .int($0.citedBy)),
                    ])
                } ?? .null
            ),
        ]
    }

    private static func hit(_ hit: SearchHit) -> JSONValue {
        .object([
            ("id", .string(hit.id.rawValue)), ("score", .double(Double(hit.score))),
            ("occurrences", .int(hit.occurrences)),
            ("title", .string(hit.title)), ("date", .string(hit.date)), ("path", .string(hit.path)),
            ("passages", .array(hit.passages.map(passage))),
        ])
    }

    private static func passage(_ passage: Passage) -> JSONValue {
        .object([
            ("text", .string(passage.text)),
            ("highlights", .array(passage.highlights.map { .ints([$0.lowerBound, $0.upperBound]) })),
            ("section", .string(passage.sectionHeading)), ("page", .int(passage.page)), ("note", .int(passage.note)),
            ("line", .int(passage.line)), ("column", .int(passage.column)),
            ("matched", .strings(passage.matched.map(\.rawValue))),
        ])
    }
}
