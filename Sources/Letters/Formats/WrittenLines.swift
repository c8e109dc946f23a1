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
    mutating func add(_ text: ArraySlice<UInt8>, at start: Place) {
        var place = start
        var position = text.startIndex
        while position < text.endIndex {
            let byte = text[position]
            if byte <= .space {
                addSpace()
                place.byte += 1
                place.column += 1
                if byte == 0x0A {
                    place.line += 1
                    place.column = 1
                }
                position += 1
            } else {
                let end = Self.stretchEnd(text, from: position)
                flushSpace()
                append(text[position..<end], at: &place)
                position = end
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

    /// Adds lines that were written apart; no line may be open.
    mutating func append(_ other: WrittenLines) {
        map.append(other.map, at: bytes.count)
        bytes += other.bytes
        lineCount += other.lineCount
        lineStart = bytes.count
        expected = -1
    }

    /// End of the stretch from a position that holds no white space but single spaces inside.
    private static func stretchEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
        let span = text.span
        let offset = text.startIndex
        var position = start - offset
        while position < span.count {
            position = ByteChunks.plainEnd(span, position..<span.count)
            if position < span.count, span[position] >= 0x80 {
                repeat { position += 1 } while position < span.count && span[position] >= 0x80
            } else if position + 1 < span.count, span[position] == .space, span[position + 1] > .space {
                // Before a character that is no ASCII.
                position += 1
            } else {
                break
            }
        }
        return position + offset
    }

    private mutating func append(_ text: ArraySlice<UInt8>, at place: inout Place) {
        var rest = text
        while !rest.isEmpty {
            if expected != place.byte || bytes.count - runStart >= SourceMap.longestRun {
                map.append(PlacedText.Run(textOffset: bytes.count, place: place))
                runStart = bytes.count
            }
            let piece = rest.prefix(SourceMap.longestRun)
            bytes += piece
            place.byte += piece.count
            place.column += ByteChunks.scalars(in: piece.span, 0..<piece.count)
            expected = place.byte
            rest = rest[piece.endIndex...]
        }
    }

    private mutating func flushSpace() {
        guard hasPendingSpace else { return }
        hasPendingSpace = false
        bytes.append(.space)
        // A single space of the file is part of a stretch and never comes here.
        expected = -1
    }
}
