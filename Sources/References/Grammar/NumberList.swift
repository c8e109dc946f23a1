/// The numbers of papers behind a dossier, as far as one label reaches.
struct NumberList: Equatable {
    /// In the order of the text: `["386", "388"]`, `["AA"]`, `["42e"]`.
    var numbers: [String] = []
    var warnings: [Reference.Warning] = []
    /// End of the last number.
    var end = 0
}

/// The word before a number.
enum NumberLabel {
    /// `nr.`, `nummer`.
    case one
    /// `nrs.`, `nummers`: everything up to the end of the list is a number.
    case several
}

extension ByteCursor {
    /// Takes `nr.`, `nrs.`, `nummer` and the like, with the space behind it.
    mutating func takeNumberLabel() -> NumberLabel? {
        attempt { cursor in
            let label: NumberLabel
            if cursor.takeWord("nr") {
                label = .one
            } else if cursor.takeWord(Words.numbers) {
                label = .several
            } else if cursor.takeWord(Words.number)
                || (cursor.starts(with: "no.") && cursor.take("no")) || cursor.takeDegree()
            {
                label = .one
            } else {
                return nil
            }
            let hasDot = cursor.take(".") || cursor.take(" .")
            let hasColon = cursor.take(":")
            let hasSpace = cursor.takeSpace()
            cursor.takeEmphasis()
            return hasDot || hasColon || hasSpace || cursor.byte.isDigit || cursor.isAtEnd ? label : nil
        }
    }

    /// Takes the numbers that one label reaches: `386, 388 en 395` behind `nrs.`.
    ///
    /// - Returns: nil if no number stands here.
    mutating func takeNumberRun(_ label: NumberLabel, letters: Bool = true) -> NumberList? {
        var list = NumberList()
        return takeNumberRun(label, letters: letters, into: &list) ? list : nil
    }

    /// Begin pages, remarks, signs and words before another label.
    private static let beforeFurtherLabel = SignSet(",;/&(opbearvd")
    private static let beforeFurtherNumber = SignSet(",&/ear(")
    /// Begin what joins the ends of a range, beside dashes.
    private static let beforeRangeEnd = SignSet("-t.")
    private static let beforePages = SignSet(",opb")

    /// Takes the numbers behind `nr.` or `nrs.`, with the pages named in between: `nr. 4, p. 12 en 13, en nr. 6`.
    ///
    /// - Returns: nil if no number stands here.
    mutating func takeNumberList(_ label: NumberLabel, letters: Bool = true) -> NumberList? {
        guard var list = takeNumberRun(label, letters: letters) else { return nil }
        while mayContinue(with: Self.beforeFurtherLabel),
            let next = attempt({ cursor -> NumberLabel? in
                cursor.takeAsides()
                cursor.takeSpace()
                let hasSeparator = cursor.take(",") || cursor.take(";") || cursor.take("/") || cursor.take("&")
                cursor.takeSpace()
                let hasWord = cursor.takeWord(Words.and)
                guard hasSeparator || hasWord else { return nil }
                cursor.takeSpace()
                guard let label = cursor.takeNumberLabel() else { return nil }
                return cursor.sees { $0.takePaperNumber(letters: letters) != nil } ? label : nil
            })
        {
            guard takeNumberRun(next, letters: letters, into: &list) else { break }
        }
        position = list.end
        return list
    }

    /// Takes numbers joined by commas, `en` and dashes: `386, 388 en 395`, `1–3`.
    private mutating func takeNumberRun(_ label: NumberLabel, letters: Bool, into list: inout NumberList) -> Bool {
        guard let first = takePaperNumber(letters: letters) else { return false }
        append(first, to: &list)
        takeRange(from: first, into: &list)
        list.end = position
        let afterFirst = (numbers: list.numbers.count, warnings: list.warnings.count, end: list.end)
        var closed = afterFirst
        var isEnding = false
        let isLong = label == .several && list.numbers.count > 1
        while mayContinue(with: Self.beforeFurtherNumber),
            let next = attempt({ cursor -> PaperNumber? in
                if label == .several { cursor.takeRemark() }
                cursor.takeSpace()
                let hasSign = cursor.take(",") || cursor.take("&") || cursor.take("/")
                if hasSign { cursor.takeSpace() }
                let hasWord = cursor.takeWord(Words.and)
                guard hasSign || hasWord else { return nil }
                cursor.takeSpace()
                guard !cursor.sees({ $0.takeDossierNumber(.unlabelled) != nil }) else { return nil }
                guard !cursor.sees({ $0.takeSessionYear(lenient: true) != nil }) else { return nil }
                // Numbers and letters do not mix: XV is no number in "nr. 3 en XV, nr. 4".
                guard let number = cursor.takePaperNumber(letters: letters), !number.isYear,
                    number.isPossible || number.isMisread, (number.value == nil) == (first.value == nil)
                else { return nil }
                // Behind the last number stands no other: "nrs. 3 en 4, 200 scholen deden mee".
                let isLast = isEnding || isLong || list.numbers.count > afterFirst.numbers
                if label == .several, isLast, cursor.isBeforeNoun { return nil }
                isEnding = isEnding || hasWord
                if number.value == nil, cursor.isInitial { return nil }
                return cursor.goesOnAsAmount(number) || cursor.isBeforeMonth ? nil : number
            })
        {
            append(next, to: &list)
            takeRange(from: next, into: &list)
            list.end = position
            if label == .one, isBeforeEndOfList { closed = (list.numbers.count, list.warnings.count, list.end) }
        }
        // One `nr.` reaches as far as the list visibly ends: "nr. 391 en 3 scholen" names one paper.
        if label == .one, list.end != closed.end {
            list.numbers.removeLast(list.numbers.count - closed.numbers)
            list.warnings.removeLast(list.warnings.count - closed.warnings)
            list.end = closed.end
            position = list.end
        }
        return true
    }

