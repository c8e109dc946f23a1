internal import Letters

extension Abbreviation: StoredRow {
    static let table = LetterTable(
        "abbreviation", columns: ["short_form", "long_form", "byte", "line", "column", "page"], isLater: true)

    func write(to row: inout RowValues) {
        row.add(shortForm)
        row.add(longForm)
        row.add(place)
    }

    init(from row: inout RowFields) throws {
        self.init(shortForm: try row.text(), longForm: try row.text(), place: try row.place())
    }
}
