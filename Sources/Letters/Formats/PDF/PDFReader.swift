/// Writes the lines of a PDF down as they stand, with what their boxes tell: markers, notes, pages, feet, large headings.
///
/// What the lines are together (paragraphs, items, captions, rows) the stages find out as they do for plain text. The
/// places of a PDF are a page, a line among those printed on it, and a column of that; bytes count in the text written here.
struct PDFReader {
    private let layout: PDFLayout
    private let noteNumbers: Set<Int>
    private var bytes: [UInt8] = []
    /// From the text to page, line and column as they are printed.
    private var map = SourceMap()
    private var roles: [LineRole] = []
    private var pages: [Int] = []
    private var notes: [NoteZones.Note] = []
    private var markers: [KnownMarker] = []
    private var headings: [Int: Int] = [:]
    private var rows: [Int: [Range<Int>]] = [:]
    private var lastMarker = 0
    private var lastNote = 0

    /// - Parameter output: of `pdftotext -bbox-layout`.
    static func read(_ output: [UInt8]) -> MarkedText {
        let layout = PDFLayout(PDFPage.pages(output))
        var reader = PDFReader(layout)
        reader.write()
        var structure = KnownStructure(roles: reader.roles, pages: reader.pages)
        structure.headLines = LineSet(count: reader.roles.count)
        structure.headings = reader.headings
        structure.rows = reader.rows
        // A file whose notes cannot be told by their boxes may show them in other ways.
        structure.notes = reader.notes.isEmpty && reader.markers.isEmpty ? nil : reader.notes
        structure.markers = reader.markers
        return MarkedText(bytes: reader.bytes, map: reader.map, structure: structure)
    }

    private init(_ layout: PDFLayout) {
        self.layout = layout
        noteNumbers = Set(layout.lines.filter { $0.role == .note }.compactMap(\.line.leadingNumber))
    }

    private mutating func write() {
        var previous: PDFLayout.PlacedLine?
        for line in layout.lines {
            if let previous, line.page == previous.page, needsGap(previous, line) { endLine(.blank, page: line.page) }
            if line.page != (previous?.page ?? 1) { bytes.append(0x0C) }
            let place = Place(byte: bytes.count, line: line.number, column: 1, page: line.page)
            map.append(PlacedText.Run(textOffset: bytes.count, place: place))
            switch line.role {
            case .text: writeText(line)
            case .furniture:
                append(line.line)
                endLine(.furniture, page: line.page)
            case .note: writeNote(line)
            }
            previous = line
        }
    }

    /// Whether white space or a change of size parts two lines of a page.
    private func needsGap(_ one: PDFLayout.PlacedLine, _ other: PDFLayout.PlacedLine) -> Bool {
        if one.role != other.role { return true }
        if one.role == .note { return false }
        if one.line.isRow != other.line.isRow { return true }
        if opensItem(other.line) { return false }
        let step = other.line.box.bottom - one.line.box.bottom
        if step < 0 || step > layout.leading * 1.3 { return true }
        return abs(one.line.size - other.line.size) > 0.08 * layout.bodySize
    }

    /// Whether a line begins with the label of an item, whose text is no title. Items stand without a gap in plain text.
    private func opensItem(_ line: PDFLine) -> Bool {
        let text = PDFLine(words: line, 2).text
        guard let label = ListLabel(text, 0..<text.count) else { return false }
        return label.shape == .bullet || label.shape == .dash || text[label.text.lowerBound].isLowerASCII
    }

    private mutating func endLine(_ role: LineRole, page: Int) {
        bytes.append(0x0A)
        roles.append(role)
        pages.append(page)
    }

    // MARK: - Text

    /// Letters this much larger than the text are those of a heading.
    private static let headingSize = 1.12

    private mutating func writeText(_ placed: PDFLayout.PlacedLine) {
        if placed.line.size > layout.bodySize * Self.headingSize, placed.line.letterCount < 200 {
            headings[roles.count] = placed.line.size > layout.bodySize * 1.35 ? 1 : 2
        }
        if placed.line.cells.isEmpty { append(placed.line, readsMarkers: true) } else { appendCells(placed.line) }
        endLine(.body, page: placed.page)
    }

    /// Points between words that belong together, as a share of their size: pdftotext parts them where the letter changes.
    private static let gluedGap = 0.09
    /// Points that part the columns of a row, as a share of the size.
    private static let columnGap = 1.5

    private mutating func append(_ line: PDFLine, readsMarkers: Bool = false, from first: Int = 0) {
        var end: Double?
        for index in line.words.indices.dropFirst(first) {
            let word = line.words[index]
            let gap = end.map { word.box.left - $0 }
            if readsMarkers, end != nil {
                let found = signs(line.raisedNumbers(index))
                for sign in found { mark(sign) }
                if !found.isEmpty {
                    end = word.box.right
                    continue
                }
            }
            if let gap, gap > Self.gluedGap * line.size || line.joints.contains(index) {
                bytes += line.isRow && gap > Self.columnGap * line.size ? [.space, .space, .space] : [.space]
            }
            // A form feed or line end inside a word would make a line of its own.
            bytes += word.text.map { $0 < .space ? .space : $0 }
            end = word.box.right
        }
    }

