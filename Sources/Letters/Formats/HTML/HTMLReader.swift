import References

/// Reads web pages: those of officielebekendmakingen.nl by their classes, others by what HTML itself says.
struct HTMLReader {
    private struct Open {
        var element: HTMLElement
        /// Where the writer stood when it began.
        var start: Int
        var event: Int
        var isNote = false
        var target: PaperID?
        /// Of a list: the labels of its items.
        var labels: ItemLabels?
    }

    private let page: HTMLPage
    private let document: MarkupEvents
    private var writer = MarkedTextWriter()
    private var open: [Open] = []
    private var listDepth = 0
    private var table: XMLTable?
    private var openCell = XMLTable.Cell()
    private var signatures = SignatureElements()
    private var metadata = OfficialMetadata()
    /// Events in which no text was found, up to the one that begins with `nextLetter`.
    private var searched = 0..<0
    private var nextLetter: UInt8?
    /// Heading over the text of a page that is no official one: the letter's title, unless its head says it otherwise.
    private var title: StatedFacts?

    /// - Parameter source: UTF-8.
    static func read(_ source: [UInt8]) -> MarkedText {
        var reader = HTMLReader(HTMLPage(MarkupParser.parse(source, as: .html)))
        reader.readMetadata()
        let lines = HTMLLines(reader.page)
        if lines == nil { for range in reader.page.content { reader.read(range) } }
        var text = lines?.text ?? reader.writer.finish()
        text.diagnostics = reader.document.damage + (reader.page.leftOut.map { [$0] } ?? [])
        if let facts = reader.metadata.facts(source: .metadata) { text.facts.append(facts) }
        if let title = reader.title { text.facts.append(title) }
        return text
    }

    private init(_ page: HTMLPage) {
        self.page = page
        document = page.document
    }

    private mutating func readMetadata() {
        for (index, event) in document.events.enumerated()
        where event.kind == .start && page.elements[index] == .metadata {
            metadata.take(document, event)
        }
    }

