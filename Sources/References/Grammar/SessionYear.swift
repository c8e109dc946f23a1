/// A vergaderjaar as it stands in a citation: `2019/20`, `2019–2020`, `1999/2000`, `1985/- 86`.
struct SessionYear: Equatable {
    let first: Int

    /// As ids have it: `20192020`.
    var compact: String {
        String(count: 8) { text in
            text.writeYear(first)
            text.writeYear(first + 1)
        }
    }

    /// As references have it: `2019-2020`.
    var hyphenated: String {
        String(count: 9) { text in
            text.writeYear(first)
            text.write(UInt8(ascii: "-"))
            text.writeYear(first + 1)
        }
    }
}

extension ByteCursor {
    /// Takes two years that follow each other.
    ///
    /// - Parameter lenient: also takes years that do not, as in `2019/21`; then nobody may use the value.
    mutating func takeSessionYear(lenient: Bool = false) -> SessionYear? {
        attempt { cursor in
            guard cursor.digitCount == 4, let first = cursor.takeNumber(), (1800...2099).contains(first) else {
                return nil
            }
            cursor.takeSpace(lineEnds: 0)
            let hasSlash = cursor.take("/")
            let hasDash = cursor.takeDash()
            guard hasSlash || hasDash else { return nil }
            cursor.takeSpace(lineEnds: 1)
            let digits = cursor.digitCount
            guard digits == 2 || digits == 4, let second = cursor.takeNumber() else { return nil }
            let next = digits == 2 ? (first + 1) % 100 : first + 1
            guard lenient || second == next else { return nil }
            return SessionYear(first: first)
        }
    }

    /// Takes `vergaderjaar` or an older word for it.
    mutating func takeSessionYearLabel() -> Bool {
        takeWord(Words.sessionYear)
    }
}

/// A chamber as citations name it.
enum Chamber: String {
    case tweedeKamer = "tk"
    case eersteKamer = "ek"
    case verenigdeVergadering = "vv"
}

extension ByteCursor {
    /// Takes a chamber: `II`, `TK`, `Tweede Kamer`, `I`, `EK`, `Eerste Kamer`, `I/II`, `VV`.
    ///
    /// A bare `2`, `1` or the misread `11` counts only before a session year, since it could be any number.
    mutating func takeChamber() -> Chamber? {
        attempt { cursor in
            if cursor.take("i/ii") || cursor.take("i-ii") || cursor.takeUpper("VV")
                || cursor.takeWord("verenigde vergadering")
            {
                return cursor.byte.isLetterOrDigit ? nil : .verenigdeVergadering
            }
            if cursor.takeUpper("II") || cursor.takeUpper("TK") || cursor.takeUpper("T.K.")
                || cursor.takeTwoWords("tweede", "kamer")
            {
                return cursor.byte.isLetter ? nil : .tweedeKamer
            }
            if cursor.takeUpper("I") || cursor.takeUpper("EK") || cursor.takeUpper("E.K.")
                || cursor.takeTwoWords("eerste", "kamer")
            {
                return cursor.byte.isLetter ? nil : .eersteKamer
            }
            let digits = cursor.digitCount
            guard digits == 1 || digits == 2, let number = cursor.takeNumber() else { return nil }
            if digits == 1, cursor.takeTwoWords("e", "kamer") {
                return number == 2 ? .tweedeKamer : number == 1 ? .eersteKamer : nil
            }
            guard cursor.sees({ $0.takeListSeparator() && $0.takeSessionYear(lenient: true) != nil }) else {
                return nil
            }
            switch number {
            case 2, 11: return .tweedeKamer
            case 1: return .eersteKamer
            default: return nil
            }
        }
    }

    /// Takes a comma or space, or both.
    mutating func takeListSeparator() -> Bool {
        let hasSpace = takeSpace()
        let hasComma = take(",")
        takeSpace()
        return hasSpace || hasComma
    }

    /// Takes a text in exactly this case.
    @inline(__always)
    mutating func takeUpper(_ text: StaticString) -> Bool {
        // Most calls fail at the first sign.
        guard text[0] == byte, hasRest(ofExact: text) else { return false }
        position += text.count
        return true
    }

    private func hasRest(ofExact text: StaticString) -> Bool {
        guard bytes.count - position >= text.count else { return false }
        for index in 1..<max(1, text.count) where bytes[position + index] != text[index] { return false }
        return true
    }

    mutating func takeTwoWords(_ first: StaticString, _ second: StaticString) -> Bool {
        let start = position
        if takeWord(first), takeSpace(), takeWord(second) { return true }
        position = start
        return false
    }
}
