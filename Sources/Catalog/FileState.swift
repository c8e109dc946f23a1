/// A letter's file as it was when it was read, so that an unchanged file need not be read again.
public struct FileState: Hashable, Sendable {
    /// Names the file among all files of the corpus; the caller decides how it is spelled, but always alike.
    public var path: String
    /// Bytes.
    public var size: Int
    /// Last modification, in nanoseconds since 1970.
    public var modified: Int
    /// Lower-case hexadecimal, 64 digits.
    public var sha256: String

    public init(path: String, size: Int, modified: Int, sha256: String) {
        self.path = path
        self.size = size
        self.modified = modified
        self.sha256 = sha256
    }
}
