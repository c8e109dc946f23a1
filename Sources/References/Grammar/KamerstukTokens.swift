/// Parts of a Kamerstuk's citation that several grammars share.
extension ByteCursor {
    /// Takes `Kamerstuk`, `Kamerstukken`, `Kamerst.`, `Kamerstuknummer`, `Kamerstukdossier`, `kst.`.
    mutating func takeKamerstukLabel() -> Bool {
        if take("kamerstuk") {
            _ = takeWord("ken") || take("(ken)")
            _ = takeWord(Words.dossierBehindLabel) || (takeWord("nr") && take("."))
            return !byte.isLetter
        }
        return takeWord("kamerst.") || takeWord("kst.") || (starts(with: "kst ") && take("kst"))
    }

    /// Takes what a grammar takes, in parentheses.
    mutating func takeParenthesised<T>(_ grammar: (inout ByteCursor) -> T?) -> T? {
        attempt { cursor in
            guard cursor.take("("), let value = grammar(&cursor), cursor.take(")") else { return nil }
            return value
        }
    }

    /// Takes a single year before a dossier: `1985` in `Kamerstukken II 1985, 19 700`.
    mutating func takeSingleYear() -> Bool {
        guard digitCount == 4, let year = takeNumber(), (1800...2099).contains(year) else { return false }
        guard takeListSeparator() else { return false }
        // Dossiers had four digits until 1968.
        let isOld = year < 1970 && digitCount == 4
        return sees { $0.takeDossierNumber(isOld ? .labelled : .unlabelled) != nil }
    }

    /// Takes `, nr. 391`, ` nr. 391`, ` / nr. 80` and lists of these.
    mutating func takeLabelledNumbers() -> NumberList? {
        attempt { cursor in
            cursor.takeEmphasis()
            cursor.takeSpace()
            _ =
                cursor.take(",") || cursor.take("/") || cursor.take(";") || cursor.take(":") || cursor.takeDash()
                || (cursor.sees { $0.take(".") && $0.takeSpace(lineEnds: 1) && $0.byte.isLower } && cursor.take("."))
            cursor.takeSpace()
            cursor.takeEmphasis()
            let isNamed = cursor.takeWord("stuk") && cursor.takeSpace(lineEnds: 1)
            guard let label = cursor.takeNumberLabel() ?? (isNamed ? .one : nil), !cursor.isAtNextNote else {
                return nil
            }
            return cursor.seen { $0.takePlaceholder() ? true : nil } == nil ? cursor.takeNumberList(label) : nil
        }
    }

    /// Takes ` e.a.`, and `, EK 64` as papers of the Eerste Kamer had it before 2000.
    mutating func takeWordsBehindDossier() {
        _ = attempt { cursor -> Bool? in
            guard cursor.takeSpace(lineEnds: 1) else { return nil }
            return cursor.take("e.a.") || cursor.take("c.a.") || cursor.take("e.v.") || cursor.takeWord("enz.")
                ? true : nil
        }
        _ = attempt { cursor -> Bool? in
            guard cursor.take(","), cursor.takeSpace(lineEnds: 1), cursor.takeUpper("EK"),
                cursor.takeSpace(lineEnds: 0),
                cursor.takeNumber() != nil
            else { return nil }
            return cursor.byte == UInt8(ascii: ",") ? true : nil
        }
    }

    /// Takes `-408`, ` – 61`, `-E`.
    mutating func takeDashedNumber() -> NumberList? {
        attempt { cursor in
            cursor.takeSpace(lineEnds: 1)
            guard cursor.takeDash() else { return nil }
            cursor.takeSpace(lineEnds: 1)
            guard let number = cursor.takePaperNumber() else { return nil }
            guard number.isPossible else { return NumberList(warnings: [.impossible], end: cursor.position) }
            // `36410-14-2` is the number of a substance.
            guard cursor.byte != UInt8(ascii: "-") || !cursor[1].isDigit else { return nil }
            return NumberList(numbers: [number.spelling], end: cursor.position)
        }
    }

