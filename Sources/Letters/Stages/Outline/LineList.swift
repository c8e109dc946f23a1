/// Lines that belong together, at least one, as stretches of lines one below the other: most blocks are one stretch, for
/// which nothing is allocated.
struct LineList: Sequence {
    private var head: Range<Int>
    private var rest: [Range<Int>] = []
    private(set) var count = 1

    init(_ line: Int) { head = line..<line + 1 }

    init(_ line: Int, _ others: [Int]) {
        self.init(line)
        for other in others { append(other) }
    }

    var start: Int { head.lowerBound }
    var first: Int? { head.lowerBound }
    @inline(__always) var last: Int? { (rest.last ?? head).upperBound - 1 }

    @inline(__always)
    mutating func append(_ line: Int) {
        count += 1
        if rest.isEmpty, head.upperBound == line {
            head = head.lowerBound..<line + 1
        } else {
            appendBehindGap(line)
        }
    }

    /// Adds some lines, which stand one below the other.
    mutating func append(_ lines: Range<Int>) {
        guard let first = lines.first else { return }
        append(first)
        count += lines.count - 1
        if rest.isEmpty {
            head = head.lowerBound..<lines.upperBound
        } else {
            rest[rest.count - 1] = rest[rest.count - 1].lowerBound..<lines.upperBound
        }
    }

    private mutating func appendBehindGap(_ line: Int) {
        if let last = rest.last, last.upperBound == line {
            rest[rest.count - 1] = last.lowerBound..<line + 1
        } else {
            rest.append(line..<line + 1)
        }
    }

    /// The stretches: their number, and each.
    var stretches: Int { rest.count + 1 }
    func stretch(_ index: Int) -> Range<Int> { index == 0 ? head : rest[index - 1] }

    func makeIterator() -> Iterator { Iterator(current: head, rest: rest) }

    struct Iterator: IteratorProtocol {
        fileprivate var current: Range<Int>
        fileprivate let rest: [Range<Int>]
        private var stretch = 0

        fileprivate init(current: Range<Int>, rest: [Range<Int>]) {
            self.current = current
            self.rest = rest
        }

        mutating func next() -> Int? {
            if current.isEmpty {
                guard stretch < rest.count else { return nil }
                current = rest[stretch]
                stretch += 1
            }
            let line = current.lowerBound
            current = line + 1..<current.upperBound
            return line
        }
    }
}
