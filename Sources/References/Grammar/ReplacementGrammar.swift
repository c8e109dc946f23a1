/// The paper that another takes the place of, named behind it by its number alone: `nr. 391, t.v.v. nr. 380`, `nr. 451, was
/// nr. 440`.
enum ReplacementGrammar {
    /// Reads on behind a paper.
    ///
    /// - Parameter paper: the one that takes the place.
    static func recognise(_ cursor: inout ByteCursor, behind paper: PaperID?) -> Recognition? {
        guard cursor.byte == UInt8(ascii: ",") || cursor.byte == UInt8(ascii: ";") || cursor.byte <= 0x20 else {
            return nil
        }
        return cursor.attempt { cursor in
            let hasSign = cursor.take(",") || cursor.take(";")
            cursor.takeSpace()
            let isSet = cursor.take("(") || hasSign
            let start = cursor.position
            // "nr. 391 was nr. 3 op de lijst" says something else.
            guard takeWords(&cursor, isSet: isSet), cursor.takeNumberLabel() != nil, let dossier = paper?.dossier,
                let number = cursor.takePaperNumber(), number.isPossible,
                let replaced = PaperID("kst-\(dossier)-\(number.spelling)")
            else { return nil }
            return Recognition(
                range: start..<cursor.position, kind: .kamerstuk, targets: [replaced], relation: .replaces)
        }
    }

    /// Takes `t.v.v.`, `ter vervanging van die gedrukt onder`, `was`.
    private static func takeWords(_ cursor: inout ByteCursor, isSet: Bool) -> Bool {
        let first = cursor.byte | 0x20
        guard first == UInt8(ascii: "t") || first == UInt8(ascii: "w") else { return false }
        if isSet && cursor.takeWord("was") || cursor.take("t.v.v.") || cursor.takeWord("tvv") {
            cursor.takeSpace()
            return true
        }
        guard cursor.takeTwoWords("ter", "vervanging"), cursor.takeSpace(), cursor.takeWord("van"), cursor.takeSpace()
        else { return false }
        if cursor.takeWord("die") || cursor.takeWord("dat") { cursor.takeSpace() }
        if cursor.takeTwoWords("gedrukt", "onder") { cursor.takeSpace() }
        return true
    }

    /// Whether `was` stands before the number of a motion's older version: `Zij krijgt nr. 451, was nr. 440 (31497).`
    static func isBehindWas(_ cursor: ByteCursor) -> Bool {
        var back = cursor
        back.retreatOverSpace()
        return back.retreat(over: "was")
    }

    /// Reads the newer number of such a pair, whose dossier stands behind the older: `nr. 451` of `nr. 451, was nr. 440
    /// (31497)`.
    static func recogniseSpoken(_ cursor: inout ByteCursor, from start: Int) -> Recognition? {
        guard cursor.takeNumberLabel() != nil, let number = cursor.takePaperNumber(letters: false), number.isPossible
        else { return nil }
        let end = cursor.position
        guard cursor.take(","), cursor.takeSpace(lineEnds: 1), cursor.takeWord("was"), cursor.takeSpace(lineEnds: 1),
            cursor.byte | 0x20 == UInt8(ascii: "n"),
            let older = UnlabelledGrammar.recogniseSpoken(&cursor, from: cursor.position),
            let dossier = older.targets.first?.dossier, let paper = PaperID("kst-\(dossier)-\(number.spelling)")
        else { return nil }
        cursor.position = end
        return Recognition(
            range: start..<end, kind: .kamerstuk, targets: [paper], confidence: Confidence.parenthesised)
    }
}