    /// Words behind a hyphen that is no break: `huis- en`.
    private static let suspending = ["en", "of", "tot"].map { Array($0.utf8) }

    /// Writes the cells of a row one behind the other, the lines of each made one.
    private mutating func appendCells(_ row: PDFLine) {
        var cells: [Range<Int>] = []
        for lines in row.cells {
            if !cells.isEmpty { bytes += [.space, .space, .space] }
            let start = bytes.count
            for line in lines {
                if bytes.count > start { joinLines(before: line) }
                append(line, readsMarkers: true)
            }
            cells.append(start..<bytes.count)
        }
        rows[roles.count] = cells
    }

    /// A word that is broken at the end of a line is made whole; else a space parts the lines.
    private mutating func joinLines(before line: PDFLine) {
        guard let next = line.words.first?.text, next.first?.isLowerASCII == true, bytes.last == .hyphen,
            !Self.suspending.contains(next)
        else { return bytes.append(.space) }
        bytes.removeLast()
    }

    // MARK: - Markers

    /// Numbers that a marker may skip where their notes are lost.
    private static let widestGap = 3
    /// Units with exponents.
    private static let units: [[UInt8]] = ["m", "km", "cm", "dm", "mm"].map { Array($0.utf8) }

    /// The markers that raised numbers are: all of a list, or none.
    private func signs(_ numbers: [Int]) -> [Int] {
        if numbers.count == 1, let number = numbers.first { return signs(number) }
        return numbers.allSatisfy(isMarker) ? numbers : []
    }

    /// The markers that a raised number is: itself, or two that stand side by side; none for an exponent.
    private func signs(_ number: Int) -> [Int] {
        if (2...3).contains(number), endsInUnit { return [] }
        if isMarker(number) { return [number] }
        let (first, second) = (lastMarker + 1, lastMarker + 2)
        return "\(number)" == "\(first)\(second)" && isMarker(first) && isMarker(second) ? [first, second] : []
    }

    private func isMarker(_ number: Int) -> Bool {
        if noteNumbers.contains(number) { return true }
        return !noteNumbers.isEmpty && number > lastMarker && number - lastMarker <= Self.widestGap
    }

    private var endsInUnit: Bool {
        Self.units.contains { unit in
            let start = bytes.count - unit.count
            guard start > 0, bytes.matches(unit, at: start, end: bytes.count) else { return false }
            return bytes[start - 1] == .space || bytes[start - 1].isDigit || bytes[start - 1] == 0x0A
        }
    }

    private mutating func mark(_ number: Int) {
        lastMarker = number
        guard let line = map.runs.last else { return }
        var place = line.place
        place.column += bytes[line.textOffset...].count { $0 & 0xC0 != 0x80 }
        place.byte = bytes.count
        markers.append(KnownMarker(note: number, byte: bytes.count, place: place))
    }

    // MARK: - Notes

    private mutating func writeNote(_ placed: PDFLayout.PlacedLine) {
        let line = roles.count
        if let number = placed.line.leadingNumber, opensNote(number, placed) {
            if notes.last.map({ pages[$0.line] != placed.page }) == true { notes[notes.count - 1].isLastOnPage = true }
            append(PDFLine(words: placed.line, 1))
            bytes.append(.space)
            let start = bytes.count
            append(placed.line, from: 1)
            notes.append(
                NoteZones.Note(number: number, line: line, textLine: line, firstRange: start..<bytes.count))
            lastNote = number
        } else {
            append(placed.line)
            guard !notes.isEmpty else { return endLine(.body, page: placed.page) }
            notes[notes.count - 1].rest.append(line)
        }
        endLine(.note, page: placed.page)
    }

    /// A number that goes on in the sequence; a sign that is smaller than its note may skip some, or begin anew. So may the
    /// number 1 on a later page that calls it.
    private func opensNote(_ number: Int, _ placed: PDFLayout.PlacedLine) -> Bool {
        if number == lastNote + 1 { return true }
        if number == 1, notes.last.map({ pages[$0.line] < placed.page }) == true,
            markers.last(where: { $0.note == 1 })?.place.page == placed.page
        {
            return true
        }
        let isSign = placed.line.raisedNumber(0) != nil
        return isSign && (number > lastNote || number == 1)
    }
}

extension PDFLine {
    /// The first words of a line.
    fileprivate init(words line: PDFLine, _ count: Int) {
        self = line
        words = Array(line.words.prefix(count))
    }
}
