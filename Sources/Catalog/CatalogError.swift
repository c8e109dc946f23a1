internal import GRDB
public import References

/// Why the catalog could not be opened, read or written.
public enum CatalogError: Error, Equatable {
    /// There is no file, and the caller did not ask for one.
    case missing(path: String)
    /// The file is no SQLite database, or the database of another program.
    case notACatalog(path: String)
    case schemaTooNew(path: String, found: Int, newest: Int)
    /// A reader cannot migrate; a writer does so when it opens the catalog.
    case schemaTooOld(path: String, found: Int, newest: Int)
    case busy(path: String)
    case diskFull(path: String)
    /// The system refuses to open, read or write the file.
    case inaccessible(path: String, reason: String)
    /// What is stored cannot be what was saved.
    case damaged(path: String, what: String)
    /// A write through a catalog or snapshot that was opened for reading.
    case readOnly(path: String)
    /// Two files with different content both say that they are this letter.
    case identityTaken(id: PaperID, path: String, otherPath: String)
    case sourceTooLarge(path: String, bytes: Int, limit: Int)
    /// Letter, source and file state that were given together do not belong together.
    case inconsistent(id: PaperID, what: String)
    /// Any other failure that SQLite reports.
    case failed(path: String, code: Int, message: String)
}

extension CatalogError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path):
            "No catalog at \(path). Make one with: kamerspoor index PATH"
        case .notACatalog(let path):
            "\(path) is not a Kamerspoor catalog. Name another corpus, or move this file away and index again."
        case .schemaTooNew(let path, let found, let newest):
            "Catalog \(path) has schema \(found), this program knows up to \(newest). Use a newer program."
        case .schemaTooOld(let path, let found, let newest):
            "Catalog \(path) has schema \(found), reading needs \(newest). Update it with: kamerspoor index PATH"
        case .busy(let path):
            "Catalog \(path) is being written by another process. Wait for it to end, then try again."
        case .diskFull(let path):
            "The disk that holds catalog \(path) is full; the last change was not kept. Free some space, then try again."
        case .inaccessible(let path, let reason):
            "Catalog \(path) cannot be used: \(reason). Check the permissions of the file and its folder."
        case .damaged(let path, let what):
            "Catalog \(path) is damaged: \(what). Restore it from a copy, or move it away and index the letters again."
        case .readOnly(let path):
            "Catalog \(path) is open for reading only. Open it for writing to change it."
        case .identityTaken(let id, let path, let otherPath):
            "\(path) says that it is \(id), but \(otherPath), whose content differs, is that letter already. "
                + "Remove one of them, or give one its own id with --id."
        case .sourceTooLarge(let path, let bytes, let limit):
            "\(path) has \(bytes) bytes, the catalog keeps sources of up to \(limit). Split the file."
        case .inconsistent(let id, let what):
            "Letter \(id) cannot be kept: \(what). This is a fault of the program; please report it."
        case .failed(let path, let code, let message):
            "Catalog \(path): SQLite error \(code), \(message). Run: kamerspoor check"
        }
    }
}

extension CatalogError {
    /// The catalog's word for any error that leaves GRDB or the row decoders.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as CatalogError:
            self = error
        case let error as RowDamage:
            self = .damaged(path: path, what: error.description)
        case let error as DatabaseError:
            self.init(error, path: path)
        default:
            self = .failed(path: path, code: 1, message: String(describing: error))
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let message = error.message ?? "no message"
        switch error.resultCode {
        case .SQLITE_NOTADB:
            self = .notACatalog(path: path)
        case .SQLITE_CORRUPT:
            self = .damaged(path: path, what: message)
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
            self = .busy(path: path)
        case .SQLITE_FULL:
            self = .diskFull(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_AUTH:
            self = .inaccessible(path: path, reason: message)
        default:
            self = .failed(path: path, code: Int(error.extendedResultCode.rawValue), message: message)
        }
    }
}
