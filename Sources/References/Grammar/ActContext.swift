/// What stands around the numbers of gazettes, acts and laws, and tells whose they are.
extension ByteCursor {
    /// Whether an adjective of another country stands right before: `Belgisch `, `het Duitse `.
    var isBehindCountry: Bool {
        var back = self
        back.retreatOverSpace()
        guard back.position < position else { return false }
        // `Duitse` has the stem of `Duits`.
        if back[-1] == UInt8(ascii: "e"), Words.countries.contains(where: { back.sees(before: $0, ending: 1) }) {
            return true
        }
        return Words.countries.contains { back.sees(before: $0, ending: 0) }
    }

    private func sees(before word: StaticString, ending: Int) -> Bool {
        starts(with: word, ahead: -word.count - ending) && !self[-word.count - ending - 1].isLetter
    }

    /// Whether a fraction, a time, a percentage or another number goes on behind the number here: `12,5`, `14:00`,
    /// `1.500`, `40%`, `3/4`, `12-jarigen`.
    var isWithinOtherNumber: Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/"): self[1].isDigit
        // Lists have commas without a space, too: `129,131`.
        case UInt8(ascii: ","): self[1].isDigit && !(self[2].isDigit && self[3].isDigit)
        case UInt8(ascii: "-"): self[1].isLetterOrDigit
        case UInt8(ascii: "%"): true
        default: byte.isLetterOrDigit
        }
    }

    /// Whether a sentence goes on behind a number as it does behind a name: ` is`, ` van`.
    var isBeforeFunctionWord: Bool { sees { $0.takeSpace() && $0.takeWord(Words.behindBills) } }

    /// Whether the word behind a number may be a noun that it counts: ` gemeenten`, ` procent`.
    ///
    /// Verbs in the plural look the same; the commonest are no nouns.
    var isBeforeCountedNoun: Bool {
        sees { cursor in
            guard cursor.takeSpace(), cursor.byte.isLower, !cursor.takeWord(Words.behindBills),
                !cursor.takeWord(Words.behindDossier), cursor.takeNumberLabel() == nil
            else { return false }
            if cursor.takeWord(Words.units) { return true }
            while cursor.byte.isLower || cursor.byte >= 0x80 { cursor.position += 1 }
            return cursor[-1] == UInt8(ascii: "s") || cursor[-1] == UInt8(ascii: "n")
        }
    }

    /// Year of the act that the sentence names before a parenthesis here, with its title in between: `de wet van 3 mei
    /// 2010 tot wijziging van de Woningwet `; nil if there is none, or more than one.
    var yearOfActInSentence: Int? {
        var found: Int?
        // Titles of acts are long, but hardly longer.
        let nearest = max(0, position - 400)
        var place = position
        while place > nearest {
            place -= 1
            let byte = bytes[place]
            if isEndOfSentence(place) { break }
            guard byte | 0x20 == UInt8(ascii: "v") else { continue }
            var date = ByteCursor(bytes, at: place)
            guard date.takeWord("van"), date.takeSpace(lineEnds: 1) else { continue }
            if date.takeWord("den") { date.takeSpace(lineEnds: 1) }
            guard let day = date.takeDate(), ByteCursor(bytes, at: place).isBehindAct else { continue }
            guard found == nil else { return nil }
            found = day.year
        }
        return found
    }

    /// Whether a sentence, or the part of it that a gazette's number belongs to, ends at a place before here.
    private func isEndOfSentence(_ place: Int) -> Bool {
        let next = place + 1 < bytes.count ? bytes[place + 1] : 0
        switch bytes[place] {
        case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): return true
        case UInt8(ascii: "."):
            // Abbreviations have a stop, and a small letter or a digit behind it: `nr. 3`, `d.d. 4 mei`.
            guard next <= 0x20, place + 2 < bytes.count else { return false }
            return bytes[place + 2].isUpper || bytes[place + 2] == 0x0A
        case 0x0A: return next == 0x0A
        case UInt8(ascii: "S"), UInt8(ascii: "T"), UInt8(ascii: "s"), UInt8(ascii: "t"):
            // What stands before another gazette is its own act.
            return ByteCursor(bytes, at: place).isGazette
        default: return false
        }
    }

    private var isGazette: Bool {
        starts(with: "stb.") || starts(with: "stcrt.") || starts(with: "trb.") || starts(with: "staatsblad")
            || starts(with: "staatscourant") || starts(with: "tractatenblad")
    }

    /// Whether the word for an act of the Kingdom stands right before: `de wet `, `Uitvoeringsbesluit `.
    private var isBehindAct: Bool {
        var back = self
        back.retreatOverSpace()
        return back.position < position
            && (back.follows("wet") || back.follows("besluit") || back.follows("regeling")
                || back.follows("beschikking") || back.follows("verdrag"))
    }
}
