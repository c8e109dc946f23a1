/// Some lines of a letter in order, found by binary search.
struct AscendingLines {
    let lines: [Int]

    init(_ lines: [Int]) {
        self.lines = lines
    }

    /// The first of them behind a line.
    func first(after line: Int) -> Int? {
        let index = firstIndex(after: line)
        return index < lines.count ? lines[index] : nil
    }

    /// Those in a range.
    func within(_ range: Range<Int>) -> ArraySlice<Int> {
        let low = firstIndex(after: range.lowerBound - 1)
        return lines[low..<max(low, firstIndex(after: range.upperBound - 1))]
    }

    func contains(_ line: Int) -> Bool { first(after: line - 1) == line }

    private func firstIndex(after line: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] <= line { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
