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
    private static let indexName = "index"
    var indexPath: String { "\(path)/\(Self.indexName)" }

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
        // An index without its catalog was made from another one, and would answer with letters that are not here. The
        // index is looked for first: one that another process makes at this moment has its catalog before it.
        let index = "\(path)/\(indexName)"
        if FileManager.default.fileExists(atPath: index), !exists(at: path) {
            try? FileManager.default.removeItem(atPath: index)
        }
        return try LetterCorpus(path: path, access: .write)
    }

    /// The newest state of the index. An index that is behind the catalog is brought up to date first, unless another
    /// process is writing; then the state before that change is read.
    func indexReader() throws -> IndexReader {
        let reader = try? IndexReader.open(directory: indexPath)
        if let reader, reader.revision == (try catalog.revision) { return reader }
        do {
            try catchUp()
        } catch IndexError.locked {
            if let reader { return reader }
        }
        return try IndexReader.open(directory: indexPath)
    }
}
