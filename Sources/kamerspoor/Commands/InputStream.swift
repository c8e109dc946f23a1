import Letters

#if canImport(Glibc)
    import Glibc
#endif

/// A regular file or standard input (`-`), read on demand.
final class InputStream {
    /// For messages.
    let name: String
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private(set) var isAtEnd = false

    /// - Throws: `Failure` when there is no such file, or it is no regular file: a FIFO could make the command hang.
    init(_ path: String) throws {
        guard path != "-" else {
            (name, descriptor) = ("standard input", STDIN_FILENO)
            return
        }
        let file = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            let reason = unsafe String(cString: strerror(errno))
            throw errno == ENOENT || errno == ENOTDIR
                ? LettersError.missing(path: path) : LettersError.unreadable(path: path, reason: reason)
        }
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw LettersError.notAFile(path: path)
        }
        (name, descriptor) = (path, file)
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// Adds what one read gives; nothing at the end.
    func append(to bytes: inout [UInt8]) throws {
        while !isAtEnd {
            // The pointer covers the whole buffer, for the call alone.
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = unsafe String(cString: strerror(errno))
                throw LettersError.unreadable(path: name, reason: reason)
            }
            if count == 0 { isAtEnd = true }
            bytes += buffer[..<count]
            return
        }
    }
}

/// The lines of a stream, one in memory at a time.
struct InputLines {
    private let stream: InputStream
    /// Bytes of a line at most.
    private let limit: Int
    private var bytes: [UInt8] = []
    private var start = 0

    init(_ stream: InputStream, limit: Int) {
        self.stream = stream
        self.limit = limit
    }

    /// Whether the next line is in memory already.
    var isReady: Bool { stream.isAtEnd || bytes[start...].contains(0x0A) }

    /// The next line without its end; nil behind the last.
    ///
    /// - Throws: `Failure` for a line above the limit.
    mutating func next() throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = bytes[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return bytes[start..<end]
            }
            if stream.isAtEnd {
                defer { start = bytes.count }
                return start < bytes.count ? bytes[start...] : nil
            }
            guard bytes.count - start <= limit else {
                throw LettersError.tooLarge(path: stream.name, bytes: bytes.count - start, limit: limit)
            }
            bytes.removeFirst(start)
            (start, searched) = (0, bytes.count)
            try stream.append(to: &bytes)
        }
    }
}
