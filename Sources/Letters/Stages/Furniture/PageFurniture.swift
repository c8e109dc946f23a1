import References

/// What a line of the source is to the letter.
enum LineRole: UInt8 {
    case blank
    /// Text of the letter.
    case body
    /// What the printer or the web site put there: ids, footers, page numbers, navigation.
    case furniture
    /// Dossier, number, addressee, place and date above the text.
    case head
    case note
    case signature
}

/// Finds what is printed on each page and belongs to no sentence, and with it the pages.
///
/// Known are the first-page block, running footers and web remains of officielebekendmakingen.nl. A page starts behind a
/// footer, at a form feed, or at a line that the extraction indented by one space; a missing footer says nothing.
struct PageFurniture {
    var roles: [LineRole]
    /// Lines that begin a page, the first printed line not among them.
    var pageStarts: LineSet
    /// Page of each line, from 1.
    var pages: [Int]
    var selfMentions: [SelfMention] = []
    /// What each line of furniture is.
    private(set) var kinds: [Int: Removal.Kind] = [:]
    /// Each with every place that says another than the one before.
    private(set) var chambers: [Said<Head.Chamber>] = []
    private(set) var sessionYears: [Said<String>] = []
    /// Whether the source shows pages at all; without them notes end where their text ends.
    var hasPages: Bool { !pageStarts.isEmpty }

    let bytes: [UInt8]
    /// Without what the printer glued behind their text.
    private(set) var lines: [LineTable.Line]
    private let isWebForm: Bool
    /// Whether bullets stand at the margin, so that one set in by a space begins a page.
    private let hasBulletsAtMargin: Bool
    /// Line of the last footer with a number.
    private var lastNumbered = -1
    /// Whether the table of facts over a web page was seen.
    var sawTableHead = false
    var sawTableLabel = false
    /// Whether a line of text was seen.
    private(set) var sawText = false
    /// Whether numbers of pages stand at their tops.
    var labelsHeadPages = false
    private var numbersHeadPages = false
    /// Where `Kamer, vergaderjaar` stands, ascending; the lines before `nextKamer` are past.
    let kamerPositions: [Int]
    private(set) var nextKamer = 0
    /// What the last footer spelled, and the paper that it named.
    var lastPaper: (spelling: String, id: PaperID?)?

    init(bytes: [UInt8], table: LineTable, isWebForm: Bool) {
        self.bytes = bytes
        let lines = table.lines
        self.lines = lines
        self.isWebForm = isWebForm
        hasBulletsAtMargin = table.wideLines.contains { index in
            let content = lines[index].content
            return lines[index].indent == 0
                && bytes.matches(Sign.bullet, at: content.lowerBound, end: content.upperBound)
        }
        roles = lines.map { $0.isBlank ? .blank : .body }
        pages = [Int](repeating: 1, count: lines.count)
        kamerPositions = Self.kamer.all(in: bytes)
        pageStarts = LineSet(count: lines.count)
        markLines()
    }

    private mutating func markLines() {
        var page = 1
        // Lines from here on have not been given the page yet.
        var firstOfPage = 0
        var afterFooter = false
        let (firstBytes, plainOpenings) = (Self.firstBytes, Self.plainOpenings)
        for index in lines.indices {
            let line = lines[index]
            if line.isBlank {
                if line.hasFormFeed { afterFooter = true }
                continue
            }
            let holdsFooterWords = nextKamer < kamerPositions.count && passKamers(before: line.content)
            if holdsFooterWords || mayBeFurniture(line, firstBytes, plainOpenings) {
                give(page, to: firstOfPage..<index + 1)
                firstOfPage = index + 1
                if let endsPage = takeFurniture(index, &page) {
                    if endsPage { afterFooter = sawText }
                    continue
                }
            }
            if sawText, afterFooter || line.hasFormFeed || isIndentedPageStart(line) {
                give(page, to: min(firstOfPage, index)..<index)
                page += 1
                pageStarts.insert(index)
                pages[index] = page
                firstOfPage = index + 1
            }
            sawText = true
            afterFooter = false
            if holdsFooterWords { afterFooter = takeGluedFooter(index, &page) }
        }
        give(page, to: firstOfPage..<lines.count)
    }

    /// Passes the positions before a line. Returns whether the line has the next one.
    private mutating func passKamers(before content: Range<Int>) -> Bool {
        while nextKamer < kamerPositions.count, kamerPositions[nextKamer] < content.lowerBound { nextKamer += 1 }
        return kamerOnLine(content) != nil
    }

    private mutating func give(_ page: Int, to lines: Range<Int>) {
        // All have page 1 so far.
        guard page != 1 else { return }
        for line in lines { pages[line] = page }
    }

    /// Whether a line of furniture ends its page; nil where a line is none.
    private mutating func takeFurniture(_ index: Int, _ page: inout Int) -> Bool? {
        guard let found = furniture(index) ?? pageNumber(index, page) ?? tableRow(index) ?? tableValue(index) else {
            return nil
        }
        roles[index] = .furniture
        kinds[index] = found.kind
        accept(found, &page, at: index)
        return found.endsPage
    }

