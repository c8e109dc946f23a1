/// Laws by their names, with the article before them: `artikel 24 van de Wet op de expertisecentra`, `art. 4:81 Awb`.
///
/// Only where asked for: names of laws are running text far more often than they point anywhere. A name that is not in
/// the table is no reference, since no id can be told.
enum LawNames {
    private static let cues = CueWords(
        Set(LawTable.rows.map { String($0.name.description.prefix { $0 != " " }) }).sorted() + [
            "artikel", "art.", "artt.", "boek",
        ])

    /// Longer abbreviations first: `WVO 2020` before `WVO`.
    private static let byLength =
        (LawTable.rows.compactMap { row in row.short.map { ($0, row.id) } } + LawTable.aliases)
        .sorted { $0.0.count > $1.0.count }

    /// The laws that a text names, in its order.
    static func references(in bytes: [UInt8]) -> [Recognition] {
        var found: [Recognition] = []
        var cursor = ByteCursor(bytes)
        var (index, before): (Int, UInt8) = (0, 0)
        while let place = cues.next(in: bytes, from: index, before: before) {
            cursor.position = place
            if !bytes[place].isDigit, let law = recognise(&cursor) {
                found.append(law)
                while let next = cursor.attempt(recogniseNext) { found.append(next) }
                (index, before) = (cursor.position, 0)
            } else {
                (index, before) = (place + 1, bytes[place])
            }
        }
        return found
    }

    private static func recognise(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        if let book = takeBookOfCode(&cursor) {
            return Recognition(range: start..<cursor.position, kind: .regeling, targets: [PaperID(canonical: book)])
        }
        return recognise(&cursor, from: start, takeArticle(&cursor))
    }

    /// Reads what stands behind an article.
    private static func recognise(_ cursor: inout ByteCursor, from start: Int, _ article: String?) -> Recognition? {
        guard !isForeign(cursor), let id = takeLaw(&cursor, article).map({ PaperID(canonical: $0) }) else { return nil }
        // `Wet op de expertisecentra BES` and `Jeugdwet 2030` are other laws.
        let isOther = cursor.sees { $0.takeSpace() && ($0.takeUpper("BES") || $0.digitCount == 4) }
        guard !isOther, !cursor.isBeforeCountry else { return nil }
        return Recognition(
            range: start..<cursor.position, kind: id.kind ?? .regeling, targets: [id], article: article)
    }

    /// Reads a law with an article behind another, without the word for articles: ` jo. 6:162 BW`, `, 311 Sr`.
    private static func recogniseNext(_ cursor: inout ByteCursor) -> Recognition? {
        let hasComma = cursor.take(",")
        cursor.takeSpace(lineEnds: 1)
        guard takeJuncto(&cursor) || cursor.takeWord("en") || hasComma else { return nil }
        cursor.takeSpace(lineEnds: 1)
        let start = cursor.position
        guard let article = takeNumbers(&cursor) else { return nil }
        return recognise(&cursor, from: start, article)
    }

    /// Takes the name of a law, or behind an article its abbreviation.
    private static func takeLaw(_ cursor: inout ByteCursor, _ article: String?) -> String? {
        for law in LawTable.rows where takeName(law.name, &cursor) { return law.id }
        if article != nil {
            for (short, id) in byLength where takeShort(short, &cursor) { return id }
        }
        guard let book = article?.prefix(while: { $0 != ":" }), let id = LawTable.civilCode[book.uppercased()],
            takeCode(&cursor)
        else { return nil }
        return id
    }

    private static func takeCode(_ cursor: inout ByteCursor) -> Bool {
        takeName("burgerlijk wetboek", &cursor) || takeShort("BW", &cursor)
    }

