/// Makes cleaned text from stretches of the source and keeps the map back to it.
///
/// White space of any kind becomes one space, soft hyphens go, ligatures and `ĳ` become letters, marks are composed with
/// their letter (NFC), damaged bytes become U+FFFD. A run of the map is as long as the text follows the source scalar by
/// scalar.
///
/// It cannot be copied, so that its text moves on without being counted or copied.
struct PlacedTextBuilder: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private(set) var runs: [PlacedText.Run] = []
    /// False only where no byte so far is a digit: for whoever adds lines to say.
    var mayHoldDigit = false
    /// Byte of the source at which the next character would stand if it followed its predecessor there.
    private var expected = Self.nowhere
    /// Where the source goes on behind the last character that was added, with its marks.
    private var sourceEnd = -1
    private var hasPendingSpace = false
    private var pendingByte = Self.nowhere

    /// Stands for no byte of the source.
    private static let nowhere = -1

    /// - Parameters:
    ///   - capacity: bytes that the text is likely to have.
    ///   - lines: lines that it is made from; most make a run each.
    init(capacity: Int = 0, lines: Int = 0) {
        bytes.reserveCapacity(capacity)
        runs.reserveCapacity(lines)
    }

    /// Adds one line's printed range. The caller has decided what joins it to the text before.
    mutating func append(_ source: [UInt8], _ range: Range<Int>, at start: Place) {
        var place = start
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = source[position]
            if byte > 0x20, byte < 0x80 {
                let end = ByteChunks.plainEnd(source.span, position..<range.upperBound)
                addPlain(source, position..<end, at: place)
                place.byte += end - position
                place.column += end - position
                position = end
                continue
            }
            var length = 1
            if byte <= 0x20 {
                addSpace(at: place)
            } else {
                let decoded = source.scalar(at: position, end: range.upperBound)
                addWide(source, position, decoded, at: place)
                length = decoded.length
            }
            position += length
            place.byte += length
            place.column += 1
        }
    }

    /// Adds a stretch of plain bytes (`LineTable.Line.isPlain`), in runs that are no longer than `longestRun`.
    mutating func addPlain(_ source: [UInt8], _ range: Range<Int>, at start: Place) {
        flushSpace()
        addRuns(source, range, at: start)
        sourceEnd = range.upperBound
    }

    /// Adds such a stretch, which is not empty, behind a space: most lines are added so.
    @inline(__always)
    mutating func addPlainLine(_ source: [UInt8], _ range: Range<Int>, at start: Place) {
        hasPendingSpace = false
        if range.count <= Self.longestRun {
            bytes.append(copying: source.span, range, behindSpace: true)
            runs.append(PlacedText.Run(textOffset: bytes.count - range.count, place: start))
            expected = start.byte + range.count
        } else {
            if !bytes.isEmpty { bytes.append(.space) }
            expected = Self.nowhere
            addRuns(source, range, at: start)
        }
        sourceEnd = range.upperBound
    }

    private mutating func addRuns(_ source: [UInt8], _ range: Range<Int>, at start: Place) {
        var place = start
        var position = range.lowerBound
        while position < range.upperBound {
            startRun(at: place)
            let room = Self.longestRun - (bytes.count - (runs.last?.textOffset ?? 0))
            let end = min(range.upperBound, position + max(1, room))
            bytes.append(copying: source.span, position..<end)
            place.byte += end - position
            place.column += end - position
            position = end
            expected = place.byte
        }
    }

    private mutating func addWide(_ source: [UInt8], _ position: Int, _ decoded: DecodedScalar, at place: Place) {
        if decoded.isSpace { return addSpace(at: place) }
        if decoded.isInvisible { return }
        if let scalar = decoded.scalar, Composition.isCombining(scalar), compose(source, position, decoded.length) {
            return
        }
        flushSpace()
        sourceEnd = position + decoded.length
        if decoded.scalar == nil {
            startRun(at: place)
            bytes += Sign.replacement
            expected = Self.nowhere
        } else if let letters = decoded.scalar.flatMap(Composition.expansion) {
            for letter in letters {
                // Each stands where their ligature stands.
                expected = Self.nowhere
                startRun(at: place)
                bytes.append(letter)
            }
            expected = Self.nowhere
        } else {
            startRun(at: place)
            for offset in 0..<decoded.length { bytes.append(source[position + offset]) }
            expected = place.byte + decoded.length
        }
    }

    /// Whether a character above ASCII is copied as it stands.
    static func isKept(_ decoded: DecodedScalar) -> Bool {
        guard let scalar = decoded.scalar, !decoded.isSpace, !decoded.isInvisible else { return false }
        return !Composition.isCombining(scalar) && Composition.expansion(of: scalar) == nil
    }

    /// Sets a mark on the character right before it, if the two make one character. Returns false if not.
    ///
    /// Of several marks on one letter each is set in turn; one that has no place keeps its own character.
    private mutating func compose(_ source: [UInt8], _ position: Int, _ length: Int) -> Bool {
        guard position == sourceEnd, !hasPendingSpace, !bytes.isEmpty else { return false }
        var start = bytes.count - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let composed = Composition.composed(Array(bytes[start...]) + source[position..<position + length])
        guard composed.scalar(at: 0, end: composed.count).length == composed.count else { return false }
        bytes.replaceSubrange(start..., with: composed)
        sourceEnd = position + length
        expected = Self.nowhere
        return true
    }

    /// Asks for one space before the next character; none is written at the start or the end of the text.
    mutating func addSpace(at place: Place? = nil) {
        guard !bytes.isEmpty, !hasPendingSpace else { return }
        hasPendingSpace = true
        pendingByte = place?.byte ?? Self.nowhere
    }

    private mutating func flushSpace() {
        guard hasPendingSpace else { return }
        hasPendingSpace = false
        bytes.append(.space)
        let goesOn = pendingByte != Self.nowhere && pendingByte == expected
        expected = goesOn ? pendingByte + 1 : Self.nowhere
    }

    /// Bytes that a run has at most, so that finding a place in it takes bounded time: a file may be one line.
    static let longestRun = 1_024

    private mutating func startRun(at place: Place) {
        let isFull = runs.last.map { bytes.count - $0.textOffset >= Self.longestRun } ?? true
        if expected != place.byte || isFull { runs.append(PlacedText.Run(textOffset: bytes.count, place: place)) }
    }

    /// Gives away what it has, without copying it.
    mutating func move(to bytes: inout [UInt8], _ runs: inout [PlacedText.Run]) {
        swap(&bytes, &self.bytes)
        swap(&runs, &self.runs)
    }

    /// Takes back the last byte of the text, a hyphen that a line break made.
    mutating func dropLastByte() {
        guard !bytes.isEmpty else { return }
        bytes.removeLast()
        expected = Self.nowhere
        if let last = runs.last, last.textOffset >= bytes.count { runs.removeLast() }
    }

    /// What is looked at of a word at most: longer than any address that letters print.
    static let longestWord = 256

    /// Bytes of the last word so far, up to the white space before it; the end of a word that is longer than any.
    var lastWord: ArraySlice<UInt8> {
        let lowest = max(0, bytes.count - Self.longestWord)
        var start = bytes.count
        while start > lowest, bytes[start - 1] != .space { start -= 1 }
        return bytes[start...]
    }
}
