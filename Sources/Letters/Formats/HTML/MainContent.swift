/// Finds the letter on a page of any site, by where its text is rather than by what the page calls its parts.
///
/// What a page calls `main`, `article` or `form` says little alone: an ASP.NET page stands in one `form` from end to end,
/// and an `article` may announce another letter. So a part that should be the letter must hold half of the running text, and
/// one that should be none of it (navigation, forms, margins) little of it; and where the letter's head, title or notes
/// are, there is the letter. Text density (running text beside links): Kohlschütter, Fankhauser and Nejdl,
/// "Boilerplate Detection using Shallow Text Features", WSDM 2010.
struct MainContent {
    private let document: MarkupEvents
    private let elements: [HTMLElement]
    private let ends: [Int]
    private let mass: PageMass
    /// Events in ascending order that belong to the letter for certain: lines of its head, its notes.
    private let anchors: [Int]
    private let total: Int

    init(_ document: MarkupEvents, _ elements: [HTMLElement], ends: [Int], mass: PageMass, notes: [Int]) {
        self.document = document
        self.elements = elements
        self.ends = ends
        self.mass = mass
        total = mass.prose(in: 0..<document.events.count)
        anchors = (notes + document.events.indices.filter { Self.isLetterLine(document, $0) }).sorted()
    }

    /// Beginnings of lines that letters have and announcements of letters have not.
    private static let lineStarts = [
        "Aan de Voorzitter", "Aan de voorzitter", "Geachte voorzitter", "Geachte heer", "Geachte mevrouw",
    ].map { Array($0.utf8) }
    /// Before the date.
    private static let towns = ["Den Haag, ", "\u{2019}s-Gravenhage, ", "'s-Gravenhage, "].map { Array($0.utf8) }

    private static func isLetterLine(_ document: MarkupEvents, _ index: Int) -> Bool {
        let event = document.events[index]
        guard event.kind == .text else { return false }
        let text = document.text(of: event).drop { $0 <= .space }
        guard let first = text.first else { return false }
        if first == UInt8(ascii: "A") || first == UInt8(ascii: "G") {
            return lineStarts.contains { text.starts(with: $0) }
        }
        return towns.contains { text.starts(with: $0) && text.dropFirst($0.count).first?.isDigit == true }
    }

    // MARK: - The letter

    /// The part of the page that holds the letter.
    var range: Range<Int> {
        let body = document.events.indices.first { isStart($0, named: "body") } ?? 0
        var best = body
        for index in document.events.indices where isCalledContent(index) {
            let range = span(index)
            guard mass.prose(in: range) * 2 >= total, holdsAllAnchors(range) else { continue }
            // Of those inside one another the inner one.
            if best == body || span(best).contains(index) { best = index }
        }
        return best..<max(best, min(ends.indices.contains(best) ? ends[best] : 0, document.events.count))
    }

    private func span(_ index: Int) -> Range<Int> { index..<min(max(index, ends[index]), document.events.count) }

    private func isStart(_ index: Int, named name: String) -> Bool {
        let event = document.events[index]
        return event.kind == .start && document.names[event.name] == name
    }

    private static let contentNames: Set<String> = [
        "content", "inhoud", "main", "main-content", "maincontent", "article", "artikel",
    ]

    private func isCalledContent(_ index: Int) -> Bool {
        let event = document.events[index]
        guard event.kind == .start else { return false }
        if ["article", "main"].contains(document.names[event.name]) { return true }
        if document.attribute(.role, of: event) == "main" { return true }
        guard let id = document.attribute(.id, of: event) else { return false }
        return Self.contentNames.contains(id.lowercased())
    }

    private func holdsAllAnchors(_ range: Range<Int>) -> Bool {
        guard let first = anchors.first, let last = anchors.last else { return true }
        return range.contains(first) && range.contains(last)
    }

    private func holdsAnchor(_ range: Range<Int>) -> Bool {
        var (low, high) = (0, anchors.count)
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < anchors.count && anchors[low] < range.upperBound
    }

    // MARK: - What is no part of it

    /// Whether a part of the page that is usually none of the letter is so here.
    func isBesideLetter(_ index: Int) -> Bool {
        let range = span(index)
        return mass.prose(in: range) * 3 < total && !holdsAnchor(range)
    }

    /// Links of a menu at least, and bytes of each at most: the items of a letter's own list of papers say more.
    private static let (fewestLinks, longestItem) = (5, 30)

    /// Whether a list or division is a menu by its text: hardly anything but short links, none of them to a paper.
    func isMenu(_ index: Int) -> Bool {
        let range = span(index)
        let (prose, linked, links) = (mass.prose(in: range), mass.linked(in: range), mass.links(in: range))
        return links >= Self.fewestLinks && linked <= links * Self.longestItem && prose * 4 <= linked
            && mass.papers(in: range) == 0 && !holdsAnchor(range)
    }

    // MARK: - Layout in tables

    /// Starts of the tables, rows and cells that only set out a page: a cell holds most of the text, in more than one block,
    /// or a heading.
    var layout: [Int] {
        var found: [Int] = []
        // Of each open table: whether it sets out the page, and its table, row and cell elements.
        var tables: [(isLayout: Bool, parts: [Int])] = []
        for index in document.events.indices {
            let event = document.events[index]
            switch event.kind {
            case .start:
                switch elements[index] {
                case .table: tables.append((document.attribute(.role, of: event) == "presentation", [index]))
                case .row, .cell:
                    guard let last = tables.indices.last else { continue }
                    tables[last].parts.append(index)
                    if elements[index] == .cell, setsOutPage(index) { tables[last].isLayout = true }
                case .heading(1...3): for table in tables.indices { tables[table].isLayout = true }
                default: break
                }
            case .end:
                guard let table = tables.last, table.parts.first.map({ ends[$0] }) == index else { continue }
                tables.removeLast()
                if table.isLayout { found += table.parts }
            case .text, .spelled: break
            }
        }
        return found
    }

    private func setsOutPage(_ cell: Int) -> Bool {
        let range = span(cell)
        guard mass.prose(in: range) * 2 > total else { return false }
        return document.events.indices[range].count { elements[$0] == .paragraph || elements[$0] == .lineBreak } > 1
    }

    // MARK: - What was not taken

    /// Bytes of running text that may be left out without a word: a foot, a cookie notice.
    private static let leastLeftOut = 400

    /// Said where much of the page's running text is not in the letter.
    ///
    /// - Parameters:
    ///   - content: what was read.
    ///   - skipped: parts inside it that were not, none inside another.
    func leftOut(content: [Range<Int>], skipped: [Range<Int>]) -> Diagnostic? {
        let taken = content.reduce(0) { $0 + mass.prose(in: $1) } - skipped.reduce(0) { $0 + mass.prose(in: $1) }
        let left = total - taken
        guard left >= Self.leastLeftOut, left * 4 > total else { return nil }
        var gaps = skipped
        var end = 0
        for range in content {
            gaps.append(end..<max(end, range.lowerBound))
            end = max(end, range.upperBound)
        }
        gaps.append(end..<max(end, document.events.count))
        let first = gaps.filter { mass.prose(in: $0) > 0 }.min { $0.lowerBound < $1.lowerBound }?
            .first { mass.prose(in: $0..<$0 + 1) > 0 }
        return Diagnostic(
            kind: .textLeftOut, place: first.map { document.place(of: document.events[$0]) } ?? .start,
            detail: "\(left) of the \(total) bytes of running text on the page are not taken for the letter")
    }
}
