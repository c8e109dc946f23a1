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
            column: mention.place.column, page: mention.place.page)
    }

    /// - Parameter page: nil for a text of which no pages are known.
    static func value(
        _ reference: Reference, footnote: Int?, section: Int?, line: Int, column: Int, page: Int?
    ) -> JSONValue {
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
            ("page", .int(page)),
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
        _ status: PaperStatus, footnote: Int?, section: Int?, line: Int, column: Int, page: Int?
    ) -> JSONValue {
        .object([
            ("status", .string(status.kind.rawValue)), ("matter", .string(status.matter.rawValue)),
            ("targets", .strings(status.targets.map(\.rawValue))), ("sentence", .string(status.sentence)),
            ("footnote", .int(footnote)), ("section", .int(section)), ("line", .int(line)), ("column", .int(column)),
            ("page", .int(page)),
        ])
    }

    static func status(_ mention: StatusMention, in letter: Letter) -> JSONValue {
        let (footnote, section) = holder(mention.container, in: letter)
        return status(
            mention.status, footnote: footnote, section: section, line: mention.place.line,
            column: mention.place.column, page: mention.place.page)
    }

    static func datedLetter(_ mention: DatedLetterMention, in letter: Letter) -> JSONValue {
        let (footnote, section) = holder(mention.container, in: letter)
        return .object([
            ("raw", .string(mention.letter.raw)), ("date", .string(mention.letter.date)),
            ("own", .bool(mention.letter.isOwn)), ("footnote", .int(footnote)), ("section", .int(section)),
            ("line", .int(mention.place.line)), ("column", .int(mention.place.column)),
            ("page", .int(mention.place.page)),
        ])
    }

    /// Number of the note, or index of the section.
    private static func holder(_ container: Mention.Container, in letter: Letter) -> (footnote: Int?, section: Int?) {
        switch container {
        case .body(let anchor): (nil, anchor.section)
        case .footnote(let index): (letter.footnotes[index].number, nil)
        }
    }
}