    /// Whether the number here is that of the next note: it begins a line, words follow it, and the line before begins
    /// with the number before. The citation above is then broken off.
    var isAtNextNote: Bool {
        var blanks = 0
        var isAtLineStart = false
        while blanks < 8, self[-1 - blanks] == 0x20 || self[-1 - blanks] == 0x0A {
            isAtLineStart = isAtLineStart || self[-1 - blanks] == 0x0A
            blanks += 1
        }
        guard isAtLineStart, (1...3).contains(digitCount), let number = seen({ $0.takeNumber() }), number > 1 else {
            return false
        }
        var back = self
        back.position -= blanks
        let opensText = sees { cursor in
            cursor.position += cursor.digitCount
            return cursor.take(" ") && (cursor.byte.isUpper || cursor.byte >= 0xC2 || cursor.starts(with: "http"))
        }
        while back.position > 0, position - back.position < Self.longestLine, back[-1] != 0x0A { back.position -= 1 }
        _ = back.take(" ")
        return opensText && back.takeNumber() == number - 1 && back.byte == 0x20
    }

    private static var longestLine: Int { 300 }

    /// Takes `(250, 250a)` or `(nr. 408)`, if it holds nothing but numbers.
    mutating func takeParenthesisedNumbers(requiresLabel: Bool) -> NumberList? {
        attempt { cursor in
            cursor.takeSpace()
            guard cursor.take("(") else { return nil }
            cursor.takeSpace()
            guard cursor.takeNumberLabel() != nil || !requiresLabel else { return nil }
            var list = NumberList()
            repeat {
                cursor.takeSpace()
                guard let number = cursor.takePaperNumber(), number.isPossible, !number.isYear else { return nil }
                list.numbers.append(number.spelling)
            } while cursor.take(",")
            guard cursor.take(")") else { return nil }
            list.end = cursor.position
            return list
        }
    }

    /// Whether the number of a page stands here, and nothing else on its line.
    var isBeforePageOfFooter: Bool {
        sees { cursor in
            guard cursor.takeSpace(lineEnds: 0), (1...3).contains(cursor.digitCount) else { return false }
            _ = cursor.takeNumber()
            cursor.takeSpace(lineEnds: 0)
            return cursor.isAtEnd || cursor.byte == 0x0A
        }
    }

    /// Whether the number of a page stands here, with the first word of the next page glued to it: ` 3Vraag 4`.
    var isBeforeGluedPage: Bool {
        sees { cursor in
            guard cursor.takeSpace(lineEnds: 0), (1...3).contains(cursor.digitCount) else { return false }
            _ = cursor.takeNumber()
            return cursor.byte.isUpper && cursor[1].isLower
        }
    }

    /// Whether a word of running text follows, which shows that the number before it counts something.
    var isBeforePlainWord: Bool {
        sees {
            $0.takeSpace() && $0.byte.isLower && $0.takeNumberLabel() == nil
                && !$0.takeWord(Words.behindDossier)
        }
    }

    /// Whether the text ends within a citation that starts at `start`, and something announces a number.
    ///
    /// A label that merely ends a heading or a sentence ("in het Kamerstuk") announces none.
    mutating func isBrokenOff(from start: Int, isPlain: Bool) -> Bool {
        let mark = position
        if (1...4).contains(digitCount), let number = takeNumber() {
            let end = position
            takeSpace(lineEnds: 1)
            if digitCount < 3 { _ = takeNumber() }
            let hasDigits = position
            takeSpace()
            guard isAtEnd, !(1800...2099).contains(number) else {
                position = mark
                return false
            }
            position = max(end, hasDigits)
            return true
        }
        guard isAtEnd else { return false }
        var label = self
        label.position = start
        if label.starts(with: "bijlage") { return true }
        if !isPlain { return true }
        label.retreatOverSpace()
        return label.position == 0 ? false : "(,;:".utf8.contains(label[-1])
    }
}
