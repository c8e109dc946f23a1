/// Words that stand for a paper named elsewhere: `Idem`, `zie noot 3`, `t.a.p.`, `genoemde brief`.
struct ShortForm {
    enum Meaning: Equatable {
        /// `Idem`: the reference before.
        case again
        /// `Idem, nr. 388`: another paper of the dossier before it.
        case sibling(String)
        /// `t.a.p.`, `a.w.`: the one paper of this note so far, or else of the notes before.
        case sameWork
        /// `zie noot 3`: what a note names.
        case note(Int)
        /// `genoemde brief`: the one paper that the paragraph has named so far.
        case described
        /// A name that the text itself has given to a paper.
        case named([PaperID])
    }

    var range: Range<Int>
    var meaning: Meaning

    /// Reads at a cue word.
    static func take(_ cursor: inout ByteCursor) -> ShortForm? {
        let start = cursor.position
        let meaning: Meaning?
        switch cursor.byte | 0x20 {
        case UInt8(ascii: "i"), UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "r"): meaning = takeAgain(&cursor)
        case UInt8(ascii: "z"): meaning = takeNote(&cursor)
        default: meaning = takeDescription(&cursor)
        }
        return meaning.map { ShortForm(range: start..<cursor.position, meaning: $0) }
    }

    /// Takes `idem`, `ibid.`, `t.a.p.`, `a.w.`, `reeds aangehaald`, where a part of the text begins; with a note
    /// behind them, that note decides.
    private static func takeAgain(_ cursor: inout ByteCursor) -> Meaning? {
        guard cursor.opensPart || cursor.isBehindNoteLabel else { return nil }
        var meaning = Meaning.again
        if cursor.takeWord(["idem", "ibidem", "ibid"]) {
            if cursor[-1] | 0x20 == UInt8(ascii: "d") { _ = cursor.take(".") }
        } else if cursor.take("t.a.p") || cursor.take("a.w") {
            guard cursor.take(".") || !cursor.byte.isLetterOrDigit else { return nil }
            meaning = .sameWork
        } else {
            meaning = .sameWork
            guard cursor.takeTwoWords("reeds", "aangehaald") else { return nil }
        }
        if meaning == .again, let number = cursor.attempt(takeSibling) { return .sibling(number) }
        let note = cursor.attempt { cursor -> Int? in
            cursor.takeSpace(lineEnds: 1)
            let isSet = cursor.take("(") || cursor.take(",")
            cursor.takeSpace(lineEnds: 1)
            guard isSet, let note = cursor.takeNoteNumber() else { return nil }
            _ = cursor.take(")")
            return note
        }
        return note.map { .note($0) } ?? meaning
    }

    /// Takes `, nr. 388`.
    private static func takeSibling(_ cursor: inout ByteCursor) -> String? {
        _ = cursor.take(",")
        cursor.takeSpace(lineEnds: 1)
        guard cursor.takeWord("nr"), cursor.take(".") else { return nil }
        cursor.takeSpace(lineEnds: 1)
        guard let number = cursor.takePaperNumber(), number.isPossible, !cursor.byte.isLetterOrDigit else { return nil }
        return number.spelling
    }

    /// Takes `zie noot 3`, `zie hierna, noot 12`.
    private static func takeNote(_ cursor: inout ByteCursor) -> Meaning? {
        guard cursor.takeWord("zie"), cursor.takeSpace() else { return nil }
        if cursor.takeWord(["ook", "hiervoor", "hierboven", "hierna", "eerder", "verder"]) {
            _ = cursor.take(",") || cursor.take(":")
            cursor.takeSpace()
        }
        return cursor.takeNoteNumber().map { .note($0) }
    }

    /// Takes `genoemde brief`, `bovengenoemde motie`.
    private static func takeDescription(_ cursor: inout ByteCursor) -> Meaning? {
        guard
            cursor.takeWord([
                "genoemde", "eerdergenoemde", "bovengenoemde", "voornoemde", "hogergenoemde", "laatstgenoemde",
            ]), cursor.takeSpace(),
            cursor.takeWord(["brief", "kamerbrief", "verzamelbrief", "motie", "amendement", "nota"])
        else { return nil }
        return .described
    }

    /// First letters of the cue words, for the scanner.
    static let cues = [
        "idem", "ibid", "zie", "t.a.p", "a.w", "reeds aa", "genoemde", "eerdergenoemde", "bovengenoemde", "voornoemde",
        "hogergenoemde", "laatstgenoemde",
    ]
}

extension ByteCursor {
    /// Takes `noot 3`, `voetnoot 3`.
    fileprivate mutating func takeNoteNumber() -> Int? {
        guard takeWord(["noot", "voetnoot", "eindnoot"]), takeSpace(), digitCount <= 3 else { return nil }
        return takeNumber()
    }

    /// Whether a part of the text begins here, read backward over white space and digits: behind the start, a line end,
    /// `;`, `(`, `:`, `zie` or `vgl.`.
    fileprivate var opensPart: Bool {
        var back = self
        while back.position > 0, position - back.position <= 40 {
            let byte = back[-1]
            if "\n;(:".utf8.contains(byte) { return true }
            guard byte <= 0x20 || byte.isDigit else { return back.retreat(over: "zie") || back.retreat(over: "vgl.") }
            back.position -= 1
        }
        return back.position == 0
    }
}