    /// Takes `Boek 2 van het Burgerlijk Wetboek`, `boek 7, titel 10, van het BW`; gives the id of the book.
    private static func takeBookOfCode(_ cursor: inout ByteCursor) -> String? {
        cursor.attempt { cursor in
            guard let book = takeBook(&cursor), let id = LawTable.civilCode[book.uppercased()] else { return nil }
            for _ in 0..<8 {
                _ = cursor.take(",")
                cursor.takeSpace(lineEnds: 1)
                if cursor.takeWord(["titel", "afdeling", "van", "het"]) { continue }
                guard cursor.byte.isDigit else { break }
                _ = takeArticleNumber(&cursor)
            }
            return takeCode(&cursor) ? id : nil
        }
    }

    /// Whether the name here is part of another's: `de Duitse Grondwet`, `Uitvoeringsregeling Meststoffenwet`.
    private static func isForeign(_ cursor: ByteCursor) -> Bool {
        var back = cursor
        back.retreatOverSpace()
        // "Een Grondwet voor Europa" is none of ours.
        var article = back
        if cursor.isBehindCountry || article.retreat(over: "een") { return true }
        let derived: [StaticString] = ["wet", "besluit", "regeling", "uitvoering", "bodem", "verordening"]
        if back.position < cursor.position, derived.contains(where: { back.follows($0) }) { return true }
        guard back.follows("se") || back.follows("che"), !back.follows("nederlandse") else { return false }
        while back[-1].isLetter || back[-1] >= 0x80 { back.position -= 1 }
        return back.byte.isUpper
    }

    /// Takes `artikel 4:81, eerste lid, van de`, `artikelen 3 en 4 van de`; gives the numbers of the articles.
    private static func takeArticle(_ cursor: inout ByteCursor) -> String? {
        cursor.attempt { cursor in takeArticleWord(&cursor) ? takeNumbers(&cursor) : nil }
    }

    /// Takes `artikelen `, `artt. `, `art.`.
    private static func takeArticleWord(_ cursor: inout ByteCursor) -> Bool {
        cursor.attempt { cursor -> Bool? in
            if cursor.take("art.") || cursor.take("artt.") {
                cursor.takeSpace()
                return true
            }
            return cursor.takeWord(["artikel", "artikelen", "artt"]) && cursor.takeSpace() ? true : nil
        } ?? false
    }

    /// Takes the numbers of articles, and what of them is meant, up to the name of the law.
    private static func takeNumbers(_ cursor: inout ByteCursor) -> String? {
        guard var article = takeArticleNumber(&cursor) else { return nil }
        while let next = cursor.attempt(takeFurtherArticle) { article += next }
        // At most `, onder c, tweede lid, juncto artikel 8, eerste lid, van de` stands before the name.
        for _ in 0..<20 {
            if let next = cursor.attempt(takeJoinedArticle) {
                article += next
                continue
            }
            cursor.takeSpace()
            if cursor.take(",") || cursor.takeWord(["van", "de", "het", "der", "lid", "onder", "onderdeel", "sub"])
                || cursor.takeWord(["leden", "aanhef", "en"])
            {
                continue
            }
            if cursor.takeWord(ordinals) { continue }
            if let book = takeBook(&cursor) {
                article = "\(book):\(article)"
                continue
            }
            if (1...2).contains(cursor.digitCount), cursor.takeNumber() != nil { continue }
            guard cursor.byte.isLower, !cursor[1].isLetter else { break }
            cursor.position += 1
        }
        return article
    }

    private static func takeJuncto(_ cursor: inout ByteCursor) -> Bool {
        cursor.take("jo.") || cursor.takeWord("jo") || cursor.takeWord("juncto")
    }

    /// Takes ` jo. artikel 12`, ` juncto 12`, `, en artikel 12`.
    private static func takeJoinedArticle(_ cursor: inout ByteCursor) -> String? {
        let hasComma = cursor.take(",")
        cursor.takeSpace(lineEnds: 1)
        let isJuncto = takeJuncto(&cursor)
        let joint = isJuncto ? " jo. " : cursor.takeWord("en") ? " en " : hasComma ? ", " : ""
        guard !joint.isEmpty else { return nil }
        cursor.takeSpace(lineEnds: 1)
        guard takeArticleWord(&cursor) || isJuncto, let first = takeArticleNumber(&cursor) else { return nil }
        var numbers = joint + first
        while let next = cursor.attempt(takeFurtherArticle) { numbers += next }
        return numbers
    }

