/// Ids of laws and judgments, which are cited as they are: `BWBR0005537`, `CVDR700412_1`, `ECLI:NL:HR:2001:AB1838`.
enum LawGrammar {
    static func recogniseRegulation(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let id = cursor.takeRegulationID() else { return nil }
        let article = cursor.takeJuriconnectArticle() ?? cursor.takeArticleBehind()
        return Recognition(
            range: ByteCursor(cursor.bytes, at: start).startOfJuriconnect..<cursor.position, kind: .regeling,
            targets: [PaperID(canonical: id)], article: article)
    }

    static func recogniseECLI(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let id = cursor.takeECLI() else { return nil }
        return Recognition(range: start..<cursor.position, kind: .ecli, targets: [PaperID(canonical: id)])
    }

    /// Reads the numbers of judgments before there were ECLIs: `LJN-nr. AJ4938`, `LJN: BK1234 en BK1235`, `ELRO nr. AA 8200`.
    ///
    /// An ECLI ends in the same six signs, but court and year before them cannot be told from the number.
    static func recogniseLJN(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor.takeUpper("LJN") || cursor.takeUpper("ELRO") else { return nil }
        cursor.takeEmphasis()
        _ = cursor.take("-") || cursor.take(":")
        cursor.takeSpace(lineEnds: 1)
        _ = cursor.takeNumberLabel()
        guard let first = takeLJN(&cursor) else { return nil }
        var targets = [first]
        while let next = cursor.attempt({ cursor -> PaperID? in
            guard cursor.take(",") || (cursor.takeSpace(lineEnds: 1) && cursor.takeWord("en")) else { return nil }
            cursor.takeSpace(lineEnds: 1)
            // "LJN AD9618, NJ 2002, 470" goes on with a journal.
            return takeLJN(&cursor, isGrouped: false)
        }) {
            targets.append(next)
        }
        return Recognition(range: start..<cursor.position, kind: .ecli, targets: targets)
    }

    /// Takes `AJ4938`, `AA 8200`.
    private static func takeLJN(_ cursor: inout ByteCursor, isGrouped: Bool = true) -> PaperID? {
        let letters = cursor.position
        guard cursor.capitalCount == 2 else { return nil }
        cursor.position += 2
        let digits = isGrouped && cursor.takeSpace(lineEnds: 1) ? cursor.position : letters + 2
        guard cursor.digitCount == 4 else { return nil }
        cursor.position += 4
        guard !cursor.byte.isLetterOrDigit else { return nil }
        return PaperID(canonical: "ljn-" + cursor.string(letters..<letters + 2, digits..<digits + 4))
    }
}

extension ByteCursor {
    /// Start of what a Juriconnect address has before the law here, `jci1.3:c:`; the place itself if there is none.
    fileprivate var startOfJuriconnect: Int {
        let start = position - "jci1.3:c:".utf8.count
        let isAddress =
            follows(":c:") && self[-4].isDigit && self[-5] == UInt8(ascii: ".") && self[-6].isDigit
            && ByteCursor(bytes, at: position - 6).follows("jci")
        return isAddress ? start : position
    }

    /// Takes what a Juriconnect address has behind the law, `&artikel=4:81&g=2021-01-01`; gives the article.
    fileprivate mutating func takeJuriconnectArticle() -> String? {
        var article: String?
        for _ in 0..<12 {
            guard byte == UInt8(ascii: "&"), self[1].isLetter else { break }
            let start = position + 1
            position = start
            while byte.isLetterOrDigit || "=:.-%_".utf8.contains(byte) { position += 1 }
            while ":.-%".utf8.contains(self[-1]) { position -= 1 }
            let part = string(start..<position)
            if part.hasPrefix("artikel=") { article = String(part.dropFirst("artikel=".utf8.count)) }
        }
        return article.map { $0.split(separator: "%3A", omittingEmptySubsequences: false).joined(separator: ":") }
    }

