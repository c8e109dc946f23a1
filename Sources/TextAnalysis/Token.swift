/// A word of a text in the form in which it is looked up.
public struct Token: Sendable, Equatable {
    /// Place among the words of the text. Tokens at one position are readings of one word.
    public var position: UInt32
    /// Bytes of the text that the token stands for, in UTF-8.
    public var range: Range<Int>
    /// Lower case, without accents, in NFC, with ' for every apostrophe; at most 255 bytes. Goes to the field `body`.
    public var surface: String
    /// The Dutch stem of `surface`; nil when it is the same. Goes, with `surface` in its place when nil, to `body.stem`.
    public var stem: String?

    public init(position: UInt32, range: Range<Int>, surface: String, stem: String? = nil) {
        self.position = position
        self.range = range
        self.surface = surface
        self.stem = stem
    }

    /// The term of the token in the field of stems.
    public var stemTerm: String { stem ?? surface }
}
