/// Papers and acts of the European Union: `COM(2021) 752`, `CELEX:52021PC0752`, `Verordening (EU) 2016/679`.
enum EuropeanGrammar {
    private static let series: [(label: StaticString, prefix: String)] = [
        ("COM", "com"), ("SWD", "swd"), ("SEC", "sec"), ("JOIN", "join"),
    ]

    /// Reads `COM(2021) 752 final` and its kin from the label on.
    static func recognisePaper(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let series = series.first(where: { cursor.takeUpper($0.label) }) else { return nil }
        cursor.takeSpace()
        let hasParenthesis = cursor.take("(")
        guard hasParenthesis || cursor.take("/") else { return nil }
        guard cursor.digitCount == 4, let year = cursor.takeNumber(), (1950...2099).contains(year),
            cursor.take(hasParenthesis ? ")" : "/")
        else { return nil }
        cursor.takeSpace()
        if cursor.take(",") { cursor.takeSpace() }
        guard (1...5).contains(cursor.digitCount), let number = cursor.takeNumber(), number > 0,
            !cursor.sees({ $0.take(" ") && $0.digitCount == 3 })
        else { return nil }
        return Recognition(
            range: start..<cursor.position, kind: .europees,
            targets: [PaperID(canonical: "\(series.prefix)-\(year)-\(number)")])
    }

    /// Reads `CELEX:52021PC0752` and `CELEX-nummer 32016R0679` from the label on.
    static func recogniseCELEX(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor.take("celex") else { return nil }
        _ = cursor.take("-nummer") || cursor.take("nummer") || cursor.take("-nr.") || cursor.take(" nr.")
        _ = cursor.take(":") || cursor.take("%3a")
        cursor.takeSpace(lineEnds: 1)
        let first = cursor.position
        while cursor.position - first < 20, cursor.byte.isLetterOrDigit || "()".utf8.contains(cursor.byte) {
            cursor.position += 1
        }
        if cursor[-1] == UInt8(ascii: ")"), !cursor.bytes[first..<cursor.position].contains(UInt8(ascii: "(")) {
            cursor.position -= 1
        }
        guard let id = PaperID("celex-" + cursor.string(first..<cursor.position)) else { return nil }
        return Recognition(range: start..<cursor.position, kind: .europees, targets: [id])
    }

    /// Takes `reg/2016/679` of a European Legislation Identifier (Council conclusions 2012/C 325/02; eur-lex.europa.eu).
    static func takeLegislationAddress(_ cursor: inout ByteCursor) -> PaperID? {
        let letter: String
        if cursor.takeWord(["reg_impl", "reg_del", "reg"]) {
            letter = "R"
        } else if cursor.takeWord(["dir_impl", "dir_del", "dir"]) {
            letter = "L"
        } else if cursor.takeWord(["dec_impl", "dec_del", "dec"]) {
            letter = "D"
        } else {
            return nil
        }
        guard cursor.take("/"), cursor.digitCount == 4, let year = cursor.takeNumber(), (1952...2099).contains(year),
            cursor.take("/"), (1...4).contains(cursor.digitCount), let number = cursor.takeNumber(), number > 0
        else { return nil }
        return id(year: year, letter, number)
    }

    private static func id(year: Int, _ letter: String, _ number: Int) -> PaperID {
        let digits = String(repeating: "0", count: max(0, 4 - "\(number)".utf8.count)) + "\(number)"
        return PaperID(canonical: "celex-3\(year)\(letter)\(digits)")
    }

    /// Words for an act, in singular and plural, and its letter in CELEX numbers.
    private static let acts: [(word: StaticString, letter: String)] = [
        ("verordening", "R"), ("verordeningen", "R"), ("uitvoeringsverordening", "R"),
        ("uitvoeringsverordeningen", "R"),
        ("richtlijn", "L"), ("richtlijnen", "L"), ("uitvoeringsrichtlijn", "L"),
        ("besluit", "D"), ("besluiten", "D"), ("uitvoeringsbesluit", "D"), ("uitvoeringsbesluiten", "D"),
        ("beschikking", "D"), ("beschikkingen", "D"), ("kaderbesluit", "F"),
    ]
    private static let actWords = WordList(acts.map(\.word))

