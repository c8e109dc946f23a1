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
    /// Whether all bytes so far are ASCII.
    private(set) var isASCII = true
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

    /// Adds lines of plain bytes, none of them empty or longer than a run, each behind a space.
    mutating func addPlainLines(
        _ source: Span<UInt8>, _ lines: Span<LineTable.Line>, _ range: Range<Int>, pages: Span<Int>
    ) {
        guard let last = range.last else { return }
        hasPendingSpace = false
        for index in range {
            let line = lines[index]
            let place = Place(
                byte: line.content.lowerBound, line: index + 1, column: line.indent + 1, page: pages[index])
            mayHoldDigit = mayHoldDigit || line.mayHoldDigit
            runs.append(PlacedText.Run(textOffset: bytes.count + 1, place: place))
            bytes.append(copying: source, line.content, behindSpace: true)
        }
        sourceEnd = lines[last].content.upperBound
        expected = sourceEnd
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
            isASCII = false
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
            isASCII = false
            for offset in 0..<decoded.length { bytes.append(source[position + offset]) }
            expected = place.byte + decoded.length
        }
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
        isASCII = false
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

/// Cleaned text as bytes, before it becomes a `PlacedText`: what the stages after assembly work on.
struct AssembledText {
    /// Valid UTF-8, whatever the source was.
    private(set) var bytes: [UInt8]
    private(set) var runs: [PlacedText.Run]
    private let isASCII: Bool
    /// False only where no byte is a digit.
    let mayHoldDigit: Bool

    init(_ builder: consuming PlacedTextBuilder) {
        bytes = builder.bytes
        runs = builder.runs
        isASCII = builder.isASCII
        mayHoldDigit = builder.mayHoldDigit
    }

    private init(of whole: AssembledText) {
        bytes = []
        runs = []
        isASCII = whole.isASCII
        mayHoldDigit = whole.mayHoldDigit
    }

    var placed: PlacedText { PlacedText(text: text, runs: runs) }

    /// Copied without being checked anew: the builder writes whole scalars that it has decoded, U+FFFD for what is none,
    /// and plain ASCII; cuts are made around digits, spaces and labels, which are whole scalars too.
    var text: String {
        assert(String(validating: bytes, as: UTF8.self) != nil, "cleaned text is valid UTF-8")
        return unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
    }

    /// The text without some stretches, which ascend and do not overlap. Linear in the text.
    func removing(_ cuts: [Range<Int>]) -> AssembledText {
        guard !cuts.isEmpty else { return self }
        var kept = AssembledText(of: self)
        kept.bytes.reserveCapacity(bytes.count)
        kept.runs.reserveCapacity(runs.count + cuts.count)
        var start = 0
        var run = 0
        for cut in cuts {
            copy(start..<cut.lowerBound, to: &kept, from: &run)
            start = cut.upperBound
        }
        copy(start..<bytes.count, to: &kept, from: &run)
        return kept
    }

    /// Copies a piece and the runs that cover it; `run` is at or before the one that holds the piece's start.
    private func copy(_ piece: Range<Int>, to kept: inout AssembledText, from run: inout Int) {
        guard !piece.isEmpty, !runs.isEmpty else { return }
        while run + 1 < runs.count, runs[run + 1].textOffset <= piece.lowerBound { run += 1 }
        kept.runs.append(
            PlacedText.Run(textOffset: kept.bytes.count, place: place(in: runs[run], at: piece.lowerBound)))
        while run + 1 < runs.count, runs[run + 1].textOffset < piece.upperBound {
            run += 1
            let offset = kept.bytes.count + runs[run].textOffset - piece.lowerBound
            kept.runs.append(PlacedText.Run(textOffset: offset, place: runs[run].place))
        }
        kept.bytes += bytes[piece]
    }

    private func place(in run: PlacedText.Run, at offset: Int) -> Place {
        var place = run.place
        place.byte += offset - run.textOffset
        place.column += ByteChunks.scalars(in: bytes.span, run.textOffset..<offset)
        return place
    }

    /// Place of the character at an offset; nil for an empty text.
    func place(at offset: Int) -> Place? {
        runs.isEmpty ? nil : place(in: runs[run(at: offset)], at: min(offset, bytes.count))
    }

    /// Offset of the character that a byte of the source gave, or of the last one before it. Logarithmic in the runs.
    func offset(ofByte byte: Int) -> Int { runs.offset(ofByte: byte, end: bytes.count) }

    /// Line of the character at an offset, which is that of its run; nil for an empty text.
    func line(at offset: Int) -> Int? { runs.isEmpty ? nil : runs[run(at: offset)].place.line }

    /// The run that holds an offset.
    private func run(at offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].textOffset <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
