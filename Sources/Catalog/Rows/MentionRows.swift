internal import Letters
internal import References

/// A mention without its targets, which are rows of their own.
extension Mention: StoredRow {
    static let table = LetterTable(
        "mention",
        columns: [
            "kind", "raw", "relation", "confidence", "also_dossiers", "warnings", "text_start", "text_end", "byte",
            "line", "column", "page", "section", "block", "anchor_offset", "footnote",
        ])

    func write(to row: inout RowValues) throws {
        row.add(reference.kind)
        row.add(reference.raw)
        row.add(reference.relation)
        row.add(reference.confidence)
        try row.add(json: reference.alsoDossiers)
        try row.add(json: reference.warnings)
        row.add(reference.range.lowerBound)
        row.add(reference.range.upperBound)
        row.add(place)
        switch container {
        case .body(let anchor):
            row.add(anchor.section)
            row.add(anchor.block)
            row.add(anchor.offset)
            row.add(Int?.none)
        case .footnote(let index):
            row.add(Int?.none)
            row.add(Int?.none)
            row.add(Int?.none)
            row.add(index)
        }
    }

    init(from row: inout RowFields) throws {
        var reference = Reference(
            raw: "", range: 0..<0, kind: try row.name(Reference.Kind.self), targets: [])
        reference.raw = try row.text()
        reference.relation = try row.name(Reference.Relation.self)
        reference.confidence = try row.double()
        reference.alsoDossiers = try row.json(listOf: String.self)
        reference.warnings = try row.json(listOf: Reference.Warning.self)
        let start = try row.int()
        let end = try row.int()
        guard start <= end else { throw RowDamage("a mention that ends before it starts") }
        reference.range = start..<end
        let place = try row.place()
        let section = try row.optionalInt()
        let block = try row.optionalInt()
        let offset = try row.optionalInt()
        switch (section, offset, try row.optionalInt()) {
        case (let section?, let offset?, nil):
            let anchor = Anchor(section: section, block: block, offset: offset)
            self.init(reference: reference, place: place, container: .body(anchor))
        case (nil, nil, let note?):
            self.init(reference: reference, place: place, container: .footnote(index: note))
        default:
            throw RowDamage("a mention that stands nowhere")
        }
    }
}

/// A paper that a mention names.
struct TargetRow: StoredRow {
    static let table = LetterTable("mention_target", keys: ["mention", "position"], columns: ["target"])
    var id: PaperID

    init(_ id: PaperID) { self.id = id }
    func write(to row: inout RowValues) { row.add(id.rawValue) }
    init(from row: inout RowFields) throws { id = PaperID(canonical: try row.text()) }
}
