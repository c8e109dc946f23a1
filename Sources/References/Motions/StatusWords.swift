/// Words that say what has become of a motion or promise.
enum StatusWords {
    /// First letters of the cue words, for the scanner.
    static let cues = [
        "afgedaan", "afgehand", "uitgevoe", "uitvoeri", "nagekome", "gestand", "voldaan", "voldoe", "invullin",
        "kom ik", "doe ik", "afge-", "uitge-", "uitvoe-", "invul-",
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

    /// The part of a sentence around a place that no `maar`, `terwijl` or semicolon outside parentheses sets apart.
    static func clause(of sentence: Range<Int>, around place: Int, in bytes: [UInt8]) -> Range<Int> {
        var start = sentence.lowerBound
        var cursor = ByteCursor(bytes, at: start)
        var depth = 0
        while cursor.position < sentence.upperBound {
            if cursor.byte == UInt8(ascii: "(") { depth += 1 }
            if cursor.byte == UInt8(ascii: ")") { depth -= 1 }
            if depth <= 0,
                cursor.byte == UInt8(ascii: ";") || !cursor[-1].isLetter && cursor.takeWord(["maar", "terwijl"])
            {
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
            "hopen", "zodra", "indien", "onvoldoende",
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
        if back.retreat(over: "over") || back.retreat(over: "conform") || back.retreat(over: "volgens")
            || back.retreat(over: "naar") || back.retreat(over: "ingevolge") || back.retreat(over: "krachtens")
        {
            return true
        }
        guard back.retreat(over: "van") || back.retreat(over: "op") else { return false }
        back.retreatOverSpace()
        return (["aanleiding", "aanzien", "grond", "basis", "verzoek", "reactie"] as [StaticString]).contains {
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
