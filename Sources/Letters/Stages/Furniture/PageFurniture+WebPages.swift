/// What a web site prints around a letter: navigation, and the table of facts over it; with the few fixed lines of printers.
extension PageFurniture {
    /// Header of the table of facts over a web page, on one line.
    static let tableHead = Array("Datum publicatie Organisatie".utf8)

    /// The row under that header: `13-11-2019 Tweede Kamer der Staten-Generaal 2019-2020 32813 nr. 415 12-11-2019`.
    func tableRow(_ index: Int) -> Found? {
        guard sawTableHead, let above = lines[..<index].suffix(3).last(where: { !$0.isBlank })?.content,
            bytes.matches(Self.tableHead, at: above.lowerBound, end: above.upperBound)
        else { return nil }
        return tableFacts(lines[index].content)
    }

    func tableFacts(_ content: Range<Int>) -> Found {
        var found = Found(isTable: true)
        for word in String(decoding: bytes[content], as: UTF8.self).words {
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

    static let tableLabels = [
        "Datum publicatie", "Organisatie", "Vergaderjaar", "Dossier- en ondernummer", "Datum indiening",
    ].map { Array($0.utf8) }

    /// A value of that table where each of its labels stands on a line of its own.
    func tableValue(_ index: Int) -> Found? {
        let content = lines[index].content
        guard sawTableLabel, content.count <= 60,
            let above = lines[..<index].suffix(3).last(where: { !$0.isBlank })?.content,
            isOne(of: Self.tableLabels, above)
        else { return nil }
        return tableFacts(content)
    }

    /// The printer's imprint on papers of before 2010.
    static let imprints = ["Sdu Uitgevers", "SDU Uitgevers", "Sdu Uitgeverij"].map { Array($0.utf8) }
    /// Marks that a ministry's template prints on its pages.
    static let classifications = ["VERTROUWELIJK", "DEPARTEMENTAAL VERTROUWELIJK"].map { Array($0.utf8) }
    static let webRemains = [
        "Naar boven", "X Noot", "Noot", "Terug naar begin van de pagina", "Toon volledige inhoud",
    ].map { Array($0.utf8) }

    /// Whether a line is one of some words and nothing else.
    func isOne(of literals: [[UInt8]], _ content: Range<Int>) -> Bool {
        literals.contains {
            $0.count == content.count && bytes.matches($0, at: content.lowerBound, end: content.upperBound)
        }
    }

    /// How lines of plain furniture begin.
    static let plainOpenings = PrefixSet(plainLiterals)
    static let plainFirstBytes = plainLiterals.compactMap(\.first)
    private static let plainLiterals =
        [libraryNumber, breadcrumb, pageWord, brokenPageWord, tableHead] + imprints + classifications + webRemains
        + tableLabels
    static let libraryNumber = Array("ISSN 0921".utf8)
    static let breadcrumb = Array("U bent hier:".utf8)
    static let pageWord = Array("Pagina ".utf8)
    /// As extraction shows it where the first letter is set apart.
    static let brokenPageWord = Array("P agina ".utf8)

    mutating func plainFurniture(_ content: Range<Int>) -> Found? {
        guard content.count < 120, Self.plainOpenings.mayOpen(bytes, content) else { return nil }
        func starts(_ literal: [UInt8]) -> Bool {
            bytes.matches(literal, at: content.lowerBound, end: content.upperBound)
        }
        if starts(Self.libraryNumber) { return Found(kind: .printersMark) }
        if starts(Self.breadcrumb) { return Found() }
        if starts(Self.tableHead) {
            sawTableHead = true
            return Found()
        }
        if starts(Self.pageWord) || starts(Self.brokenPageWord) {
            return pageLabel(String(decoding: bytes[content], as: UTF8.self))
        }
        if isOne(of: Self.imprints + Self.classifications, content) { return Found(kind: .printersMark) }
        if isOne(of: Self.tableLabels, content) {
            sawTableLabel = true
            return Found()
        }
        return isOne(of: Self.webRemains, content) ? Found() : nil
    }

    /// Where the first page has its label over all text, labels stand at the tops of their pages: what ends there is the
    /// page before.
    private mutating func pageLabel(_ text: String) -> Found? {
        // A template whose number was not filled in.
        if case let words = text.words, words.count == 3, words[1] == "van", Int(words[2]) != nil {
            return Found(kind: .pageNumber)
        }
        guard let page = Self.pageOf(text) else { return nil }
        if page == 1, !sawText { labelsHeadPages = true }
        return Found(kind: .pageNumber, page: labelsHeadPages ? max(1, page - 1) : page, endsPage: true)
    }

    /// The first number of `Pagina 1 van 11`.
    static func pageOf(_ text: String) -> Int? {
        let words = Array(text.words.suffix(3))
        guard words.count == 3, words[1] == "van", Int(words[2]) != nil, text.words.count <= 5 else { return nil }
        return Int(words[0]).flatMap { (1...99_999).contains($0) ? $0 : nil }
    }
}
