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

    private let bytes: [UInt8]
    /// Without what the printer glued behind their text.
    private(set) var lines: [LineTable.Line]
    private let isWebForm: Bool
    /// Whether bullets stand at the margin, so that one set in by a space begins a page.
    private let hasBulletsAtMargin: Bool
    /// Line of the last footer with a number.
    private var lastNumbered = -1
    /// Whether the table of facts over a web page was seen.
    private var sawTableHead = false
    private var sawTableLabel = false
    /// Where `Kamer, vergaderjaar` stands, ascending; the lines before `nextKamer` are past.
    private let kamerPositions: [Int]
    private var nextKamer = 0

    init(bytes: [UInt8], lines: [LineTable.Line], isWebForm: Bool) {
        self.bytes = bytes
        self.lines = lines
        self.isWebForm = isWebForm
        hasBulletsAtMargin = lines.contains {
            $0.indent == 0 && bytes.matches(Sign.bullet, at: $0.content.lowerBound, end: $0.content.upperBound)
        }
        roles = lines.map { $0.isBlank ? .blank : .body }
        pages = [Int](repeating: 1, count: lines.count)
        kamerPositions = Self.kamer.all(in: bytes)
        pageStarts = LineSet(count: lines.count)
        markLines()
    }

    private mutating func markLines() {
        var page = 1
        var sawText = false
        var afterFooter = false
        for index in lines.indices {
            let line = lines[index]
            while nextKamer < kamerPositions.count, kamerPositions[nextKamer] < line.content.lowerBound {
                nextKamer += 1
            }
            if line.isBlank {
                if line.hasFormFeed { afterFooter = true }
                pages[index] = page
                continue
            }
            if let found = furniture(index) ?? pageNumber(index, page) ?? tableRow(index) ?? tableValue(index) {
                roles[index] = .furniture
                kinds[index] = found.kind
                accept(found, &page, at: index)
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
            if let found = gluedFooter(index) {
                lines[index].content = found.textBefore
                accept(found.footer, &page, at: index)
                afterFooter = true
            }
        }
    }

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
        let column = lines[index].indent + 1 + bytes[content.lowerBound..<byte].count { $0 & 0xC0 != 0x80 }
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
    private func isIndentedPageStart(_ line: LineTable.Line) -> Bool {
        guard !isWebForm, line.indent == 1 else { return false }
        return hasBulletsAtMargin
            || !bytes.matches(Sign.bullet, at: line.content.lowerBound, end: line.content.upperBound)
    }

    /// What furniture tells of the letter, and where.
    struct Said<Value> {
        var value: Value
        var source: Head.Origin.Source
        var place: Place
    }

    /// What furniture tells.
    private struct Found {
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

    /// Header of the table of facts over a web page, on one line.
    private static let tableHead = Array("Datum publicatie Organisatie".utf8)

    /// The row under that header: `13-11-2019 Tweede Kamer der Staten-Generaal 2019-2020 32813 nr. 415 12-11-2019`.
    private func tableRow(_ index: Int) -> Found? {
        guard sawTableHead, let above = lines[..<index].suffix(3).last(where: { !$0.isBlank })?.content,
            bytes.matches(Self.tableHead, at: above.lowerBound, end: above.upperBound)
        else { return nil }
        return tableFacts(lines[index].content)
    }

    private func tableFacts(_ content: Range<Int>) -> Found {
        var found = Found(isTable: true)
        for word in String(decoding: bytes[content], as: UTF8.self).split(separator: " ") {
            let text = Array(word.utf8)
            var cursor = LineCursor(text, 0..<text.count)
            if let year = Self.sessionYear(&cursor), cursor.isAtEnd {
                found.sessionYear = found.sessionYear ?? year
            }
            if word == "Tweede" { found.chamber = found.chamber ?? .tk }
            if word == "Eerste" { found.chamber = found.chamber ?? .ek }
        }
        return found
    }

    private static let tableLabels = [
        "Datum publicatie", "Organisatie", "Vergaderjaar", "Dossier- en ondernummer", "Datum indiening",
    ].map { Array($0.utf8) }

    /// A value of that table where each of its labels stands on a line of its own.
    private func tableValue(_ index: Int) -> Found? {
        let content = lines[index].content
        guard sawTableLabel, content.count <= 60,
            let above = lines[..<index].suffix(3).last(where: { !$0.isBlank })?.content,
            isOne(of: Self.tableLabels, above)
        else { return nil }
        return tableFacts(content)
    }

    /// The number of the page alone on a line, where a page ends behind it.
    private func pageNumber(_ index: Int, _ page: Int) -> Found? {
        let content = lines[index].content
        guard content.count <= 3, bytes[content].allSatisfy(\.isDigit),
            bytes[content].reduce(0, { $0 * 10 + Int($1 - 0x30) }) == page, endsPage(behind: index)
        else { return nil }
        return Found(kind: .pageNumber, page: page, endsPage: true)
    }

    /// Whether the next printed line begins a page, or there is none.
    private func endsPage(behind index: Int) -> Bool {
        for line in lines[(index + 1)...] {
            if line.hasFormFeed { return true }
            if !line.isBlank { return isIndentedPageStart(line) }
        }
        return true
    }

    /// A footer behind the last words of its page, on their line, and those words. Only its page number tells it from a
    /// sentence that ends in a citation.
    private func gluedFooter(_ index: Int) -> (footer: Found, textBefore: Range<Int>)? {
        let content = lines[index].content
        guard let kamer = kamerOnLine(content), kamer - content.lowerBound > Self.chamberLength else { return nil }
        let start = kamer - Self.chamberLength
        guard var found = footer(index, from: start), found.page != nil else { return nil }
        found.start = start
        var end = start
        while end > content.lowerBound, bytes[end - 1].isBlankASCII { end -= 1 }
        return (found, content.lowerBound..<end)
    }

    /// Bytes of `Tweede` or `Eerste`.
    private static let chamberLength = 6

    private mutating func furniture(_ index: Int) -> Found? {
        let content = lines[index].content
        return idLine(content) ?? footer(index, from: content.lowerBound) ?? plainFurniture(content)
    }

    /// `kst-31497-408` alone on its line, `KST123456`, and `0203tkkst28600XI-97` on older papers.
    private func idLine(_ content: Range<Int>) -> Found? {
        let first = bytes[content.lowerBound]
        guard content.count < 60, first | 0x20 == UInt8(ascii: "k") || first.isDigit && content.count > 9,
            bytes[content].allSatisfy({ $0.isWord && $0 < 0x80 || $0 == .hyphen })
        else { return nil }
        let text = String(decoding: bytes[content], as: UTF8.self)
        if first.isDigit {
            let mark = text.dropFirst(4)
            return mark.hasPrefix("tkkst") || mark.hasPrefix("ekkst") ? Found(kind: .printersMark) : nil
        }
        if text.hasPrefix("KST"), text.dropFirst(3).allSatisfy(\.isNumber) { return Found(kind: .printersMark) }
        guard text.lowercased().hasPrefix("kst-"), let id = PaperID(text) else { return nil }
        return Found(kind: .printersMark, id: id)
    }

    private static let kamer = BytePattern(" Kamer, vergaderjaar ")

    /// Where a line has the words that every footer has; nil on nearly all lines, at no cost.
    private func kamerOnLine(_ content: Range<Int>) -> Int? {
        guard nextKamer < kamerPositions.count, content.contains(kamerPositions[nextKamer]) else { return nil }
        return kamerPositions[nextKamer]
    }

    /// `[’s-Gravenhage 2021 ]Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1`.
    private func footer(_ index: Int, from start: Int) -> Found? {
        let content = start..<lines[index].content.upperBound
        guard content.count < 200, let kamer = kamerOnLine(content) else { return nil }
        let before = String(decoding: bytes[start..<kamer], as: UTF8.self)
        guard before.hasSuffix("Tweede") || before.hasSuffix("Eerste") else { return nil }
        let town = before.dropLast(6)
        guard town.isEmpty || town.hasSuffix(" ") && town.hasPrefix("’s-Gravenhage") else { return nil }

        var cursor = LineCursor(bytes, kamer + Self.kamer.literal.count..<content.upperBound)
        guard let year = Self.sessionYear(&cursor) else { return nil }
        _ = cursor.take(.comma)
        cursor.skipSpaces()
        let tail = String(decoding: bytes[cursor.position..<content.upperBound], as: UTF8.self)
        guard Self.isFooterTail(tail) else { return nil }
        var found = Self.footerPaper(tail)
        found.chamber = before.hasSuffix("Tweede") ? .tk : .ek
        found.sessionYear = year
        return found
    }

    /// Whether only a paper's name and a page stand behind the year: other words go on a sentence whose citation was
    /// broken before `Tweede Kamer`.
    private static func isFooterTail(_ tail: String) -> Bool {
        tail.split(whereSeparator: { " ,.".contains($0) }).allSatisfy { word in
            guard let first = word.utf8.first, !word.contains(")") else { return false }
            return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) || footerWords.contains(word)
        }
    }

    private static let footerWords: Set<Substring> = ["nr", "nrs", "en", "t/m", "van", "de", "herdruk"]

    /// The paper and page in a footer's tail; the last number is the page where the rest names a paper without it.
    private static func footerPaper(_ tail: String) -> Found {
        if let space = tail.lastIndex(of: " "), let page = Int(tail[tail.index(after: space)...]),
            (1...99_999).contains(page), let id = PaperID(spelling: String(tail[..<space])), !id.isPartial
        {
            return Found(kind: .footer, page: page, endsPage: true, id: id)
        }
        let id = PaperID(spelling: tail)
        return Found(kind: .footer, endsPage: true, id: id?.isPartial == false ? id : nil)
    }

    /// `2020–2021` with any dash, as `2020-2021`.
    static func sessionYear(_ cursor: inout LineCursor) -> String? {
        guard let first = cursor.number(), first.digits == 4,
            cursor.take(Sign.enDash) || cursor.take(Sign.figureDash) || cursor.take(.hyphen),
            let second = cursor.number(), second.digits == 4
        else { return nil }
        return "\(first.value)-\(second.value)"
    }

    /// The printer's imprint on papers of before 2010.
    private static let imprints = ["Sdu Uitgevers", "SDU Uitgevers", "Sdu Uitgeverij"].map { Array($0.utf8) }
    private static let webRemains = [
        "Naar boven", "X Noot", "Noot", "Terug naar begin van de pagina", "Toon volledige inhoud",
    ].map { Array($0.utf8) }

    /// Whether a line is one of some words and nothing else.
    private func isOne(of literals: [[UInt8]], _ content: Range<Int>) -> Bool {
        literals.contains {
            $0.count == content.count && bytes.matches($0, at: content.lowerBound, end: content.upperBound)
        }
    }

    /// A bit for the first byte of each line of plain furniture, by its last six bits.
    private static let firstLetters =
        ([libraryNumber, breadcrumb, pageWord, tableHead] + imprints + webRemains + tableLabels)
        .reduce(UInt64(0)) { $0 | 1 << UInt64($1[0] & 0x3F) }
    private static let libraryNumber = Array("ISSN 0921".utf8)
    private static let breadcrumb = Array("U bent hier:".utf8)
    private static let pageWord = Array("Pagina ".utf8)

    private mutating func plainFurniture(_ content: Range<Int>) -> Found? {
        // No other letter begins any of these lines.
        guard content.count < 120, Self.firstLetters & 1 << UInt64(bytes[content.lowerBound] & 0x3F) != 0 else {
            return nil
        }
        func starts(_ literal: [UInt8]) -> Bool {
            bytes.matches(literal, at: content.lowerBound, end: content.upperBound)
        }
        if starts(Self.libraryNumber) { return Found(kind: .printersMark) }
        if starts(Self.breadcrumb) { return Found() }
        if starts(Self.tableHead) {
            sawTableHead = true
            return Found()
        }
        if starts(Self.pageWord), let page = Self.pageOf(String(decoding: bytes[content], as: UTF8.self)) {
            return Found(kind: .pageNumber, page: page, endsPage: true)
        }
        if isOne(of: Self.imprints, content) { return Found(kind: .printersMark) }
        if isOne(of: Self.tableLabels, content) {
            sawTableLabel = true
            return Found()
        }
        return isOne(of: Self.webRemains, content) ? Found() : nil
    }

    /// The first number of `Pagina 1 van 11`.
    private static func pageOf(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 4, words[2] == "van", Int(words[3]) != nil else { return nil }
        return Int(words[1]).flatMap { (1...99_999).contains($0) ? $0 : nil }
    }
}
