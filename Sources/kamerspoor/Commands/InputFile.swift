import Letters

#if canImport(Glibc)
    import Glibc
#endif

/// A file, or standard input under the name `-`.
enum InputFile {
    static func read(_ path: String, limit: Int = SourceText.defaultLimit) throws -> SourceText {
        path == "-"
            ? try SourceText.recognised(path: "-", bytes: standardInput(limit: limit))
            : try SourceText.read(path: path, limit: limit)
    }

    static func standardInput(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            // The pointer covers the whole buffer, for the call alone.
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(.badInput, "standard input cannot be read. Name a file instead.") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw LettersError.tooLarge(path: "standard input", bytes: bytes.count, limit: limit)
            }
        }
    }
}
