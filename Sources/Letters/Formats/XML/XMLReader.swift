import References

/// Reads official publications in XML, those from 2010 on and the older ones alike.
///
/// One pass over the events of the document; the elements that are open are a list, so depth costs no stack. Time and
/// memory are linear in the document.
struct XMLReader {
    struct Open {
        var element: XMLElement
        var name: Int
        /// What is open, itself too.
        var inside: XMLElementSet
        /// Where the writer stood when it began.
        var start: Int
        /// Whether it is unknown and stands where blocks do.
        var isBlock = false
    }

    let document: MarkupEvents
    /// By name.
    let elements: [XMLElement]
    /// By the ids of the notes at the end of a text, which `voetref` names.
    var noteNumbers: [String: Int] = [:]
    var writer = MarkedTextWriter()
    var open: [Open] = []
    /// Parts and lists around what is read.
    var partDepth = 0
    var listDepth = 0
    var table: XMLTable?
    /// What the open cell covers.
    var openCell = XMLTable.Cell()
    private var signatures = SignatureElements()
    /// Targets of the links that are open.
    private var targets: [PaperID?] = []
    /// Notes of tables, which follow the table.
    var tableNotes: [Range<Int>] = []
    private(set) var unknown: [Int: (count: Int, first: Place)] = [:]
    var metadata = OfficialMetadata()
    var questionNumber: QuestionNumber?
    var isOfEersteKamer = false

    /// - Parameter source: UTF-8.
    static func read(_ source: [UInt8]) -> MarkedText {
        var reader = XMLReader(MarkupParser.parse(source, as: .xml))
        reader.read(reader.document.events.indices)
        var text = reader.writer.finish()
        text.diagnostics = reader.document.damage + reader.unknownElements
        if let facts = reader.metadata.facts(source: .metadata) { text.facts.append(facts) }
        if let facts = reader.statedIdentity { text.facts.append(facts) }
        return text
    }

    private init(_ document: MarkupEvents) {
        self.document = document
        elements = document.names.map(XMLElement.init)
        if elements.contains(.noteBody) { numberNotes() }
    }

