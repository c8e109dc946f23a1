/// A literal that is looked for in long text, by its rarest byte: a capital, where it has one.
struct BytePattern: Sendable {
    let literal: [UInt8]
    /// Where in the literal its rarest byte stands.
    private let rarest: Int

    init(_ text: String) {
        literal = Array(text.utf8)
        rarest = literal.firstIndex(where: \.isUpperASCII) ?? 0
    }

    /// Every position of the literal, ascending.
    func all(in bytes: [UInt8]) -> [Int] {
        guard rarest < literal.count else { return [] }
        var found: [Int] = []
        var next = 0
        while let position = ByteChunks.first(literal[rarest], in: bytes.span, next..<bytes.count) {
            if bytes.matches(literal, at: position - rarest, end: bytes.count) { found.append(position - rarest) }
            next = position + 1
        }
        return found
    }
}
