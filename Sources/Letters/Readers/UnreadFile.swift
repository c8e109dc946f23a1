public import References

/// A file that was taken for a letter and could not be read.
public struct UnreadFile: Hashable, Sendable {
    public var path: String
    /// Where in it the reason stands, from 1.
    public var line: Int
    /// Why, and what to do.
    public var reason: String
    /// The same, with path and line.
    public let description: String
    /// The paper after which the file is named; else an id from its content, as a letter without a name has one, or from
    /// its name, where the content cannot be had.
    public var id: PaperID

    /// - Parameter limit: bytes that are read of it at most.
    public init(path: String, _ error: LettersError, limit: Int = SourceText.defaultLimit) {
        self.path = path
        line = error.line ?? 1
        reason = error.sentence(about: "The file")
        description = error.description
        id =
            Companion.paper(named: path)
            ?? IdentityResolver.contentID(
                SourceText.sha256((try? FileBytes.read(path: path, limit: limit)) ?? Array(Self.name(of: path).utf8)))
    }

    /// Without its folders.
    public var name: String { Self.name(of: path) }

    private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
