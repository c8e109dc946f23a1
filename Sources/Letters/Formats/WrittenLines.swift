/// Lines that a format's reader writes down, with the way back to the file.
///
/// White space of any length becomes one space, none at either end of a line. Behind each line stands an empty one, so
/// that to the stages every line stands alone.
struct WrittenLines {
    private(set) var bytes: [UInt8] = []
    private(set) var map = SourceMap()
    /// Lines closed so far, the empty ones among them.
    private(set) var lineCount = 0
    private var lineStart = 0
    private var runStart = 0
    private var hasPendingSpace = false
    /// Byte of the file behind the last character written; -1 where what follows opens a run of its own.
    private var expected = -1

    /// Whether the line being written has any text.
    var isLineOpen: Bool { bytes.count > lineStart }

    /// Where the next character will stand, but for a space that is due.
    var position: Int { bytes.count }

    /// Writes text that stands in the file at a place.
    mutating func add(_ text: Span<UInt8>, at start: Place) {
        // The place of a byte of the text, which goes on only where a run of its own begins.
        var place = start
        var placed = 0
        var position = 0
        while position < text.count {
            guard text[position] > .space else {
                addSpace()
                position += 1
                continue
            }
            let end = Self.stretchEnd(text, from: position)
            flushSpace()
            while position < end {
                if expected != start.byte + position || bytes.count - runStart >= SourceMap.longestRun {
                    place.pass(text, placed..<position)
                    placed = position
                    map.append(PlacedText.Run(textOffset: bytes.count, place: place))
                    runStart = bytes.count
                }
                let piece = position..<min(end, position + SourceMap.longestRun)
                bytes.append(copying: text, piece)
                position = piece.upperBound
                expected = start.byte + position
            }
        }
    }

    /// Asks for a space before the next character of this line.
    mutating func addSpace() { hasPendingSpace = isLineOpen }

    /// Ends the line, if it has any text.
    ///
    /// - Returns: its number from 0.
    mutating func closeLine() -> Int? {
        hasPendingSpace = false
        expected = -1
        guard isLineOpen else { return nil }
        bytes += [0x0A, 0x0A]
        lineStart = bytes.count
        lineCount += 2
        return lineCount - 2
    }

    /// A stretch of lines that are closed.
    struct Part {
        var bytes = 0..<0
        var runs = 0..<0
        var lines = 0..<0

        /// This stretch up to another that begins where it ends.
        func extended(to end: Part) -> Part {
            Part(
                bytes: bytes.lowerBound..<end.bytes.lowerBound, runs: runs.lowerBound..<end.runs.lowerBound,
                lines: lines.lowerBound..<end.lines.lowerBound)
        }
    }

    /// Where what is written next begins, as an empty stretch; no line may be open.
    var end: Part {
        Part(
            bytes: bytes.count..<bytes.count, runs: map.runs.count..<map.runs.count, lines: lineCount..<lineCount)
    }

    /// Adds lines that were written apart; no line may be open.
    mutating func append(_ other: WrittenLines, _ part: Part) {
        map.append(other.map, part.runs, at: bytes.count - part.bytes.lowerBound)
        bytes.append(copying: other.bytes.span, part.bytes)
        lineCount += part.lines.count
        lineStart = bytes.count
        expected = -1
    }

    /// End of the stretch from a position that holds no white space but single spaces inside.
    private static func stretchEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position < text.count {
            position = ByteChunks.plainEnd(text, position..<text.count)
            if position < text.count, text[position] >= 0x80 {
                repeat { position += 1 } while position < text.count && text[position] >= 0x80
            } else if position + 1 < text.count, text[position] == .space, text[position + 1] > .space {
                // Before a character that is no ASCII.
                position += 1
            } else {
                break
            }
        }
        return position
    }

    private mutating func flushSpace() {
        guard hasPendingSpace else { return }
        hasPendingSpace = false
        bytes.append(.space)
        // A single space of the file is part of a stretch and never comes here.
        expected = -1
    }
}