    /// Cuts the footer from a line that has one behind its text. Returns whether it has.
    private mutating func takeGluedFooter(_ index: Int, _ page: inout Int) -> Bool {
        guard let found = gluedFooter(index) else { return false }
        lines[index].cut(to: found.textBefore, in: bytes)
        accept(found.footer, &page, at: index)
        return true
    }

    /// Whether a line without the words of a footer might be furniture; a look that turns most lines away.
    @inline(__always)
    private func mayBeFurniture(
        _ line: LineTable.Line, _ firstBytes: ASCIISet, _ plainOpenings: PrefixSet
    ) -> Bool {
        guard firstBytes.contains(line.first) || line.first == 0xE2 || sawTableHead || sawTableLabel else {
            return false
        }
        let content = line.content
        let first = line.first
        return mayBeID(content) || plainOpenings.mayOpen(bytes, content) || sawTableHead || sawTableLabel
            || content.count <= 3 && first.isDigit || first == 0xE2
    }

    /// With which ids, numbers of pages and plain furniture begin; but for those of symbols.
    private static let firstBytes = ASCIISet(Array("kKaA0123456789".utf8) + plainFirstBytes)

    /// Takes over what a line of furniture tells. The page's number is its footer's, which is right where lost or false
    /// page starts have made the count wrong.
    private mutating func accept(_ found: Found, _ page: inout Int, at index: Int) {
        if let number = found.page {
            page = number
            setPage(page, backFrom: index)
        }
        pages[index] = page
        let content = lines[index].content
        let byte = found.start ?? content.lowerBound
        let column = lines[index].column(of: byte, in: bytes)
        let place = Place(byte: byte, line: index + 1, column: column, page: page)
        let source: Head.Origin.Source = found.isTable ? .head : .footer
        if let chamber = found.chamber, chambers.last?.value != chamber {
            chambers.append(Said(value: chamber, source: source, place: place))
        }
        if let year = found.sessionYear, sessionYears.last?.value != year {
            sessionYears.append(Said(value: year, source: source, place: place))
        }
        guard let id = found.id else { return }
        selfMentions.append(SelfMention(id: id, origin: .footer, place: place))
    }

    /// Gives the lines of the page that a footer closes that footer's number.
    private mutating func setPage(_ page: Int, backFrom index: Int) {
        // What stands above the footer before has its number from that one.
        for line in stride(from: index, through: lastNumbered + 1, by: -1) {
            guard line == index || pages[line] != page else { break }
            pages[line] = page
            if pageStarts.contains(line) { break }
        }
        lastNumbered = index
    }

    /// One space and then text: how the extraction of paged letters shows the first line of a page.
    @inline(__always)
    private func isIndentedPageStart(_ line: LineTable.Line) -> Bool {
        guard !isWebForm, line.indent == 1 else { return false }
        return hasBulletsAtMargin
            || !bytes.matches(Sign.bullet, at: line.content.lowerBound, end: line.content.upperBound)
    }

    /// Takes over what the format says of its lines, which furniture of the text does not undo.
    mutating func take(_ known: KnownStructure) {
        if known.pages.count == pages.count { pages = known.pages }
        for line in roles.indices where line < known.roles.count {
            switch known.roles[line] {
            case .furniture, .signature: roles[line] = known.roles[line]
            // The foot of a page stands right under its notes.
            case .note where kinds[line] == nil: roles[line] = .note
            case .note: break
            case .body where known.headLines.contains(line): roles[line] = .body
            case .blank, .body, .head: break
            }
        }
    }

    /// What furniture tells of the letter, and where.
    struct Said<Value> {
        var value: Value
        var source: Head.Origin.Source
        var place: Place
    }

    /// What furniture tells.
    struct Found {
        var kind = Removal.Kind.webPage
        /// Whether it is the table of facts over a web page.
        var isTable = false
        var page: Int?
        var endsPage = false
        var id: PaperID?
        var chamber: Head.Chamber?
        var sessionYear: String?
        /// Byte at which it begins, where that is not the line's first.
        var start: Int?
    }

    /// The number of the page alone on a line, where a page ends behind it.
    private mutating func pageNumber(_ index: Int, _ page: Int) -> Found? {
        let content = lines[index].content
        guard content.count <= 3, bytes[content].allSatisfy(\.isDigit) else { return nil }
        let number = bytes[content].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        if headsPage(index, number, page) { return Found(kind: .pageNumber, page: page, endsPage: true) }
        guard number == page, endsPage(behind: index) else { return nil }
        return Found(kind: .pageNumber, page: page, endsPage: true)
    }

    /// Whether a number set in from the margin heads its page, as `1` above all text shows that they do.
    private mutating func headsPage(_ index: Int, _ number: Int, _ page: Int) -> Bool {
        guard lines[index].indent > 0 else { return false }
        if number == 1, !sawText { numbersHeadPages = true }
        return numbersHeadPages && number == (sawText ? page + 1 : 1)
    }

    /// Whether the next printed line begins a page, or there is none.
    private func endsPage(behind index: Int) -> Bool {
        for line in lines[(index + 1)...] {
            if line.hasFormFeed { return true }
            if !line.isBlank { return isIndentedPageStart(line) }
        }
        return true
    }
}
