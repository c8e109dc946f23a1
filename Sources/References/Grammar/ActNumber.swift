/// Year and number of an act of the Union, in either order: `2016/679`, `45/2001`, `95/46`.
struct ActNumber {
    private let first: Int
    private let second: Int
    private let firstDigits: Int
    private let secondDigits: Int
    /// Whether spaces stand about the slash, as in what is no number of an act: `2016 / 679`.
    private let isSpaced: Bool

    private var firstYear: Int? { EuropeanGrammar.year(first, digits: firstDigits) }
    private var secondYear: Int? { EuropeanGrammar.year(second, digits: secondDigits) }

    init?(_ cursor: inout ByteCursor) {
        firstDigits = cursor.digitCount
        guard (1...4).contains(firstDigits), let first = cursor.takeNumber() else { return nil }
        var hasSpace = cursor.takeSpace(lineEnds: 1)
        guard cursor.take("/") else { return nil }
        hasSpace = cursor.takeSpace(lineEnds: 1) || hasSpace
        secondDigits = cursor.digitCount
        guard (1...4).contains(secondDigits), let second = cursor.takeNumber() else { return nil }
        (self.first, self.second, isSpaced) = (first, second, hasSpace)
    }

    /// Whether hardly anybody else numbers acts of the kind so: directives by the year, `97/68`, regulations by hundreds,
    /// `1095/2010`, `1408/71`, or since 2015 as `2016/679`.
    func isOfUnion(_ letter: String) -> Bool {
        guard !isSpaced else { return false }
        if letter == "L" { return firstYear != nil && !isSeason }
        guard letter == "R" else { return false }
        if secondYear != nil, secondDigits == 4, firstDigits > 2, !isPeriod { return true }
        // "1996/98" are years.
        if secondYear != nil, secondDigits == 2, firstDigits > 2 { return !(1900...2035).contains(first) }
        return isModern && secondDigits > 2 && !isPeriod
    }

    private var isSeason: Bool { firstYear.map { second == ($0 + 1) % 100 || second == $0 + 1 } ?? false }

    /// Whether both are years, not far apart: `2015/2020`.
    private var isPeriod: Bool { firstDigits == 4 && (first...first + 10).contains(second) }

    private var isModern: Bool { firstDigits == 4 && (2015...2049).contains(first) }

    func id(_ letter: String, hasLabel: Bool) -> PaperID? {
        let isModern = isModern && (!hasLabel || secondYear == nil)
        let isNumberFirst: Bool
        switch letter {
        case "R": isNumberFirst = !isModern
        // Decisions of before 1999 mostly have the year first, `94/90/EEG`, even behind `nr.`; those of both Parliament
        // and Council the number, `1692/96/EG`, `280/2004/EG`.
        case "D":
            let isYearFirst = firstYear != nil && (isModern || secondDigits < 4)
            let isYearLast = secondDigits == 4 && secondYear != nil && firstDigits < 4
            isNumberFirst = isYearLast || (!isYearFirst && (hasLabel || firstYear == nil))
        default: isNumberFirst = false
        }
        let pair = isNumberFirst ? (year: secondYear, number: first) : (year: firstYear, number: second)
        guard let year = pair.year, pair.number > 0 else { return nil }
        return EuropeanGrammar.id(year: year, letter, pair.number)
    }
}

extension ByteCursor {
    /// Takes `2018/1725`, as acts are numbered since 2015, which no session year or date looks like.
    mutating func takeModernNumber() -> Bool {
        guard digitCount == 4, let year = takeNumber(), (2015...2099).contains(year), take("/") else { return false }
        return (3...4).contains(digitCount) && takeNumber() != year + 1
    }

    /// Whether somebody else made a directive: ` van de Vereniging`.
    var isBeforeOtherMaker: Bool {
        sees { cursor in
            guard cursor.takeSpace(lineEnds: 1), cursor.takeTwoWords("van", "de") || cursor.takeTwoWords("van", "het"),
                cursor.takeSpace(lineEnds: 1), cursor.byte.isUpper
            else { return false }
            return !cursor.takeWord(["raad", "commissie", "europees", "europese", "eu", "eg", "eeg", "unie"])
        }
    }

    /// Whether the institution that made an act stands behind its number, with a date: ` van de Raad van 17 december`.
    /// Without a date it may be the council of a town.
    var isBeforeInstitution: Bool {
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

    /// Place of the parenthesis that opens before the number of an act here; nil if there is none.
    var startOfParenthesis: Int? {
        var place = position
        while place > 0, position - place < 60 {
            place -= 1
            switch bytes[place] {
            case UInt8(ascii: "("): return place
            case UInt8(ascii: ")"): return nil
            default: break
            }
        }
        return nil
    }

    /// Start of the nearest word for an act in the sentence before a parenthesis here, and the act's letter: a
    /// `Vogelrichtlijn ` has that of a directive.
    var actBefore: (start: Int, letter: String)? {
        let nearest = max(0, position - 250)
        var place = position
        while place > nearest {
            place -= 1
            let byte = bytes[place]
            if byte == UInt8(ascii: "("), place + 1 < position { return nil }
            if byte == UInt8(ascii: ";") || byte == 0x0A && bytes[place + 1] == 0x0A { return nil }
            if byte == UInt8(ascii: "."), bytes[place + 1] <= 0x20 { return nil }
            guard !byte.isLetter else { continue }
            // A word may end here.
            let end = ByteCursor(bytes, at: place)
            let letter =
                end.follows("richtlijn")
                ? "L"
                : end.follows("verordening")
                    ? "R"
                    : end.follows("kaderbesluit")
                        ? "F"
                        : end.follows("beschikking") || end.follows("besluit")
                            ? "D" : end.follows("aanbeveling") ? "H" : nil
            guard let letter else { continue }
            while place > 0, bytes[place - 1].isLetter || bytes[place - 1] >= 0x80 { place -= 1 }
            return (place, letter)
        }
        return nil
    }
}
