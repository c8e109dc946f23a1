/// Words that say what has become of a motion or promise.
enum StatusWords {
    /// First letters of the cue words, for the scanner.
    static let cues = [
        "afgedaan", "afgehand", "uitgevoe", "uitvoeri", "nagekome", "gestand", "voldaan", "voldoe", "invullin",
        "kom ik", "doe ik",
    ]

    /// What the word at a cue says; nil if it is another word.
    static func kind(in bytes: [UInt8], at place: Int) -> PaperStatus.Kind? {
        var cursor = ByteCursor(bytes, at: place)
        if cursor.takeWord(["afgedaan", "afgehandeld"]) { return .afgedaan }
        if cursor.takeWord(["nagekomen", "gestand"]) { return .nagekomen }
        if cursor.takeWord("uitgevoerd") || cursor.takeTwoWords("voldaan", "aan") || cursor.takeWord("voldoe") {
            return .uitgevoerd
        }
        if cursor.takeWord("voldaan") { return .nagekomen }
        if cursor.takeTwoWords("kom", "ik") { return cursor.clauseEnds(with: "na") ? .nagekomen : nil }
        if cursor.takeTwoWords("doe", "ik") { return cursor.clauseEnds(with: "af") ? .afgedaan : nil }
        guard cursor.takeWord(["uitvoering", "invulling"]), cursor.takeSpace() else { return nil }
        return cursor.takeTwoWords("gegeven", "aan") || cursor.takeWord(["aan", "gegeven"]) ? .uitgevoerd : nil
    }

    /// What the word says of a promise: one that is dealt with or met is kept.
    static func ofPromise(_ kind: PaperStatus.Kind, in bytes: [UInt8], at place: Int) -> PaperStatus.Kind {
        kind == .afgedaan || bytes[place] | 0x20 == UInt8(ascii: "v") ? .nagekomen : kind
    }

    /// The part of a sentence around a place that no `maar` or semicolon sets apart.
    static func clause(of sentence: Range<Int>, around place: Int, in bytes: [UInt8]) -> Range<Int> {
        var start = sentence.lowerBound
        var cursor = ByteCursor(bytes, at: start)
        while cursor.position < sentence.upperBound {
            if cursor.byte == UInt8(ascii: ";") || !cursor[-1].isLetter && cursor.takeWord("maar") {
                if cursor.position > place { return start..<cursor.position }
                start = cursor.position
            }
            cursor.position += 1
        }
        return start..<sentence.upperBound
    }

    /// Whether a clause says that it has not, or not yet: `nog niet afgedaan`, `zal worden uitgevoerd`, `kan pas`.
    static func isDenied(_ clause: ArraySlice<UInt8>, _ kind: PaperStatus.Kind) -> Bool {
        // A question says nothing of what has been done.
        if clause.last(where: { $0 > 0x20 }) == UInt8(ascii: "?") { return true }
        let denials: [StaticString] = [
            "niet", "geen", "nooit", "zal", "zullen", "verzoekt", "verzoek", "wanneer", "hoe", "pas", "deels",
            "gedeeltelijk", "grotendeels", "moet", "moeten", "vraag", "verwacht", "verwachten", "verwachting", "hoop",
            "hopen", "zodra", "indien",
        ]
        // What is being carried out is not done: "de motie wordt uitgevoerd in 2022".
        let words = kind == .uitgevoerd ? denials + ["wordt", "worden"] : denials
        var cursor = ByteCursor(Array(clause))
        while !cursor.isAtEnd {
            if !cursor[-1].isLetter, cursor.takeWord(words) || cursor.takesCondition() { return true }
            cursor.position += 1
        }
        return false
    }

    /// Whether the motion only tells why or how something else was carried out: `naar aanleiding van de motie`.
    static func isCircumstance(_ phrase: MotionPhrase, in bytes: [UInt8]) -> Bool {
        var back = ByteCursor(bytes, at: phrase.range.lowerBound)
        back.retreatOverSpace()
        for word in ["aangenomen", "deze", "de"] as [StaticString] where back.retreat(over: word) {
            back.retreatOverSpace()
        }
        if back.retreat(over: "over") || back.retreat(over: "conform") || back.retreat(over: "volgens") { return true }
        guard back.retreat(over: "van") || back.retreat(over: "op") else { return false }
        back.retreatOverSpace()
        return (["aanleiding", "grond", "basis", "verzoek", "reactie"] as [StaticString]).contains {
            back.retreat(over: $0)
        }
    }
}

