import JSONText
import Letters
import References

/// References as `parse` and `extract` print them.
enum ReferenceJSON {
    /// A reference found in a letter, of whose footnotes these are the markers.
    static func mention(_ mention: Mention, in letter: Letter, markers: [Marker?]) -> JSONValue {
        var footnote: Int?
        var section: Int?
        switch mention.container {
        case .body(let anchor): section = anchor.section
        case .footnote(let index):
            footnote = letter.footnotes[index].number
            section = markers[index]?.anchor.section
        }
        return value(
            mention.reference, footnote: footnote, section: section, line: mention.place.line,
            column: mention.place.column)
    }

    static func value(_ reference: Reference, footnote: Int?, section: Int?, line: Int, column: Int) -> JSONValue {
        .object([
            ("raw", .string(reference.raw)),
            ("kind", .string(reference.kind.rawValue)),
            ("targets", .strings(reference.targets.map(\.rawValue))),
            ("alsoDossiers", .strings(reference.alsoDossiers)),
            ("relation", .string(reference.relation.rawValue)),
            ("confidence", .double(reference.confidence)),
            ("footnote", .int(footnote)),
            ("section", .int(section)),
            ("line", .int(line)),
            ("column", .int(column)),
            ("warnings", .strings(reference.warnings.map(\.rawValue))),
            ("candidates", .strings(reference.candidates.map(\.rawValue))),
            ("sessionYear", .string(reference.sessionYear)),
            ("article", .string(reference.article)),
            ("motion", motion(reference.motion)),
        ])
    }

    /// What the text calls the paper, and who moved it; null for other papers.
    static func motion(_ motion: Motion?) -> JSONValue {
        guard let motion else { return .null }
        return .object([
            ("type", .string(motion.kind.rawValue)), ("movers", .strings(motion.movers)),
            ("others", .bool(motion.hasOthers)),
        ])
    }

    static func status(
        _ status: PaperStatus, footnote: Int?, section: Int?, line: Int, column: Int
    ) -> JSONValue {
        .object([
            ("status", .string(status.kind.rawValue)), ("matter", .string(status.matter.rawValue)),
            ("targets", .strings(status.targets.map(\.rawValue))), ("sentence", .string(status.sentence)),
            ("footnote", .int(footnote)), ("section", .int(section)), ("line", .int(line)), ("column", .int(column)),
        ])
    }

    static func status(_ mention: StatusMention, in letter: Letter) -> JSONValue {
        var footnote: Int?
        var section: Int?
        switch mention.container {
        case .body(let anchor): section = anchor.section
        case .footnote(let index): footnote = letter.footnotes[index].number
        }
        return status(
            mention.status, footnote: footnote, section: section, line: mention.place.line,
            column: mention.place.column)
    }
}
