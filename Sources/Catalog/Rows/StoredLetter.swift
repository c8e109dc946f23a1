internal import GRDB
internal import Letters
internal import References

/// A letter as rows, made without the database, so that many letters can be made at once.
struct StoredLetter: Sendable {
    struct Rows: Sendable {
        let insertion: String
        /// For each row its keys and columns, all that its insertion needs but the letter's key.
        fileprivate(set) var rows: [StatementArguments] = []
    }

    /// Values of `LetterRow.columns`.
    let head: [DatabaseValue]
    /// In the order of the digest.
    private(set) var tables: [Rows] = []
    let digest: Int64

    init(_ letter: Letter) throws {
        var row = RowValues()
        LetterRow(letter).write(to: &row)
        head = row.values
        var digest = RowDigest(head: head)
        try tables.append(Self.rows(letter.identity.aliases.map(AliasRow.init), &digest))
        try tables.append(Self.rows(letter.identity.selfMentions, &digest))
        try tables.append(Self.rows(letter.head.dossiers, &digest))
        try tables.append(Self.rows(letter.head.signatories, &digest))
        try tables.append(Self.rows(letter.sections, &digest))
        try tables.append(Self.rows(nested: letter.sections.map(\.blocks), &digest))
        try tables.append(Self.rows(letter.footnotes, &digest))
        try tables.append(Self.rows(letter.markers, &digest))
        try tables.append(Self.rows(letter.mentions, &digest))
        try tables.append(Self.rows(nested: letter.mentions.map { $0.reference.targets.map(TargetRow.init) }, &digest))
        try tables.append(Self.rows(letter.diagnostics, &digest))
        try tables.append(Self.rows(letter.abbreviations, &digest))
        try tables.append(Self.rows(letter.head.annexes, &digest))
        try tables.append(Self.rows(letter.head.origins, &digest))
        try tables.append(Self.rows(letter.statuses, &digest))
        try tables.append(Self.rows(letter.datedLetters, &digest))
        self.digest = digest.value
    }

    private static func rows<Part: StoredRow>(_ parts: [Part], _ digest: inout RowDigest) throws -> Rows {
        var result = Rows(insertion: Part.table.insertion)
        digest.begin(Part.table, rows: parts.count)
        for (position, part) in parts.enumerated() {
            var row = RowValues()
            row.add(position)
            try part.write(to: &row)
            digest.combine(row.values, of: Part.table)
            result.rows.append(StatementArguments(row.values))
        }
        return result
    }

    private static func rows<Part: StoredRow>(nested parts: [[Part]], _ digest: inout RowDigest) throws -> Rows {
        var result = Rows(insertion: Part.table.insertion)
        digest.begin(Part.table, rows: parts.reduce(0) { $0 + $1.count })
        for (holder, parts) in parts.enumerated() {
            for (position, part) in parts.enumerated() {
                var row = RowValues()
                row.add(holder)
                row.add(position)
                try part.write(to: &row)
                digest.combine(row.values, of: Part.table)
                result.rows.append(StatementArguments(row.values))
            }
        }
        return result
    }

    /// - Parameter key: nil for the next free one.
    /// - Returns: the key under which the letter stands.
    func insert(into db: Database, key: Int64?, revision: Int) throws -> Int64 {
        let arguments = head + [digest.databaseValue, revision.databaseValue, key?.databaseValue ?? .null]
        try db.cachedStatement(sql: LetterRow.insertion).execute(arguments: StatementArguments(arguments))
        let key = db.lastInsertedRowID
        let keyArgument: StatementArguments = [key]
        for table in tables where !table.rows.isEmpty {
            let insertion = try db.cachedStatement(sql: table.insertion)
            for row in table.rows { try insertion.execute(arguments: row + keyArgument) }
        }
        return key
    }
}

extension RowDigest {
    init(_ values: [DatabaseValue]) {
        self.init()
        combine(values, later: [])
    }

    /// A row of `letter`.
    init(head: [DatabaseValue]) {
        self.init()
        combine(head, later: LetterRow.laterColumns)
    }

    /// One row of a table.
    mutating func combine(_ row: [DatabaseValue], of table: LetterTable) { combine(row, later: table.laterColumns) }

    /// The last columns came with later schemas: they count only where they hold something, each with its name before it,
    /// so that letters saved before keep their hash.
    private mutating func combine(_ row: [DatabaseValue], later columns: [String]) {
        let first = row.count - columns.count
        for value in row.prefix(first) { combine(value) }
        for (column, value) in zip(columns, row.dropFirst(first)) where !value.isNull {
            combine(column.databaseValue)
            combine(value)
        }
    }

