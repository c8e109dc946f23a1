/// Which terms of a field a query asks for at once.
public enum TermPattern: Sendable, Equatable {
    /// Terms that begin so.
    case prefix(String)
    /// `*` stands for any number of characters, `?` for one, and a backslash before either, or before another, takes it as
    /// it is.
    case wildcard(String)
    /// Terms that become this one by so many edits at most, 0 to 2: a character more, less or another, or two neighbours
    /// exchanged. The first `prefix` characters must be equal.
    case similar(String, edits: Int, prefix: Int = 0)
    /// Terms in byte order from one to another, both included; `nil` for no end.
    case range(from: String?, through: String?)
}
