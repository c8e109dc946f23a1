internal import Letters
internal import References

/// A mention without its targets, which are rows of their own.
extension Mention: StoredRow {
    static let table = LetterTable(
        "mention",
        columns: [
            "kind", "raw", "relation", "confidence", "also_dossiers", "warnings", "text_start", "text_end", "byte",
            "line", "column", "page", "section", "block", "anchor_offset", "footnote",
        ], laterColumns: ["session_year", "candidates", "motion", "movers", "has_other_movers", "article"])

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
        row.add(container)
        row.add(reference.sessionYear)
        try row.add(json: reference.candidates.map(\.rawValue))
        row.add(reference.motion?.kind)
        try row.add(json: reference.motion?.movers ?? [])
        row.add(reference.motion.map { $0.hasOthers ? 1 : 0 })
        row.add(reference.article)
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
        let container = try row.container()
        reference.sessionYear = try row.optionalText()
        reference.candidates = try row.json(listOf: String.self).map { PaperID(canonical: $0) }
        let motion = try row.optionalName(Motion.Kind.self)
        let movers = try row.json(listOf: String.self)
        let hasOthers = try row.optionalInt()
        reference.article = try row.optionalText()
        reference.motion = motion.map { Motion(kind: $0, movers: movers, hasOthers: hasOthers == 1) }
        self.init(reference: reference, place: place, container: container)
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

/// What a letter says has become of motions and promises.
extension StatusMention: StoredRow {
    static let table = LetterTable(
        "status",
        columns: [
            "status", "matter", "sentence", "targets", "text_start", "text_end", "byte", "line", "column", "page",
            "section", "block", "anchor_offset", "footnote",
        ], isLater: true)

    func write(to row: inout RowValues) throws {
        row.add(status.kind)
        row.add(status.matter)
        row.add(status.sentence)
        try row.add(json: status.targets.map(\.rawValue))
        row.add(status.range.lowerBound)
        row.add(status.range.upperBound)
        row.add(place)
        row.add(container)
    }

    init(from row: inout RowFields) throws {
        let kind = try row.name(PaperStatus.Kind.self)
        let matter = try row.name(Motion.Kind.self)
        let sentence = try row.text()
        let targets = try row.json(listOf: String.self).map { PaperID(canonical: $0) }
        let start = try row.int()
        let end = try row.int()
        guard start <= end else { throw RowDamage("a status that ends before it starts") }
        let status = PaperStatus(
            kind: kind, matter: matter, sentence: sentence, range: start..<end, targets: targets)
        self.init(status: status, place: try row.place(), container: try row.container())
    }
}

/// A letter that is named by its date.
extension DatedLetterMention: StoredRow {
    static let table = LetterTable(
        "dated_letter",
        columns: [
            "raw", "date", "is_own", "text_start", "text_end", "byte", "line", "column", "page", "section", "block",
            "anchor_offset", "footnote",
        ], isLater: true)

    func write(to row: inout RowValues) {
        row.add(letter.raw)
        row.add(letter.date)
        row.add(letter.isOwn)
        row.add(letter.range.lowerBound)
        row.add(letter.range.upperBound)
        row.add(place)
        row.add(container)
    }

    init(from row: inout RowFields) throws {
        let raw = try row.text()
        let date = try row.text()
        let isOwn = try row.bool()
        let start = try row.int()
        let end = try row.int()
        guard start <= end else { throw RowDamage("a letter's date that ends before it starts") }
        self.init(
            letter: DatedLetter(raw: raw, range: start..<end, date: date, isOwn: isOwn), place: try row.place(),
            container: try row.container())
    }
}

// MARK: - Containers

extension RowValues {
    /// Four columns: section, block, anchor_offset, footnote.
    fileprivate mutating func add(_ container: Mention.Container) {
        switch container {
        case .body(let anchor):
            add(anchor.section)
            add(anchor.block)
            add(anchor.offset)
            add(Int?.none)
        case .footnote(let index):
            add(Int?.none)
            add(Int?.none)
            add(Int?.none)
            add(index)
        }
    }
}

extension RowFields {
    fileprivate mutating func container() throws(RowDamage) -> Mention.Container {
        let section = try optionalInt()
        let block = try optionalInt()
        let offset = try optionalInt()
        switch (section, offset, try optionalInt()) {
        case (let section?, let offset?, nil): return .body(Anchor(section: section, block: block, offset: offset))
        case (nil, nil, let note?): return .footnote(index: note)
        default: throw RowDamage("something that stands nowhere")
        }
    }
}
