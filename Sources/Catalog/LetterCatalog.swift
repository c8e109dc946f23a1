private import Foundation
internal import GRDB

/// The letters of a corpus in one SQLite file: the truth from which everything else can be made again.
///
/// One writer and any number of readers, in this and in other processes: readers are never blocked and see the catalog
/// before a change or after it. A change that has returned survives a crash and a loss of power (WAL, synchronous FULL).
/// The schema is in `docs/catalog-schema.md`.
public final class LetterCatalog: Sendable {
    /// Of the database file.
    public let path: String
    private let reader: any DatabaseReader
    /// nil for a catalog that was opened for reading, and for a snapshot.
    private let writer: DatabasePool?

    private init(path: String, reader: any DatabaseReader, writer: DatabasePool?) {
        self.path = path
        self.reader = reader
        self.writer = writer
    }

    public enum Access: Sendable {
        /// Makes the catalog if there is none, and brings an older one to the newest schema.
        case write
        case read
    }

    /// - Parameters:
    ///   - path: of the database file; its folder must exist.
    ///   - busyTimeout: seconds to wait for another writer before `CatalogError.busy`.
    public static func open(
        path: String, access: Access = .write, busyTimeout: Double = 5
    ) throws(CatalogError) -> LetterCatalog {
        guard access == .write || FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        guard startsLikeADatabase(path) else { throw .notACatalog(path: path) }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(path, access, busyTimeout))
            guard access == .write else { return LetterCatalog(path: path, reader: pool, writer: nil) }
            try migrate(pool)
            // GRDB sets NORMAL when it turns WAL on, which may lose the last transactions with the power.
            try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            return LetterCatalog(path: path, reader: pool, writer: pool)
        } catch {
            throw CatalogError(error, path: path)
        }
    }

    private static func migrate(_ pool: DatabasePool) throws {
        let migrator = Schema.migrator()
        do {
            try migrator.migrate(pool)
        } catch {
            // Another process may have been quicker: GRDB asks what is left to do before it has the lock to do it.
            guard try pool.read(migrator.hasCompletedMigrations) else { throw error }
        }
    }

    /// SQLite takes a file that is shorter than its header for a new database and writes over it.
    private static func startsLikeADatabase(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return true }
        defer { try? file.close() }
        // An empty file is a catalog whose making was cut off; one that cannot be read gets its error from SQLite.
        guard let start = try? file.read(upToCount: 16), !start.isEmpty else { return true }
        return Array(start) == Array("SQLite format 3\0".utf8)
    }

    private static func configuration(_ path: String, _ access: Access, _ busyTimeout: Double) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .read
        configuration.busyMode = .timeout(busyTimeout)
        configuration.foreignKeysEnabled = true
        configuration.persistentReadOnlyConnections = true
        configuration.maximumReaderCount = 8
        configuration.label = "kamerspoor.catalog"
        configuration.prepareDatabase { db in
            // A damaged or hostile file must not make SQLite run what its schema says, or read cells that overlap.
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
            // Before WAL is turned on, so that a foreign database stays as it is.
            switch try Schema.finding(in: db) {
            case .foreign:
                throw CatalogError.notACatalog(path: path)
            case .catalog(let version) where version > Schema.newest:
                throw CatalogError.schemaTooNew(path: path, found: version, newest: Schema.newest)
            case .catalog(let version) where version < Schema.newest && access == .read:
                throw CatalogError.schemaTooOld(path: path, found: version, newest: Schema.newest)
            case .empty where access == .read:
                throw CatalogError.missing(path: path)
            case .empty, .catalog:
                break
            }
        }
        return configuration
    }

    /// The catalog as it is now, for several look-ups that must agree; later changes do not show in it.
    ///
    /// A snapshot keeps SQLite from emptying its log: let it go when the answer is made.
    public func snapshot() throws(CatalogError) -> LetterCatalog {
        guard let pool = reader as? DatabasePool else { return self }
        do {
            return LetterCatalog(path: path, reader: try pool.makeSnapshot(), writer: nil)
        } catch {
            throw CatalogError(error, path: path)
        }
    }

    /// Ends all work on the catalog; later calls throw. Without it, the file is closed with the last reference.
    public func close() throws(CatalogError) {
        do {
            try reader.close()
        } catch {
            throw CatalogError(error, path: path)
        }
    }

    // MARK: - For the extensions

    func read<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
        do {
            return try reader.read(body)
        } catch {
            throw CatalogError(error, path: path)
        }
    }

    /// One transaction: all of `body` or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
        guard let writer else { throw .readOnly(path: path) }
        do {
            return try writer.write(body)
        } catch {
            throw CatalogError(error, path: path)
        }
    }
}
