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
            switch cursor.byte | 0x20 {
            case UInt8(ascii: "i"):
                if cursor.take("i/ii") || cursor.take("i-ii") {
                    return cursor.byte.isLetterOrDigit ? nil : .verenigdeVergadering
                }
                if cursor.takeUpper("II") { return cursor.byte.isLetter ? nil : .tweedeKamer }
                return cursor.takeUpper("I") && !cursor.byte.isLetter ? .eersteKamer : nil
            case UInt8(ascii: "v"):
                let isNamed = cursor.takeUpper("VV") || cursor.takeWord("verenigde vergadering")
                return isNamed && !cursor.byte.isLetterOrDigit ? .verenigdeVergadering : nil
            case UInt8(ascii: "t"):
                let isNamed =
                    cursor.takeUpper("TK") || cursor.takeUpper("T.K.") || cursor.takeTwoWords("tweede", "kamer")
                return isNamed && !cursor.byte.isLetter ? .tweedeKamer : nil
            case UInt8(ascii: "e"):
                let isNamed =
                    cursor.takeUpper("EK") || cursor.takeUpper("E.K.") || cursor.takeTwoWords("eerste", "kamer")
                return isNamed && !cursor.byte.isLetter ? .eersteKamer : nil
            default: return cursor.takeNumberOfChamber()
            }
        }
    }

    /// Takes `2`, `1`, `11`, `2e Kamer`.
    private mutating func takeNumberOfChamber() -> Chamber? {
        attempt { cursor in
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
}
