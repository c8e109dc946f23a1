/// Names that a text gives to papers, `(Kamerstuk 31 497, nr. 371, hierna: de Voortgangsbrief)`, and where they are used.
struct PaperNames {
    /// A text that gives more names is a list of definitions; looking for each would not be linear.
    private static let limit = 16
    /// Words that mean any such paper, and so no single one.
    private static let common: Set<String> = [
        "brief", "kamerbrief", "motie", "moties", "nota", "amendement", "rapport", "wet", "wetsvoorstel", "besluit",
        "advies", "verslag", "bijlage", "regeling", "voorstel", "kamer", "commissie",
    ]

    private struct Name {
        let words: [[UInt8]]
        /// Several if the text gives the name to several: then none can be told.
        var targets: [PaperID]
    }

    private var names: [Name] = []

    var isEmpty: Bool { names.isEmpty }

    /// Whether the word here may announce a name; no short form begins with its letter but `hogergenoemde`.
    static func mayBeDefined(at cursor: ByteCursor) -> Bool {
        cursor.starts(with: "hierna") || cursor.starts(with: "verder")
    }

    /// Reads on at `hierna`.
    ///
    /// - Parameters:
    ///   - before: the reference that stands before, if any.
    ///   - after: the one that follows.
    /// - Returns: end of the definition; nil if none stands here, or no paper bears the name.
    mutating func define(_ cursor: inout ByteCursor, before: Reference?, after: Reference?) -> Int? {
        let start = cursor.position
        guard names.count < Self.limit, let words = Self.takeDefinition(&cursor) else { return nil }
        let bearer: Reference
        if let before, Self.joins(cursor.bytes[before.range.upperBound..<start]) {
            bearer = before
        } else if let after, after.range.lowerBound >= cursor.position,
            Self.joins(cursor.bytes[cursor.position..<after.range.lowerBound])
        {
            bearer = after
        } else {
            return nil
        }
        guard bearer.targets.count == 1 else { return nil }
        if let index = names.firstIndex(where: { $0.words == words }) {
            names[index].targets += bearer.targets.filter { !names[index].targets.contains($0) }
        } else {
            names.append(Name(words: words, targets: bearer.targets))
        }
        return cursor.position
    }

    /// Words that announce the text's own name for a paper, for the scanner.
    static let cues = ["hierna", "verder:", "verder te noemen"]

    /// Takes `hierna: de Voortgangsbrief`, `verder te noemen «Voortgangsbrief»`; gives the words of the name.
    private static func takeDefinition(_ cursor: inout ByteCursor) -> [[UInt8]]? {
        guard cursor.takeWord("hierna") || cursor.takeWord("verder") else { return nil }
        cursor.takeSpace()
        if cursor.takeWord(["verder", "ook", "kortweg"]) { cursor.takeSpace() }
        if cursor.takeTwoWords("te", "noemen") || cursor.takeTwoWords("aangeduid", "als")
            || cursor.takeWord(["wel", "genoemd", "genaamd", "aangeduid"])
        {
            cursor.takeSpace()
        } else if cursor.byte != UInt8(ascii: ":") {
            return nil
        }
        _ = cursor.take(":")
        cursor.takeSpace()
        _ = cursor.takeQuote()
        if cursor.takeWord(["de", "het"]) { cursor.takeSpace() }
        _ = cursor.takeQuote()
        let start = cursor.position
        while cursor.position - start < 60, !cursor.isAtEnd, !"),;\n\"".utf8.contains(cursor.byte),
            !(cursor.byte == UInt8(ascii: ".") && cursor[1] <= 0x20), !cursor.sees({ $0.takeQuote() })
        {
            cursor.position += 1
        }
        let words = cursor.bytes[start..<cursor.position].split(separator: 0x20).map(Array.init)
        let end = cursor.position
        _ = cursor.takeQuote()
        guard end - start >= 3, let first = words.first, words.count > 1 || isSpecific(first) else { return nil }
        return words
    }

    private static func isSpecific(_ word: [UInt8]) -> Bool {
        let lower = word.map { $0.isUpper ? $0 | 0x20 : $0 }
        return word.contains(where: \.isLetter) && !common.contains(String(decoding: lower, as: UTF8.self))
    }

    /// Whether nothing but signs and pages stands between a reference and its name.
    private static func joins(_ stretch: ArraySlice<UInt8>) -> Bool {
        guard stretch.count <= 40 else { return false }
        var cursor = ByteCursor(Array(stretch))
        cursor.takePages()
        while !cursor.isAtEnd {
            guard cursor.takeSpace() || cursor.take(",") || cursor.take(";") || cursor.take("(") || cursor.take(")")
            else { return false }
        }
        return true
    }

    /// Where the names stand in a stretch of text, as whole words.
    func uses(in bytes: [UInt8], _ stretch: Range<Int>) -> [ShortForm] {
        names.flatMap { name -> [ShortForm] in
            guard let first = name.words.first?.first else { return [] }
            var found: [ShortForm] = []
            var cursor = ByteCursor(bytes)
            var position = stretch.lowerBound
            while position < stretch.upperBound, let next = bytes[position..<stretch.upperBound].firstIndex(of: first) {
                position = next + 1
                cursor.position = next
                guard !cursor[-1].isLetterOrDigit, cursor.takeName(name.words), cursor.position <= stretch.upperBound
                else { continue }
                found.append(ShortForm(range: next..<cursor.position, meaning: .named(name.targets)))
                position = cursor.position
            }
            return found
        }
    }
}

extension ByteCursor {
    fileprivate mutating func takeName(_ words: [[UInt8]]) -> Bool {
        for (index, word) in words.enumerated() {
            if index > 0, !takeSpace(lineEnds: 1) { return false }
            guard bytes[position...].starts(with: word) else { return false }
            position += word.count
        }
        return !byte.isLetterOrDigit
    }

    /// Takes a quotation mark of any kind.
    fileprivate mutating func takeQuote() -> Bool {
        take("\"") || takeUpper("«") || takeUpper("»") || takeUpper("“") || takeUpper("”") || takeUpper("„")
            || takeUpper("‘") || takeUpper("’") || take("'")
    }
}
