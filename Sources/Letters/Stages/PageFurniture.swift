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
/// Known are the first-page block, running footers and web remains of officielebekendmakingen.nl. A page starts behind a footer, at a form feed, or at a line that the extraction
/// indented by one space; a missing footer says nothing.
struct PageFurniture {
    var roles: [LineRole]
    /// Lines that begin a page, the first printed line not among them.
    var pageStarts: Set<Int> = []
    /// Page of each line, from 1.
    var pages: [Int]
    var selfMentions: [SelfMention] = []
    /// From a footer.
    var chamber: Head.Chamber?
    var sessionYear: String?
    /// Whether the source shows pages at all; without them notes end where their text ends.
    var hasPages: Bool { !pageStarts.isEmpty }

    private let bytes: [UInt8]
    /// Without what the printer glued behind their text.
    private(set) var lines: [LineTable.Line]
    private let isWebForm: Bool
    /// Whether bullets stand at the margin, so that one set in by a space begins a page.
    private let hasBulletsAtMargin: Bool
    /// Line of the last footer with a number.
    private var lastNumbered = -1

    init(bytes: [UInt8], lines: [LineTable.Line], isWebForm: Bool) {
        self.bytes = bytes
        self.lines = lines
        self.isWebForm = isWebForm
        hasBulletsAtMargin = lines.contains {
            $0.indent == 0 && bytes.matches(Sign.bullet, at: $0.content.lowerBound, end: $0.content.upperBound)
        }
        roles = lines.map { $0.isBlank ? .blank : .body }
        pages = [Int](repeating: 1, count: lines.count)
        markLines()
    }

    private mutating func markLines() {
        var page = 1
        var sawText = false
        var afterFooter = false
        for index in lines.indices {
            let line = lines[index]
            if line.isBlank {
                if line.hasFormFeed { afterFooter = true }
                pages[index] = page
                continue
            }
            if let found = takeFurniture(index) ?? takePageNumber(index, page) ?? takeTableRow(index) {
                number(&page, found, at: index)
                if found.endsPage { afterFooter = sawText }
                continue
            }
            if sawText, afterFooter || line.hasFormFeed || isIndentedPageStart(line) {
                page += 1
                pageStarts.insert(index)
            }
            pages[index] = page
            sawText = true
            afterFooter = false
            if let found = takeGluedFooter(index) {
                number(&page, found, at: index)
                afterFooter = true
            }
        }
    }

