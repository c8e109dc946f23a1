/// A number in the text that might be a marker.
struct MarkerCandidate {
    var note: Int
    /// Index of the text that holds it.
    var text: Int
    /// Line of the source.
    var line: Int
    /// The digits.
    var digits: Range<Int>
    /// How much the surroundings speak for a marker; see `MarkerCandidates`.
    var weight: Int
    /// Whether it stands alone behind the candidate before it, as the second of two markers does: `onderwijs.28 29 Ook`.
    var followsAnother: Bool
}

/// Finds every number that might be a marker, generously, and weighs it by what stands around it.
///
/// Only the chain decides (`MarkerChain`); the weights settle which of several readings of one number it prefers. A
/// reading with a weight below zero is taken only to close a gap, or where a note's body bears the number.
struct MarkerCandidates {
    private(set) var found: [MarkerCandidate] = []

    /// Whether the notes of the letter have a bracket behind their numbers, so that its markers may: `bedoeld? 1) 2)`.
    private let areInBrackets: Bool

    init(areInBrackets: Bool = false) {
        self.areInBrackets = areInBrackets
        found.reserveCapacity(Self.usual)
    }

    /// Candidates that there is room for at once.
    private static let usual = 64

    /// Numbers above this are no notes: the longest letters have some hundreds.
    static let highest = GluedNumbers.highest

    /// Adds the candidates of a text.
    mutating func scan(_ text: AssembledText, index: Int) {
        guard text.mayHoldDigit else { return }
        let first = found.count
        scan(text.bytes, text: index)
        for candidate in first..<found.count {
            found[candidate].line = (text.line(at: found[candidate].digits.lowerBound) ?? 1) - 1
        }
    }

    /// Adds candidates of another kind, in the order of the text.
    mutating func add(_ candidates: [MarkerCandidate]) { found += candidates }

    private mutating func scan(_ bytes: [UInt8], text: Int) {
        var next = 0
        while let position = ByteChunks.firstDigit(in: bytes.span, next..<bytes.count) {
            var end = position + 1
            while end < bytes.count, bytes[end].isDigit { end += 1 }
            weigh(bytes, position..<end, text)
            next = max(end, found.last.flatMap { $0.text == text ? $0.digits.upperBound : nil } ?? end)
        }
    }

    private mutating func weigh(_ bytes: [UInt8], _ run: Range<Int>, _ text: Int) {
        if isBracketed(bytes, run) {
            return add(bytes, run.lowerBound - 1..<run.upperBound + 1, text, 9, false)
        }
        if areInBrackets, run.count <= 3, BracketNotes.marks(bytes, run, lower: 0) {
            return add(bytes, run.lowerBound..<run.upperBound + 1, text, 9, false)
        }
        guard run.lowerBound > 0, run.count <= 9, !endsAddress(bytes, run.lowerBound) else { return }
        let first = behindYear(bytes, run) ?? run
        if let second = secondOfPair(bytes, first) {
            let weight = first == run ? 9 : 4
            add(bytes, first, text, weight, false)
            return add(bytes, second, text, weight, true)
        }
        guard let behind = weightBehind(bytes, run.upperBound) else { return }
        if run.count <= 3, bytes[run.lowerBound] != 0x30 {
            let (weight, follows) = wholeWeight(bytes, run, text)
            if let weight { add(bytes, run, text, weight + behind, follows) }
        }
        guard let split = splitWeight(bytes, run) else { return }
        for length in 1...3 where length < run.count && bytes[run.upperBound - length] != 0x30 {
            add(bytes, run.upperBound - length..<run.upperBound, text, split + behind, false)
        }
    }

    /// The second of two markers with a comma between, `gevallen.7,8`: the next number, which no space parts from the word.
    private func secondOfPair(_ bytes: [UInt8], _ first: Range<Int>) -> Range<Int>? {
        guard first.count <= 3, bytes[first.lowerBound] != 0x30, first.upperBound + 1 < bytes.count,
            bytes[first.upperBound] == .comma, carriesPair(bytes, first.lowerBound),
            !awaitsNumber(bytes, first.lowerBound - 1)
        else { return nil }
        var cursor = LineCursor(bytes, first.upperBound + 1..<bytes.count)
        guard let (number, digits) = cursor.number(), digits <= 3, weightBehind(bytes, cursor.position) != nil,
            number == bytes[first].reduce(0, { $0 * 10 + Int($1 - 0x30) }) + 1
        else { return nil }
        return first.upperBound + 1..<cursor.position
    }

    /// The digits behind a year that stands at the start of a word, `20232`.
    private func behindYear(_ bytes: [UInt8], _ run: Range<Int>) -> Range<Int>? {
        guard (5...7).contains(run.count), bytes[run.lowerBound - 1] == .space,
            GluedNumbers.endsYear(bytes, run.lowerBound + 4, 0)
        else { return nil }
        return run.lowerBound + 4..<run.upperBound
    }

