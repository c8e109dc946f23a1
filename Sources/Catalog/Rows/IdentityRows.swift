internal import Letters
internal import References

/// One of the other ids of a letter.
struct AliasRow: StoredRow {
    static let table = LetterTable("alias", columns: ["id"])
    var id: PaperID

    init(_ id: PaperID) { self.id = id }
    func write(to row: inout RowValues) { row.add(id.rawValue) }
    init(from row: inout RowFields) throws { id = PaperID(canonical: try row.text()) }
}

extension SelfMention: StoredRow {
    static let table = LetterTable("self_mention", columns: ["id", "origin", "byte", "line", "column", "page"])

    func write(to row: inout RowValues) {
        row.add(id.rawValue)
        row.add(origin)
        row.add(place)
    }

    init(from row: inout RowFields) throws {
        self.init(
            id: PaperID(canonical: try row.text()), origin: try row.name(Identity.Origin.self), place: try row.place())
    }
}

extension Head.Dossier: StoredRow {
    static let table = LetterTable("dossier", columns: ["number", "title", "byte", "line", "column", "page"])

    func write(to row: inout RowValues) {
        row.add(number)
        row.add(title)
        row.add(place)
    }

    init(from row: inout RowFields) throws {
        self.init(number: try row.text(), title: try row.optionalText(), place: try row.place())
    }
}

extension Head.Signatory: StoredRow {
    static let table = LetterTable("signatory", columns: ["role", "name"])

    func write(to row: inout RowValues) {
        row.add(role)
        row.add(name)
    }

    init(from row: inout RowFields) throws {
        self.init(role: try row.text(), name: try row.optionalText())
    }
}

extension Head.Annex: StoredRow {
    static let table = LetterTable(
        "annex", columns: ["number", "title", "byte", "line", "column", "page"], isLater: true)

    func write(to row: inout RowValues) {
        row.add(number)
        row.add(title)
        row.add(place)
    }

    init(from row: inout RowFields) throws {
        self.init(number: try row.optionalText(), title: try row.optionalText(), place: try row.place())
    }
}

extension Head.Origin: StoredRow {
    static let table = LetterTable(
        "head_origin", columns: ["field", "source", "byte", "line", "column", "page"], isLater: true)

    func write(to row: inout RowValues) {
        row.add(field)
        row.add(source)
        row.add(place)
    }

    init(from row: inout RowFields) throws {
        self.init(
            field: try row.name(Head.Field.self), source: try row.name(Head.Origin.Source.self), place: try row.place())
    }
}

extension Diagnostic: StoredRow {
    static let table = LetterTable(
        "diagnostic", columns: ["kind", "byte", "line", "column", "page", "detail"], laterColumns: ["path"])

    func write(to row: inout RowValues) {
        row.add(kind)
        row.add(place)
        row.add(detail)
        row.add(path)
    }

    init(from row: inout RowFields) throws {
        let kind = try row.name(Diagnostic.Kind.self)
        let place = try row.place()
        let detail = try row.text()
        self.init(kind: kind, place: place, path: try row.optionalText(), detail: detail)
    }
}
