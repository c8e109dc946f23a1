internal import GRDB
internal import Letters
internal import References

/// The changes of one transaction, which share one revision.
struct LetterWriter {
    private let db: Database
    private let path: String
    private let revision: Int
    private var hasChanged = false

    init(_ db: Database, path: String) throws {
        self.db = db
        self.path = path
        revision = try db.catalogRevision() + 1
    }

    /// Records the revision, if there was a change.
    func finish() throws {
        if hasChanged { try run("UPDATE catalog SET revision = ?", [revision]) }
    }

    mutating func save(_ entry: CatalogEntry) throws -> SaveOutcome {
        let file = entry.fileState
        try run("DELETE FROM witness WHERE path = ?", [NulEscape.escaped(file.path)])
        let holder = try key("SELECT letter_key FROM file WHERE path = ?", [NulEscape.escaped(file.path)])
        guard let key = try db.letterKey(of: entry.letter.id) else {
            if holder != nil { try detach(file.path) }
            try insert(entry, key: nil)
            return .saved
        }
        let known = try String.fetchOne(db, sql: "SELECT sha256 FROM letter WHERE letter_key = ?", arguments: [key])
        let isSame = known == NulEscape.escaped(file.sha256)
        if holder == key {
            // Other files of the letter stay with it only while their content is the letter's.
            let others = isSame ? try files(of: key, but: file.path) : []
            let witnesses = try db.witnesses(of: key)
            try run("DELETE FROM letter WHERE letter_key = ?", [key])
            try insert(entry, key: key, furtherFiles: others)
            for witness in witnesses { try add(witness, to: key) }
            return .saved
        }
        if !isSame, let outcome = try saveForm(entry, key: key, isHolder: holder != nil) { return outcome }
        guard isSame else {
            let other = try files(of: key).first?.path ?? "another file"
            return .refused(.identityTaken(id: entry.letter.id, path: file.path, otherPath: other))
        }
        if holder != nil { try detach(file.path) }
        try add(NamedFile(state: file, named: entry.letter.source.path), to: key)
        return .furtherPath
    }

    /// Saves another form of a letter than the one that was read: a better one takes its place, a poorer one is noted.
    ///
    /// - Returns: nil if both are of one form.
    private mutating func saveForm(_ entry: CatalogEntry, key: Int64, isHolder: Bool) throws -> SaveOutcome? {
        let format = try format(of: key)
        let new = entry.letter.source.format
        guard new.poverty != format.poverty else { return nil }
        if new.poverty > format.poverty {
            try note(Witness(file: entry.fileState, named: entry.letter.source.path, format: new), of: key)
            return .witness
        }
        if isHolder { try detach(entry.fileState.path) }
        var witnesses = try db.witnesses(of: key)
        witnesses += try files(of: key).map { Witness(file: $0.state, named: $0.named, format: format) }
        try run("DELETE FROM letter WHERE letter_key = ?", [key])
        try insert(entry, key: key)
        for witness in witnesses { try add(witness, to: key) }
        return .saved
    }

    private func format(of key: Int64) throws -> SourceInfo.Format {
        let name = try String.fetchOne(db, sql: "SELECT format FROM letter WHERE letter_key = ?", arguments: [key])
        guard let format = name.flatMap(SourceInfo.Format.init(rawValue:)) else {
            throw RowDamage("letter number \(key) has no format")
        }
        return format
    }

    /// Notes a file as another form of a letter; it is no longer what it was before.
    mutating func note(_ witness: Witness, of key: Int64) throws {
        try run("DELETE FROM witness WHERE path = ?", [NulEscape.escaped(witness.file.path)])
        try detach(witness.file.path)
        try add(witness, to: key)
    }