    /// Whether a word, a sign, a year, a quotation or a percentage ends where a pair begins.
    private func carriesPair(_ bytes: [UInt8], _ start: Int) -> Bool {
        let before = bytes[start - 1]
        return before.isLetter || before.isTerminal || before == UInt8(ascii: ")") || before == UInt8(ascii: "%")
            || bytes.matches(Sign.closingGuillemet, at: start - Sign.closingGuillemet.count, end: start)
            || GluedNumbers.endsYear(bytes, start, 0)
    }

    /// Bytes of a word looked at for the signs of an address.
    private static let longestAddress = 128

    /// Whether the word before a position has the slash of an address, `www.site.nl/doc1`: its digits are its own.
    private func endsAddress(_ bytes: [UInt8], _ end: Int) -> Bool {
        guard bytes[end - 1].isLetter else { return false }
        var position = end
        var hasSlash = false
        while position > 0, end - position < Self.longestAddress, bytes[position - 1] != .space {
            position -= 1
            if bytes[position] == UInt8(ascii: "/") { hasSlash = true }
            // A dot and a slash behind it: no word has both.
            if hasSlash, bytes[position] == .period, position + 1 < end, bytes[position + 1].isLetter { return true }
        }
        return false
    }

    /// `[12]`, as web pages print markers.
    private func isBracketed(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
        run.lowerBound > 1 && run.upperBound < bytes.count && run.count <= 3 && bytes[run.lowerBound] != 0x30
            && bytes[run.lowerBound - 1] == UInt8(ascii: "[") && bytes[run.upperBound] == UInt8(ascii: "]")
    }

    private mutating func add(_ bytes: [UInt8], _ digits: Range<Int>, _ text: Int, _ weight: Int, _ follows: Bool) {
        let note = bytes[digits].reduce(0) { $1.isDigit ? $0 * 10 + Int($1 - 0x30) : $0 }
        found.append(
            MarkerCandidate(
                note: note, text: text, line: 0, digits: digits, weight: weight, followsAnother: follows))
    }