    /// Takes `Boek 6` of `artikel 162 van Boek 6 van het BW`.
    private static func takeBook(_ cursor: inout ByteCursor) -> String? {
        cursor.attempt { cursor in
            guard cursor.takeWord("boek"), cursor.takeSpace(lineEnds: 1), case let start = cursor.position,
                (1...2).contains(cursor.digitCount)
            else { return nil }
            cursor.position += cursor.digitCount
            if cursor.byte | 0x20 == UInt8(ascii: "a"), !cursor[1].isLetter { cursor.position += 1 }
            return cursor.string(start..<cursor.position)
        }
    }

    private static let ordinals: WordList = [
        "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
        "twaalfde", "dertiende", "veertiende",
    ]

    /// Takes `4:81`, `10b`.
    static func takeArticleNumber(_ cursor: inout ByteCursor) -> String? {
        guard cursor.byte.isDigit else { return nil }
        let start = cursor.position
        while cursor.position - start < 12, cursor.byte.isLetterOrDigit || ":.".utf8.contains(cursor.byte) {
            cursor.position += 1
        }
        while ":.".utf8.contains(cursor[-1]) { cursor.position -= 1 }
        return cursor.string(start..<cursor.position)
    }

    /// Takes ` en 4`, `, 4`, ` tot en met 6`; gives it with one space between the words.
    private static func takeFurtherArticle(_ cursor: inout ByteCursor) -> String? {
        let joint: String
        if cursor.take(",") {
            joint = ", "
        } else {
            guard cursor.takeSpace(lineEnds: 1) else { return nil }
            if cursor.takeWord("en") {
                joint = " en "
            } else if cursor.takeTwoWords("tot", "en"), cursor.takeSpace(lineEnds: 1), cursor.takeWord("met") {
                joint = " tot en met "
            } else {
                return nil
            }
        }
        guard cursor.takeSpace(lineEnds: 1), let number = takeArticleNumber(&cursor) else { return nil }
        return joint + number
    }

    /// Takes a name, with any white space between its words.
    private static func takeName(_ name: StaticString, _ cursor: inout ByteCursor) -> Bool {
        guard name[0] == cursor.byte.lowercased else { return false }
        return cursor.attempt { cursor -> Bool? in
            for index in 0..<name.count {
                if name[index] == UInt8(ascii: " ") {
                    guard cursor.takeSpace(lineEnds: 1) else { return nil }
                } else {
                    guard cursor.byte.lowercased == name[index] else { return nil }
                    cursor.position += 1
                }
            }
            return cursor.byte.isLetterOrDigit ? nil : true
        } ?? false
    }

    /// Takes an abbreviation in its exact spelling, with any white space within, if no letter follows.
    private static func takeShort(_ short: StaticString, _ cursor: inout ByteCursor) -> Bool {
        guard short[0] == cursor.byte else { return false }
        return cursor.attempt { cursor -> Bool? in
            for index in 0..<short.count {
                if short[index] == UInt8(ascii: " ") {
                    guard cursor.takeSpace(lineEnds: 1) else { return nil }
                } else {
                    guard cursor.take(short[index]) else { return nil }
                }
            }
            return cursor.byte.isLetterOrDigit || cursor.byte == UInt8(ascii: "-") ? nil : true
        } ?? false
    }
}

extension ByteCursor {
    /// Whether the country, or the man, of another law stands behind a name: `de Grondwet van België`.
    fileprivate var isBeforeCountry: Bool {
        sees { cursor in
            guard cursor.takeSpace(lineEnds: 1), cursor.takeWord(["van", "voor"]), cursor.takeSpace(lineEnds: 1) else {
                return false
            }
            if cursor.takeWord(["de", "het"]) {
                cursor.takeSpace(lineEnds: 1)
                return cursor.takeWord(Words.states) || Words.countries.contains { cursor.starts(with: $0) }
            }
            return cursor.byte.isUpper && !cursor.takeUpper("Nederland")
        }
    }
}