    /// Takes the page's number from its footer, which is right where lost or false page starts have made the count wrong.
    private mutating func number(_ page: inout Int, _ found: Found, at index: Int) {
        if let number = found.page {
            page = number
            setPage(page, backFrom: index)
        }
        pages[index] = page
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
    private func isIndentedPageStart(_ line: LineTable.Line) -> Bool {
        guard !isWebForm, line.indent == 1 else { return false }
        return hasBulletsAtMargin
            || !bytes.matches(Sign.bullet, at: line.content.lowerBound, end: line.content.upperBound)
    }

    /// What a line of furniture tells.
    private struct Found {
        var page: Int?
        var endsPage = false
    }

    /// Header of the table of facts over a web page, on one line.
    private static let tableHead = Array("Datum publicatie Organisatie".utf8)

    /// The row under that header: `13-11-2019 Tweede Kamer der Staten-Generaal 2019-2020 32813 nr. 415 12-11-2019`.
    private mutating func takeTableRow(_ index: Int) -> Found? {
        let above = lines[..<index].suffix(3).last { !$0.isBlank }?.content
        guard let above, bytes.matches(Self.tableHead, at: above.lowerBound, end: above.upperBound) else { return nil }
        roles[index] = .furniture
        for word in String(decoding: bytes[lines[index].content], as: UTF8.self).split(separator: " ") {
            let text = Array(word.utf8)
            var cursor = LineCursor(text, 0..<text.count)
            if let year = Self.sessionYear(&cursor), cursor.isAtEnd { sessionYear = sessionYear ?? year }
            if word == "Tweede" { chamber = chamber ?? .tk }
            if word == "Eerste" { chamber = chamber ?? .ek }
        }
        return Found()
    }

    /// The number of the page alone on a line, where a page ends behind it.
    private mutating func takePageNumber(_ index: Int, _ page: Int) -> Found? {
        let content = lines[index].content
        guard content.count <= 3, bytes[content].allSatisfy(\.isDigit),
            bytes[content].reduce(0, { $0 * 10 + Int($1 - 0x30) }) == page, endsPage(behind: index)
        else { return nil }
        roles[index] = .furniture
        return Found(page: page, endsPage: true)
    }

    /// Whether the next printed line begins a page, or there is none.
    private func endsPage(behind index: Int) -> Bool {
        for line in lines[(index + 1)...] {
            if line.hasFormFeed { return true }
            if !line.isBlank { return isIndentedPageStart(line) }
        }
        return true
    }

    /// A footer behind the last words of its page, on their line: it is cut off the line.
    private mutating func takeGluedFooter(_ index: Int) -> Found? {
        let content = lines[index].content
        guard let kamer = bytes.first(Self.kamer, in: content), kamer - content.lowerBound > Self.chamberLength,
            let found = footer(index, from: kamer - Self.chamberLength), found.page != nil
        else { return nil }
        var end = kamer - Self.chamberLength
        while end > content.lowerBound, bytes[end - 1].isBlankASCII { end -= 1 }
        lines[index].content = content.lowerBound..<end
        return found
    }

    /// Bytes of `Tweede` or `Eerste`.
    private static let chamberLength = 6

    private mutating func takeFurniture(_ index: Int) -> Found? {
        let content = lines[index].content
        guard let found = idLine(index) ?? footer(index, from: content.lowerBound) ?? plainFurniture(content) else {
            return nil
        }
        roles[index] = .furniture
        return found
    }

    /// `kst-31497-408` alone on its line.
    private mutating func idLine(_ index: Int) -> Found? {
        let content = lines[index].content
        guard content.count < 60, bytes[content.lowerBound] | 0x20 == UInt8(ascii: "k"),
            bytes[content].allSatisfy({ $0.isWord && $0 < 0x80 || $0 == .hyphen })
        else { return nil }
        let text = String(decoding: bytes[content], as: UTF8.self)
        if text.hasPrefix("KST"), text.dropFirst(3).allSatisfy(\.isNumber) { return Found() }
        guard text.lowercased().hasPrefix("kst-"), let id = PaperID(text) else { return nil }
        note(id, at: index)
        return Found()
    }

    private mutating func note(_ id: PaperID, at index: Int) {
        let line = lines[index]
        let place = Place(byte: line.content.lowerBound, line: index + 1, column: line.indent + 1, page: pages[index])
        selfMentions.append(SelfMention(id: id, origin: .footer, place: place))
    }

    private static let kamer = Array(" Kamer, vergaderjaar ".utf8)

    /// `[’s-Gravenhage 2021 ]Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1`.
    private mutating func footer(_ index: Int, from start: Int) -> Found? {
        let content = start..<lines[index].content.upperBound
        guard content.count < 200, let kamer = bytes.first(Self.kamer, in: content) else { return nil }
        let before = String(decoding: bytes[start..<kamer], as: UTF8.self)
        guard before.hasSuffix("Tweede") || before.hasSuffix("Eerste") else { return nil }
        let town = before.dropLast(6)
        guard town.isEmpty || town.hasSuffix(" ") && town.hasPrefix("’s-Gravenhage") else { return nil }

        var cursor = LineCursor(bytes, kamer + Self.kamer.count..<content.upperBound)
        guard let year = Self.sessionYear(&cursor) else { return nil }
        chamber = chamber ?? (before.hasSuffix("Tweede") ? .tk : .ek)
        sessionYear = sessionYear ?? year
        _ = cursor.take(.comma)
        cursor.skipSpaces()
        return footerPaper(String(decoding: bytes[cursor.position..<content.upperBound], as: UTF8.self), at: index)
    }

    /// The paper and page in a footer's tail; the last number is the page where the rest names a paper without it.
    private mutating func footerPaper(_ tail: String, at index: Int) -> Found {
        if let space = tail.lastIndex(of: " "), let page = Int(tail[tail.index(after: space)...]),
            (1...99_999).contains(page), let id = PaperID(spelling: String(tail[..<space])), !id.isPartial
        {
            note(id, at: index)
            return Found(page: page, endsPage: true)
        }
        if let id = PaperID(spelling: tail), !id.isPartial { note(id, at: index) }
        return Found(endsPage: true)
    }

    /// `2020–2021` with any dash, as `2020-2021`.
    static func sessionYear(_ cursor: inout LineCursor) -> String? {
        guard let first = cursor.number(), first.digits == 4,
            cursor.take(Sign.enDash) || cursor.take(Sign.figureDash) || cursor.take(.hyphen),
            let second = cursor.number(), second.digits == 4
        else { return nil }
        return "\(first.value)-\(second.value)"
    }

    private static let webRemains: Set<String> = [
        "Naar boven", "X Noot", "Noot", "Terug naar begin van de pagina", "Toon volledige inhoud", "Datum publicatie",
        "Organisatie", "Vergaderjaar", "Dossier- en ondernummer", "Datum indiening",
    ]

    private func plainFurniture(_ content: Range<Int>) -> Found? {
        guard content.count < 120 else { return nil }
        switch bytes[content.lowerBound] {
        case UInt8(ascii: "I"), UInt8(ascii: "U"), UInt8(ascii: "P"), UInt8(ascii: "N"), UInt8(ascii: "X"),
            UInt8(ascii: "T"), UInt8(ascii: "D"), UInt8(ascii: "O"), UInt8(ascii: "V"):
            break
        default: return nil
        }
        let text = String(decoding: bytes[content], as: UTF8.self)
        if text.hasPrefix("ISSN 0921") || text.hasPrefix("U bent hier:") { return Found() }
        if bytes.matches(Self.tableHead, at: content.lowerBound, end: content.upperBound) { return Found() }
        if text.hasPrefix("Pagina "), let page = Self.pageOf(text) { return Found(page: page, endsPage: true) }
        return Self.webRemains.contains(text) ? Found() : nil
    }

    /// The first number of `Pagina 1 van 11`.
    private static func pageOf(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 4, words[2] == "van", Int(words[3]) != nil else { return nil }
        return Int(words[1]).flatMap { (1...99_999).contains($0) ? $0 : nil }
    }
}
