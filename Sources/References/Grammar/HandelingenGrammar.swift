/// Handelingen, the verbatim reports, and their Aanhangsel, which holds written questions with their answers.
///
/// Since 2011 a report is cited by sitting and item (`Handelingen II 2019/20, nr. 46, item 31`), which is also its id.
/// Before, it is cited by page; the ids of that time hold pages that no citation names, so that a target is partial.
/// Aanwijzingen voor de regelgeving 3.43.
enum HandelingenGrammar {
    /// Reads on behind `Handelingen`.
    static func recognise(_ cursor: inout ByteCursor, from start: Int) -> Recognition? {
        guard let head = takeHead(&cursor) else { return nil }
        // Without a chamber the word may be a common noun: "medische handelingen 2020-2021, 12 stuks".
        if head.warnings == [.chamberAssumed], head.label == nil || cursor.bytes[start].isLower { return nil }
        var found = Recognition(
            range: start..<cursor.position, kind: .handelingen, warnings: head.warnings, sessionYear: head.year)
        if head.isAanhangsel { return readQuestions(&cursor, from: start, head: head) }
        guard cursor.byte.isDigit else { return damaged(&cursor, head: head, found: found) }
        if head.isPaged { return readMeetingPage(&cursor, head: head, found: found) }
        // Pages, which are no id: `Handelingen TK 1997–1998, 6368–6375`.
        if head.label == nil, cursor.digitCount > 3 { return nil }
        guard var sitting = takeSitting(&cursor) else { return nil }
        if head.label == nil, sitting.items == nil, let item = cursor.attempt(takeBareItem) {
            sitting = Sitting(number: sitting.number, items: item, end: item.end)
        }
        found.add(sitting, of: "h-\(head.chamber.rawValue)-\(head.year.compact)")
        var year = head.year
        while let next = cursor.attempt({ cursor -> Sitting? in
            let next = takeFurtherSitting(&cursor, of: &year, needsLabel: head.label == .one)
            // Behind an item, "en nr. 12 van de bijlage" is no sitting.
            return next?.items == nil && sitting.items != nil ? nil : next
        }) {
            found.add(next, of: "h-\(head.chamber.rawValue)-\(year.compact)")
        }
        cursor.position = found.range.upperBound
        return found
    }

    /// One sitting of a session year, and what of it is cited.
    fileprivate struct Sitting {
        let number: Int
        /// nil if the sitting is named as a whole.
        let items: NumberList?
        let end: Int
    }

    /// Reads `45-2712`, a page of a meeting, by which Handelingen of 1990 to 2010 were cited.
    private static func readMeetingPage(_ cursor: inout ByteCursor, head: Head, found: Recognition) -> Recognition? {
        guard let number = cursor.takeNumber(), cursor.takeDash(), cursor.takeNumber() != nil else { return nil }
        var found = found
        found.add(
            Sitting(number: number, items: nil, end: cursor.position),
            of: "h-\(head.chamber.rawValue)-\(head.year.compact)")
        return found
    }

    /// Takes the item behind a sitting, both without a label: `, 31` of `Handelingen II 2019/20, 46, 31`. A third number shows
    /// a list of sittings.
    private static func takeBareItem(_ cursor: inout ByteCursor) -> NumberList? {
        guard cursor.take(",") else { return nil }
        cursor.takeSpace(lineEnds: 1)
        guard (1...3).contains(cursor.digitCount), let item = cursor.takeNumber(), item > 0,
            cursor.isBeforeEndOfCitation, !cursor.sees({ $0.takeListSeparator() && $0.byte.isDigit })
        else { return nil }
        return NumberList(numbers: ["\(item)"], end: cursor.position)
    }

    /// Takes `46e vergadering`; gives the number.
    private static func takeOrdinal(_ cursor: inout ByteCursor) -> Int? {
        guard (1...3).contains(cursor.digitCount), let number = cursor.takeNumber(),
            cursor.takeWord("e") || cursor.takeWord("ste") || cursor.takeWord("de"), cursor.takeSpace(),
            cursor.takeWord("vergadering")
        else { return nil }
        return number
    }

    private static func takeSitting(_ cursor: inout ByteCursor) -> Sitting? {
        if let number = cursor.attempt(takeOrdinal) {
            let end = cursor.position
            let items = takeItems(&cursor)
            return Sitting(number: number, items: items, end: items?.end ?? end)
        }
        guard let sitting = cursor.takePaperNumber(letters: false), let number = sitting.value, sitting.isPossible,
            !sitting.isYear, !cursor.isBeforeMonth
        else { return nil }
        let end = cursor.position
        // `36–1624` is a page of the sitting.
        if cursor.sees({ $0.takeDash() && $0.digitCount == 4 }) { return Sitting(number: number, items: nil, end: end) }
        var items = takeItems(&cursor)
        while let further = items == nil ? nil : cursor.attempt(takeFurtherItems) {
            items?.numbers += further.numbers
            items?.end = further.end
        }
        return Sitting(number: number, items: items, end: items?.end ?? end)
    }

