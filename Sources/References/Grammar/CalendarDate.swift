/// A date as letters and gazettes print it.
struct CalendarDate {
    let year: Int
    /// `1...12`.
    let month: Int
    let day: Int

    /// nil if the month has no such day.
    fileprivate var ifPossible: CalendarDate? {
        let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let last = month == 2 ? (isLeapYear ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return day <= last ? self : nil
    }

    /// As ISO 8601 has it: `2021-01-22`.
    var iso: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}

extension SessionYear {
    /// The session year that a day falls in; each begins on the third Tuesday of September (Grondwet, article 65), here
    /// taken to be the 15th, the first day that it can be.
    init(of date: CalendarDate) {
        let isNew = (date.month, date.day) >= (9, 15)
        self.init(first: isNew ? date.year : date.year - 1)
    }
}

extension ByteCursor {
    /// Takes `22 januari 2021`.
    mutating func takeDate() -> CalendarDate? {
        attempt { cursor in
            guard let day = cursor.takeDay(), cursor.takeSpace(lineEnds: 1),
                let month = Words.months.words.firstIndex(where: { cursor.takeWord($0) }),
                cursor.takeSpace(lineEnds: 1), let year = cursor.takeYear()
            else { return nil }
            return CalendarDate(year: year, month: month + 1, day: day).ifPossible
        }
    }

    /// Takes `16-10-2001`.
    private mutating func takeDateInDigits() -> CalendarDate? {
        attempt { cursor in
            guard let day = cursor.takeDay(), cursor.takeDash(), (1...2).contains(cursor.digitCount),
                let month = cursor.takeNumber(), (1...12).contains(month), cursor.takeDash(),
                let year = cursor.takeYear() ?? cursor.takeShortYear()
            else { return nil }
            return CalendarDate(year: year, month: month, day: day).ifPossible
        }
    }

    /// Takes `15`, and `15den` as old papers have it.
    private mutating func takeDay() -> Int? {
        guard (1...2).contains(digitCount), let day = takeNumber(), (1...31).contains(day) else { return nil }
        if byte.isLetter { _ = takeWord("den") || takeWord("sten") || takeWord("e") }
        return day
    }

    private mutating func takeYear() -> Int? {
        guard digitCount == 4, let year = takeNumber(), (1815...2099).contains(year), !byte.isLetterOrDigit else {
            return nil
        }
        return year
    }

    /// Takes `10` of `26-03-10`, a year of the century around 2000.
    private mutating func takeShortYear() -> Int? {
        guard digitCount == 2, let year = takeNumber(), !byte.isLetterOrDigit else { return nil }
        return year < 50 ? 2000 + year : 1900 + year
    }

    /// Takes the date of an issue, `16-10-2001` or `van 16 juni 2005`; gives its year.
    mutating func takeYearOfDate() -> Int? {
        attempt { cursor in
            if cursor.takeWord("van") || cursor.take("d.d.") || cursor.take("dd.") { cursor.takeSpace(lineEnds: 1) }
            return (cursor.takeDateInDigits() ?? cursor.takeDate())?.year
        }
    }

    /// Takes the date of an issue behind its number, ` van 16 oktober 2001`, ` d.d. 24 mei 2006`; gives its year.
    mutating func takeYearOfDateBehind() -> Int? {
        attempt { cursor in
            _ = cursor.take(",")
            guard cursor.takeSpace(lineEnds: 1), !cursor.byte.isDigit else { return nil }
            return cursor.takeYearOfDate()
        }
    }

    /// Year of a date that stands right before, with at most the number of a decree between them: `van 7 juni 2006, `,
    /// `van 8 december 1999, nr. AD1999/U1 (`.
    var yearOfDateBefore: Int? {
        var back = self
        let nearest = max(0, position - 60)
        while back.position > nearest {
            back.position -= 1
            guard back.byte.isDigit, !back[-1].isDigit, back.digitCount <= 2 else { continue }
            var date = back
            guard let found = date.takeDate() else { continue }
            back.retreatOverSpace()
            if back.retreat(over: "den") { back.retreatOverSpace() }
            let isOfDecree =
                back.retreat(over: "van") || back.retreat(over: "op") || back.retreat(over: "respectievelijk")
                || back.isBehindIssue
            return isOfDecree && date.takesNumberOfDecree(upTo: position) ? found.year : nil
        }
        return nil
    }

    /// Whether the issue of another gazette stands right before, in a list of acts: `Stb. 161, `, `(Stb. 366) en `.
    private var isBehindIssue: Bool {
        var back = self
        if back.retreat(over: "en") { back.retreatOverSpace() }
        if back[-1] == UInt8(ascii: ",") { back.position -= 1 }
        if back[-1] == UInt8(ascii: ")") { back.position -= 1 }
        let end = back.position
        while end - back.position < 5, back[-1].isDigit { back.position -= 1 }
        guard back.position < end else { return false }
        back.retreatOverSpace()
        return back.follows("stb.") || back.follows("stcrt.") || back.follows("trb.")
    }

    /// Takes `, nr. AD1999/U1 (` or less, if that is all that stands before an end.
    private mutating func takesNumberOfDecree(upTo end: Int) -> Bool {
        _ = take(",")
        takeSpace(lineEnds: 1)
        if takeNumberLabel() != nil || byte.isUpper {
            // Its number may have any white space in it, but no words.
            while position < end, !byte.isLower, byte != UInt8(ascii: "(") { position += 1 }
        }
        _ = position < end && take("(")
        _ = position < end && (take("*") || take("_"))
        return position == end
    }
}
