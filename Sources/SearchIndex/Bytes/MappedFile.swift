internal import Glibc

/// A file of the index, mapped into memory and never written through the mapping.
///
/// The index writes a file once, under another name, and renames it; so the bytes of an open mapping do not change,
/// and removing the file's name leaves them readable until the last owner of the mapping is gone.
@safe
final class MappedFile: Sendable {
    let path: String
    /// Length in bytes, fixed when the file was opened.
    let count: Int
    /// First byte; `nil` for an empty file. Points at `count` readable bytes from `init` until `deinit`.
    // Safe to share: the pointer is set once and the memory behind it is read only.
    nonisolated(unsafe) private let base: UnsafeMutableRawPointer?

    init(path: String) throws(IndexError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fileSystem(operation: "open", path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw .fileSystem(operation: "read the size of", path: path, code: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .corrupt(file: path, offset: 0, what: "not a regular file")
        }
        self.path = path
        count = Int(status.st_size)
        guard count > 0 else {
            unsafe base = nil
            return
        }
        // The kernel checks the arguments; the result is compared with MAP_FAILED before any use.
        let address = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
        guard unsafe address != MAP_FAILED else { throw .fileSystem(operation: "map", path: path, code: errno) }
        unsafe base = address
    }

    /// A file that another one holds: its bytes in memory of their own.
    init(copying bytes: [UInt8], path: String) throws(IndexError) {
        self.path = path
        count = bytes.count
        guard count > 0 else {
            unsafe base = nil
            return
        }
        let address = unsafe mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard unsafe address != MAP_FAILED, let memory = unsafe address else {
            throw .fileSystem(operation: "map", path: path, code: errno)
        }
        // The mapping is `count` bytes long and nobody else knows it yet.
        unsafe bytes.withUnsafeBytes {
            unsafe memory.copyMemory(from: $0.baseAddress.unsafelyUnwrapped, byteCount: $0.count)
        }
        unsafe base = memory
    }

    deinit {
        // The pair that mmap returned; no span outlives its owner, so nothing reads the pages after this.
        if let base = unsafe base { unsafe munmap(base, count) }
    }

    /// The bytes of a part of the file, lent as long as the file is held. Throws when the part leaves the file.
    @_lifetime(borrow self)
    func bytes(in range: Range<Int>) throws(IndexError) -> Span<UInt8> {
        let span = unsafe Span<UInt8>(_unsafeBytes: try buffer(range))
        // The mapping lives as long as self, to which the span is tied here.
        return unsafe _overrideLifetime(span, borrowing: self)
    }

    /// The same as memory, which whoever asks for it must not use after the file.
    @unsafe
    func buffer(_ range: Range<Int>) throws(IndexError) -> UnsafeRawBufferPointer {
        guard range.lowerBound >= 0, range.upperBound <= count, let base = unsafe base else {
            if range.isEmpty { return unsafe UnsafeRawBufferPointer(start: nil, count: 0) }
            throw .corrupt(file: path, offset: range.lowerBound, what: "bytes up to \(range.upperBound) are missing")
        }
        // The range lies inside the mapping (checked above), and bytes need no alignment.
        return unsafe UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    }
}
