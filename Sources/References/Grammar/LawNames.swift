/// Laws by their names, with the article before them: `artikel 24 van de Wet op de expertisecentra`, `art. 4:81 Awb`.
///
/// Only where asked for: names of laws are running text far more often than they point anywhere. A name that is not in
/// the table is no reference, since no id can be told.
enum LawNames {
    /// Names in lower case, with the abbreviations that count behind an article only.
    private static let table: [(name: StaticString, short: StaticString?, id: String)] = [
        ("algemene wet bestuursrecht", "Awb", "BWBR0005537"), ("gemeentewet", nil, "BWBR0005416"),
        ("grondwet", nil, "BWBR0001840"), ("jeugdwet", nil, "BWBR0034925"),
        ("leerplichtwet 1969", "Lpw", "BWBR0002628"), ("leerplichtwet", nil, "BWBR0002628"),
        ("participatiewet", nil, "BWBR0015703"), ("vreemdelingenwet 2000", "Vw 2000", "BWBR0011823"),
        ("wet educatie en beroepsonderwijs", "WEB", "BWBR0007625"),
        ("wet maatschappelijke ondersteuning 2015", "Wmo 2015", "BWBR0035362"),
        ("wet op de expertisecentra", "WEC", "BWBR0003549"),
        ("wet op het hoger onderwijs en wetenschappelijk onderzoek", "WHW", "BWBR0005682"),
        ("wet op het primair onderwijs", "WPO", "BWBR0003420"),
        ("wet op het voortgezet onderwijs", "WVO", "BWBR0002399"), ("wet open overheid", "Woo", "BWBR0045754"),
        ("wetboek van strafrecht", "Sr", "BWBR0001854"),
    ]

    private static let cues = CueWords(table.map { String($0.name.description.prefix(8)) } + ["artikel", "art."])

    /// The laws that a text names, in its order.
    static func references(in bytes: [UInt8]) -> [Recognition] {
        var found: [Recognition] = []
        var cursor = ByteCursor(bytes)
        var (index, before): (Int, UInt8) = (0, 0)
        while let place = cues.next(in: bytes, from: index, before: before) {
            cursor.position = place
            if !bytes[place].isDigit, let law = recognise(&cursor) {
                found.append(law)
                (index, before) = (law.range.upperBound, 0)
            } else {
                (index, before) = (place + 1, bytes[place])
            }
        }
        return found
    }

    private static func recognise(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        let article = takeArticle(&cursor)
        guard
            let law = table.first(where: { law in
                if takeName(law.name, &cursor) { return true }
                guard article != nil, let short = law.short, cursor.takeUpper(short) else { return false }
                return !cursor.byte.isLetterOrDigit
            })
        else { return nil }
        // `Wet op de expertisecentra BES` and `Wet voortgezet onderwijs 2020` are other laws.
        let isOther = cursor.sees { $0.takeSpace() && ($0.takeUpper("BES") || $0.digitCount == 4) }
        guard !isOther else { return nil }
        return Recognition(
            range: start..<cursor.position, kind: .regeling, targets: [PaperID(canonical: law.id)], article: article)
    }

    /// Takes `artikel 4:81, eerste lid, van de`; gives the article's number.
    private static func takeArticle(_ cursor: inout ByteCursor) -> String? {
        cursor.attempt { cursor in
            guard cursor.takeWord("artikel") || cursor.take("art."), cursor.takeSpace(), cursor.byte.isDigit else {
                return nil
            }
            let start = cursor.position
            while cursor.position - start < 12, cursor.byte.isLetterOrDigit || ":.".utf8.contains(cursor.byte) {
                cursor.position += 1
            }
            while ":.".utf8.contains(cursor[-1]) { cursor.position -= 1 }
            let article = cursor.string(start..<cursor.position)
            // At most `, onder c, tweede lid, van de` stands before the name.
            for _ in 0..<12 {
                cursor.takeSpace()
                if cursor.take(",") || cursor.takeWord(["van", "de", "het", "der", "lid", "onder", "onderdeel", "sub"])
                {
                    continue
                }
                if cursor.takeWord(["eerste", "tweede", "derde", "vierde", "vijfde"]) { continue }
                guard cursor.byte.isLower, !cursor[1].isLetter else { break }
                cursor.position += 1
            }
            return article
        }
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
}