    /// What goes before the rows of a table. A later table without rows leaves no trace; one with rows is named, since
    /// any of them may be left out.
    mutating func begin(_ table: LetterTable, rows count: Int) {
        if table.isLater {
            guard count > 0 else { return }
            combine(table.name.databaseValue)
        }
        combine(UInt64(count))
    }

    mutating func combine(_ rows: [[DatabaseValue]], of table: LetterTable) {
        begin(table, rows: rows.count)
        for row in rows { combine(row, of: table) }
    }
}

// MARK: - Reading

/// Takes a letter's rows table by table, in the order of `StoredLetter`, and checks them against the letter's hash.
struct StoredLetterReader {
    private let db: Database
    private let key: Int64
    private var digest: RowDigest

    /// The letter with this key, whole; any change to it since it was saved throws.
    static func letter(_ db: Database, key: Int64) throws -> Letter {
        let selection = try db.cachedStatement(sql: LetterRow.selection)
        guard let row = try Row.fetchOne(selection, arguments: [key]) else {
            throw RowDamage("letter number \(key) is not there")
        }
        var values = Array(row.databaseValues)
        guard case .int64(let stored) = values.removeLast().storage else {
            throw RowDamage("letter number \(key) has no hash")
        }
        var fields = RowFields(values, table: "letter")
        let head = try LetterRow(from: &fields)
        var reader = StoredLetterReader(db: db, key: key, digest: RowDigest(head: values))
        let letter = try reader.letter(head)
        guard reader.digest.value == stored, LetterRow.Counts(letter) == head.counts else {
            throw RowDamage("the rows of letter \(letter.id) do not fit their hash")
        }
        return letter
    }

    private init(db: Database, key: Int64, digest: RowDigest) {
        self.db = db
        self.key = key
        self.digest = digest
    }

    private mutating func letter(_ head: LetterRow) throws -> Letter {
        var letter = head.letter
        letter.identity.aliases = try parts(AliasRow.self).map(\.id)
        letter.identity.selfMentions = try parts(SelfMention.self)
        letter.head.dossiers = try parts(Head.Dossier.self)
        letter.head.signatories = try parts(Head.Signatory.self)
        letter.sections = try parts(Section.self)
        for (section, block) in try nestedParts(Block.self) {
            guard letter.sections.indices.contains(section) else { throw RowDamage("a block without its section") }
            letter.sections[section].blocks.append(block)
        }
        letter.footnotes = try parts(Footnote.self)
        letter.markers = try parts(Marker.self)
        letter.mentions = try parts(Mention.self)
        for (mention, target) in try nestedParts(TargetRow.self) {
            guard letter.mentions.indices.contains(mention) else { throw RowDamage("a target without its mention") }
            letter.mentions[mention].reference.targets.append(target.id)
        }
        letter.diagnostics = try parts(Diagnostic.self)
        letter.abbreviations = try parts(Abbreviation.self)
        letter.head.annexes = try parts(Head.Annex.self)
        letter.head.origins = try parts(Head.Origin.self)
        letter.statuses = try parts(StatusMention.self)
        letter.datedLetters = try parts(DatedLetterMention.self)
        return letter
    }

    private mutating func parts<Part: StoredRow>(_: Part.Type) throws -> [Part] {
        try rows(of: Part.table).enumerated().map { position, values in
            var row = RowFields(values, table: Part.table.name)
            guard try row.int() == position else { throw RowDamage("a gap in \(Part.table.name)") }
            return try Part(from: &row)
        }
    }

    private mutating func nestedParts<Part: StoredRow>(_: Part.Type) throws -> [(holder: Int, part: Part)] {
        try rows(of: Part.table).map { values in
            var row = RowFields(values, table: Part.table.name)
            let holder = try row.int()
            row.skip(1)
            return (holder, try Part(from: &row))
        }
    }

    private mutating func rows(of table: LetterTable) throws -> [[DatabaseValue]] {
        let cursor = try Row.fetchCursor(db.cachedStatement(sql: table.selection), arguments: [key])
        var rows: [[DatabaseValue]] = []
        while let row = try cursor.next() { rows.append(Array(row.databaseValues)) }
        digest.combine(rows, of: table)
        return rows
    }
}
