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