    /// Reads acts by year and number: `Verordening (EG) nr. 45/2001`, `Richtlijn 95/46/EG`, `Richtlijnen 2014/23/EU en
    /// 2014/24/EU`.
    ///
    /// Institutions must stand before the numbers or behind them; `besluit 3/2019` of a town is none.
    static func recogniseAct(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard let index = actWords.takeIndex(&cursor) else { return nil }
        let act = acts[index]
        let label = ByteCursor(cursor.bytes, at: start)
        let isOfUnion = label.follows("eu-") || label.follows("eg-") || label.follows("eeg-")
        let behindAct = cursor.position
        var first = takeActNumber(&cursor, letter: act.letter, isOfUnion: isOfUnion)
        if first == nil {
            cursor.position = behindAct
            guard takeMakers(&cursor) else { return nil }
            let isParenthesised = cursor.take("(")
            first = takeActNumber(&cursor, letter: act.letter, isOfUnion: false)
            if isParenthesised { _ = cursor.take(")") }
        }
        guard let first else { return nil }
        var targets = [first]
        while let next = cursor.attempt({ cursor -> PaperID? in
            cursor.takeSpace(lineEnds: 1)
            guard cursor.take(",") || cursor.takeWord(["en", "of"]) else { return nil }
            // The institutions of the first are those of the next: `Verordening (EG) nr. 45/2001 en nr. 46/2001`.
            cursor.takeSpace(lineEnds: 1)
            let isSame = cursor.sees { $0.takeNumberLabel() != nil || $0.takeModernNumber() }
            return takeActNumber(&cursor, letter: act.letter, isOfUnion: isSame)
        }) {
            targets.append(next)
        }
        return Recognition(range: start..<cursor.position, kind: .europees, targets: targets)
    }

    private static let makers: WordList = [
        "van", "de", "het", "en", "der", "raad", "commissie", "europees", "europese", "parlement", "gemeenschap",
        "gemeenschappen", "economische", "unie", "centrale", "bank",
    ]

    /// Takes who made an act and when, before its number: ` van de Raad van 17 juli 1969, `.
    private static func takeMakers(_ cursor: inout ByteCursor) -> Bool {
        for _ in 0..<24 {
            guard cursor.takeSpace(lineEnds: 1) else { return false }
            if cursor.byte.isDigit, cursor.takeDate() != nil {
                _ = cursor.take(",")
                cursor.takeSpace(lineEnds: 1)
                return true
            }
            guard cursor.takeWord(makers) else { return false }
        }
        return false
    }

