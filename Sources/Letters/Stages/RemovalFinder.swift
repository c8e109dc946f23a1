/// Finds what of a source stands in no cleaned text, and names it.
///
/// It goes the other way round than the parser: all that the texts hold is marked in the source first, by their maps, and
/// what is left is named by where it stands. So nothing that a stage dropped can be missed.
struct RemovalFinder {
    /// What stands in front of the text of a line.
    struct Opening {
        var kind: Removal.Kind
        /// Where the text begins.
        var textStart: Int
    }

    private(set) var removals: [Removal] = []

    private let bytes: [UInt8]
    private let pages: [Int]
    /// Texts that hold each byte.
    private var holders: [UInt8]
    /// Bytes of markers, with the brackets that some have.
    private var markerBytes: Set<Int> = []
    private let openings: [Int: Opening]
    private let roles: [LineRole]
    private let furniture: PageFurniture

    /// - Parameters:
    ///   - table: the lines as they stand in the source.
    ///   - openings: by line.
    init(
        bytes: [UInt8], table: LineTable, furniture: PageFurniture, roles: [LineRole], openings: [Int: Opening],
        letter: Letter
    ) {
        self.bytes = bytes
        self.furniture = furniture
        self.roles = roles
        self.openings = openings
        pages = furniture.pages
        holders = [UInt8](repeating: 0, count: bytes.count)
        for text in letter.texts { mark(text) }
        let starts = Set(letter.markers.map(\.place.byte))
        for marker in letter.markers { mark(marker, among: starts) }
        for index in table.lines.indices where !table.lines[index].isBlank {
            findRemovals(on: index, table.lines[index])
        }
    }

    /// Whether any byte is held by two texts.
    var holdsTwice: Bool { holders.contains { $0 > 1 } }

    // MARK: - What the texts hold

    private mutating func mark(_ text: PlacedText) {
        let content = text.bytes
        for (index, run) in text.runs.enumerated() {
            let end = index + 1 < text.runs.count ? text.runs[index + 1].textOffset : content.count
            // Letters of one ligature have a run each, all at its place.
            if index > 0, text.runs[index - 1].place.byte == run.place.byte { continue }
            let next = text.runs[index...].first { $0.place.byte != run.place.byte }?.place.byte ?? bytes.count
            mark(content, run.textOffset..<end, from: run.place.byte, before: next)
        }
    }

    /// - Parameter next: where the next run begins.
    private mutating func mark(_ content: [UInt8], _ range: Range<Int>, from start: Int, before next: Int) {
        var position = range.lowerBound
        var source = start
        while position < range.upperBound, source < bytes.count {
            let written = content.scalar(at: position, end: range.upperBound)
            let printed = bytes.scalar(at: source, end: bytes.count)
            if content[position] == .space {
                // A space may stand for a line's end, behind which the run ends.
                position += 1
                source += printed.length
                continue
            }
            hold(source..<source + printed.length)
            source += printed.length
            position += written.length
            guard printed.scalar != nil, written.scalar != printed.scalar else { continue }
            // A letter that was composed takes its marks with it; it ends its run. A mark that has no place on it has a run.
            while source < bytes.count, source != next, case let mark = bytes.scalar(at: source, end: bytes.count),
                let scalar = mark.scalar, Composition.isCombining(scalar)
            {
                hold(source..<source + mark.length)
                source += mark.length
            }
        }
    }

    /// The digits of a marker, one of those that begin at `starts`, `[12]` with its brackets; something that does not show may stand between.
    private mutating func mark(_ marker: Marker, among starts: Set<Int>) {
        var wanted = Array("\(marker.note)".utf8)
        var position = marker.place.byte
        if position < bytes.count, bytes[position] == UInt8(ascii: "[") {
            wanted = [UInt8(ascii: "[")] + wanted + [UInt8(ascii: "]")]
        }
        while let next = wanted.first, position < bytes.count {
            let scalar = bytes.scalar(at: position, end: bytes.count)
            if bytes[position] == next {
                markerBytes.insert(position)
                wanted.removeFirst()
            } else if !scalar.isInvisible {
                return
            }
            position += scalar.length
        }
        // `gevallen.7,8`: the comma between two markers goes with them.
        if position < bytes.count, bytes[position] == .comma, starts.contains(position + 1) {
            markerBytes.insert(position)
        }
    }

    private mutating func hold(_ range: Range<Int>) {
        for index in range where holders[index] < 2 { holders[index] += 1 }
    }

    // MARK: - What is left

    private mutating func findRemovals(on index: Int, _ line: LineTable.Line) {
        var position = line.content.lowerBound
        var column = line.indent + 1
        var open: (kind: Removal.Kind, start: Int, column: Int, end: Int)?
        while position < line.content.upperBound {
            let scalar = bytes.scalar(at: position, end: line.content.upperBound)
            defer {
                position += scalar.length
                column += 1
            }
            if bytes[position] <= 0x20 || scalar.isSpace { continue }
            let kind = holders[position] > 0 ? nil : name(position, scalar, on: index, line)
            if let current = open, current.kind != kind {
                add(current.kind, current.start..<current.end, column: current.column, on: index)
                open = nil
            }
            if let kind { open = (kind, open?.start ?? position, open?.column ?? column, position + scalar.length) }
        }
        if let open { add(open.kind, open.start..<open.end, column: open.column, on: index) }
    }

    private func name(
        _ position: Int, _ scalar: DecodedScalar, on index: Int, _ line: LineTable.Line
    ) -> Removal.Kind {
        switch roles[index] {
        case .furniture: return furniture.kinds[index] ?? .webPage
        case .head: return .head
        case .signature: return .signature
        case .blank, .body, .note: break
        }
        if position >= furniture.lines[index].content.upperBound { return .footer }
        if let opening = openings[index], position < opening.textStart { return opening.kind }
        if roles[index] == .note, !isNoteText(line) { return .noteHeading }
        if markerBytes.contains(position) { return .marker }
        if scalar.isInvisible { return .invisible }
        let end = furniture.lines[index].content.upperBound
        return bytes[position] == .hyphen && showsNothing(position + 1..<end) ? .lineHyphen : .unexplained
    }

    /// Whether any of a line is in a note.
    private func isNoteText(_ line: LineTable.Line) -> Bool { line.content.contains { holders[$0] > 0 } }

    /// Whether a stretch holds only white space, control characters and what does not show.
    private func showsNothing(_ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            let scalar = bytes.scalar(at: position, end: range.upperBound)
            guard bytes[position] <= 0x20 || scalar.isSpace || scalar.isInvisible else { return false }
            position += scalar.length
        }
        return true
    }

    private mutating func add(_ kind: Removal.Kind, _ range: Range<Int>, column: Int, on index: Int) {
        removals.append(
            Removal(
                kind: kind, place: Place(byte: range.lowerBound, line: index + 1, column: column, page: pages[index]),
                text: String(decoding: bytes[range], as: UTF8.self)))
    }
}

extension Letter {
    /// All cleaned texts: headings and blocks in order, then notes.
    fileprivate var texts: [PlacedText] {
        sections.flatMap { ($0.heading.map { [$0] } ?? []) + $0.blocks.map(\.text) } + footnotes.map(\.text)
    }
}
