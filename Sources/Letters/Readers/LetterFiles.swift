#if canImport(Glibc)
    import Glibc
#endif

/// Finds the files to read in what a user names: files as they are, folders recursively.
///
/// In folders only files with a known ending count, hidden ones not, and symbolic links are not followed; each thing left
/// out for another reason is reported. Of several forms of one letter, told by their names, the best comes first; what the
/// others are, their content tells. The order is that of the names' bytes, so that every run is the same.
public struct LetterFiles: Sendable {
    public struct Skipped: Hashable, Sendable {
        public var path: String
        public var reason: String

        public init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }
    }

    /// Paths of the files, as spelled by the user or below a folder that the user spelled.
    public private(set) var paths: [String] = []
    /// Left out on purpose: symbolic links, and what is no regular file.
    public private(set) var skipped: [Skipped] = []
    /// Files that by their names are other forms of letters in `paths`, each with the path of the best form.
    public private(set) var witnesses: [(path: String, of: String)] = []
    /// Folders that cannot be opened and names that cannot be used: letters may be missing.
    public private(set) var unreadable: [Skipped] = []

    /// Folders below one another at most; deeper ones are a loop or a mistake.
    private static let deepest = 100

    /// - Throws: `LettersError.missing` or `.unreadable` for a path that the user named and that cannot be looked at.
    public init(in named: [String]) throws(LettersError) {
        var seen: Set<String> = []
        for path in named {
            let trimmed = Self.withoutTrailingSlash(path)
            switch try Self.kind(of: trimmed, followsLinks: true) {
            case .folder: walk(trimmed, depth: 0, &seen)
            case .file, .other: add(trimmed, &seen)
            case .link: add(trimmed, &seen)
            }
        }
    }

    private mutating func add(_ path: String, _ seen: inout Set<String>) {
        if seen.insert(path).inserted { paths.append(path) }
    }

    private static func withoutTrailingSlash(_ path: String) -> String {
        var rest = path[...]
        while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
        return String(rest)
    }

    // MARK: - Folders

    private mutating func walk(_ folder: String, depth: Int, _ seen: inout Set<String>) {
        guard depth < Self.deepest else {
            unreadable.append(Skipped(path: folder, reason: "more than \(Self.deepest) folders deep"))
            return
        }
        guard let names = Self.names(in: folder) else {
            unreadable.append(Skipped(path: folder, reason: "the folder cannot be opened: \(Self.systemMessage())"))
            return
        }
        let forms = LetterForms(names)
        for name in names where !name.hasPrefix(".") {
            let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
            guard !name.contains("\u{FFFD}"), let kind = try? Self.kind(of: path, followsLinks: false) else {
                unreadable.append(Skipped(path: path, reason: "its name is no valid UTF-8, or it is gone"))
                continue
            }
            switch kind {
            case .folder: walk(path, depth: depth + 1, &seen)
            case .file:
                guard LetterForms.rank(of: name) != nil else { continue }
                if let best = forms.better(than: name) {
                    witnesses.append((path, folder == "/" ? "/\(best)" : "\(folder)/\(best)"))
                } else {
                    add(path, &seen)
                }
            case .link: skipped.append(Skipped(path: path, reason: "symbolic links are not followed"))
            case .other: skipped.append(Skipped(path: path, reason: "no regular file"))
            }
        }
    }

    /// Names in a folder in byte order; nil, with `errno` set, if it cannot be opened.
    private static func names(in folder: String) -> [String]? {
        guard let directory = unsafe opendir(folder) else { return nil }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            // d_name is a NUL-terminated array inside the entry, which lives until the next readdir.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    // MARK: - Kinds of files

    private enum Kind {
        case file, folder, link, other
    }

    private static func kind(of path: String, followsLinks: Bool) throws(LettersError) -> Kind {
        var status = stat()
        let result = followsLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
        guard result == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
            throw .unreadable(path: path, reason: systemMessage())
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    private static func systemMessage() -> String { unsafe String(cString: strerror(errno)) }
}