    /// Takes institutions, `nr.`, year and number.
    ///
    /// Regulations with `nr.` have the number first, all other acts the year; from 2015 every act has the year first
    /// (OJ L, 1 January 2015).
    private static func takeActNumber(_ cursor: inout ByteCursor, letter: String, isOfUnion: Bool) -> PaperID? {
        cursor.takeSpace()
        var hasInstitution = takeInstitutions(&cursor) || isOfUnion
        if hasInstitution { _ = cursor.take(",") }
        if !hasInstitution, takeInstitution(&cursor) { hasInstitution = true }
        cursor.takeSpace(lineEnds: 1)
        let hasLabel = cursor.takeNumberLabel() != nil
        if !hasInstitution, takeInstitutions(&cursor) {
            hasInstitution = true
            cursor.takeSpace(lineEnds: 1)
        }
        let firstDigits = cursor.digitCount
        guard (1...4).contains(firstDigits), let first = cursor.takeNumber(), cursor.take("/") else { return nil }
        let secondDigits = cursor.digitCount
        guard (1...4).contains(secondDigits), let second = cursor.takeNumber() else { return nil }
        let end = cursor.position
        if cursor.take("/") || cursor.takeSpace(lineEnds: 0), takeInstitution(&cursor) {
            hasInstitution = true
        } else {
            cursor.position = end
        }
        let firstYear = year(first, digits: firstDigits)
        let secondYear = year(second, digits: secondDigits)
        let isSeason = firstYear.map { second == ($0 + 1) % 100 || second == $0 + 1 } ?? false
        // Hardly anybody else numbers directives by the year, `richtlijn 97/68`, or regulations by hundreds, `nr. 1095/2010`.
        hasInstitution =
            hasInstitution || cursor.isBeforeInstitution
            || (letter == "L" && firstYear != nil && !isSeason && !cursor.isBeforeOtherMaker)
            || (letter == "R" && secondDigits == 4 && secondYear != nil && firstDigits > 2)
        guard hasInstitution, !cursor.byte.isLetterOrDigit else { return nil }

        let numberFirst = letter == "R" || (letter == "D" && hasLabel)
        let isModern = firstYear.map { $0 >= 2015 } ?? false && (!hasLabel || secondYear == nil)
        // Decisions of before 1999 mostly have the year first, `94/90/EEG`, even behind `nr.`.
        let isOldDecision = letter == "D" && firstYear != nil && secondDigits < 4
        let pair: (year: Int?, number: Int) =
            numberFirst && !isModern && !isOldDecision ? (secondYear, first) : (firstYear, second)
        guard let year = pair.year, pair.number > 0 else { return nil }
        return id(year: year, letter, pair.number)
    }

    /// Years of two digits are of the twentieth century: the Communities began in 1952.
    private static func year(_ number: Int, digits: Int) -> Int? {
        if digits == 2, number >= 52 { return 1900 + number }
        return digits == 4 && (1952...2099).contains(number) ? number : nil
    }

    /// Takes `(EU)`, `(EG)`, `(EU, Euratom)`.
    private static func takeInstitutions(_ cursor: inout ByteCursor) -> Bool {
        cursor.attempt { cursor -> Bool? in
            guard cursor.take("(") else { return nil }
            repeat { cursor.takeSpace() } while takeInstitution(&cursor) && cursor.take(",")
            return cursor.take(")") ? true : nil
        } ?? false
    }

    private static func takeInstitution(_ cursor: inout ByteCursor) -> Bool {
        cursor.takeWord(Words.institutions)
    }
}

extension ByteCursor {
    /// Takes `2018/1725`, as acts are numbered since 2015, which no session year or date looks like.
    fileprivate mutating func takeModernNumber() -> Bool {
        guard digitCount == 4, let year = takeNumber(), (2015...2099).contains(year), take("/") else { return false }
        return (3...4).contains(digitCount) && takeNumber() != year + 1
    }

    /// Whether somebody else made a directive: ` van de Vereniging`.
    fileprivate var isBeforeOtherMaker: Bool {
        sees { cursor in
            guard cursor.takeSpace(lineEnds: 1), cursor.takeTwoWords("van", "de") || cursor.takeTwoWords("van", "het"),
                cursor.takeSpace(lineEnds: 1), cursor.byte.isUpper
            else { return false }
            return !cursor.takeWord(["raad", "commissie", "europees", "europese", "eu", "eg", "eeg", "unie"])
        }
    }

    /// Whether the institution that made an act stands behind its number, with a date: ` van de Raad van 17 december`.
    /// Without a date it may be the council of a town.
    fileprivate var isBeforeInstitution: Bool {
        sees { cursor in
            guard cursor.takeSpace(lineEnds: 1), cursor.takeTwoWords("van", "de") || cursor.takeTwoWords("van", "het"),
                cursor.takeSpace(lineEnds: 1)
            else { return false }
            if cursor.takeUpper("Europees Parlement") || cursor.takeUpper("Europese ") { return true }
            guard cursor.takeUpper("Commissie") || cursor.takeUpper("Raad"), cursor.takeSpace(lineEnds: 1),
                cursor.takeWord("van"), cursor.takeSpace(lineEnds: 1)
            else { return false }
            return cursor.takeDate() != nil
        }
    }
}
