/// Why an index could not be opened, read or written.
public enum IndexError: Error, Equatable {
    /// The folder holds no commit of an index.
    case notAnIndex(path: String)
    /// Written by a later version of this program.
    case formatTooNew(path: String, found: Int, newest: Int)
    /// Written by an earlier version of this program, in a format that is no longer read.
    case formatTooOld(path: String, found: Int, oldest: Int)
    /// Bytes that no writer leaves behind.
    case corrupt(file: String, offset: Int, what: String)
    /// Another writer is at work; `since` is the time at which it began, in seconds from 1970 (UTC).
    case locked(path: String, byProcess: Int32, since: UInt64)
    /// The operating system refused; `code` is its `errno`.
    case fileSystem(operation: String, path: String, code: Int32)
    /// The index has other fields than the caller asks for.
    case otherSchema(path: String, found: [String], wanted: [String])
    /// A query or document names a field that the index does not have.
    case unknownField(name: String, known: [String])
    /// A query that has no meaning, or is nested too deep.
    case invalidQuery(what: String)
    /// A document that cannot be stored.
    case invalidDocument(key: String, what: String)
    /// A commit of this writer failed before; what it held is not in the index.
    case writerClosed(path: String)
}

extension IndexError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAnIndex(let path):
            "No index in \(path). Build one with: kamerspoor index PATH"
        case .formatTooNew(let path, let found, let newest):
            "Index \(path) has format \(found), this program reads up to \(newest). Use a newer program, or rebuild it."
        case .formatTooOld(let path, let found, let oldest):
            "Index \(path) has format \(found), this program reads from \(oldest) on. Run: kamerspoor rebuild"
        case .corrupt(let file, let offset, let what):
            "\(file) is damaged at byte \(offset): \(what). Run: kamerspoor rebuild"
        case .locked(let path, let process, let since):
            process == 0
                ? "\(path) is being written by another process. Wait for it to end."
                : "\(path) is being written by process \(process) since \(utcTime(since)). Wait for it to end."
        case .fileSystem(let operation, let path, let code):
            "Cannot \(operation) \(path): \(systemMessage(code)). Check the disk and its permissions, then run: kamerspoor check"
        case .otherSchema(let path, let found, let wanted):
            "Index \(path) has the fields \(found.joined(separator: ", ")), "
                + "wanted are \(wanted.joined(separator: ", ")). Run: kamerspoor rebuild"
        case .unknownField(let name, let known):
            "The index has no field \(name). Its fields are: \(known.joined(separator: ", "))."
        case .invalidQuery(let what):
            "The query cannot be run: \(what)."
        case .invalidDocument(let key, let what):
            "Document \(key) cannot be indexed: \(what)."
        case .writerClosed(let path):
            "A write to \(path) failed before, so its writer is closed. Open a new writer and add the documents again."
        }
    }
}

extension IndexError {
    /// Whether bytes or files of a commit are lost, so that an older commit is the best there is. Another error, such as
    /// too many open files, says nothing about the commit.
    var isDamage: Bool {
        switch self {
        case .corrupt: true
        case .fileSystem(_, _, let code): isMissingFile(code)
        default: false
        }
    }
}

/// Date and time of day in UTC, such as `2026-11-21 23:44:35 UTC`.
///
/// Civil date from a day count: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
private func utcTime(_ seconds: UInt64) -> String {
    // Years past 9999 only come from a damaged lock file.
    let seconds = min(seconds, 253_402_300_799)
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ value: UInt64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let time = [seconds % 86_400 / 3_600, seconds % 3_600 / 60, seconds % 60].map(padded).joined(separator: ":")
    return "\(year)-\(padded(month))-\(padded(day)) \(time) UTC"
}
