/// Where on a web page the letter is, and which of its parts are notes: what must be known before it is read.
struct HTMLPage {
    let document: MarkupEvents
    /// By event: what an element is; `.inline` for ends and text.
    private(set) var elements: [HTMLElement]
    /// By event of a start: the event of its end.
    private(set) var ends: [Int]
    /// The letter and its notes, in order.
    private(set) var content: [Range<Int>] = []
    /// By event of the link that calls it: the number of a note.
    private(set) var markers: [Int: Int] = [:]
    /// By event of the element that holds it: the number of a note.
    private(set) var notes: [Int: Int] = [:]
    /// By event of the text: signs of notes in it.
    private(set) var signs: [Int: [UnlinkedNotes.SignInText]] = [:]
    /// Links from a note back to the text.
    private(set) var backLinks: Set<Int> = []
    /// Whether it is a page of officielebekendmakingen.nl.
    private(set) var isOfficial = false
    /// Said where much of the page is not read.
    private(set) var leftOut: Diagnostic?

    init(_ document: MarkupEvents) {
        self.document = document
        elements = []
        ends = [Int](repeating: document.events.count, count: document.events.count)
        elements.reserveCapacity(document.events.count)
        var open: [Int] = []
        let plain = document.names.map { HTMLElement($0, classes: "") }
        for (index, event) in document.events.enumerated() {
            var element = HTMLElement.inline
            switch event.kind {
            case .start:
                element = plain[event.name]
                if !event.attributes.isEmpty, let classes = document.attribute(.class, of: event) {
                    element = HTMLElement(document.names[event.name], classes: classes)
                }
                open.append(index)
            case .end: if let start = open.popLast() { ends[start] = index }
            case .text, .spelled: break
            }
            elements.append(element)
        }
        findNotes()
        findContent()
    }

    // MARK: - The letter

    private mutating func findContent() {
        let mass = PageMass(document, elements)
        let finder = MainContent(document, elements, ends: ends, mass: mass, notes: Array(notes.keys))
        let letters = starts { id, classes, _ in id == "broodtekst" || classes.contains("stuk") }
        if let first = letters.first {
            isOfficial = true
            content = outermost(letters)
            content += starts { id, _, _ in id == "noten" }.filter { $0 >= ends[first] }.map { $0..<ends[$0] }
                .filter { notes in !content.contains { $0.overlaps(notes) } }
        } else {
            content = [finder.range]
            for index in finder.layout { elements[index] = .container }
        }
        let skipped = skipAside(finder)
        leftOut = finder.leftOut(content: content, skipped: skipped)
    }

    private func outermost(_ starts: [Int]) -> [Range<Int>] {
        starts.reduce(into: []) { ranges, start in
            if start >= (ranges.last?.upperBound ?? 0) { ranges.append(start..<ends[start]) }
        }
    }

    /// Decides of each part that is usually none of a letter. Returns those that are skipped.
    private mutating func skipAside(_ finder: MainContent) -> [Range<Int>] {
        var skipped: [Range<Int>] = []
        for range in content {
            var index = range.lowerBound
            while index < range.upperBound {
                if isAside(index, finder) {
                    elements[index] = .skipped
                    skipped.append(index..<ends[index])
                    index = ends[index]
                } else if elements[index] == .aside {
                    elements[index] = .container
                }
                index += 1
            }
        }
        return skipped
    }

    private func isAside(_ index: Int, _ finder: MainContent) -> Bool {
        guard document.events[index].kind == .start else { return false }
        switch elements[index] {
        case .aside: return finder.isBesideLetter(index)
        case .list, .container: return !isOfficial && finder.isMenu(index)
        default: return false
        }
    }

    /// Starts of elements by their ids and classes; those that have neither are none.
    private func starts(where matches: (String, [Substring], String) -> Bool) -> [Int] {
        document.events.indices.filter { index in
            let event = document.events[index]
            guard event.kind == .start, !event.attributes.isEmpty else { return false }
            let classes = (document.attribute(.class, of: event) ?? "").split(separator: " ")
            return matches(document.attribute(.id, of: event) ?? "", classes, document.names[event.name])
        }
    }

    // MARK: - Notes

