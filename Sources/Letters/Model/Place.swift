/// A place in a source file, and the page it stands on.
public struct Place: Hashable, Sendable, Codable {
    /// Offset in bytes from 0: in the file, or in its text as UTF-8 where the file has another encoding.
    public var byte: Int
    /// Line in the file, from 1.
    public var line: Int
    /// Column in its line, in Unicode scalars from 1.
    public var column: Int
    /// Page of the letter, from 1.
    public var page: Int

    /// The first character of a file.
    public static let start = Place(byte: 0, line: 1, column: 1, page: 1)

    public init(byte: Int, line: Int, column: Int, page: Int) {
        self.byte = byte
        self.line = line
        self.column = column
        self.page = page
    }
}
