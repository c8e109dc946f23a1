internal import Glibc

/// What the operating system says an `errno` means.
func systemMessage(_ code: Int32) -> String {
    // strerror returns a text that ends in NUL; it is copied before any other call could change it.
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
}

/// Whether an `errno` says that a file is not there.
func isMissingFile(_ code: Int32) -> Bool { code == ENOENT }

/// The calls on files and folders that the index makes, with the system's errors as `IndexError`.
///
/// A `String` passed as a path is lent to the system as a text ending in NUL for the length of the call; that is the
/// invariant of each `unsafe` here that has no comment of its own.
enum FileSystem {
    /// Names in a folder, without `.` and `..`, in byte order. Throws `.notAnIndex` when the folder is not there.
    static func names(in directory: String) throws(IndexError) -> [String] {
        guard let stream = unsafe opendir(directory) else {
            if errno == ENOENT || errno == ENOTDIR { throw .notAnIndex(path: directory) }
            throw .fileSystem(operation: "list", path: directory, code: errno)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        errno = 0
        // An entry is valid until the next readdir on its stream; its name ends in NUL and is copied at once.
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .fileSystem(operation: "list", path: directory, code: errno) }
        return names.sorted()
    }

    /// Makes a folder and those above it; one that is there already is fine.
    static func makeDirectory(_ path: String) throws(IndexError) {
        if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw .fileSystem(operation: "make the folder", path: path, code: errno)
        }
        try makeDirectory(String(path[..<slash]))
        guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw .fileSystem(operation: "make the folder", path: path, code: errno)
        }
    }

    /// Forces names that were made, renamed or removed in a folder onto the disk.
    static func synchronize(directory: String) throws(IndexError) {
        let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fileSystem(operation: "open", path: directory, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .fileSystem(operation: "synchronize", path: directory, code: errno) }
    }

    static func rename(_ old: String, to new: String) throws(IndexError) {
        guard unsafe Glibc.rename(old, new) == 0 else { throw .fileSystem(operation: "rename", path: old, code: errno) }
    }

    /// Removes a file; one that is gone already is fine.
    static func remove(_ path: String) throws(IndexError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw .fileSystem(operation: "remove", path: path, code: errno)
        }
    }
}

/// A new file that is written from its start to its end and then forced onto the disk.
struct NewFile: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// Makes the file; an older one of this name is emptied.
    init(path: String) throws(IndexError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .fileSystem(operation: "create", path: path, code: errno) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    func append(_ bytes: Span<UInt8>) throws(IndexError) {
        var done = 0
        while done < bytes.count {
            // The rest of the span lies inside it, and write only reads.
            let written = unsafe bytes.extracting(done..<bytes.count).withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress, $0.count)
            }
            if written > 0 {
                done += written
            } else if errno != EINTR {
                throw .fileSystem(operation: "write", path: path, code: written == 0 ? ENOSPC : errno)
            }
        }
    }

    /// Waits until the disk has the file's bytes and length.
    func synchronize() throws(IndexError) {
        guard fsync(descriptor) == 0 else { throw .fileSystem(operation: "synchronize", path: path, code: errno) }
    }
}
