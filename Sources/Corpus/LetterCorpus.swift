public import Catalog
import FoundationEssentials
import SearchIndex

/// A folder that holds a catalog of letters and the search index derived from it.
///
/// The catalog is the truth. A change is committed there first and to the index afterwards, with the catalog's revision;
/// whoever needs the index next brings one that is behind up to date, so a crash between the two needs no repair.
public final class LetterCorpus: Sendable {
    /// Folder of the corpus.
    public let path: String
    public let catalog: LetterCatalog

    static let catalogName = "catalog.sqlite"
    var indexPath: String { "\(path)/index" }

    private init(path: String, access: LetterCatalog.Access) throws {
        self.path = path
        catalog = try LetterCatalog.open(path: "\(path)/\(Self.catalogName)", access: access)
    }

    /// Whether a folder holds a corpus.
    public static func exists(at path: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(path)/\(catalogName)")
    }

    /// Opens a corpus that is there, for reading.
    ///
    /// - Throws: `CorpusError.noCorpus`, `CatalogError`.
    public static func open(at path: String) throws -> LetterCorpus {
        guard exists(at: path) else { throw CorpusError.noCorpus(path: path) }
        do {
            return try LetterCorpus(path: path, access: .read)
        } catch CatalogError.schemaTooOld {
            return try LetterCorpus(path: path, access: .write)
        } catch let error as CatalogError {
            // A catalog whose making was cut short can be read once a writer has opened it.
            guard case .inaccessible = error, let corpus = try? LetterCorpus(path: path, access: .write) else {
                throw error
            }
            return corpus
        }
    }

    /// Opens a corpus for writing, or makes an empty one.
    ///
    /// - Throws: `CorpusError.cannotMake`, `CatalogError`.
    public static func openOrMake(at path: String) throws -> LetterCorpus {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CorpusError.cannotMake(path: path, reason: "a folder of that name cannot be created there")
        }
        let isNew = !exists(at: path)
        let corpus = try LetterCorpus(path: path, access: .write)
        // An index without its catalog belongs to letters that are gone.
        if isNew { try corpus.asWriter { try corpus.removeIndex() } }
        return corpus
    }

    /// The newest state of the index. An index that is behind the catalog is brought up to date first, unless another
    /// process is writing; then the state before that change is read.
    func indexReader() throws -> IndexReader {
        let reader = try? IndexReader.open(directory: indexPath)
        if let reader, reader.revision == (try catalog.revision) { return reader }
        do {
            try asWriter { _ = try upToDateWriter(commitsAlways: true) }
        } catch let error as IndexError {
            // Another process is writing, or this one may not: the state before that change is an answer too. An index
            // that is ahead belongs to another catalog.
            guard let reader, reader.revision <= (try catalog.revision) else { throw error }
            switch error {
            case .locked, .fileSystem: return reader
            default: throw error
            }
        }
        return try IndexReader.open(directory: indexPath)
    }

    /// Runs a change as the one writer of the corpus, in this and in all processes.
    ///
    /// - Throws: `IndexError.locked` at once if another is writing.
    func asWriter<Result>(_ change: () throws -> Result) throws -> Result {
        let lock = try WriterLock(path: "\(path)/writer.lock", index: path)
        defer { extendLifetime(lock) }
        return try change()
    }
}
