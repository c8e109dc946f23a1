extension PaperID {
    /// An official id in any case: `KST-31497-408`, `kst-33106-aa`, `2020z19073`, `ecli:nl:hr:2001:ab1838`.
    ///
    /// - Returns: nil if the text has not the shape of an official id.
    public init?(_ officialSpelling: some StringProtocol) {
        guard let canonical = OfficialSpelling.canonical(String(officialSpelling)) else { return nil }
        self.init(canonical: canonical)
    }

    /// What a person types for a paper: an official id, a citation with or without its label, an address.
    ///
    /// `31 497, nr. 408`, `31497-408`, `31497 408`, `Kamerstukken II 2020/21, 31 497, nr. 408, p. 3`, `36600-VII, nr. 1`,
    /// `36836 D` and `https://zoek.officielebekendmakingen.nl/kst-31497-408.html` name one paper each. A dossier alone
    /// gives its partial id.
    ///
    /// - Returns: nil if the text names no paper, or several, or breaks off.
    public init?(spelling text: String) {
        let trimmed = Self.trimmed(text)
        if let id = PaperID(trimmed) ?? Self.question(trimmed) ?? Self.citation(trimmed) ?? Self.typed(trimmed)
            ?? Self.typed(trimmed.uppercased())
        {
            self = id
        } else {
            return nil
        }
    }

    /// The paper that a mistyped id seems to mean: letters for digits (`31497-4O8`), a lost hyphen (`kst31497-408`),
    /// mixed-up letters of a prefix (`kts-31497-408`).
    ///
    /// - Returns: nil if the text can be read as it stands, or in no way.
    public static func suggestion(for text: String) -> PaperID? {
        guard PaperID(spelling: text) == nil else { return nil }
        let digits = withDigitsForLetters(trimmed(text))
        return PaperID(spelling: digits) ?? withPrefixRepaired(digits).flatMap { PaperID(spelling: $0) }
    }

    // MARK: - Readings

    private static func trimmed(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        while let last = bytes.last, last <= 0x20 || ".,;\"'".utf8.contains(last) { bytes.removeLast() }
        while let first = bytes.first, first <= 0x20 || "\"'".utf8.contains(first) { bytes.removeFirst() }
        if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") { bytes = bytes.dropFirst().dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A written question by the number of its answer: two years of two digits and five digits, `242501244`.
    private static func question(_ text: String) -> PaperID? {
        guard text.utf8.count == 9, let number = Int(text), number > 0 else { return nil }
        let (first, second) = (number / 10_000_000, number / 100_000 % 100)
        guard second == (first + 1) % 100, number % 100_000 > 0 else { return nil }
        let year = first < 70 ? 2000 + first : 1900 + first
        return PaperID(canonical: "ah-tk-\(year)\(year + 1)-\(number % 100_000)")
    }

    /// A whole citation or address, with pages behind it at most.
    private static func citation(_ text: String) -> PaperID? {
        let found = ReferenceScanner().references(in: text)
        guard let reference = found.first, found.count == 1, reference.range.lowerBound == 0,
            !reference.warnings.contains(where: { [.truncated, .placeholder, .impossible].contains($0) })
        else { return nil }
        var cursor = ByteCursor(Array(text.utf8), at: reference.range.upperBound)
        cursor.takePages()
        guard cursor.isAtEnd else { return nil }
        return reference.targets.count == 1 || text.lowercased().hasPrefix("http") ? reference.targets.first : nil
    }

    /// A paper without its label.
    private static func typed(_ text: String) -> PaperID? {
        // A label whose number is missing would read as a letter of the Eerste Kamer.
        if let last = text.split(whereSeparator: { " ,-".contains($0) }).last,
            ["nr", "nrs"].contains(last.lowercased())
        {
            return nil
        }
        var cursor = ByteCursor(Array(text.utf8))
        var grammar = KamerstukGrammar(label: .typed)
        guard let found = grammar.recognise(&cursor, from: 0), found.targets.count == 1,
            found.warnings.allSatisfy({ $0 == .partial })
        else { return nil }
        cursor.takePages()
        return cursor.isAtEnd ? found.targets.first : nil
    }

    // MARK: - Repairs

    /// Puts digits for the letters that look like them, in words that hold a digit and become a number by it.
    private static func withDigitsForLetters(_ text: String) -> String {
        var repaired: [UInt8] = []
        var word: [UInt8] = []
        func endWord() {
            var digits = word.map { $0.digitLookedLike ?? $0 }
            // The fifth sign of a case or document is a letter: `2020Z19073`.
            let isRegistry = word.count == 10 && "ZD".utf8.contains(word[4])
            if isRegistry { digits[4] = word[4] }
            let others = digits.filter { !$0.isDigit }.count
            let isNumber = word.contains(where: \.isDigit) && others == (isRegistry ? 1 : 0)
            repaired += isNumber ? digits : word
            word = []
        }
        for byte in text.utf8 {
            if byte.isLetterOrDigit {
                word.append(byte)
            } else {
                endWord()
                repaired.append(byte)
            }
        }
        endWord()
        return String(decoding: repaired, as: UTF8.self)
    }

    /// Parts the letters before the first digit from it, and puts them in order if they are those of `kst`.
    private static func withPrefixRepaired(_ text: String) -> String? {
        let letters = text.lowercased().utf8.prefix(while: \.isLetter)
        var rest = text.utf8.dropFirst(letters.count)
        while let next = rest.first, "-_ :".utf8.contains(next) { rest.removeFirst() }
        guard let first = rest.first, first.isDigit, (2...4).contains(letters.count) else { return nil }
        let known = Set("kst".utf8)
        let isKamerstuk = Set(letters).isSubset(of: known)
        let prefix = isKamerstuk ? "kst" : String(decoding: letters, as: UTF8.self)
        let tail = String(decoding: rest.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
        return prefix + "-" + tail
    }
}
