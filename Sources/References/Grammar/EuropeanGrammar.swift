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
        let digits = cursor.digitCount
        // Until 1999 years had two digits: `COM(95) 456`.
        guard digits == 4 || (digits == 2 && hasParenthesis), let written = cursor.takeNumber(),
            let year = year(written, digits: digits), cursor.take(hasParenthesis ? ")" : "/")
        else { return nil }
        cursor.takeSpace()
        if cursor.take(",") { cursor.takeSpace() }
        guard (1...5).contains(cursor.digitCount), let number = cursor.takeNumber(), number > 0,
            !cursor.sees({ $0.take(" ") && $0.digitCount == 3 })
        else { return nil }
        var numbers = [number]
        while let next = cursor.attempt(takeFurtherPaper) { numbers.append(next) }
        return Recognition(
            range: start..<cursor.position, kind: .europees,
            targets: numbers.map { PaperID(canonical: "\(series.prefix)-\(year)-\($0)") })
    }

    /// Takes `, 66`, ` en 67`, if the list visibly ends or goes on behind it.
    private static func takeFurtherPaper(_ cursor: inout ByteCursor) -> Int? {
        let hasComma = cursor.take(",")
        cursor.takeSpace(lineEnds: 1)
        guard cursor.takeWord("en") || hasComma else { return nil }
        cursor.takeSpace(lineEnds: 1)
        guard (1...4).contains(cursor.digitCount), let number = cursor.takeNumber(), number > 0,
            !cursor.isWithinOtherNumber, !cursor.isBeforeMonth, !cursor.isBeforeCountedNoun
        else { return nil }
        let isFollowed = cursor.sees { $0.takeSpace() && $0.takeWord(["en", "final", "def"]) }
        return isFollowed || cursor.isBeforeEndOfCitation || cursor.isBeforeFunctionWord ? number : nil
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

    static func id(year: Int, _ letter: String, _ number: Int) -> PaperID {
        let digits = String(repeating: "0", count: max(0, 4 - "\(number)".utf8.count)) + "\(number)"
        return PaperID(canonical: "celex-3\(year)\(letter)\(digits)")
    }

    /// Words for an act, in singular and plural, and its letter in CELEX numbers.
    private static let acts: [(word: StaticString, letter: String)] = [
        ("verordening", "R"), ("verordeningen", "R"), ("uitvoeringsverordening", "R"),
        ("uitvoeringsverordeningen", "R"),
        ("richtlijn", "L"), ("richtlijnen", "L"), ("uitvoeringsrichtlijn", "L"),
        ("besluit", "D"), ("besluiten", "D"), ("uitvoeringsbesluit", "D"), ("uitvoeringsbesluiten", "D"),
        ("beschikking", "D"), ("beschikkingen", "D"), ("kaderbesluit", "F"), ("aanbeveling", "H"),
        ("gemeenschappelijk optreden", "E"), ("gemeenschappelijk standpunt", "E"), ("vo.", "R"), ("richtl.", "L"),
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
        // "CBS-richtlijn 2018/5" is somebody else's.
        let isOfOthers = !isOfUnion && label[-1] == UInt8(ascii: "-")
        let maker = isOfUnion ? Maker.union : isOfOthers ? .others : .unknown
        let behindAct = cursor.position
        var first = takeActNumber(&cursor, letter: act.letter, maker)
        if first == nil {
            cursor.position = behindAct
            guard takeMakers(&cursor) else { return nil }
            let isParenthesised = cursor.take("(")
            first = takeActNumber(&cursor, letter: act.letter, .unknown)
            if isParenthesised { _ = cursor.take(")") }
        }
        guard let first else { return nil }
        var targets = [first]
        while let next = cursor.attempt({ cursor -> PaperID? in
            cursor.takeSpace(lineEnds: 1)
            guard cursor.take(",") || cursor.take(";") || cursor.takeWord(["en", "of"]) else { return nil }
            // The institutions of the first are those of the next: `Verordening (EG) nr. 45/2001 en nr. 46/2001`.
            cursor.takeSpace(lineEnds: 1)
            let isSame = cursor.sees { $0.takeNumberLabel() != nil || $0.takeModernNumber() }
            return takeActNumber(&cursor, letter: act.letter, isSame ? .union : maker)
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

    /// Who is known to have made an act before its number is read.
    private enum Maker { case union, unknown, others }

    /// Takes institutions, `nr.`, year and number.
    ///
    /// Regulations with `nr.` have the number first, all other acts the year; from 2015 every act has the year first
    /// (OJ L, 1 January 2015).
    private static func takeActNumber(_ cursor: inout ByteCursor, letter: String, _ maker: Maker) -> PaperID? {
        cursor.takeSpace()
        var hasInstitution = takeInstitutions(&cursor) || maker == .union
        if hasInstitution { _ = cursor.take(",") }
        if !hasInstitution, takeInstitution(&cursor) { hasInstitution = true }
        cursor.takeSpace(lineEnds: 1)
        let hasLabel = takeLabel(&cursor)
        if !hasInstitution, takeInstitutions(&cursor) {
            hasInstitution = true
            cursor.takeSpace(lineEnds: 1)
        }
        guard let pair = ActNumber(&cursor) else { return nil }
        let end = cursor.position
        cursor.takeSpace(lineEnds: 0)
        if cursor.take("/") { cursor.takeSpace(lineEnds: 1) }
        if cursor.position > end, takeInstitution(&cursor) {
            hasInstitution = true
        } else {
            cursor.position = end
        }
        hasInstitution =
            hasInstitution || cursor.isBeforeInstitution
            || (maker == .unknown && pair.isOfUnion(letter) && !cursor.isBeforeOtherMaker)
        guard hasInstitution, !cursor.byte.isLetterOrDigit else { return nil }
        return pair.id(letter, hasLabel: hasLabel)
    }

    /// Takes `nr.`, or `No` as English has it.
    private static func takeLabel(_ cursor: inout ByteCursor) -> Bool {
        if cursor.takeNumberLabel() != nil { return true }
        return cursor.attempt { $0.takeWord("no") && $0.takeSpace(lineEnds: 1) && $0.byte.isDigit ? true : nil }
            ?? false
    }

    // MARK: - Acts by other names

    /// Reads the number of an act behind its popular name or its title, at the institution that ends the number: `de
    /// Vogelrichtlijn (79/409/EEG)`, `Richtlijn van 2 april 1979 inzake het behoud van de vogelstand (79/409/EEG)`.
    static func recogniseParenthesised(_ cursor: inout ByteCursor) -> Recognition? {
        let institution = cursor.position
        guard cursor[-1] == UInt8(ascii: "/"), let open = cursor.startOfParenthesis,
            let (start, letter) = ByteCursor(cursor.bytes, at: open).actBefore
        else { return nil }
        cursor.position = open + 1
        _ = takeLabel(&cursor)
        var targets: [PaperID] = []
        repeat {
            if !targets.isEmpty { cursor.takeSpace(lineEnds: 1) }
            guard let pair = ActNumber(&cursor), cursor.take("/"), takeInstitution(&cursor),
                let target = pair.id(letter, hasLabel: false)
            else { return nil }
            targets.append(target)
            if !cursor.take(",") { cursor.takeSpace(lineEnds: 1) }
        } while cursor.position < institution && (cursor[-1] == UInt8(ascii: ",") || cursor.takeWord("en"))
        guard cursor.position > institution, cursor.take(")") else { return nil }
        return Recognition(range: start..<cursor.position, kind: .europees, targets: targets)
    }

    /// Years of two digits are of the twentieth century: the Communities began in 1952.
    static func year(_ number: Int, digits: Int) -> Int? {
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
