/// A literal that is looked for in long text, in fewer steps than the text has bytes.
///
/// Horspool's algorithm ("Practical fast searching in strings", Software: Practice and Experience 10, 1980): the byte
/// under the literal's end says how far it may move on.
struct BytePattern: Sendable {
    let literal: [UInt8]
    /// By byte: how far the literal moves when that byte stands under its end; at least 1.
    private let shifts: [Int]

    init(_ text: String) {
        literal = Array(text.utf8)
        var shifts = [Int](repeating: max(1, literal.count), count: 256)
        for (offset, byte) in literal.dropLast().enumerated() { shifts[Int(byte)] = literal.count - 1 - offset }
        self.shifts = shifts
    }

    /// Every position of the literal, ascending.
    func all(in bytes: [UInt8]) -> [Int] {
        guard let last = literal.last else { return [] }
        var found: [Int] = []
        var end = literal.count - 1
        while end < bytes.count {
            let start = end - literal.count + 1
            if bytes[end] == last, bytes.matches(literal, at: start, end: bytes.count) { found.append(start) }
            end += shifts[Int(bytes[end])]
        }
        return found
    }
}
