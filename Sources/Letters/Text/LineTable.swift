/// The lines of a source, each with the range of what is printed on it.
///
/// Building is one pass over the bytes; nothing is copied.
struct LineTable {
    struct Line {
        /// First byte of the line.
        var start: Int
        /// Without white space at either end; empty for a blank line.
        private(set) var content: Range<Int>
        /// White space before the content, in scalars.
        var indent: Int
        /// Whether white space stands behind the content: typesetters' lines that go on have it, last lines often not.
        var hasTrailingSpace: Bool
        /// Whether a form feed stands before the content.
        var hasFormFeed: Bool
        /// No byte above 0x7F.
        var isASCII: Bool
        /// No control characters, no two spaces in a row.
        var isEven: Bool
        /// False only where no byte is a digit.
        var mayHoldDigit: Bool
        /// First and last byte of the content; 0 for a blank line.
        private(set) var first: UInt8
        private(set) var last: UInt8

        /// - Parameters:
        ///   - first, last: the bytes of the content.
        ///   - found: what the whole line is.
        @inline(__always)
        init(
            start: Int, content: Range<Int>, indent: Int = 0, hasTrailingSpace: Bool = false, hasFormFeed: Bool = false,
            first: UInt8, last: UInt8, _ found: ByteChunks.LineEnd
        ) {
            self.start = start
            self.content = content
            self.indent = indent
            self.hasTrailingSpace = hasTrailingSpace
            self.hasFormFeed = hasFormFeed
            isASCII = found.isASCII
            isEven = found.isEven
            mayHoldDigit = found.mayHoldDigit
            self.first = first
            self.last = last
        }

        /// The line without what stands behind a part of its content.
        mutating func cut(to part: Range<Int>, in bytes: [UInt8]) {
            content = part
            first = part.first.map { bytes[$0] } ?? 0
            last = part.last.map { bytes[$0] } ?? 0
        }

        /// Copied as it stands when text is cleaned.
        var isPlain: Bool { isASCII && isEven }

        var isBlank: Bool { content.isEmpty }

        /// Column of a byte of the content, in scalars from 1. Linear in what stands before it on the line.
        func column(of byte: Int, in bytes: [UInt8]) -> Int {
            guard byte > content.lowerBound else { return indent + 1 }
            return indent + 1 + bytes[content.lowerBound..<byte].count { $0 & 0xC0 != 0x80 }
        }
        /// Bytes printed; near enough to a width for comparing lines.
        var width: Int { content.count }
    }

    private(set) var lines: [Line] = []
    /// Those with a byte above 0x7F, ascending.
    private(set) var wideLines: [Int] = []

    init(_ bytes: [UInt8]) {
        lines.reserveCapacity(bytes.count / 48 + 1)
        // A byte order mark is no part of the first line.
        var start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        let end = bytes.count
        let span = bytes.span
        // Where no carriage return ends a line, its end is found first.
        let hasReturns = ByteChunks.first(0x0D, in: span, 0..<end) != nil
        while start < end {
            if lines.count == lines.capacity { makeRoom(read: start, of: end) }
            if bytes[start] == 0x0A {
                lines.append(Self.emptyLine(at: start))
                start += 1
                continue
            }
            let found: ByteChunks.LineEnd
            if hasReturns {
                found = ByteChunks.lineEnd(span, from: start)
            } else {
                let feed = ByteChunks.first(0x0A, in: span, start..<end) ?? end
                found = ByteChunks.lineEnd(span, from: start, feed: feed)
            }
            var next = found.position
            if !found.isASCII { wideLines.append(lines.count) }
            lines.append(Self.line(bytes, start: start, found))
            if next < end, bytes[next] == 0x0D, next + 1 < end, bytes[next + 1] == 0x0A { next += 1 }
            start = next + 1
        }
    }