    /// What stands behind the digits: nil where a marker cannot be, such as before `%` or inside a number.
    private func weightBehind(_ bytes: [UInt8], _ end: Int) -> Int? {
        guard end < bytes.count else { return 0 }
        let next = bytes[end]
        if next == .space { return 0 }
        if next.isLetter { return next.isUpperASCII ? -3 : nil }
        switch next {
        case .period, .comma:
            // `9,5` goes on as a number.
            return end + 1 < bytes.count && bytes[end + 1].isDigit ? nil : 0
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: "!"): return 0
        case UInt8(ascii: "%"), .hyphen, UInt8(ascii: "/"), UInt8(ascii: "("): return nil
        default:
            return bytes.matches(Sign.closingGuillemet, at: end, end: bytes.count)
                || bytes.matches(Sign.closingDoubleQuote, at: end, end: bytes.count) ? 0 : nil
        }
    }

    /// Weight of a run of digits that is a marker as a whole.
    private func wholeWeight(_ bytes: [UInt8], _ run: Range<Int>, _ text: Int) -> (weight: Int?, follows: Bool) {
        let before = bytes[run.lowerBound - 1]
        switch before {
        case .space: return spacedWeight(bytes, run, text)
        case .period, UInt8(ascii: "!"), UInt8(ascii: "?"), .comma, UInt8(ascii: ";"), UInt8(ascii: ":"):
            return (afterSignWeight(bytes, run.lowerBound - 1, end: run.upperBound), false)
        case UInt8(ascii: ")"): return (isYearInBrackets(bytes, run.lowerBound) ? nil : 9, false)
        // `5,3%2`: no number goes on behind a percentage.
        case UInt8(ascii: "%"): return (6, false)
        case UInt8(ascii: "("), .hyphen, UInt8(ascii: "/"), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "#"),
            UInt8(ascii: "_"), UInt8(ascii: "@"):
            return (nil, false)
        default: break
        }
        let signs = [Sign.closingGuillemet, Sign.closingDoubleQuote, Sign.apostrophe]
        if signs.contains(where: { bytes.matches($0, at: run.lowerBound - $0.count, end: run.lowerBound) }) {
            return (9, false)
        }
        return (before.isLetter ? gluedWeight(bytes, run.lowerBound) : nil, false)
    }

    /// Whether the sign at a position goes on to a number: `art.1`, `nr.2`, and `B.1`, `II.2`, which label parts.
    private func awaitsNumber(_ bytes: [UInt8], _ sign: Int) -> Bool {
        guard bytes[sign] == .period else { return false }
        var from = sign
        while from > 0, sign - from < 8, bytes[from - 1].isLetter { from -= 1 }
        let opensWord = from == 0 || !bytes[from - 1].isWord && bytes[from - 1] != .period
        guard from < sign, opensWord else { return false }
        let word = bytes[from..<sign]
        return word.count == 1 && word.allSatisfy(\.isUpperASCII) || word.allSatisfy { Self.romanSigns.contains($0) }
            || isAbbreviation(bytes, sign)
    }

    private static let romanSigns = Array("IVX".utf8)

    /// `COM(2020)1`: a year in brackets right behind capitals is part of a number.
    private func isYearInBrackets(_ bytes: [UInt8], _ end: Int) -> Bool {
        let open = end - 6
        return open > 0 && bytes[open] == UInt8(ascii: "(") && bytes[open - 1].isUpperASCII
            && bytes[open + 1..<end - 1].allSatisfy(\.isDigit)
    }

    /// Behind a sentence sign: strong after a word, fair after a year, nothing inside a number.
    private func afterSignWeight(_ bytes: [UInt8], _ sign: Int, end: Int) -> Int? {
        guard sign > 0 else { return nil }
        let carrier = bytes[sign - 1]
        guard carrier.isDigit else { return carrier == .space || awaitsNumber(bytes, sign) ? nil : 10 }
        // No number goes on over a semicolon or a question mark, `2022/2555;2`.
        if bytes[sign] == UInt8(ascii: ";") || bytes[sign] == UInt8(ascii: "?") { return 6 }
        if GluedNumbers.endsYear(bytes, sign, 0) { return 6 }
        // `… waren dat er 23.2 Het`: a sentence that ends in a number, where a note has this one.
        let opensSentence = end + 1 < bytes.count && bytes[end] == .space && bytes[end + 1].isUpperASCII
        return bytes[sign] == .period && (opensSentence || end == bytes.count) ? -2 : nil
    }

    /// Glued to letters: strong behind a word in small letters, weaker behind capitals, faint behind one letter (`G4`).
    private func gluedWeight(_ bytes: [UInt8], _ start: Int) -> Int {
        var from = start
        while from > 0, bytes[from - 1].isLetter { from -= 1 }
        let letters = bytes[from..<start]
        if letters.count == 1 { return -1 }
        return bytes[start - 1].isUpperASCII ? 5 : 10
    }

    /// Alone between spaces: the second of two markers, or the first one behind a sentence.
    private func spacedWeight(_ bytes: [UInt8], _ run: Range<Int>, _ text: Int) -> (weight: Int?, follows: Bool) {
        let before = run.lowerBound - 2
        guard before >= 0 else { return (nil, false) }
        if let last = found.last, last.text == text, last.digits.upperBound == run.lowerBound - 1 { return (7, true) }
        let sign = bytes[before]
        guard sign == .period || sign == UInt8(ascii: "?") || sign == UInt8(ascii: "!") else { return (nil, false) }
        // `24 april jl. 5 bericht`: a note where a body has this number.
        if endsInJongstleden(bytes, before) { return (-2, false) }
        return isAbbreviation(bytes, before) ? (nil, false) : (3, false)
    }

    /// `nr. 4`, `blz. 12`, `p. 3`, `art. 5`: an abbreviation whose number follows.
    private func isAbbreviation(_ bytes: [UInt8], _ period: Int) -> Bool {
        var from = period
        while from > 0, bytes[from - 1].isLetter { from -= 1 }
        return Self.abbreviations.contains(bytes, from..<period)
    }

    private func endsInJongstleden(_ bytes: [UInt8], _ period: Int) -> Bool {
        var from = period
        while from > 0, bytes[from - 1].isLetter { from -= 1 }
        return Self.jongstleden.contains(bytes, from..<period)
    }

    private static let jongstleden = WordSet(list: "jl jongstl")

    /// Whether `nr.` stands before the space at a position.
    private func isPaperNumber(_ bytes: [UInt8], _ space: Int) -> Bool {
        bytes.matches(Self.paperNumber, at: space - Self.paperNumber.count, end: space)
    }

    private static let paperNumber = Array("nr.".utf8)

    private static let abbreviations = WordSet(
        list: "nr nrs p pp blz pag art artt ca circa max min st no vol hfd")

    /// Weight of a number whose last digits may be a marker: `D666`, `10 juni 20222`, `covid-192`, `nr. 3717`.
    private func splitWeight(_ bytes: [UInt8], _ run: Range<Int>) -> Int? {
        let before = bytes[run.lowerBound - 1]
        if before.isLetter { return 3 }
        if before == .hyphen { return 3 }
        // `2018/8446`: act 2018/844 and note 6.
        if before == UInt8(ascii: "/") { return run.count >= 3 ? -2 : nil }
        if run.count >= 5, run.count <= 7, before == .space {
            return GluedNumbers.endsYear(bytes, run.lowerBound + 4, 0) ? 4 : nil
        }
        // `nr. 3717` may be paper 371 and note 7, rather than `nr. 46` paper 4 and note 6: few dossiers have a thousand
        // papers. Any other number between spaces keeps its digits.
        guard before == .space, (2...5).contains(run.count), isPaperNumber(bytes, run.lowerBound - 1) else {
            return nil
        }
        return run.count >= 4 ? -2 : -3
    }
}
