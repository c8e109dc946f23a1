import Corpus
import JSONText
import Letters
import References

/// Traces as `trace --json` prints them.
enum TraceJSON {
    static func value(_ trace: Trace) -> JSONValue {
        .object([
            ("paper", .string(trace.paper.rawValue)), ("note", .int(trace.note)),
            ("claim", trace.claim.map(claim) ?? .null), ("footnote", trace.body.map(body) ?? .null),
            ("targets", .array(trace.targets.map(target))),
        ])
    }

    private static func claim(_ claim: Trace.Claim) -> JSONValue {
        .object([
            ("text", .string(claim.text)), ("section", .string(claim.sectionHeading)), ("line", .int(claim.place.line)),
            ("page", .int(claim.place.page)),
        ])
    }

    private static func body(_ body: Trace.NoteBody) -> JSONValue {
        .object([
            ("text", .string(body.text)), ("line", .int(body.place.line)), ("page", .int(body.place.page)),
            ("complete", .bool(body.isComplete)),
        ])
    }

    private static func target(_ target: Trace.Target) -> JSONValue {
        .object([
            ("id", .string(target.id.rawValue)), ("relation", .string(target.relation.rawValue)),
            ("inCorpus", .bool(target.isInCorpus)), ("opening", .string(target.opening?.text)),
            ("path", .string(target.opening?.path)), ("url", .string(target.url)),
            ("traces", .array(target.traces.map(value))),
        ])
    }
}
