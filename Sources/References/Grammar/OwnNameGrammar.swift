/// Where a paper names itself: the head of its first page, and the feet of its pages.
enum OwnNameGrammar {
    /// Bytes of a line of a dossier's title at most.
    private static let titleLimit = 300
    /// Lines of the titles of all dossiers of a paper at most.
    private static let lineLimit = 6

    /// Reads `31 497 Passend onderwijs`, and below it `Nr. 440 BRIEF VAN DE MINISTER`, from the dossier on.
    ///
    /// A paper of several dossiers has a line for each, and is named by the first.
    static func recogniseHead(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor.isAtLineStart, let dossier = takeDossier(&cursor) else { return nil }
        let isBelowChamber = ByteCursor(cursor.bytes, at: start).isBelowChamberOrSession
        var also: [DossierName] = []
        // Numbers may stand below each other before their titles.
        while also.count < lineLimit, cursor.isAtLineStart, let further = cursor.attempt(takeDossier) {
            also.append(further)
        }
        guard cursor.byte.isUpper || cursor.starts(with: "nr.") else { return nil }
        // A head may have no title.
        var number = cursor.isAtLineStart ? takeNumber(&cursor, isBelowChamber: isBelowChamber) : nil
        for _ in 0..<lineLimit where number == nil {
            guard takeLine(&cursor) else { return nil }
            number = takeNumber(&cursor, isBelowChamber: isBelowChamber)
            if number == nil, let further = cursor.attempt(takeDossier) { also.append(further) }
        }
        return number.map { number in
            Recognition(
                range: start..<cursor.position, kind: .kamerstuk, targets: [PaperID(dossier, number.spelling)],
                alsoDossiers: also.map(\.spelling), relation: .own)
        }
    }

    /// Reads on behind the chamber of a head: `der Staten-Generaal`, and on lines of their own the session, and the dossier
    /// with what is below it.
    static func recogniseHeadOfChamber(_ cursor: inout ByteCursor) -> Recognition? {
        cursor.takeSpace()
        if cursor.takeTwoWords("der", "staten-generaal") { cursor.takeSpace() }
        if cursor.takeSessionYearLabel() { cursor.takeSpace() }
        guard cursor.takeSessionYear() != nil, cursor.takeSpace() else { return nil }
        return recogniseHead(&cursor)
    }

    /// Takes a dossier alone on its line, an empty line and `Nr. 12`.
    static func takeDossierAlone(_ cursor: inout ByteCursor) -> Bool {
        guard takeDossier(&cursor) != nil, cursor[-1] == 0x0A, cursor[-2] == 0x0A else { return false }
        return cursor.takeNumberLabel() != nil
    }

    /// Takes a dossier and the space, or line end, before its title.
    private static func takeDossier(_ cursor: inout ByteCursor) -> DossierName? {
        guard var dossier = cursor.takeRomanDossier() ?? cursor.takeDossierNumber(.unlabelled) else { return nil }
        cursor.takeSuffix(of: &dossier)
        if dossier.suffix == nil, let fund = cursor.attempt(takeFund) { dossier.suffix = fund }
        return cursor.takeSpace(lineEnds: 2) ? dossier : nil
    }

    /// Takes the letter of a fund, ` H` of `34 475 H Jaarverslag en slotwet BES-fonds 2015`.
    private static func takeFund(_ cursor: inout ByteCursor) -> String? {
        guard cursor.takeSpace(lineEnds: 0), cursor.capitalCount == 1 else { return nil }
        cursor.position += 1
        let isFollowed = cursor.byte == 0x20 && cursor[1].isUpper && cursor[2].isLower
        return isFollowed ? cursor.string(cursor.position - 1..<cursor.position) : nil
    }

