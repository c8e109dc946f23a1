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
        guard cursor.isAtLineStart, let dossier = takeDossier(&cursor), cursor.byte.isUpper else { return nil }
        var also: [DossierName] = []
        for _ in 0..<lineLimit {
            guard takeLine(&cursor) else { return nil }
            if let number = takeNumber(&cursor) {
                return Recognition(
                    range: start..<cursor.position, kind: .kamerstuk, targets: [PaperID(dossier, number.spelling)],
                    alsoDossiers: also.map(\.spelling), relation: .own)
            }
            if let further = cursor.attempt(takeDossier) { also.append(further) }
        }
        return nil
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
    /// alone below an empty line.
    private static func takeNumber(_ cursor: inout ByteCursor) -> PaperNumber? {
        let isBelowEmptyLine = cursor[-1] == 0x0A && cursor[-2] == 0x0A
        return cursor.attempt { cursor in
            let isOfTweedeKamer = (cursor.takeUpper("Nr.") || cursor.takeUpper("nr.")) && cursor.takeSpace()
            guard isOfTweedeKamer || (1...2).contains(cursor.capitalCount),
                let number = cursor.takePaperNumber(), number.isPossible, (number.value != nil) == isOfTweedeKamer,
                cursor.sees(takeKindOfPaper) || (isOfTweedeKamer && isBelowEmptyLine && cursor.isAtLineEnd)
            else { return nil }
            return number
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