    /// A link to a number further down is the marker of the note there; from there a number leads back.
    private mutating func findNotes() {
        var targets: [String: Int] = [:]
        for (index, event) in document.events.enumerated() where event.kind == .start && !event.attributes.isEmpty {
            for name in [document.attribute(.id, of: event), document.attribute(.name, of: event)] {
                if let name, targets[name] == nil { targets[name] = index }
            }
        }
        var called: [Int: [(link: Int, number: Int)]] = [:]
        for (index, event) in document.events.enumerated() where event.kind == .start && elements[index] == .link {
            guard let address = document.attribute(.href, of: event), address.hasPrefix("#") else { continue }
            guard let number = number(in: index..<ends[index]) else {
                if let target = targets[String(address.dropFirst())], target < index, isReturn(index..<ends[index]) {
                    backLinks.insert(index)
                }
                continue
            }
            if let target = targets[String(address.dropFirst())], target != index {
                if target > index {
                    called[target, default: []].append((index, number))
                } else {
                    backLinks.insert(index)
                }
            } else if isNoteSign(event) {
                // The page has lost its notes, and shows where they were called.
                markers[index] = number
            }
        }
        for (target, holder) in holders(of: called) {
            guard let first = called[target]?.first else { continue }
            for (link, number) in called[target] ?? [] { markers[link] = number }
            notes[holder] = first.number
        }
        // Of pages with links some have none at some notes.
        let linked = Set(notes.values)
        guard linked != Set(1...max(1, linked.count)) else { return }
        let unlinked = UnlinkedNotes(document, elements, ends: ends, number: number)
        guard linked.isSubset(of: unlinked.notes.values) else { return }
        if !linked.isEmpty { markers = [:] }
        notes = unlinked.notes
        signs = unlinked.signs
        markers.merge(unlinked.markers) { $1 }
    }

    /// Whether a link has the class that officielebekendmakingen.nl gives to the signs of notes.
    private func isNoteSign(_ event: MarkupEvents.Event) -> Bool {
        (document.attribute(.class, of: event) ?? "").split(separator: " ").contains("nootnum")
    }

    /// The number that is all of a short text, perhaps in brackets.
    func number(in range: Range<Int>) -> Int? {
        var text: [UInt8] = []
        for event in document.events[range] where event.kind == .text || event.kind == .spelled {
            text += document.text(of: event).filter { $0 > .space }
            guard text.count <= 8 else { return nil }
        }
        let digits = text.filter { !"[]().".utf8.contains($0) }
        guard (1...4).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// Bytes of an arrow at most, with the selectors that follow some.
    private static let longestArrow = 12

    /// Whether a link back has no words of its own: an arrow, or `terug`.
    private func isReturn(_ range: Range<Int>) -> Bool {
        var text: [UInt8] = []
        for event in document.events[range] where event.kind == .text || event.kind == .spelled {
            text += document.text(of: event).filter { $0 > .space }
            guard text.count <= Self.longestArrow else { return false }
        }
        if text.elementsEqual("terug".utf8) || text.elementsEqual("Terug".utf8) { return true }
        return !text.isEmpty && !text.contains { $0 < 0x80 && $0.isWord }
    }

    /// For the targets of markers the blocks that hold them: the innermost division of a note, item or paragraph around
    /// each.
    private func holders(of targets: [Int: [(link: Int, number: Int)]]) -> [Int: Int] {
        var holders: [Int: Int] = [:]
        var open: [Int] = []
        for (index, event) in document.events.enumerated() {
            switch event.kind {
            case .start:
                open.append(index)
                if targets[index] != nil { holders[index] = holder(in: open) }
            case .end: open.removeLast(open.isEmpty ? 0 : 1)
            case .text, .spelled: break
            }
        }
        return holders
    }

    private func holder(in open: [Int]) -> Int? {
        open.last(where: isNote)
            ?? open.last { elements[$0] == .item || elements[$0] == .paragraph || elements[$0] == .row }
            ?? open.last { elements[$0] == .container }
    }

    private func isNote(_ index: Int) -> Bool {
        guard !document.events[index].attributes.isEmpty else { return false }
        let classes = (document.attribute(.class, of: document.events[index]) ?? "").split(separator: " ")
        return classes.contains("noot") || classes.contains("footnote")
    }
}
