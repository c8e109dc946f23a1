import References

/// Reads what stands above the text: dossiers, number and kind, sender, addressee, place and date.
///
/// Lines are taken from the top for as long as each is one of these; the first other line begins the text.
struct HeadReader {
    private(set) var head = Head()
    private(set) var roles: [LineRole]
    private(set) var selfMention: SelfMention?

    private let bytes: [UInt8]
    private let lines: [LineTable.Line]
    private let pages: [Int]
    private var numberLine: Int?

    init(bytes: [UInt8], lines: [LineTable.Line], roles: [LineRole], pages: [Int]) {
        self.bytes = bytes
        self.lines = lines
        self.roles = roles
        self.pages = pages
        read()
    }

    /// Printed lines that a head may have at most; a list of dossiers is never longer.
    private static let longest = 40

    private mutating func read() {
        if let ministry = MinistryHead(bytes: bytes, lines: lines, roles: roles) { return take(ministry) }
        var taken = 0
        var index = 0
        while index < lines.count, taken < Self.longest {
            if roles[index] == .body {
                guard let count = takeHeadLine(index) else { break }
                for line in index..<index + count where roles[line] == .body { roles[line] = .head }
                taken += count
                index += count
            } else {
                index += 1
            }
        }
        nameItself()
    }

    private mutating func take(_ ministry: MinistryHead) {
        for line in ministry.lines where roles[line] == .body { roles[line] = .head }
        head.date = ministry.date
        head.title = ministry.subject
        head.addressee = ministry.addressee
        head.chamber = ministry.addressee.flatMap(Self.chamber)
    }

    private static func chamber(in addressee: String) -> Head.Chamber? {
        if addressee.contains("Tweede Kamer") { return .tk }
        return addressee.contains("Eerste Kamer") ? .ek : nil
    }