    /// Takes `Nr. 440`, or the letter of a paper of the Eerste Kamer, if the kind of a paper stands behind it; or `Nr. 440`
    /// alone below an empty line where the text ends, or below a dossier that chamber or session stands above.
    private static func takeNumber(_ cursor: inout ByteCursor, isBelowChamber: Bool) -> PaperNumber? {
        let isBelowEmptyLine = cursor[-1] == 0x0A && cursor[-2] == 0x0A
        return cursor.attempt { cursor in
            let isOfTweedeKamer = (cursor.takeUpper("Nr.") || cursor.takeUpper("nr.")) && cursor.takeSpace()
            guard isOfTweedeKamer || (1...2).contains(cursor.capitalCount),
                let number = cursor.takePaperNumber(), number.isPossible, (number.value != nil) == isOfTweedeKamer
            else { return nil }
            if cursor.sees(takeKindOfPaper) { return number }
            guard isOfTweedeKamer, isBelowEmptyLine, cursor.isAtLineEnd else { return nil }
            return isBelowChamber || cursor.isBeforeNothing ? number : nil
        }
    }

    /// Takes the rest of the line and the line ends behind it.
    private static func takeLine(_ cursor: inout ByteCursor) -> Bool {
        var length = 0
        while length < titleLimit, cursor[length] != 0x0A, cursor[length] != 0 { length += 1 }
        guard cursor[length] == 0x0A else { return false }
        cursor.position += length
        return cursor.takeSpace()
    }

    /// Takes `BRIEF`, `HERDRUK1 MOTIE` and their like, in capitals as heads have them.
    private static func takeKindOfPaper(_ cursor: inout ByteCursor) -> Bool {
        guard cursor.takeSpace() else { return false }
        for word in Words.changesInHeads where cursor.takeUpper(word) {
            while cursor.byte.isUpper || cursor.byte.isDigit { cursor.position += 1 }
            cursor.takeSpace()
        }
        return Words.kindsInHeads.contains { cursor.takeUpper($0) && !cursor.byte.isLower }
    }
}

extension ByteCursor {
    var isAtLineStart: Bool { position == 0 || self[-1] == 0x0A }

    /// Whether nothing but spaces stands behind the position on its line.
    fileprivate var isAtLineEnd: Bool {
        sees { cursor in
            cursor.takeSpace(lineEnds: 0)
            return cursor.isAtEnd || cursor.byte == 0x0A
        }
    }

    /// Whether nothing but white space stands behind the position.
    fileprivate var isBeforeNothing: Bool {
        sees { cursor in
            cursor.takeSpace()
            return cursor.isAtEnd
        }
    }

    /// Whether the line above names a chamber or a session, as heads do: `Vergaderjaar 2020–2021`.
    fileprivate var isBelowChamberOrSession: Bool {
        var back = self
        back.retreatOverSpace()
        let end = back.position
        while end - back.position < 80, !back.isAtLineStart { back.position -= 1 }
        guard back.isAtLineStart else { return false }
        return back.takeSessionYearLabel() || back.takeTwoWords("tweede", "kamer")
            || back.takeTwoWords("eerste", "kamer")
    }

    /// Whether the number of a page stands alone on the next line, and nothing else on this one.
    var isBeforePageAlone: Bool { isAtLineEnd && endOfPageAlone(behind: position) != nil }

    /// Whether a page's foot begins the line here, as official papers print it.
    var isFullFoot: Bool {
        isAtLineStart && (starts(with: "tweede kamer, vergaderjaar ") || starts(with: "eerste kamer, vergaderjaar "))
    }

    /// Whether the id that ends here is the paper's own: alone on its line, and below it the ISSN of the series.
    func isBlockOfOwnName(from start: Int) -> Bool {
        guard byte <= 0x20, ByteCursor(bytes, at: start).isAtLineStart else { return false }
        return sees { cursor in
            cursor.takeSpace(lineEnds: 0)
            return cursor.byte == 0x0A && cursor.takeSpace() && cursor.takeUpper("ISSN")
        }
    }

    /// Whether a page's foot begins here: at a line's start, or behind `’s-Gravenhage 2021`.
    var isAtStartOfFoot: Bool {
        if isAtLineStart { return true }
        var back = self
        back.retreatOverSpace()
        for _ in 0..<4 where back[-1].isDigit { back.position -= 1 }
        back.retreatOverSpace()
        return back.position < position && back.retreat(over: "s-gravenhage")
    }
}
