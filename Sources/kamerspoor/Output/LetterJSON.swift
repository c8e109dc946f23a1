import Catalog
import Integrity
import JSONText
import Letters
import References

/// A letter as `kamerspoor parse` prints it: schema `kamerspoor.letter/1`.
enum LetterJSON {
    /// - Parameter witnesses: other forms of a letter of the corpus; nil for a letter from no corpus.
    static func value(_ letter: Letter, findings: [Finding], witnesses: [Witness]? = nil) -> JSONValue {
        let head = letter.head
        let noteMarkers = letter.markersOfFootnotes
        return .object(
            [
                ("schema", .string("kamerspoor.letter/1")),
                ("source", source(letter.source)),
                ("id", .string(letter.id.rawValue)),
                ("identityFrom", .string(letter.identity.origin.rawValue)),
                ("aliases", .strings(letter.identity.aliases.map(\.rawValue))),
                ("chamber", .string(head.chamber?.rawValue)),
                ("sessionYear", .string(head.sessionYear)),
                (
                    "dossiers",
                    .array(
                        head.dossiers.map { .object([("number", .string($0.number)), ("title", .string($0.title))]) })
                ),
                ("number", .string(head.number)),
                ("kind", .string(head.kind)),
                ("title", .string(head.title)),
                ("sender", .string(head.sender)),
                ("addressee", .string(head.addressee)),
                ("date", .string(head.date)),
                ("place", .string(head.place)),
                (
                    "signatories",
                    .array(head.signatories.map { .object([("role", .string($0.role)), ("name", .string($0.name))]) })
                ),
                ("reference", .string(head.reference)),
                ("yourReference", .string(head.yourReference)),
                ("annexCount", .int(head.annexCount)),
                ("annexes", .array(head.annexes.map(annex))),
                ("origins", .object(head.origins.map { ($0.field.rawValue, origin($0)) })),
                ("pages", .int(letter.pages)),
                ("sections", .array(letter.sections.map(section))),
                ("footnotes", .array(letter.footnotes.map(footnote))),
                ("markers", .array(letter.markers.map(marker))),
                (
                    "references",
                    .array(letter.mentions.map { ReferenceJSON.mention($0, in: letter, markers: noteMarkers) })
                ),
                ("statuses", .array(letter.statuses.map { ReferenceJSON.status($0, in: letter) })),
                ("datedLetters", .array(letter.datedLetters.map { ReferenceJSON.datedLetter($0, in: letter) })),
                ("abbreviations", .array(letter.abbreviations.map(abbreviation))),
                ("diagnostics", .array(letter.diagnostics.map(diagnostic))),
                ("findings", .array(findings.map(\.json))),
            ] + (witnesses.map { [("witnesses", .array($0.map(witness)))] } ?? []))
    }

    static func witness(_ witness: Witness) -> JSONValue {
        .object([("path", .string(witness.named)), ("format", .string(witness.format.rawValue))])
    }

    private static func source(_ source: SourceInfo) -> JSONValue {
        .object([
            ("path", .string(source.path)), ("format", .string(source.format.rawValue)), ("bytes", .int(source.bytes)),
            ("sha256", .string(source.sha256)),
        ])
    }

    private static func annex(_ annex: Head.Annex) -> JSONValue {
        .object([
            ("number", .string(annex.number)), ("title", .string(annex.title)), ("line", .int(annex.place.line)),
            ("page", .int(annex.place.page)),
        ])
    }

    /// Where a part of the head comes from; what the user or the id says stands nowhere.
    private static func origin(_ origin: Head.Origin) -> JSONValue {
        let isInFile = origin.source != .option && origin.source != .id
        return .object([
            ("from", .string(origin.source.rawValue)), ("line", .int(isInFile ? origin.place.line : nil)),
            ("column", .int(isInFile ? origin.place.column : nil)), ("page", .int(isInFile ? origin.place.page : nil)),
        ])
    }

    private static func section(_ section: Section) -> JSONValue {
        .object([
            ("heading", .string(section.heading?.text)),
            ("label", .string(section.label)),
            ("level", .int(section.level)),
            ("line", .int((section.heading ?? section.blocks.first?.text)?.start?.line)),
            ("page", .int((section.heading ?? section.blocks.first?.text)?.start?.page)),
            ("blocks", .array(section.blocks.map(block))),
        ])
    }

    private static func block(_ block: Block) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("type", .string(block.kind.rawValue)),
            ("label", .string(block.label)),
            ("text", .string(block.text.text)),
            ("line", .int(block.text.start?.line)),
            ("page", .int(block.text.start?.page)),
        ]
        if block.kind == .listItem { members.append(("level", .int(block.level))) }
        if block.kind == .table {
            members.append(("rows", .array(block.rows.map { .strings($0) })))
            members.append(("spans", .array(block.spans.map(span))))
        }
        return .object(members)
    }

    private static func span(_ span: CellSpan) -> JSONValue {
        .object([
            ("row", .int(span.row)), ("column", .int(span.column)), ("rows", .int(span.rows)),
            ("columns", .int(span.columns)),
        ])
    }

    private static func footnote(_ note: Footnote) -> JSONValue {
        .object([
            ("number", .int(note.number)), ("text", .string(note.text.text)), ("line", .int(note.place.line)),
            ("page", .int(note.place.page)), ("complete", .bool(note.isComplete)),
        ])
    }

    private static func abbreviation(_ abbreviation: Abbreviation) -> JSONValue {
        .object([
            ("short", .string(abbreviation.shortForm)), ("long", .string(abbreviation.longForm)),
            ("line", .int(abbreviation.place.line)), ("column", .int(abbreviation.place.column)),
            ("page", .int(abbreviation.place.page)),
        ])
    }

    private static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
        .object([
            ("kind", .string(diagnostic.kind.rawValue)), ("path", .string(diagnostic.path)),
            ("line", .int(diagnostic.place.line)), ("column", .int(diagnostic.place.column)),
            ("page", .int(diagnostic.place.page)),
            ("detail", .string(diagnostic.detail)),
        ])
    }

    private static func marker(_ marker: Marker) -> JSONValue {
        .object([
            ("note", .int(marker.note)), ("line", .int(marker.place.line)), ("column", .int(marker.place.column)),
            ("page", .int(marker.place.page)), ("section", .int(marker.anchor.section)),
            ("before", .string(marker.before)),
        ])
    }
}
