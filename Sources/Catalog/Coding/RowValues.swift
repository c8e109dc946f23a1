internal import Foundation
internal import GRDB
internal import Letters

/// The values of one row on their way into the database, in the order of the table's columns.
struct RowValues {
    private(set) var values: [DatabaseValue] = []

    mutating func add(_ number: Int) { values.append(number.databaseValue) }
    mutating func add(_ number: Int?) { values.append(number?.databaseValue ?? .null) }
    mutating func add(_ number: Double) { values.append(number.databaseValue) }
    mutating func add(_ flag: Bool) { values.append((flag ? 1 : 0).databaseValue) }
    mutating func add(_ text: String) { values.append(NulEscape.escaped(text).databaseValue) }
    mutating func add(_ text: String?) { values.append(text.map { NulEscape.escaped($0).databaseValue } ?? .null) }
    mutating func add(_ bytes: [UInt8]) { values.append(Data(bytes).databaseValue) }

    mutating func add<Name: RawRepresentable<String>>(_ name: Name) { add(name.rawValue) }
    mutating func add<Name: RawRepresentable<String>>(_ name: Name?) { add(name?.rawValue) }

    /// Four columns: byte, line, column, page.
    mutating func add(_ place: Place) {
        add(place.byte)
        add(place.line)
        add(place.column)
        add(place.page)
    }

    /// Two columns: text and runs.
    mutating func add(_ text: PlacedText) throws(RowDamage) {
        if let problem = RunsCodec.problem(of: text.runs, in: text.text) { throw RowDamage(problem) }
        add(text.text)
        add(RunsCodec.encode(text.runs))
    }

    /// Two columns, line and page: known from the runs as well, but not to a person who looks into the database.
    mutating func addStart(of text: PlacedText?) {
        add(text?.start?.line)
        add(text?.start?.page)
    }

    /// One column, a JSON array; NULL for an empty list.
    mutating func add<Element: Encodable>(json list: [Element]) throws {
        if list.isEmpty {
            values.append(.null)
        } else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            // Never a NUL: JSON writes it as \u0000.
            values.append(String(decoding: try encoder.encode(list), as: UTF8.self).databaseValue)
        }
    }
}

/// The values of one row on their way out, taken in the order of the table's columns; a value of the wrong type throws.
///
/// GRDB's own decoding traps on such values, and a damaged file has them.
struct RowFields {
    private let values: [DatabaseValue]
    private let table: String
    private var next = 0

    init(_ values: [DatabaseValue], table: String) {
        self.values = values
        self.table = table
    }

    private mutating func take() throws(RowDamage) -> DatabaseValue.Storage {
        guard next < values.count else { throw RowDamage("a row of \(table) is too short") }
        defer { next += 1 }
        return values[next].storage
    }

    private func damage(_ what: String) -> RowDamage { RowDamage("\(what) in column \(next) of a row of \(table)") }

    /// Passes over columns that repeat what others hold.
    mutating func skip(_ count: Int) { next += count }

    mutating func optionalInt() throws(RowDamage) -> Int? {
        switch try take() {
        case .int64(let number): Int(number)
        case .null: nil
        default: throw damage("no number")
        }
    }

    mutating func int() throws(RowDamage) -> Int {
        guard let number = try optionalInt() else { throw damage("nothing") }
        return number
    }

    mutating func double() throws(RowDamage) -> Double {
        guard case .double(let number) = try take() else { throw damage("no real number") }
        return number
    }

    mutating func bool() throws(RowDamage) -> Bool {
        switch try int() {
        case 0: false
        case 1: true
        default: throw damage("neither 0 nor 1")
        }
    }

    mutating func optionalText() throws(RowDamage) -> String? {
        switch try take() {
        case .string(let text): try NulEscape.unescaped(text)
        case .null: nil
        default: throw damage("no text")
        }
    }

    mutating func text() throws(RowDamage) -> String {
        guard let text = try optionalText() else { throw damage("nothing") }
        return text
    }

    mutating func bytes() throws(RowDamage) -> [UInt8] {
        guard case .blob(let data) = try take() else { throw damage("no bytes") }
        return [UInt8](data)
    }

    mutating func optionalName<Name: RawRepresentable<String>>(_: Name.Type) throws(RowDamage) -> Name? {
        guard let text = try optionalText() else { return nil }
        guard let name = Name(rawValue: text) else { throw damage("an unknown word") }
        return name
    }

    mutating func name<Name: RawRepresentable<String>>(_ type: Name.Type) throws(RowDamage) -> Name {
        guard let name = try optionalName(type) else { throw damage("nothing") }
        return name
    }

    mutating func place() throws(RowDamage) -> Place {
        Place(byte: try int(), line: try int(), column: try int(), page: try int())
    }

    mutating func placedText() throws(RowDamage) -> PlacedText {
        let text = try text()
        return try RunsCodec.decode(try bytes(), text: text)
    }

    mutating func optionalPlacedText() throws(RowDamage) -> PlacedText? {
        guard let text = try optionalText() else {
            skip(1)
            return nil
        }
        return try RunsCodec.decode(try bytes(), text: text)
    }

    mutating func json<Element: Decodable>(listOf _: Element.Type) throws(RowDamage) -> [Element] {
        switch try take() {
        case .null: return []
        case .string(let text):
            do {
                return try JSONDecoder().decode([Element].self, from: Data(text.utf8))
            } catch {
                throw damage("no list")
            }
        default: throw damage("no list")
        }
    }
}