    private func append(_ number: PaperNumber, to list: inout NumberList) {
        if number.isPossible || number.isMisread { list.numbers.append(number.spelling) }
        let warning: Reference.Warning? = number.isMisread ? .misread : number.isPossible ? nil : .impossible
        if let warning, !list.warnings.contains(warning) { list.warnings.append(warning) }
    }

    /// Takes the rest of a range, and lists what lies between; at most 50 papers.
    private mutating func takeRange(from first: PaperNumber, into list: inout NumberList) {
        guard let low = first.value else { return takeLetterRange(from: first, into: &list) }
        guard first.isPossible, mayContinue(with: Self.beforeRangeEnd) else { return }
        let high = attempt { cursor -> Int? in
            cursor.takeSpace(lineEnds: 1)
            guard cursor.takeDash() || cursor.take("t/m") || cursor.takeUpToAndIncluding() || cursor.takeEllipsis()
            else { return nil }
            cursor.takeSpace(lineEnds: 1)
            guard (1...4).contains(cursor.digitCount), let high = cursor.takeNumber(), high > low else { return nil }
            return cursor.byte.isDigit || cursor.byte.isLower ? nil : high
        }
        // `nr. 391-2020` has a year behind it.
        guard let high, !(1900...2099).contains(high) || low >= 1500 else { return }
        let last = min(high, low + 49)
        list.numbers += (low + 1...last).map(String.init)
        if last < high, !list.warnings.contains(.rangeCut) { list.warnings.append(.rangeCut) }
    }

    /// Takes `-D` of `B-D`, and lists what lies between.
    private mutating func takeLetterRange(from first: PaperNumber, into list: inout NumberList) {
        guard first.spelling.utf8.count == 1, let low = first.spelling.utf8.first else { return }
        let high = attempt { cursor -> UInt8? in
            let isJoined = cursor.takeDash()
            if !isJoined {
                cursor.takeSpace(lineEnds: 1)
                guard cursor.take("t/m") || cursor.takeUpToAndIncluding() else { return nil }
                cursor.takeSpace(lineEnds: 1)
            }
            guard cursor.capitalCount == 1, cursor.byte > low else {
                return nil
            }
            cursor.position += 1
            return cursor.byte.isLetterOrDigit ? nil : cursor[-1]
        }
        guard let high else { return }
        list.numbers += (low + 1...high).map { String(UnicodeScalar($0)) }
    }

    private mutating func takeEllipsis() -> Bool { takeUpper("…") || takeUpper("...") }
}

extension ByteCursor {
    /// Takes pages behind a comma or space: `, p. 12 en 13`, ` pag 2-3`, `, blz. 19–20`.
    @discardableResult
    mutating func takePages() -> Bool {
        guard mayContinue(with: Self.beforePages) else { return false }
        return attempt { cursor -> Bool? in
            cursor.takeSpace()
            if cursor.take(",") { cursor.takeSpace() }
            if cursor.takeWord("op") { cursor.takeSpace() }
            guard cursor.takeWord(Words.pages) else { return nil }
            _ = cursor.take(".")
            cursor.takeSpace()
            guard cursor.takeNumber() != nil else { return nil }
            while cursor.sees({ $0.takeMorePages() }), cursor.takeMorePages() {}
            return true
        } ?? false
    }

    private mutating func takeMorePages() -> Bool {
        takeSpace()
        guard takeDash() || take(",") || takeWord("en") else { return false }
        takeSpace()
        return takeNumber() != nil
    }

    /// Whether the citation ends here: the text does, or a sign closes it, or pages follow.
    var isBeforeEndOfCitation: Bool {
        if isAtEnd || byte == 0x0A || byte == 0x0D { return true }
        if ")],;.:".utf8.contains(byte) || starts(with: "»") { return true }
        return sees { $0.takePages() } || sees { $0.takeSpace() && ($0.isAtEnd || $0.byte == UInt8(ascii: ")")) }
    }

    /// Whether the name of a month stands behind the space here, so that the number before it is a day.
    var isBeforeMonth: Bool {
        sees { cursor in
            guard cursor.takeSpace() else { return false }
            return cursor.takeWord(Words.months)
        }
    }

    /// Takes what stands where a number is still to be filled in: `[xxx]`, `XXX`, `…`, `PM`.
    mutating func takePlaceholder() -> Bool {
        if byte.isDigit { return false }
        return attempt { cursor -> Bool? in
            if cursor.take("[") {
                for _ in 0..<16 {
                    if cursor.take("]") { return true }
                    if cursor.isAtEnd { return nil }
                    cursor.position += 1
                }
                return nil
            }
            if cursor.takeWord(Words.placeholders) { return true }
            if cursor.take("…") || cursor.take("...") || cursor.take("??") { return true }
            guard cursor.take("__") else { return nil }
            while cursor.take("_") {}
            return true
        } ?? false
    }
}

extension ByteCursor {
    /// Takes `n°`, as old gazettes print it, with either of the signs that look so.
    fileprivate mutating func takeDegree() -> Bool {
        takeUpper("n°") || takeUpper("nº") || takeUpper("N°") || takeUpper("Nº")
    }

    /// Takes `tot en met`, with any white space between its words.
    fileprivate mutating func takeUpToAndIncluding() -> Bool {
        attempt { cursor in
            cursor.takeWord("tot") && cursor.takeSpace() && cursor.takeTwoWords("en", "met") ? true : nil
        }
            ?? false
    }
}
