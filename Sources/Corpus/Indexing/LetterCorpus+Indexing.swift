import Catalog
import FoundationEssentials
import References
import SearchIndex

extension LetterCorpus {
    static let schema = IndexSchema(fields: QueryField.schemaNames)

    /// Letters that are fed to the index between two commits at most: what a crash makes the next run do again.
    static let commitInterval = 2_000

    /// Brings the index to the catalog's revision. Does nothing when it is there.
    ///
    /// - Throws: `IndexError.locked` while another process writes.
    func catchUp() throws {
        let writer = try IndexWriter(directory: indexPath, schema: Self.schema)
        if try isAhead(writer) {
            _ = try rebuild(inPlaceOf: writer)
        } else {
            try catchUp(writer)
        }
    }

    /// Whether an index was made from another catalog than this one: an older copy was put back, for example.
    func isAhead(_ writer: IndexWriter) throws -> Bool { writer.revision > (try catalog.revision) }

    func catchUp(_ writer: IndexWriter) throws {
        let changes = try catalog.changes(since: writer.revision)
        guard changes.revision != writer.revision else { return }
        for id in changes.removed { try writer.remove(key: id.rawValue) }
        let feeder = try IndexFeeder()
        for id in changes.saved {
            guard let letter = try catalog.letter(id: id) else { continue }
            try writer.add(feeder.document(of: letter))
        }
        try writer.commit(revision: changes.revision)
    }

    /// Makes the index anew from the catalog, whatever state the old one is in.
    ///
    /// The new index is made beside the old one, which answers until the new one takes its place.
    /// - Returns: letters indexed.
    /// - Throws: `IndexError.locked` while another process writes.
    public func rebuild() throws -> Int {
        let old: IndexWriter?
        do {
            old = try IndexWriter(directory: indexPath, schema: Self.schema)
        } catch let error {
            if case .locked = error { throw error }
            // Damaged: nobody can write to it.
            old = nil
        }
        return try rebuild(inPlaceOf: old)
    }

    /// - Parameter old: a writer of the index that is replaced, whose lock keeps others from writing meanwhile.
    func rebuild(inPlaceOf old: IndexWriter?) throws -> Int {
        defer { withExtendedLifetime(old) {} }
        let files = FileManager.default
        let fresh = "\(path)/index.new"
        let aside = "\(path)/index.old"
        try? files.removeItem(atPath: fresh)
        try? files.removeItem(atPath: aside)
        let writer = try IndexWriter(directory: fresh, schema: Self.schema)
        try catchUp(writer)
        if files.fileExists(atPath: indexPath) { try files.moveItem(atPath: indexPath, toPath: aside) }
        // A crash here leaves no index; the next command then makes it from the catalog.
        try files.moveItem(atPath: fresh, toPath: indexPath)
        try? files.removeItem(atPath: aside)
        return try catalog.counts().letters
    }

    /// What is wrong with the catalog, the index, or their agreement; empty when all is well.
    public func check() throws -> [String] {
        var problems = try catalog.check().map(\.description)
        do {
            let reader = try indexReader()
            problems += try reader.verify().map(\.description)
            let ids = try catalog.ids()
            if ids.count != reader.documentCount {
                problems.append(
                    "the catalog holds \(ids.count) letters, the index \(reader.documentCount). Run: kamerspoor rebuild"
                )
            }
            for id in ids where !(try reader.contains(key: id.rawValue)) {
                problems.append("\(id) is in the catalog and not in the index. Run: kamerspoor rebuild")
            }
        } catch let error as IndexError {
            problems.append(error.description)
        }
        return problems
    }
}