    /// Lines taken from `index` on; nil where the text begins.
    private mutating func takeHeadLine(_ index: Int) -> Int? {
        let content = lines[index].content
        if takeDossier(content, at: index) || takeNumber(content, at: index) || takePlaceAndDate(content) { return 1 }
        if bytes.matches(Self.addresseeStart, at: content.lowerBound, end: content.upperBound) {
            return takeAddressee(index)
        }
        return takeSender(content) ? 1 : nil
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: - Dossier, number, kind and sender

    /// `31 497 Passend onderwijs`, `35 300 VIII Vaststelling van …`.
    private mutating func takeDossier(_ content: Range<Int>, at index: Int) -> Bool {
        var cursor = LineCursor(bytes, content)
        guard let first = cursor.number() else { return false }
        var number = first.value
        if first.digits == 2 {
            guard cursor.skipSpaces(), let second = cursor.number(), second.digits == 3 else { return false }
            number = number * 1_000 + second.value
        } else if first.digits != 5 {
            return false
        }
        guard cursor.skipSpaces() || cursor.peek == .hyphen else { return false }
        var name = "\(number)"
        let beforeSuffix = cursor
        if let suffix = dossierSuffix(&cursor) { name += "-" + suffix } else { cursor = beforeSuffix }
        cursor.skipSpaces()
        guard !cursor.isAtEnd, bytes[cursor.position].isLetter || bytes[cursor.position] == UInt8(ascii: "(") else {
            return false
        }
        head.dossiers.append(
            Head.Dossier(
                number: name, title: text(cursor.position..<content.upperBound),
                place: place(of: cursor.position, on: index)))
        return true
    }

    /// `VIII`, `-20` or one fund letter, standing alone before the title.
    private func dossierSuffix(_ cursor: inout LineCursor) -> String? {
        if cursor.take(.hyphen) {
            guard let (value, digits) = cursor.number(), digits == 2 else { return nil }
            return value < 10 ? "0\(value)" : "\(value)"
        }
        let word = cursor.word()
        let isRoman = !word.isEmpty && bytes[word].allSatisfy { Array("IVXLCAB".utf8).contains($0) }
        return isRoman && word.count <= 7 ? String(decoding: bytes[word], as: UTF8.self) : nil
    }

    private static let numberStart = Array("Nr. ".utf8)

    /// `Nr. 440 BRIEF VAN DE MINISTER …`, or `Nr. 750` alone; in the Eerste Kamer `AI VERSLAG VAN …`.
    private mutating func takeNumber(_ content: Range<Int>, at index: Int) -> Bool {
        guard head.number == nil else { return false }
        var cursor = LineCursor(bytes, content)
        guard cursor.take(Self.numberStart) else { return takeLetters(content, at: index) }
        cursor.skipSpaces()
        guard let (number, digits) = cursor.number(), digits <= 4 else { return false }
        cursor.skipSpaces()
        guard cursor.isAtEnd || takeSender(cursor.position..<content.upperBound) else { return false }
        head.number = "\(number)"
        numberLine = index
        return true
    }

    /// One or two capitals before the kind of paper, behind a dossier: how the Eerste Kamer numbers.
    private mutating func takeLetters(_ content: Range<Int>, at index: Int) -> Bool {
        var cursor = LineCursor(bytes, content)
        let word = cursor.word()
        // A marker may be glued to it: `AI1 VERSLAG` is paper AI, and note 1.
        let letters = word.lowerBound..<(bytes[word].firstIndex(where: \.isDigit) ?? word.upperBound)
        guard !head.dossiers.isEmpty, bytes[letters.upperBound..<word.upperBound].allSatisfy(\.isDigit),
            (1...2).contains(letters.count), bytes[letters].allSatisfy(\.isUpperASCII),
            cursor.skipSpaces(), takeSender(cursor.position..<content.upperBound)
        else { return false }
        head.number = String(decoding: bytes[letters], as: UTF8.self)
        head.chamber = .ek
        numberLine = index
        return true
    }

    private static let kinds = [
        "BRIEF", "MOTIE", "AMENDEMENT", "VERSLAG", "NOTA", "LIJST", "MEMORIE", "VOORSTEL", "ADVIES", "NADER",
        "VOORLOPIG",
    ]

    /// `BRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS`, perhaps after `HERDRUK`.
    private mutating func takeSender(_ range: Range<Int>) -> Bool {
        guard head.kind == nil, range.count < 400, let first = range.first, bytes[first].isUpperASCII else {
            return false
        }
        var line = text(range)
        if line.hasPrefix("HERDRUK"), let space = line.firstIndex(of: " ") {
            line = String(line[line.index(after: space)...])
        }
        let isCapitals = !line.utf8.contains(where: \.isLowerASCII)
        guard isCapitals, let kind = Self.kinds.first(where: { line.hasPrefix($0) }) else { return false }
        if let office = line.firstRange(of: " VAN ") {
            head.kind = line[..<office.lowerBound].lowercased()
            let sender = line[office.upperBound...]
            if sender.hasPrefix("DE ") || sender.hasPrefix("HET ") { head.sender = String(sender) }
        } else {
            head.kind = kind.lowercased()
        }
        return true
    }

    // MARK: - Addressee, place and date

    private static let addresseeStart = Array("Aan de ".utf8)

    /// The addressee, to the next blank line; a line that names the chamber tells which chamber the letter is for.
    private mutating func takeAddressee(_ index: Int) -> Int? {
        guard head.addressee == nil else { return nil }
        var end = index
        while end < lines.count, roles[end] == .body, end - index < 4 { end += 1 }
        let addressee = (index..<end).map { text(lines[$0].content) }.joined(separator: " ")
        guard addressee.count < 200, !addressee.hasSuffix(".") else { return nil }
        head.addressee = addressee
        head.chamber = Self.chamber(in: addressee) ?? head.chamber
        return end - index
    }

    /// Words that date a paper and are no town.
    private static let datedBy: Set<String> = ["Vastgesteld", "Ontvangen", "Voorgesteld"]

    /// `Den Haag, 11 juni 2021`, `Vastgesteld 9 februari 2021`.
    private mutating func takePlaceAndDate(_ content: Range<Int>) -> Bool {
        guard head.date == nil, content.count <= 60, let digit = bytes[content].firstIndex(where: \.isDigit),
            digit > content.lowerBound
        else { return false }
        var cursor = LineCursor(bytes, digit..<content.upperBound)
        guard let date = DutchDate.take(bytes, &cursor), cursor.isAtEnd else { return false }
        let town = text(content.lowerBound..<digit).trimmingSuffix(", ")
        guard let first = town.unicodeScalars.first, first.properties.isUppercase || first == "’" || first == "'" else {
            return false
        }
        if !Self.datedBy.contains(town) { head.place = town }
        head.date = date
        return true
    }

    // MARK: - Identity

    /// Dossier and number together are the paper's id; of several dossiers the first gives it.
    private mutating func nameItself() {
        guard let numberLine, let number = head.number, let dossier = head.dossiers.first,
            let id = PaperID("kst-\(dossier.number)-\(number)")
        else { return }
        let place = place(of: lines[numberLine].content.lowerBound, on: numberLine)
        selfMention = SelfMention(id: id, origin: .header, place: place)
    }

    private func place(of byte: Int, on index: Int) -> Place {
        let line = lines[index]
        let scalars = bytes[line.content.lowerBound..<byte].count { $0 & 0xC0 != 0x80 }
        return Place(byte: byte, line: index + 1, column: line.indent + 1 + scalars, page: pages[index])
    }
}

extension String {
    /// Without the characters of `set` at its end.
    fileprivate func trimmingSuffix(_ set: String) -> String {
        var rest = self[...]
        while let last = rest.last, set.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
