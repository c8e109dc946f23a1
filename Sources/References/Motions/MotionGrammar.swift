/// Reads `Gewijzigde motie van de leden Vermue en Jasper van Dijk`, `motie-Kwint/Westerveld c.s.`, `amendement Rog`.
enum MotionGrammar {
    /// First letters of the cue words, for the scanner.
    static let cues = ["motie", "amendeme", "subamend", "toezeggi", "amende-", "toezeg-"]

    /// Reads at a cue word.
    static func recognise(_ cursor: inout ByteCursor) -> MotionPhrase? {
        guard !cursor[-1].isLetter else { return nil }
        let word = cursor.position
        let isPlural: Bool
        var kind: Motion.Kind
        if cursor.takeWord(Words.motions) {
            isPlural = true
        } else if cursor.takeWord(Words.motion) {
            isPlural = false
        } else {
            return nil
        }
        switch cursor.bytes[word] | 0x20 {
        case UInt8(ascii: "m"): kind = .motie
        case UInt8(ascii: "a"): kind = .amendement
        case UInt8(ascii: "s"): kind = .subamendement
        default: kind = .toezegging
        }
        let start = takeChanges(before: word, in: cursor, &kind)
        var end = cursor.position
        let movers = takeMovers(&cursor)
        if !movers.names.isEmpty { end = cursor.position }
        // "motie-achtig" is another word.
        if movers.names.isEmpty, cursor.bytes[end...].first == UInt8(ascii: "-"), cursor.isLetter(at: end + 1) {
            return nil
        }
        cursor.position = end
        return MotionPhrase(
            motion: Motion(kind: kind, movers: movers.names, hasOthers: movers.hasOthers), range: start..<end,
            isPlural: isPlural)
    }

    /// Reads `nader gewijzigde` backward from the word; gives where the phrase begins.
    private static func takeChanges(before word: Int, in cursor: ByteCursor, _ kind: inout Motion.Kind) -> Int {
        var back = cursor
        back.position = word
        back.retreatOverSpace()
        guard back.retreat(over: "gewijzigde") || back.retreat(over: "gewijzigd") else { return word }
        var start = back.position
        back.retreatOverSpace()
        let isFurther = back.retreat(over: "nader") || back.retreat(over: "nadere")
        if isFurther { start = back.position }
        switch kind {
        case .motie: kind = isFurther ? .naderGewijzigdeMotie : .gewijzigdeMotie
        case .amendement: kind = isFurther ? .naderGewijzigdAmendement : .gewijzigdAmendement
        default: return word
        }
        return start
    }

    // MARK: - Movers

    static func takeMovers(_ cursor: inout ByteCursor) -> (names: [String], hasOthers: Bool) {
        var isGlued = cursor.takeDash()
        // `motie-` at a line's end, and the name on the next.
        if isGlued, cursor.byte <= 0x20 { cursor.takeSpace(lineEnds: 1) }
        if !isGlued {
            guard cursor.takeSpace(lineEnds: 1) else { return ([], false) }
            isGlued = false
            if cursor.takeTwoWords("is", "voorgesteld") {
                cursor.takeSpace(lineEnds: 1)
                guard cursor.takeWord("door") else { return ([], false) }
                cursor.takeSpace(lineEnds: 1)
            }
            if cursor.takeTwoWords("ingediend", "door") || cursor.takeTwoWords("gedaan", "aan")
                || cursor.takeTwoWords("van", "wantrouwen") || cursor.takeTwoWords("van", "afkeuring")
                || cursor.takeTwoWords("van", "treurnis")
            {
                cursor.takeSpace(lineEnds: 1)
            }
            if cursor.byte.isLower, cursor.takeWord("van") || cursor.takeWord("aan") { cursor.takeSpace(lineEnds: 1) }
            if cursor.byte.isLower, cursor.takeWord("het") || cursor.takeWord("de") { cursor.takeSpace(lineEnds: 1) }
            if cursor.takeWord(Words.members) {
                cursor.takeSpace(lineEnds: 1)
            }
        }
        var names: [String] = []
        var end = cursor.position
        while names.count < 24, let name = takeName(&cursor, isGlued: isGlued) {
            names.append(name)
            end = cursor.position
            guard takeSeparator(&cursor) else { break }
        }
        cursor.position = end
        guard !names.isEmpty else { return ([], false) }
        let hasOthers =
            cursor.attempt { cursor -> Bool? in
                cursor.takeSpace(lineEnds: 1)
                return cursor.takeUpper("c.s.") || cursor.takeUpper("c.s") || cursor.takeUpper("cs.") ? true : nil
            } ?? false
        return (names, hasOthers)
    }