    /// What stands between two events and has been read by the first of them.
    mutating func read(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let event = document.events[index]
            switch event.kind {
            case .start:
                let element = elements[event.name]
                let sign = element == .note ? signOfNote(index) : nil
                if let end = skipped(element, event, at: index, sign) {
                    index = end
                    continue
                }
                let inside = XMLElementSet(open.last?.inside, element)
                open.append(Open(element: element, name: event.name, inside: inside, start: writer.position))
                if element == .note { beginNote(at: index, sign) } else { start(element, event) }
            case .end:
                guard let closed = open.popLast() else { break }
                end(closed, event)
            case .text, .spelled:
                if open.last?.element == .signature {
                    signatures.addToOffice(document.text(of: event), at: document.place(of: event), &writer)
                } else {
                    let text = document.text(of: event)
                    // Between blocks there is hardly anything else.
                    if text.contains(where: { $0 > .space }) {
                        writer.add(text.span, at: document.place(of: event))
                    } else {
                        writer.addBlank()
                    }
                }
            }
            index += 1
        }
    }

    /// Behind the end of an element that is read otherwise or not at all; nil for every other.
    private mutating func skipped(
        _ element: XMLElement, _ event: MarkupEvents.Event, at index: Int, _ sign: Sign?
    ) -> Int? {
        switch element {
        case .skipped: return endOfElement(index)
        case .note where isTableNote(index, sign):
            let end = endOfElement(index)
            tableNotes.append(index..<end)
            return end
        case .noteNumber: return endOfElement(index)
        case .noteReference:
            let end = endOfElement(index)
            let sign = self.sign(in: index..<end)
            let called = document.attribute(.refid, of: event).flatMap { noteNumbers[$0] }
            if sign != nil || called != nil {
                writer.mark(
                    note: called ?? sign?.number ?? writer.nextNote, at: sign?.place ?? document.place(of: event))
            }
            return end
        default: return nil
        }
    }

    /// Behind the end of the element that starts at an event.
    func endOfElement(_ start: Int) -> Int {
        var depth = 0
        for index in start..<document.events.count {
            switch document.events[index].kind {
            case .start: depth += 1
            case .end:
                depth -= 1
                if depth == 0 { return index + 1 }
            case .text, .spelled: break
            }
        }
        return document.events.count
    }

    var parent: XMLElement? { open.count > 1 ? open[open.count - 2].element : nil }

    func isInside(_ element: XMLElement) -> Bool { open.last?.inside.contains(element) ?? false }

    // MARK: - Starts

    private mutating func start(_ element: XMLElement, _ event: MarkupEvents.Event) {
        switch element {
        case .unknown:
            unknown[event.name, default: (0, document.place(of: event))].count += 1
            // Outside any block it is one.
            open[open.count - 1].isBlock = !writer.isBlockOpen && !writer.isInNote
            if !writer.isInBlock { writer.end() }
        case .container: if !writer.isInNote { writer.end() }
        case .definition: if !writer.isInNote, !writer.hasOnlyLabel { writer.end() }
        case .part:
            writer.end()
            partDepth += 1
        case .paragraph, .quote, .caption: beginBlock(element)
        case .subheading: writer.begin(.heading(HeadingRank(depth: partDepth, style: Self.style(of: event, document))))
        case .kop: if isHeadingOfPart { writer.begin(.heading(HeadingRank(depth: partDepth, style: 0))) }
        case .title: beginTitle()
        case .label: beginLabel()
        case .list:
            listDepth += 1
            if table == nil, !writer.isInNote { writer.end() } else { writer.addSpace() }
        case .item: beginItem()
        case .question: if !writer.isInNote { writer.end() }
        case .itemLabel, .word: writer.addSpace()
        case .table, .columnSpec, .tableHead, .row, .cell: startTable(element, event)
        case .noteBody:
            let known = document.attribute(.id, of: event).flatMap { noteNumbers[$0] }
            writer.end()
            writer.beginNote(statedNumber(event) ?? known ?? writer.nextNote, at: document.place(of: event))
        case .link: targets.append(target(of: event))
        case .headLine, .dossier, .paperNumber, .questionNumber: writer.begin(headKind(element, event))
        case .signature: writer.end()
        case .office, .name: if isInside(.signature) { writer.begin(.signature) } else { writer.addSpace() }
        case .metadata: metadata.take(document, event)
        // Notes have begun already.
        case .inline, .skipped, .note, .noteNumber, .noteReference: break
        }
    }

    func target(of link: MarkupEvents.Event) -> PaperID? {
        if let dossier = document.attribute(.dossier, of: link), let id = PaperID(link: "dossier-\(dossier)") {
            return id
        }
        return (document.attribute(.doc, of: link) ?? document.attribute(.structure, of: link)).flatMap {
            PaperID(link: $0)
        }
    }

    /// How high a heading stands by its look: heavier letters stand higher.
    private static func style(of event: MarkupEvents.Event, _ document: MarkupEvents) -> Int {
        switch document.attribute(.kopopmaak, of: event) ?? document.attribute(.letat, of: event) {
        case "vet", "halfvet", nil: 1
        case "vetcur": 2
        case "cur": 3
        case "ondlijn", "onl": 4
        default: 5
        }
    }

    /// Whether the `kop` that has begun is that of a part of the text; else it is that of the paper.
    private var isHeadingOfPart: Bool { parent == .part || partDepth > 0 }

    private mutating func beginBlock(_ element: XMLElement) {
        if table != nil, element != .caption || isInside(.cell) { return writer.addSpace() }
        if writer.isInNote { return writer.begin(.paragraph) }
        if isInside(.signature) { return writer.begin(.signature) }
        // The first paragraph of an item stands behind its label.
        if listDepth > 0 || isInside(.item), element != .caption {
            if writer.hasOnlyLabel { return }
            return writer.begin(.listItem(depth: max(1, listDepth)))
        }
        if element == .quote || isInside(.quote) { return writer.begin(.quote) }
        writer.begin(element == .caption || isInside(.caption) ? .caption : .paragraph)
    }

    private mutating func beginItem() {
        if table != nil || writer.isInNote { return writer.addSpace() }
        writer.begin(.listItem(depth: max(1, listDepth)))
    }

    private mutating func beginTitle() {
        switch parent {
        case .kop where partDepth == 0: writer.begin(.head)
        case .kop, .dossier: writer.addSpace()
        case .part: writer.begin(.heading(HeadingRank(depth: partDepth, style: 0)))
        case .container where partDepth == 0:
            // The number of the paper stands before it on the line.
            if open.dropLast().last?.start == nil || !writer.isInBlock {
                writer.begin(.head)
            } else {
                writer.addSpace()
            }
        default: if writer.isInBlock { writer.addSpace() } else { writer.begin(.paragraph) }
        }
    }

    private mutating func beginLabel() {
        if parent == .question, !writer.isInNote {
            // A number behind its word is on the same heading.
            if writer.isInBlock, case .heading = writer.openKind { return writer.addSpace() }
            writer.begin(.heading(HeadingRank(depth: partDepth + 1, style: 0)))
        } else if parent == .item, !writer.isInBlock {
            beginItem()
        } else {
            writer.addSpace()
        }
    }

    private func headKind(_ element: XMLElement, _ event: MarkupEvents.Event) -> MarkedTextWriter.Kind {
        guard element == .headLine, let content = document.attribute(.inhoud, of: event) else { return .head }
        return ["vergaderjaar", "kameraanduiding"].contains(content) ? .head : .furniture
    }

    // MARK: - Ends

    private mutating func end(_ closed: Open, _ event: MarkupEvents.Event) {
        switch closed.element {
        case .unknown: if closed.isBlock, !writer.isInNote { writer.end() }
        case .inline, .skipped, .noteNumber, .noteReference, .metadata, .columnSpec, .tableHead: break
        case .container, .definition, .question: if !writer.isInNote { writer.end() }
        case .part:
            writer.end()
            partDepth -= 1
        case .kop: if isHeadingOfPart || partDepth > 0 || open.last?.element == .part { writer.end() }
        case .paragraph, .quote, .caption: endBlock(closed)
        case .subheading: writer.end()
        case .title: if open.last?.element != .kop, open.last?.element != .dossier { writer.end() }
        case .label:
            // Label and number of a heading together are its label.
            if open.last?.element == .kop || open.last?.element == .item { writer.endLabel() }
        case .list:
            listDepth -= 1
            if table == nil, !writer.isInNote { writer.end() }
        case .item: if table == nil, !writer.isInNote { writer.end() }
        case .itemLabel: if table == nil { writer.endLabel() } else { writer.addSpace() }
        case .table, .row, .cell: endTable(closed)
        case .note, .noteBody: writer.endNote()
        case .link: endLink(closed)
        case .headLine:
            endHeadLine(from: closed.start)
            writer.end()
        case .questionNumber:
            endQuestionNumber(from: closed.start, at: document.place(of: event))
            writer.end()
        case .dossier: writer.end()
        case .paperNumber, .word: writer.addSpace()
        case .signature: signatures.endSignature(&writer)
        case .office, .name:
            guard isInside(.signature) else { return writer.addSpace() }
            if closed.element == .office {
                signatures.endOffice(from: closed.start, at: document.place(of: event), &writer)
            } else {
                signatures.endName(from: closed.start, at: document.place(of: event), &writer)
            }
        }
        if !tableNotes.isEmpty, table == nil, !writer.isInBlock { writeTableNotes() }
    }

    private mutating func endBlock(_ closed: Open) {
        if table != nil, closed.element != .caption || isInside(.cell) { return writer.addSpace() }
        writer.end()
    }

    private mutating func endLink(_ closed: Open) {
        if let target = targets.popLast() ?? nil { writer.link(from: closed.start, to: target) }
    }
}