    /// Room for the rest if its lines are as long as those so far, so that a source of short lines is not copied again
    /// and again.
    private mutating func makeRoom(read: Int, of end: Int) {
        let rest = (end - read) / max(1, read / max(1, lines.count))
        lines.reserveCapacity(lines.count + max(lines.count / 2, rest) + 16)
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func emptyLine(at start: Int) -> Line {
        let nothing = ByteChunks.LineEnd(position: start, isASCII: true, isEven: true, mayHoldDigit: false)
        return Line(start: start, content: start..<start, first: 0, last: 0, nothing)
    }

    @inline(__always)
    private static func line(_ bytes: [UInt8], start: Int, _ found: ByteChunks.LineEnd) -> Line {
        let end = found.position
        // Most lines begin and end with a printed character of ASCII, and perhaps a space behind it.
        guard start < end, isPrinted(bytes[start]) else { return trimmedLine(bytes, start: start, found) }
        let last = bytes[end - 1] == .space ? end - 1 : end
        guard last > start, isPrinted(bytes[last - 1]) else { return trimmedLine(bytes, start: start, found) }
        return Line(
            start: start, content: start..<last, hasTrailingSpace: last < end, first: bytes[start],
            last: bytes[last - 1], found)
    }

    @inline(__always)
    private static func isPrinted(_ byte: UInt8) -> Bool { byte &- 0x21 < 0x5E }

    private static func trimmedLine(_ bytes: [UInt8], start: Int, _ found: ByteChunks.LineEnd) -> Line {
        let end = found.position
        var first = start
        var indent = 0
        var hasFormFeed = false
        while first < end {
            let byte = bytes[first]
            if byte.isBlankASCII {
                hasFormFeed = hasFormFeed || byte == 0x0C
                if byte != 0x0C { indent += 1 }
                first += 1
            } else if byte >= 0xC2, bytes.scalar(at: first, end: end).isSpace {
                indent += 1
                first += bytes.scalar(at: first, end: end).length
            } else {
                break
            }
        }
        var last = end
        while last > first {
            if bytes[last - 1].isBlankASCII {
                hasFormFeed = hasFormFeed || bytes[last - 1] == 0x0C
                last -= 1
            } else if bytes[last - 1] >= 0x80, let length = trailingSpaceLength(bytes, first: first, last: last) {
                last -= length
            } else {
                break
            }
        }
        let isBlank = first == last
        return Line(
            start: start, content: first..<last, indent: indent, hasTrailingSpace: last < end,
            hasFormFeed: hasFormFeed, first: isBlank ? 0 : bytes[first], last: isBlank ? 0 : bytes[last - 1], found)
    }

    /// Length of a non-ASCII space that ends at `last`.
    private static func trailingSpaceLength(_ bytes: [UInt8], first: Int, last: Int) -> Int? {
        for length in 2...3 where last - length >= first {
            let decoded = bytes.scalar(at: last - length, end: last)
            if decoded.length == length, decoded.isSpace { return length }
        }
        return nil
    }

    /// Wider than any printed line.
    private static let widestPrinted = 160

    /// Whether most of the text stands on lines far wider than printed ones: a web page has a paragraph a line.
    var isWebForm: Bool {
        var all = 0
        var wide = 0
        for line in lines {
            all += line.width
            if line.width > Self.widestPrinted { wide += line.width }
        }
        return wide * 2 > all
    }

    /// Width that nine in ten printed lines do not pass: the measure of a full line.
    var fullWidth: Int {
        // A histogram keeps this linear; what is wider than its last bin is a paragraph on one line.
        var bins = [Int](repeating: 0, count: 512)
        var histogram = bins.mutableSpan
        var printed = 0
        for line in lines where !line.isBlank {
            histogram[min(line.width, histogram.count - 1)] += 1
            printed += 1
        }
        var seen = 0
        for width in histogram.indices {
            seen += histogram[width]
            if seen * 10 >= printed * 9 { return width }
        }
        return 0
    }
}