extension ByteCursor {
    /// Whether the clause from here ends with a word: the particle of a separable verb.
    fileprivate func clauseEnds(with word: StaticString) -> Bool {
        var end = self
        for _ in 0..<400 where !end.isAtEnd {
            if !end[-1].isLetter, end.takeWord(word) {
                return end.isAtEnd || ".,;".utf8.contains(end.byte)
            }
            end.position += 1
        }
        return false
    }

    /// Takes the beginning of a condition: `als de motie`.
    fileprivate mutating func takesCondition() -> Bool {
        guard takeWord("als"), takeSpace(lineEnds: 1) else { return false }
        return takeWord(["de", "deze", "die", "het", "dit"])
    }
}

/// Where the sentence around a place begins and ends. Line ends within it do not matter, blank lines end it.
enum SentenceBounds {
    /// Bytes of a sentence at most, to either side, so that no text makes this slow.
    private static let limit = 1200

    static func sentence(in bytes: [UInt8], around place: Int) -> Range<Int> {
        var start = place
        while start > max(0, place - limit), !endsBefore(bytes, start) { start -= 1 }
        while start < place, bytes[start] <= 0x20 || bytes[start].isDigit { start += 1 }
        var end = place
        while end < min(bytes.count, place + limit), !isEnd(bytes, end) { end += 1 }
        if end < bytes.count, isStop(bytes[end]) { end += 1 }
        return start..<max(end, place)
    }

    /// Whether a sentence ends within a stretch.
    static func hasEnd(in bytes: [UInt8], _ stretch: Range<Int>) -> Bool {
        stretch.contains { isEnd(bytes, $0) }
    }

    private static func endsBefore(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard bytes[place].isUpper || bytes[place] >= 0xC2 || bytes[place] == 0x0A else { return false }
        var index = place - 1
        while index >= 0, bytes[index] <= 0x20 || bytes[index].isDigit { index -= 1 }
        return index >= 0 && index < place - 1 && isEnd(bytes, index)
    }

    /// Whether a full stop and a capital, or a blank line, end a sentence here.
    private static func isEnd(_ bytes: [UInt8], _ place: Int) -> Bool {
        if bytes[place] == 0x0A {
            var next = place + 1
            while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0D { next += 1 }
            return next < bytes.count && bytes[next] == 0x0A
        }
        guard isStop(bytes[place]) else { return false }
        var next = place + 1
        while next < bytes.count, bytes[next].isDigit || ")]\"'".utf8.contains(bytes[next]) { next += 1 }
        guard next < bytes.count else { return true }
        guard bytes[next] <= 0x20 else { return false }
        let gap = next
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        // A note's marker, and the note itself on the next line.
        if next < bytes.count, bytes[next].isDigit, bytes[gap - 1].isDigit, bytes[gap..<next].contains(0x0A), place > 0,
            bytes[place - 1].isLetter
        {
            return true
        }
        guard next < bytes.count, bytes[next].isUpper || bytes[next] >= 0xC2 else { return next >= bytes.count }
        return !isAbbreviation(bytes, place)
    }

    private static func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }

    /// Whether an initial or an abbreviation that a name follows stands before a full stop.
    private static func isAbbreviation(_ bytes: [UInt8], _ place: Int) -> Bool {
        var start = place
        while start > 0, place - start < 6, bytes[start - 1].isLetter || bytes[start - 1] == 0x2E { start -= 1 }
        let word = bytes[start..<place]
        if word.count == 1 { return word.allSatisfy(\.isUpper) }
        return ["nr", "nrs", "c.s", "jl", "dhr", "mw", "mevr", "dr", "drs", "mr", "ir", "prof"].contains {
            word.elementsEqual($0.utf8)
        }
    }
}
