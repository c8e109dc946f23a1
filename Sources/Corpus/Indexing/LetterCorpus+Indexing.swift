import Catalog
import FoundationEssentials
import References
import SearchIndex

extension LetterCorpus {
    static let schema = IndexSchema(fields: QueryField.schemaNames)

    /// Letters that are fed to the index between two commits at most: what a crash makes the next run do again.
    static let commitInterval = 2_000

    /// The one writer of the index, which it has brought to the catalog's revision.
    ///
    /// An index that is ahead was made from another catalog, such as one that a backup has replaced; it is made anew.
    ///
    /// - Parameter commitsAlways: leaves a commit behind even where there is nothing to feed, so that readers have one.
    func upToDateWriter(commitsAlways: Bool = false) throws -> IndexWriter {
        let committed = try? IndexReader.open(directory: indexPath).revision
        if let committed, committed > (try catalog.revision) { try replaceIndex() }
        let writer = try openWriter()
        try feedChanges(to: writer, commitsAlways: commitsAlways && committed == nil)
        return writer
    }

    /// An index in a format of the past is made anew.
    private func openWriter() throws -> IndexWriter {
        do {
            return try IndexWriter(directory: indexPath, schema: Self.schema)
        } catch IndexError.formatTooOld {
            try replaceIndex()
            return try IndexWriter(directory: indexPath, schema: Self.schema)
        }
    }

    private func feedChanges(to writer: IndexWriter, commitsAlways: Bool) throws {
        let changes = try catalog.changes(since: writer.revision)
        guard commitsAlways || changes.revision != writer.revision else { return }
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
    /// - Returns: letters indexed.
    /// - Throws: `IndexError.locked` while another process writes.
    public func rebuild() throws -> Int {
        try asWriter { try replaceIndex() }
        return try catalog.counts().letters
    }

    /// Makes a new index beside the old one, which answers until the new one takes its place.
    func replaceIndex() throws {
        let files = FileManager.default
        let fresh = "\(path)/index.new"
        let old = "\(path)/index.old"
        try? files.removeItem(atPath: fresh)
        try? files.removeItem(atPath: old)
        try feedChanges(to: try IndexWriter(directory: fresh, schema: Self.schema), commitsAlways: true)
        if files.fileExists(atPath: indexPath) { try files.moveItem(atPath: indexPath, toPath: old) }
        // A crash here leaves no index; the next command then makes it from the catalog.
        try files.moveItem(atPath: fresh, toPath: indexPath)
        try? files.removeItem(atPath: old)
    }

    func removeIndex() throws {
        if FileManager.default.fileExists(atPath: indexPath) { try FileManager.default.removeItem(atPath: indexPath) }
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
