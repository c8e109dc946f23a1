import References

/// A page whose letter is plain text: lines in `pre`, or lines that end with `br`, as pages of tweedekamer.nl have them.
///
/// What such lines are together no element says, so they are written down as they stand and read as plain text is.
struct HTMLLines {
    private let page: HTMLPage
    private var bytes: [UInt8] = []
    private var map = SourceMap()
    private var links: [KnownLink] = []
    /// Of open links: where their text begins, and what they name.
    private var openLinks: [(start: Int, target: PaperID?)] = []
    private var preDepth = 0
    private var hasPendingSpace = false

    /// Lines of a block that are so many that they are lines of print.
    private static let fewestBreaks = 8

    /// nil for a page whose elements say what its text is.
    init?(_ page: HTMLPage) {
        self.page = page
        guard Self.isPrinted(page) else { return nil }
        for range in page.content { write(range) }
        endLine()
    }

    var text: MarkedText { MarkedText(bytes: bytes, map: map, links: links) }

    // MARK: - Whether it is one

    /// Whether half of the text or more is in lines of print.
    private static func isPrinted(_ page: HTMLPage) -> Bool {
        var (all, printed) = (0, 0)
        for range in page.content {
            var index = range.lowerBound
            while index < range.upperBound {
                if page.elements[index] == .skipped, page.document.events[index].kind == .start {
                    index = page.ends[index] + 1
                    continue
                }
                all += mass(page, index..<index + 1)
                index += 1
            }
            printed += blocks(of: page, in: range).reduce(0) { $0 + mass(page, $1) }
        }
        return printed > 0 && printed * 2 >= all
    }

    private static func mass(_ page: HTMLPage, _ range: Range<Int>) -> Int {
        page.document.events[range].reduce(0) { sum, event in
            event.kind == .start || event.kind == .end
                ? sum : sum + page.document.text(of: event).count { $0 > .space }
        }
    }

    /// `pre` elements, and blocks that hold many `br` and no block, none inside another.
    private static func blocks(of page: HTMLPage, in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: [(event: Int, breaks: Int, hasBlocks: Bool)] = []
        for index in range where index >= (found.last?.upperBound ?? 0) {
            let event = page.document.events[index]
            guard event.kind == .start else {
                if event.kind == .end, let block = open.last, page.ends[block.event] == index {
                    open.removeLast()
                    if !block.hasBlocks, block.breaks >= fewestBreaks { found.append(block.event..<index) }
                }
                continue
            }
            if isPre(page, index) {
                found.append(index..<min(page.ends[index], range.upperBound))
                continue
            }
            switch page.elements[index] {
            case .lineBreak: if !open.isEmpty { open[open.count - 1].breaks += 1 }
            case .container, .paragraph, .item, .quote, .heading, .row, .cell, .list, .table, .caption:
                if !open.isEmpty { open[open.count - 1].hasBlocks = true }
                if page.ends[index] < range.upperBound { open.append((index, 0, false)) }
            default: break
            }
        }
        return found
    }

    private static func isPre(_ page: HTMLPage, _ index: Int) -> Bool {
        page.document.names[page.document.events[index].name] == "pre"
    }

    // MARK: - Lines

    private mutating func write(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let event = page.document.events[index]
            switch event.kind {
            case .start:
                if page.elements[index] == .skipped {
                    index = page.ends[index] + 1
                    continue
                }
                start(index)
            case .end: end(event)
            case .text, .spelled: add(page.document.text(of: event), at: page.document.place(of: event))
            }
            index += 1
        }
    }

    private mutating func start(_ index: Int) {
        if Self.isPre(page, index) { preDepth += 1 }
        switch page.elements[index] {
        case .container, .paragraph, .heading, .list, .table, .quote, .caption, .head, .signature: endBlock()
        case .item, .row: endLine()
        case .cell: hasPendingSpace = true
        case .lineBreak:
            hasPendingSpace = false
            if !bytes.isEmpty { bytes.append(0x0A) }
        case .link:
            let address = page.document.attribute(.href, of: page.document.events[index])
            openLinks.append((bytes.count, address.flatMap { PaperID(link: $0) }))
        default: break
        }
    }

    private mutating func end(_ event: MarkupEvents.Event) {
        let name = page.document.names[event.name]
        if name == "pre" { preDepth = max(0, preDepth - 1) }
        switch HTMLElement(name, classes: "") {
        case .container, .paragraph, .heading, .list, .table, .quote, .caption: endBlock()
        case .link:
            if let link = openLinks.popLast(), let target = link.target,
                let known = KnownLink(bytes, from: link.start, target)
            {
                links.append(known)
            }
        default: break
        }
    }

    private mutating func endLine() {
        hasPendingSpace = false
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// Ends a block with a blank line.
    private mutating func endBlock() {
        endLine()
        if bytes.count > 1, bytes[bytes.count - 2] != 0x0A { bytes.append(0x0A) }
    }

    private mutating func add(_ text: ArraySlice<UInt8>, at start: Place) {
        var place = start
        var isRunOpen = false
        for byte in text {
            if byte <= .space, preDepth == 0 {
                hasPendingSpace = bytes.last.map { $0 > .space } == true
                isRunOpen = false
            } else {
                if hasPendingSpace { bytes.append(.space) }
                hasPendingSpace = false
                if !isRunOpen || bytes.count - (map.runs.last?.textOffset ?? 0) >= SourceMap.longestRun,
                    byte & 0xC0 != 0x80
                {
                    map.append(PlacedText.Run(textOffset: bytes.count, place: place))
                    isRunOpen = true
                }
                bytes.append(byte)
                if byte == 0x0A { isRunOpen = false }
            }
            place.pass(byte)
        }
    }
}
