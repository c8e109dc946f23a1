/// Some of a source's lines, told in one step whether a line is among them.
struct LineSet {
    private var members: [Bool]
    private(set) var isEmpty = true

    /// None of so many lines.
    init(count: Int) { members = [Bool](repeating: false, count: count) }

    func contains(_ line: Int) -> Bool { line < members.count && members[line] }

    mutating func insert(_ line: Int) {
        members[line] = true
        isEmpty = false
    }
}