    /// Takes `, p. 3 en item 32`.
    private static func takeFurtherItems(_ cursor: inout ByteCursor) -> NumberList? {
        cursor.takePages()
        cursor.takeSpace()
        guard cursor.takeWord(Words.and) else { return nil }
        return takeItems(&cursor)
    }

    /// Takes ` en nr. 47, item 3`, `; 2020/21, nr. 5, item 2`; the session year goes on until another is named.
    private static func takeFurtherSitting(
        _ cursor: inout ByteCursor, of year: inout SessionYear, needsLabel: Bool
    ) -> Sitting? {
        cursor.takePages()
        cursor.takeSpace()
        let hasSign = cursor.take(",") || cursor.take(";")
        cursor.takeSpace()
        guard cursor.takeWord(Words.and) || hasSign else { return nil }
        cursor.takeSpace()
        let named = cursor.takeSessionYear()
        if named != nil { _ = cursor.takeListSeparator() }
        guard cursor.takeNumberLabel() != nil || (!needsLabel && named == nil), let sitting = takeSitting(&cursor)
        else {
            return nil
        }
        year = named ?? year
        return sitting
    }

    /// Reads on behind `Aanhangsel`.
    ///
    /// - Parameters:
    ///   - chamber: one that stands before the word.
    ///   - year: a session year that does.
    static func recogniseAanhangsel(
        _ cursor: inout ByteCursor, from start: Int, chamber: Chamber? = nil, year: SessionYear? = nil
    ) -> Recognition? {
        cursor.takeSpace()
        _ = cursor.takeDash() || cursor.take(")")
        _ =
            cursor.takeTwoWords("van", "de") || cursor.takeTwoWords("bij", "de") || cursor.takeTwoWords("tot", "de")
            || cursor.takeWord(["der", "van"])
        cursor.takeSpace()
        if cursor.take("(der)") { cursor.takeSpace() }
        _ = cursor.takeWord(["handelingen", "hand."])
        guard let head = takeHead(&cursor, chamber, year) else { return nil }
        return readQuestions(&cursor, from: start, head: head)
    }

    /// Reads the numbers of written questions behind what names their session year.
    private static func readQuestions(_ cursor: inout ByteCursor, from start: Int, head: Head) -> Recognition? {
        var found = Recognition(
            range: start..<cursor.position, kind: .aanhangsel, warnings: head.warnings, sessionYear: head.year)
        guard let list = cursor.takeNumberList(head.label ?? .one, letters: false) else {
            return damaged(&cursor, head: head, found: found)
        }
        found.targets = list.numbers.map {
            PaperID(canonical: "ah-\(head.chamber.rawValue)-\(head.year.compact)-\($0)")
        }
        found.warnings += list.warnings
        found.range = start..<list.end
        while let further = cursor.attempt({ takeFurtherQuestions(&$0) }) {
            found.targets += further.numbers.numbers.map {
                PaperID(canonical: "ah-\(head.chamber.rawValue)-\(further.year.compact)-\($0)")
            }
            found.range = start..<further.numbers.end
        }
        cursor.position = found.range.upperBound
        return found
    }

    /// Takes ` en 2015/16, nr. 12`.
    private static func takeFurtherQuestions(_ cursor: inout ByteCursor) -> (numbers: NumberList, year: SessionYear)? {
        cursor.takeSpace()
        let hasSign = cursor.take(",") || cursor.take(";")
        cursor.takeSpace()
        guard cursor.takeWord(Words.and) || hasSign else { return nil }
        cursor.takeSpace()
        guard let year = cursor.takeSessionYear(), cursor.takeListSeparator(), let label = cursor.takeNumberLabel(),
            let numbers = cursor.takeNumberList(label, letters: false)
        else { return nil }
        return (numbers, year)
    }

    private struct Head {
        var chamber = Chamber.tweedeKamer
        var year: SessionYear
        var label: NumberLabel?
        /// `Aanhangsel` stands behind the session year.
        var isAanhangsel = false
        /// `blz.` stands before a meeting and its page.
        var isPaged = false
        var warnings: [Reference.Warning] = []
    }