    private func add(_ witness: Witness, to key: Int64) throws {
        var values = RowValues()
        NamedFile(state: witness.file, named: witness.named).write(to: &values)
        values.add(witness.format)
        try run(
            "INSERT INTO witness (letter_key, path, named, size, modified, sha256, format) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [key] + StatementArguments(values.values))
    }

    /// Takes a file from its letter, of which it is the source or another form.
    mutating func forget(_ file: String) throws -> Bool {
        try run("DELETE FROM witness WHERE path = ?", [NulEscape.escaped(file)])
        if db.changesCount > 0 { return true }
        return try detach(file)
    }

    /// Takes a file from its letter; the letter itself goes if it was the only one.
    @discardableResult
    mutating func detach(_ file: String) throws -> Bool {
        guard let key = try key("SELECT letter_key FROM file WHERE path = ?", [NulEscape.escaped(file)]) else {
            return false
        }
        let others = try files(of: key, but: file)
        guard let heir = others.first else {
            // Without a look at the letter, so that a damaged one can be removed and replaced.
            let id = try String.fetchOne(db, sql: "SELECT id FROM letter WHERE letter_key = ?", arguments: [key])
            try remove(key, id: id ?? "")
            return true
        }
        try run("DELETE FROM file WHERE path = ?", [NulEscape.escaped(file)])
        // The letter names one of its files as its source: when that one goes, another takes its place.
        var letter = try StoredLetterReader.letter(db, key: key)
        if !others.contains(where: { Array($0.named.utf8) == Array(letter.source.path.utf8) }) {
            letter.source.path = heir.named
            let source = try db.storedSource(of: key)
            let witnesses = try db.witnesses(of: key)
            try run("DELETE FROM letter WHERE letter_key = ?", [key])
            try insert(StoredLetter(letter), id: letter.id, key: key)
            try source.insert(into: db, key: key)
            for other in others { try add(other, to: key) }
            for witness in witnesses { try add(witness, to: key) }
        }
        return true
    }

    /// - Parameter id: as stored.
    mutating func remove(_ key: Int64, id: String) throws {
        hasChanged = true
        try run("DELETE FROM letter WHERE letter_key = ?", [key])
        try run("INSERT OR REPLACE INTO removed_letter (id, revision) VALUES (?, ?)", [id, revision])
    }

    // MARK: - Rows

    private mutating func insert(_ entry: CatalogEntry, key: Int64?, furtherFiles: [NamedFile] = []) throws {
        let key = try insert(entry.stored, id: entry.letter.id, key: key)
        try entry.source.insert(into: db, key: key)
        try add(NamedFile(state: entry.fileState, named: entry.letter.source.path), to: key)
        for file in furtherFiles { try add(file, to: key) }
    }

    @discardableResult
    private mutating func insert(_ stored: StoredLetter, id: PaperID, key: Int64?) throws -> Int64 {
        hasChanged = true
        try run("DELETE FROM removed_letter WHERE id = ?", [NulEscape.escaped(id.rawValue)])
        return try stored.insert(into: db, key: key, revision: revision)
    }

    private func add(_ file: NamedFile, to key: Int64) throws {
        var values = RowValues()
        file.write(to: &values)
        try run(
            "INSERT INTO file (letter_key, path, named, size, modified, sha256) VALUES (?, ?, ?, ?, ?, ?)",
            [key] + StatementArguments(values.values))
    }

    /// In the order of their paths. SQLite compares them byte by byte, as the file system does and Swift does not.
    private func files(of key: Int64, but left: String = "") throws -> [NamedFile] {
        let sql =
            "SELECT path, named, size, modified, sha256 FROM file WHERE letter_key = ? AND path <> ? ORDER BY path"
        return try Row.fetchAll(db, sql: sql, arguments: [key, NulEscape.escaped(left)]).map { row in
            var fields = RowFields(Array(row.databaseValues), table: "file")
            return try NamedFile(from: &fields)
        }
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func key(_ sql: String, _ arguments: StatementArguments) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }
}

/// A file with the path by which the user named it.
struct NamedFile {
    var state: FileState
    var named: String

    init(state: FileState, named: String) {
        self.state = state
        self.named = named
    }

    var path: String { state.path }

    func write(to row: inout RowValues) {
        row.add(state.path)
        row.add(named)
        row.add(state.size)
        row.add(state.modified)
        row.add(state.sha256)
    }

    init(from row: inout RowFields) throws(RowDamage) {
        let path = try row.text()
        named = try row.text()
        state = FileState(path: path, size: try row.int(), modified: try row.int(), sha256: try row.text())
    }
}
