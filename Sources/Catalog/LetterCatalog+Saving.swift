internal import GRDB
public import Letters
public import References

/// What became of an entry that was to be saved.
public enum SaveOutcome: Equatable, Sendable {
    /// The letter is new, or took the place of an earlier version of itself.
    case saved
    /// The catalog holds this very content already; the file is noted as one more place of it.
    case furtherPath
    /// The catalog holds a better form of this letter; the file is noted as its witness.
    case witness
    /// Nothing was changed for this entry.
    case refused(CatalogError)
}

extension LetterCatalog {
    /// Keeps a letter, in one transaction that raises the revision by one.
    ///
    /// It takes the place of the letter with its id, and of the letter that its file held before. A second file with the
    /// same id and the same content becomes a further path of the letter; of two forms the better is kept (XML, then HTML,
    /// PDF, text) and the other noted as its witness.
    ///
    /// - Throws: `CatalogError.identityTaken` if another file of the same form, with other content, holds the same id; its path stays
    ///   unknown to the catalog, so that the next run tries again.
    public func save(_ letter: Letter, sourceBytes: [UInt8], fileState: FileState) throws(CatalogError) {
        let entry = try CatalogEntry(letter: letter, sourceBytes: sourceBytes, fileState: fileState)
        if case .refused(let error) = try save([entry]).first { throw error }
    }

    /// Keeps many letters, in one transaction that raises the revision by one (not at all if no letter changes).
    ///
    /// - Returns: what became of each entry, in their order; one that is refused does not keep the others out.
    @discardableResult
    public func save(_ entries: [CatalogEntry]) throws(CatalogError) -> [SaveOutcome] {
        try write { db in
            var writer = try LetterWriter(db, path: path)
            let outcomes = try entries.map { try writer.save($0) }
            try writer.finish()
            return outcomes
        }
    }

    /// Forgets a file. A letter with no other file goes with it; else the letter moves to the first of the others.
    ///
    /// - Returns: false if the catalog does not know the path.
    @discardableResult
    public func remove(path file: String) throws(CatalogError) -> Bool {
        try remove(paths: [file]) == 1
    }

    /// Forgets files, in one transaction. Returns how many of them the catalog knew.
    @discardableResult
    public func remove(paths files: [String]) throws(CatalogError) -> Int {
        try write { db in
            var writer = try LetterWriter(db, path: path)
            var count = 0
            for file in files where try writer.forget(file) { count += 1 }
            try writer.finish()
            return count
        }
    }

    /// Forgets a letter and all its files. Returns false if there is none with this id.
    @discardableResult
    public func remove(id: PaperID) throws(CatalogError) -> Bool {
        try write { db in
            var writer = try LetterWriter(db, path: path)
            guard let key = try db.letterKey(of: id) else { return false }
            try writer.remove(key, id: id.rawValue)
            try writer.finish()
            return true
        }
    }
}

extension Database {
    func letterKey(of id: PaperID) throws -> Int64? {
        let name = NulEscape.escaped(id.rawValue)
        // Look-ups by id read the index only; a damaged index may lead to another letter.
        let selection = try cachedStatement(sql: "SELECT letter_key FROM letter WHERE id = ?")
        guard let key = try Int64.fetchOne(selection, arguments: [name]) else { return nil }
        let check = try cachedStatement(sql: "SELECT id FROM letter WHERE letter_key = ?")
        guard try String.fetchOne(check, arguments: [key]) == name else {
            throw RowDamage("the index of ids leads from \(id) to another letter")
        }
        return key
    }
}