    /// Takes chamber, session year, a dossier and `nr.`, up to the number.
    private static func takeHead(
        _ cursor: inout ByteCursor, _ chamber: Chamber? = nil, _ year: SessionYear? = nil
    ) -> Head? {
        let isYearBefore = year != nil
        var (chamber, year) = (chamber, year)
        for _ in 0..<12 where year == nil {
            cursor.takeSpace()
            if cursor.take(",") || cursor.takeEmphasis() || cursor.takeSessionYearLabel()
                || cursor.takeTwoWords("der", "staten-generaal")
            {
                continue
            }
            if cursor.takeTwoWords("der", "kamer") || cursor.takeTwoWords("van", "de")
                || cursor.takeWord(["der", "van"])
            {
                continue
            }
            if let taken = cursor.takeChamber() {
                chamber = taken
            } else {
                year = cursor.takeSessionYear() ?? cursor.takeDate().map(SessionYear.init(of:))
            }
        }
        guard let year else { return nil }
        var head = Head(year: year)
        if let chamber { head.chamber = chamber } else { head.warnings = [.chamberAssumed] }
        let hasSeparator = cursor.takeListSeparator() || isYearBefore
        if cursor.takeWord("aanhangsel") {
            head.isAanhangsel = true
            _ = cursor.takeListSeparator()
        }
        _ = cursor.attempt { cursor in
            cursor.takeDossierNumber(.unlabelled) != nil && cursor.takeListSeparator() ? true : nil
        }
        head.label = cursor.takeNumberLabel()
        head.isPaged =
            head.label == nil && year.first >= firstYearOfMeetingPages && cursor.attempt(takePageLabel) != nil
        guard
            head.label != nil || head.isPaged || (hasSeparator && (1...4).contains(cursor.digitCount)) || cursor.isAtEnd
        else {
            return nil
        }
        return head
    }

    /// Pages of older sessions name no meeting for certain.
    private static let firstYearOfMeetingPages = 1990

    /// Takes the `blz. ` of `blz. 45-2712`.
    private static func takePageLabel(_ cursor: inout ByteCursor) -> Bool? {
        guard cursor.takeWord(Words.pages) else { return nil }
        _ = cursor.take(".")
        cursor.takeSpace()
        let isMeetingPage = cursor.sees { cursor in
            guard (1...3).contains(cursor.digitCount), cursor.takeNumber() != nil, cursor.takeDash() else {
                return false
            }
            return (1...4).contains(cursor.digitCount)
        }
        return isMeetingPage ? true : nil
    }

    /// Takes `, item 31`, `, items 3 en 5`, `-31`.
    private static func takeItems(_ cursor: inout ByteCursor) -> NumberList? {
        cursor.attempt { cursor in
            if cursor.take("-"), (1...3).contains(cursor.digitCount), let item = cursor.takeNumber() {
                return NumberList(numbers: ["\(item)"], end: cursor.position)
            }
            cursor.takeSpace()
            _ = cursor.take(",") || cursor.take(";")
            cursor.takeSpace()
            let label: NumberLabel
            if cursor.takeWord("items") {
                label = .several
            } else if cursor.takeWord(["item", "itemnr", "itemnummer"]) {
                label = .one
            } else {
                return nil
            }
            _ = cursor.take(".")
            cursor.takeSpace()
            _ = cursor.takeNumberLabel()
            return cursor.takeNumberRun(label, letters: false)
        }
    }

    /// A session year, and then the end of the text or a placeholder where the number belongs.
    private static func damaged(_ cursor: inout ByteCursor, head: Head, found: Recognition) -> Recognition? {
        var found = found
        var end = cursor.position
        if head.label != nil, cursor.takePlaceholder() {
            end = cursor.position
            found.warnings.append(.placeholder)
        } else if cursor.isAtEnd || head.label != nil {
            found.warnings.append(.truncated)
        } else {
            return nil
        }
        while end > found.range.lowerBound, cursor.bytes[end - 1] <= 0x20 { end -= 1 }
        found.range = found.range.lowerBound..<end
        found.confidence = Confidence.damaged
        return found
    }
}

extension Recognition {
    /// Adds a sitting of the session year that a prefix names.
    fileprivate mutating func add(_ sitting: HandelingenGrammar.Sitting, of prefix: String) {
        range = range.lowerBound..<sitting.end
        let id = "\(prefix)-\(sitting.number)"
        guard let items = sitting.items else {
            targets.append(PaperID(canonical: id))
            if !warnings.contains(.partial) { warnings.append(.partial) }
            confidence = Confidence.partial
            return
        }
        targets += items.numbers.map { PaperID(canonical: "\(id)-\($0)") }
        warnings += items.warnings.filter { !warnings.contains($0) }
    }
}