    private mutating func read(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let event = document.events[index]
            switch event.kind {
            case .start:
                if isSkipped(index) {
                    index = page.ends[index] + 1
                    continue
                }
                if let number = page.markers[index] {
                    writer.mark(note: number, at: placeOfText(index))
                    index = page.ends[index] + 1
                    continue
                }
                open.append(Open(element: page.elements[index], start: writer.position, event: index))
                start(page.elements[index], event, index)
            case .end:
                guard let closed = open.popLast() else { break }
                end(closed, event)
            case .text, .spelled: add(document.text(of: event), at: document.place(of: event), page.signs[index] ?? [])
            }
            index += 1
        }
        writer.end()
    }

    /// Adds a text without the signs of notes in it.
    private mutating func add(_ text: ArraySlice<UInt8>, at place: Place, _ signs: [UnlinkedNotes.SignInText]) {
        var rest = text
        var place = place
        for sign in signs {
            let start = text.startIndex + sign.range.lowerBound
            let before = rest[..<start]
            writer.add(before.span, at: place)
            for byte in before { place.pass(byte) }
            if sign.isCall { writer.mark(note: sign.number, at: place) }
            for byte in text[start..<text.startIndex + sign.range.upperBound] { place.pass(byte) }
            rest = text[(text.startIndex + sign.range.upperBound)...]
        }
        writer.add(rest.span, at: place)
    }

    /// What is no text: navigation, links back from notes, and the number in front of a note.
    private func isSkipped(_ index: Int) -> Bool {
        if page.elements[index] == .skipped || page.backLinks.contains(index) { return true }
        let isNumber = page.elements[index] == .raised || page.elements[index] == .bold
        return isNumber && writer.isInNote && !writer.isNoteBegun && page.number(in: index..<page.ends[index]) != nil
    }

    private func placeOfText(_ start: Int) -> Place {
        document.place(
            of: document.events[start..<page.ends[start]].first { $0.kind == .text } ?? document.events[start])
    }

    private func isInside(_ element: HTMLElement) -> Bool { open.contains { $0.element == element } }

    // MARK: - Starts

    private mutating func start(_ element: HTMLElement, _ event: MarkupEvents.Event, _ index: Int) {
        if let number = page.notes[index] {
            writer.end()
            writer.beginNote(number, at: document.place(of: event))
            open[open.count - 1].isNote = true
            return
        }
        switch element {
        case .container: if table == nil { writer.end() } else { writer.addSpace() }
        case .paragraph: beginParagraph(index)
        case .quote, .caption: writer.begin(element == .quote ? .quote : .caption)
        case .heading(let level): beginHeading(level, index)
        case .list:
            listDepth += 1
            if table == nil { writer.end() }
            open[open.count - 1].labels = ItemLabels(page, list: index)
        case .item: beginItem(event)
        case .table:
            if table == nil {
                writer.end()
                table = XMLTable()
            }
        case .row:
            guard !isInside(.cell) else { return writer.addSpace() }
            writer.begin(.tableRow)
            table?.beginRow()
        case .cell: beginCell(event)
        case .lineBreak: breakLine(index)
        case .link:
            open[open.count - 1].target = document.attribute(.href, of: event).flatMap { PaperID(link: $0) }
        case .head: writer.begin(.head)
        case .signature: writer.begin(.signature)
        case .office, .name:
            guard isInside(.signature) else { return }
            writer.begin(.signature)
            open[open.count - 1].start = writer.position
        case .label: writer.addSpace()
        case .raised, .bold, .inline, .metadata, .aside, .skipped: break
        }
    }

    private mutating func beginParagraph(_ index: Int) {
        if table != nil, isInside(.cell) { return writer.addSpace() }
        if writer.isInNote { return writer.begin(.paragraph) }
        if isInside(.item) {
            if writer.hasOnlyLabel || !writer.isInBlock && writer.isBlockOpen { return }
            return writer.begin(.listItem(depth: max(1, listDepth)))
        }
        if isInside(.quote) { return writer.begin(.quote) }
        writer.begin(isBoldTitle(index) ? .heading(HeadingRank(depth: 0, style: 9)) : .paragraph)
    }

    /// Longest paragraph in bold that is taken for a heading, in bytes.
    private static let longestTitle = 120

    /// Whether all of a short paragraph is bold and no sentence.
    private func isBoldTitle(_ index: Int) -> Bool {
        var depth = 0
        var text: [UInt8] = []
        for inner in (index + 1)..<max(index + 1, page.ends[index]) {
            let event = document.events[inner]
            switch event.kind {
            case .start: if page.elements[inner] == .bold { depth += 1 } else if depth == 0 { return false }
            case .end: if document.names[event.name] == "b" || document.names[event.name] == "strong" { depth -= 1 }
            case .text, .spelled:
                let piece = document.text(of: event)
                if depth == 0, piece.contains(where: { $0 > .space }) { return false }
                text += piece
                if text.count > Self.longestTitle { return false }
            }
        }
        guard let last = text.last(where: { $0 > .space }) else { return false }
        return !last.isTerminal && last != .comma || last == UInt8(ascii: "?")
    }

    private mutating func beginHeading(_ level: Int, _ index: Int) {
        if isNoteHeading(index) { return writer.begin(.furniture) }
        // The first heading of a page that is no official one is its title.
        if level == 1, !page.isOfficial, title == nil, !writer.hasText {
            writer.begin(.head)
            title = StatedFacts(source: .head, place: document.place(of: document.events[index]))
            return
        }
        writer.begin(.heading(HeadingRank(depth: 0, style: level)))
    }

    /// `Noten` over the notes.
    private func isNoteHeading(_ index: Int) -> Bool {
        let text = document.events[index..<page.ends[index]].filter { $0.kind == .text }
            .map { String(decoding: document.text(of: $0), as: UTF8.self) }.joined().trimming(" \n\t:")
        return !page.notes.isEmpty && UnlinkedNotes.headings.contains(text.lowercased())
    }

    private mutating func beginItem(_ event: MarkupEvents.Event) {
        if table != nil || writer.isInNote { return writer.addSpace() }
        writer.begin(.listItem(depth: max(1, listDepth)))
        guard let list = open.lastIndex(where: { $0.labels != nil }) else { return }
        let value = document.attribute(.value, of: event)
        if let label = open[list].labels?.next(value: value) {
            writer.give(label: label)
        }
    }

    private mutating func beginCell(_ event: MarkupEvents.Event) {
        writer.addSpace()
        let span = document.attribute(.colspan, of: event).flatMap { Int($0) } ?? 1
        let rows = document.attribute(.rowspan, of: event).flatMap { Int($0) } ?? 1
        guard let cell = table?.place(columns: max(span, 1), rows: rows) else { return }
        writer.addEmptyCells(cell.gap)
        openCell = cell
        if let last = open.indices.last { open[last].start = writer.position }
    }

    /// A line of a head, an address or a signature is a block; where a sentence goes on it is a space.
    private mutating func breakLine(_ index: Int) {
        guard table == nil, !writer.isInNote, writer.lineLength <= 60 || isBreak(index + 2) || isBreak(index - 2),
            let first = firstLetter(after: index), !first.isLowerASCII
        else { return writer.addSpace() }
        writer.begin(writer.openKind ?? .paragraph)
    }

    /// The first byte of the next text. One search serves all breaks before that text.
    private mutating func firstLetter(after index: Int) -> UInt8? {
        if !searched.contains(index) {
            var letter: UInt8?
            let found = document.events[index...].firstIndex { event in
                if event.kind == .text { letter = document.text(of: event).first { $0 > .space } }
                return letter != nil
            }
            searched = index..<(found ?? document.events.count)
            nextLetter = letter
        }
        return nextLetter
    }

    private func isBreak(_ index: Int) -> Bool {
        page.elements.indices.contains(index) && page.elements[index] == .lineBreak
            && document.events[index].kind == .start
    }

    // MARK: - Ends

    private mutating func end(_ closed: Open, _ event: MarkupEvents.Event) {
        if closed.isNote { return writer.endNote() }
        switch closed.element {
        case .container: if table == nil { writer.end() } else { writer.addSpace() }
        case .paragraph, .quote: if table == nil || !isInside(.cell) { writer.end() } else { writer.addSpace() }
        case .signature: signatures.endSignature(&writer)
        case .caption, .head: writer.end()
        case .heading:
            if title?.title == nil, title != nil { title?.title = writer.text(from: closed.start).trimming(" \n") }
            writer.end()
        case .list:
            listDepth -= 1
            if table == nil { writer.end() }
        case .item: if table == nil, !writer.isInNote { writer.end() }
        case .table:
            guard !isInside(.cell) else { return }
            writer.end()
            table = nil
        case .row:
            guard !isInside(.cell) else { return }
            writer.addEmptyCells(table?.endRow() ?? 0)
            writer.end()
        case .cell:
            guard !isInside(.cell) else { return }
            writer.addCell(from: closed.start, openCell)
            writer.addSpace()
        case .label: writer.endLabel()
        case .link: if let target = closed.target { writer.link(from: closed.start, to: target) }
        case .office, .name:
            guard isInside(.signature) else { break }
            let place = document.place(of: event)
            if closed.element == .office {
                signatures.endOffice(from: closed.start, at: place, &writer)
            } else {
                signatures.endName(from: closed.start, at: place, &writer)
            }
        case .lineBreak, .raised, .bold, .inline, .metadata, .aside, .skipped: break
        }
    }
}
