/// A table whose rows belong to a letter and are addressed by their place in it.
struct LetterTable: Sendable {
    let name: String
    /// Columns that order the rows of one letter, each counted from 0: its own position, before it that of its holder.
    let keys: [String]
    let columns: [String]
    /// Whether the table came after schema version 1. It leaves the hash of a letter without rows in it as it was, so that
    /// letters of an older catalog keep theirs.
    let isLater: Bool
    /// The last of the columns, which came after schema version 1: NULL in them leaves the hash as it was, too.
    let laterColumns: [String]

    init(
        _ name: String, keys: [String] = ["position"], columns: [String], laterColumns: [String] = [],
        isLater: Bool = false
    ) {
        self.name = name
        self.keys = keys
        self.columns = columns + laterColumns
        self.laterColumns = laterColumns
        self.isLater = isLater
    }

    /// Takes the keys, the columns and, last, the letter's key.
    var insertion: String {
        let all = keys + columns + ["letter_key"]
        let marks = all.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(all.joined(separator: ", "))) VALUES (\(marks))"
    }

    var selection: String {
        "SELECT \((keys + columns).joined(separator: ", ")) FROM \(name) WHERE letter_key = ? "
            + "ORDER BY \(keys.joined(separator: ", "))"
    }
}

/// A part of a letter that is one row of a table.
protocol StoredRow {
    static var table: LetterTable { get }
    /// Adds a value for each of the table's columns, in their order.
    func write(to row: inout RowValues) throws
    /// Takes a value for each of the table's columns, in their order.
    init(from row: inout RowFields) throws
}
