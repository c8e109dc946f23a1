/// Where in the text numbers stand that could be markers, by number and line: the evidence for a note's body.
///
/// One pass over the text; a look-up is a binary search.
struct GluedNumbers {
    /// The lines that hold candidates, ordered by number and ascending for each, with duplicates.
    private var lines: [Int32]
    /// Where those of each number begin in `lines`; one entry more for the end of the last.
    private var starts: [Int32]

    static let highest = 999

    init(bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole]) {
        func holdsHeadMarker(_ role: LineRole, _ line: LineTable.Line) -> Bool {
            role == .head && HeadMarkers.mayHold(bytes, line.content)
        }
        var found: [(number: Int32, line: Int32)] = []
        found.reserveCapacity(lines.count / 4)
        for index in lines.indices
        where lines[index].mayHoldDigit && (roles[index] == .body || holdsHeadMarker(roles[index], lines[index])) {
            Self.scan(bytes, lines[index].content) { number in
                found.append((Int32(truncatingIfNeeded: number), Int32(truncatingIfNeeded: index)))
            }
        }
        // A counting sort by number keeps the order of the lines.
        let highest = found.reduce(0) { max($0, $1.number) }
        var starts = [Int32](repeating: 0, count: Int(highest) + 2)
        for candidate in found { starts[Int(candidate.number) + 1] += 1 }
        var sum: Int32 = 0
        for number in starts.indices {
            sum += starts[number]
            starts[number] = sum
        }
        self.starts = starts
        self.lines = [Int32](repeating: 0, count: found.count)
        var next = starts
        for candidate in found {
            self.lines[Int(next[Int(candidate.number)])] = candidate.line
            next[Int(candidate.number)] += 1
        }
    }

    /// Whether a candidate for `number` stands in some lines.
    func contains(_ number: Int, in range: Range<Int>) -> Bool {
        guard number > 0, number + 1 < starts.count else { return false }
        let end = Int(starts[number + 1])
        var low = Int(starts[number])
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < end && lines[low] < range.upperBound
    }

    @inline(__always)
    private static func scan(_ bytes: [UInt8], _ content: Range<Int>, _ found: (Int) -> Void) {
        var next = content.lowerBound
        while let position = ByteChunks.firstDigit(in: bytes.span, next..<content.upperBound) {
            var end = position + 1
            while end < content.upperBound, bytes[end].isDigit { end += 1 }
            let canSplit =
                end - position >= 5 || position > content.lowerBound && !bytes[position - 1].isBlankASCII
            // The last digit, the last two and the last three.
            var number = 0
            var unit = 1
            var start = end
            while start > position, end - start < 3 {
                start -= 1
                let digit = Int(bytes[start] - 0x30)
                number += digit * unit
                unit *= 10
                if digit != 0, start == position ? isCarrier(bytes, start, content.lowerBound) : canSplit {
                    found(number)
                }
            }
            next = end
        }
    }

    /// Whether what stands before a position can carry a marker: a glued word or sign, or a sentence's end and a space.
    private static func isCarrier(_ bytes: [UInt8], _ position: Int, _ lower: Int) -> Bool {
        guard position > lower else { return false }
        let before = bytes[position - 1]
        switch before {
        case .space: return position - 2 >= lower && (bytes[position - 2].isTerminal || bytes[position - 2].isDigit)
        case .period, .comma:
            // `€ 5.000` and `9,5` are numbers; `2018.43` is a year with a marker.
            return position - 2 < lower || !bytes[position - 2].isDigit || endsYear(bytes, position - 1, lower)
        case .hyphen, UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "'"): return false
        default: return true
        }
    }

    /// Whether the four digits before a position are a year: `19..` or `20..`.
    static func endsYear(_ bytes: [UInt8], _ end: Int, _ lower: Int) -> Bool {
        let start = end - 4
        guard start >= lower, start == lower || !bytes[start - 1].isDigit,
            bytes[start..<end].allSatisfy(\.isDigit)
        else { return false }
        return bytes[start] == 0x31 && bytes[start + 1] == 0x39 || bytes[start] == 0x32 && bytes[start + 1] == 0x30
    }
}