    /// Takes `, artikel 4:81`.
    fileprivate mutating func takeArticleBehind() -> String? {
        attempt { cursor in
            guard cursor.take(","), cursor.takeSpace(lineEnds: 1), cursor.takeWord("artikel") || cursor.take("art."),
                cursor.takeSpace(lineEnds: 1)
            else { return nil }
            return LawNames.takeArticleNumber(&cursor)
        }
    }

    /// Takes `BWBR` and seven digits, or `CVDR`, digits, and a version.
    mutating func takeRegulationID() -> String? {
        let start = position
        return attempt { cursor in
            if cursor.takeUpper("BWBR") || cursor.takeUpper("BWBV") || cursor.takeUpper("BWBW") {
                guard cursor.digitCount == 7 else { return nil }
                cursor.position += 7
            } else {
                guard cursor.takeUpper("CVDR"), (1...7).contains(cursor.digitCount), cursor.takeNumber() != nil else {
                    return nil
                }
                // Addresses have `/1` for the version.
                if cursor.byte == UInt8(ascii: "_") || cursor.byte == UInt8(ascii: "/"), cursor[1].isDigit {
                    let number = start..<cursor.position
                    cursor.position += 1
                    let version = cursor.position
                    _ = cursor.takeNumber()
                    guard !cursor.byte.isLetterOrDigit else { return nil }
                    return cursor.string(number) + "_" + cursor.string(version..<cursor.position)
                }
            }
            return cursor.byte.isLetterOrDigit ? nil : cursor.string(start..<cursor.position)
        }
    }

    /// Takes a European Case Law Identifier: five parts with colons between them (semicolons and `%3A` occur).
    ///
    /// Council conclusions 2011/C 127/01: country, court of at most 7 signs, year, and an ordinal of at most 25 letters,
    /// digits and dots. The court of the EU numbers its judgments; `EU:C:1984:25` is its older spelling.
    mutating func takeECLI() -> String? {
        attempt { cursor in
            if cursor.take("ecli") {
                guard cursor.takeECLISeparator() else { return nil }
            } else if !cursor.starts(with: "eu:c:") && !cursor.starts(with: "eu:t:") && !cursor.starts(with: "eu:f:") {
                return nil
            }
            guard let country = cursor.takeECLIPart(2...2), cursor.takeECLISeparator(),
                let court = cursor.takeECLIPart(1...7), cursor.takeECLISeparator(), cursor.digitCount == 4,
                let year = cursor.takeECLIPart(4...4), cursor.takeECLISeparator(),
                let ordinal = cursor.takeECLIPart(1...25, dots: !Self.hasNoDots(country))
            else { return nil }
            let parts = [country, court, year, ordinal]
            if country.uppercased() == "EU", !ordinal.utf8.allSatisfy(\.isDigit) { return nil }
            return "ECLI:" + parts.joined(separator: ":").uppercased()
        }
    }

    /// Whether ordinals of a country's courts have no dots, so that a note's marker may stand behind one: `2019:2006.1`.
    private static func hasNoDots(_ country: String) -> Bool { ["NL", "EU", "CE"].contains(country.uppercased()) }

    private mutating func takeECLISeparator() -> Bool {
        takeSpace(lineEnds: 1)
        guard take(":") || take(";") || take("%3a") else { return false }
        takeSpace(lineEnds: 1)
        return true
    }

    /// Takes letters, digits and inner dots, up to the next identifier that is glued to this one.
    private mutating func takeECLIPart(_ length: ClosedRange<Int>, dots: Bool = true) -> String? {
        let start = position
        while position - start < length.upperBound,
            byte.isLetterOrDigit || (dots && byte == UInt8(ascii: ".") && self[1].isLetterOrDigit),
            !starts(with: "ecli:")
        {
            position += 1
        }
        guard position - start >= length.lowerBound, !byte.isLetterOrDigit || starts(with: "ecli:") else { return nil }
        return string(start..<position)
    }
}
