import CMessageDigest

#if canImport(Glibc)
    import Glibc
#endif

/// A file's bytes, untouched, and what they are.
public struct SourceText: Sendable {
    public let info: SourceInfo
    public let bytes: [UInt8]
    /// Files beside it that say which paper it is.
    public let companions: [Companion]
    /// The words of a PDF with their boxes; empty for every other format.
    let boxes: [UInt8]
    /// Pages of a PDF that show a picture and hardly any text, from 1.
    let picturePages: [Int]

    /// Bytes that are at hand already, such as a test's.
    public init(
        path: String, bytes: [UInt8], format: SourceInfo.Format = .text, companions: [Companion] = []
    ) {
        self.init(path: path, bytes: bytes, format: format, companions: companions, boxes: [])
    }

    init(
        path: String, bytes: [UInt8], format: SourceInfo.Format, companions: [Companion], boxes: [UInt8],
        picturePages: [Int] = []
    ) {
        self.bytes = bytes
        self.boxes = boxes
        self.picturePages = picturePages
        self.companions = companions
        info = SourceInfo(path: path, format: format, bytes: bytes.count, sha256: Self.sha256(bytes))
    }

    /// The file's characters, whatever encoding spells them; damaged bytes are U+FFFD.
    public var text: String { String(decoding: MarkedText(self, decoded).bytes, as: UTF8.self) }

    /// The file's text as UTF-8; that of a PDF is read from its boxes instead.
    var decoded: DecodedSource { info.format == .pdf ? DecodedSource([]) : DecodedSource(bytes) }

    /// Files above this many bytes are refused unless the caller asks for more.
    public static let defaultLimit = 64 << 20

    /// Reads a letter in any of its formats, told by the content first and by the name where the content says little.
    ///
    /// - Throws: `LettersError`, when the file is missing, unreadable, no regular file, above `limit`, no letter by its
    ///   format, or such that it may not be read.
    public static func read(path: String, limit: Int = defaultLimit) throws(LettersError) -> SourceText {
        let bytes = try FileBytes.read(path: path, limit: limit)
        let format = try Self.format(of: bytes, path: path)
        let boxes = format == .pdf ? try PDFText.boxes(path: path) : []
        return SourceText(
            path: path, bytes: bytes, format: format, companions: Companion.all(of: path), boxes: boxes,
            picturePages: PDFPictures.pages(path: path, boxes))
    }

    /// What a file is, without its text: a PDF is not laid out for it.
    ///
    /// - Throws: `LettersError`, as for `read`.
    public static func info(path: String, limit: Int = defaultLimit) throws(LettersError) -> SourceInfo {
        let bytes = try FileBytes.read(path: path, limit: limit)
        let format = try Self.format(of: bytes, path: path)
        return SourceInfo(path: path, format: format, bytes: bytes.count, sha256: sha256(bytes))
    }

    /// A letter whose bytes are at hand, such as standard input, in the format that its content shows.
    ///
    /// - Throws: `LettersError`; a PDF can only be read from a file.
    public static func recognised(path: String, bytes: [UInt8]) throws(LettersError) -> SourceText {
        let format = try Self.format(of: bytes, path: path)
        guard format != .pdf else { throw .unreadablePDF(path: path, reason: "a PDF can only be read from a file") }
        return SourceText(path: path, bytes: bytes, format: format)
    }

    private static func format(of bytes: [UInt8], path: String) throws(LettersError) -> SourceInfo.Format {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
        guard bytes.drop(while: { marks.contains($0) }).contains(where: { $0 > .space }) else {
            throw .empty(path: path)
        }
        return try FileFormat.format(of: bytes, path: path)
    }

    /// Whether a file that begins with some bytes is plain text in UTF-8, so that it can be read in parts.
    ///
    /// - Throws: `LettersError`, when its first bytes say that it is no letter, or such that it may not be read.
    package static func isPlainUTF8(_ start: [UInt8], path: String) throws(LettersError) -> Bool {
        try FileFormat.format(of: start, path: path) == .text && SourceEncoding(of: start) == .utf8
    }

    /// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
    static func sha256(_ bytes: [UInt8]) -> String {
        // The buffer holds the 64 digits and a NUL, as libmd's SHA256Data demands; both pointers live for the call only.
        var digits = [CChar](repeating: 0, count: 65)
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe digits.withUnsafeMutableBufferPointer { output in
                _ = unsafe SHA256Data(input.baseAddress, input.count, output.baseAddress)
            }
        }
        return String(decoding: digits.prefix(64).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Reads whole regular files.
public enum FileBytes {
    /// All bytes of a file. A FIFO or device is refused before it is opened for reading, so that nothing can hang.
    public static func read(path: String, limit: Int) throws(LettersError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw error(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        guard status.st_size <= limit else { throw .tooLarge(path: path, bytes: Int(status.st_size), limit: limit) }
        return try readAll(descriptor, expecting: Int(status.st_size), path: path, limit: limit)
    }

    private static func readAll(
        _ descriptor: Int32, expecting size: Int, path: String, limit: Int
    ) throws(LettersError) -> [UInt8] {
        // One byte more than expected, so that a file that grew is noticed by the loop and not cut.
        var bytes = [UInt8](repeating: 0, count: size + 1)
        var filled = 0
        while true {
            if filled == bytes.count { bytes += [UInt8](repeating: 0, count: max(4096, bytes.count)) }
            // The pointer stays within the array: `filled` is below its count here.
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw error(path) }
            if count == 0 { break }
            filled += count
            guard filled <= limit else { throw .tooLarge(path: path, bytes: filled, limit: limit) }
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    private static func error(_ path: String) -> LettersError {
        let code = errno
        if code == ENOENT || code == ENOTDIR { return .missing(path: path) }
        return .unreadable(path: path, reason: unsafe String(cString: strerror(code)))
    }
}