    /// Takes a name: given names, particles, a surname. `Van Meenen`, `Jasper van Dijk`, `Van der Meulen-Eik`, `El Yassini`.
    private static func takeName(_ cursor: inout ByteCursor, isGlued: Bool) -> String? {
        let start = cursor.position
        var end = start
        var words = 0
        while words < 6 {
            let mark = cursor.position
            let isParticle = cursor.takeUpper("'t") || cursor.takeUpper("’t") || cursor.takeParticle()
            if isParticle {
                guard cursor.takeSpace(lineEnds: 1) else { break }
                words += 1
                continue
            }
            guard let letters = cursor.takeNameWord(isGlued: isGlued), letters > 1 || cursor.byte == UInt8(ascii: ".")
            else {
                cursor.position = mark
                break
            }
            _ = letters == 1 && cursor.take(".")
            words += 1
            end = cursor.position
            let gap = cursor.position
            guard cursor.takeSpace(lineEnds: 1), cursor.mayGoOnAsName else {
                cursor.position = gap
                break
            }
        }
        guard end > start else {
            cursor.position = start
            return nil
        }
        cursor.position = end
        let name = cursor.string(start..<end)
        // Mostly the words have single spaces between them already.
        if cursor.isEvenlySpaced(start..<end) { return name }
        return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The movers that stand before a citation in a list of motions: `(Kamerstuk …, nr. 12) en Stoffer (`; none if other
    /// words do.
    static func furtherMovers(in bytes: [UInt8], _ stretch: Range<Int>) -> (names: [String], hasOthers: Bool) {
        let start = bytes[stretch].lastIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? stretch.lowerBound
        var cursor = ByteCursor(bytes, at: start)
        cursor.takeSpace(lineEnds: 1)
        if cursor.take(",") { cursor.takeSpace(lineEnds: 1) }
        if cursor.takeWord("en") { cursor.takeSpace(lineEnds: 1) }
        // The movers are read behind white space, or behind a hyphen: `moties-Kwint (…) en -Rog (…)`.
        if cursor.byte != UInt8(ascii: "-") { cursor.position = max(stretch.lowerBound, cursor.position - 1) }
        let movers = takeMovers(&cursor)
        return cursor.position <= stretch.upperBound ? movers : ([], false)
    }

    /// Takes the party behind a name: ` (CDA)`.
    private static func takeParty(_ cursor: inout ByteCursor) {
        _ = cursor.attempt { cursor -> Bool? in
            guard cursor.takeSpace(lineEnds: 1), cursor.take("(") else { return nil }
            for _ in 0..<16 {
                if cursor.take(")") { return true }
                guard cursor.byte.isLetter || "-/ ".utf8.contains(cursor.byte) || cursor.byte == UInt8(ascii: "6")
                else {
                    return nil
                }
                cursor.position += 1
            }
            return nil
        }
    }

    private static func takeSeparator(_ cursor: inout ByteCursor) -> Bool {
        cursor.attempt { cursor -> Bool? in
            takeParty(&cursor)
            if cursor.take("/") || cursor.takeUpper("–") { return true }
            let hasComma = cursor.take(",")
            guard cursor.takeSpace(lineEnds: 1) else { return nil }
            let hasWord = cursor.takeWord("en") || cursor.take("&")
            if hasWord { cursor.takeSpace(lineEnds: 1) }
            guard hasComma || hasWord else { return nil }
            if cursor.takeTwoWords("het", "lid") || cursor.takeTwoWords("de", "heer") || cursor.takeWord("mevrouw") {
                cursor.takeSpace(lineEnds: 1)
            }
            return true
        } ?? false
    }
}

extension ByteCursor {
    fileprivate func isLetter(at index: Int) -> Bool { index < bytes.count && bytes[index].isLetter }

    /// Whether a stretch has no white space but single spaces; not sure of what lies beyond Latin letters.
    fileprivate func isEvenlySpaced(_ range: Range<Int>) -> Bool {
        var before: UInt8 = 0x20
        for byte in bytes[range] {
            if byte < 0x20 || byte == 0xC2 || byte > 0xC6 || byte == 0x20 && before == 0x20 { return false }
            before = byte
        }
        return before != 0x20
    }

    /// Takes a word that stands between or before the parts of Dutch names.
    fileprivate mutating func takeParticle() -> Bool {
        for word in Words.particles where takeWord(word) {
            // "De" and "Van" must lead on to a name.
            if sees({ $0.takeSpace(lineEnds: 1) && $0.mayGoOnAsName }) { return true }
            position -= word.count
            return false
        }
        return false
    }

    /// Takes a capital and the letters, hyphens and apostrophes behind it; gives how many bytes.
    fileprivate mutating func takeNameWord(isGlued: Bool) -> Int? {
        guard byte.isUpper || byte == 0xC3 else { return nil }
        // Names of chambers, papers and the words that end a phrase are no movers.
        guard !starts(with: "kamer"), !starts(with: "motie"), !starts(with: "tk "), !starts(with: "handelingen") else {
            return nil
        }
        let start = position
        while byte.isLetter || byte >= 0xC3 && byte < 0xE2 || (0x80..<0xC0).contains(byte)
            || byte == UInt8(ascii: "-") && (self[1].isUpper || self[1] == 0xC3)
            || byte == UInt8(ascii: "'") && self[1].isLetter
        {
            position += 1
        }
        return position - start
    }

    /// Whether a capital stands here, or a particle that a name may go on with.
    fileprivate var mayGoOnAsName: Bool {
        if byte.isUpper || byte == 0xC3 { return true }
        return ["van ", "de ", "der ", "den ", "el ", "ter ", "ten ", "'t ", "van\n"].contains { starts(with: $0) }
    }
}
