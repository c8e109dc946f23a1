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
    fileprivate mutating func move(to bytes: inout [UInt8], _ runs: inout [PlacedText.Run]) {
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

/// Cleaned text as bytes, before it becomes a `PlacedText`: what the stages after assembly work on.
struct AssembledText {
    /// Valid UTF-8, whatever the source was.
    private(set) var bytes: [UInt8] = []
    private(set) var runs: [PlacedText.Run] = []
    /// False only where no byte is a digit.
    let mayHoldDigit: Bool

    /// What a builder has; it is empty then.
    init(_ builder: inout PlacedTextBuilder) {
        mayHoldDigit = builder.mayHoldDigit
        builder.move(to: &bytes, &runs)
    }

    /// A text of stretches that are copied from the source as they stand.
    init(verbatim bytes: [UInt8], _ runs: [PlacedText.Run], mayHoldDigit: Bool) {
        self.bytes = bytes
        self.runs = runs
        self.mayHoldDigit = mayHoldDigit
    }

    private init(of whole: AssembledText) {
        bytes = []
        runs = []
        mayHoldDigit = whole.mayHoldDigit
    }

    /// Valid, since the builder writes whole scalars that it has decoded, U+FFFD for what is none, and cuts are made around
    /// digits, spaces and labels, which are whole scalars too.
    var placed: PlacedText { PlacedText(bytes: bytes, runs: runs) }

    /// Removes some stretches, which ascend and do not overlap. Linear in the text.
    mutating func remove(_ cuts: [Range<Int>]) {
        // Each of a few moves what stands behind it.
        guard cuts.count <= Self.fewCuts else { return self = removing(cuts) }
        for cut in cuts.reversed() { remove(cut) }
    }

    private static let fewCuts = 4

    private mutating func remove(_ cut: Range<Int>) {
        guard !cut.isEmpty else { return }
        var first = runs.count
        while first > 0, runs[first - 1].textOffset >= cut.upperBound { first -= 1 }
        if cut.upperBound < bytes.count, first == runs.count || runs[first].textOffset > cut.upperBound {
            let place = place(in: runs[first - 1], at: cut.upperBound)
            runs.insert(PlacedText.Run(textOffset: cut.upperBound, place: place), at: first)
        }
        for run in first..<runs.count { runs[run].textOffset -= cut.count }
        var kept = first
        while kept > 0, runs[kept - 1].textOffset >= cut.lowerBound { kept -= 1 }
        if kept < first { runs.removeSubrange(kept..<first) }
        bytes.removeSubrange(cut)
    }

    /// The text without some stretches, which ascend and do not overlap. Linear in the text.
    private func removing(_ cuts: [Range<Int>]) -> AssembledText {
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
