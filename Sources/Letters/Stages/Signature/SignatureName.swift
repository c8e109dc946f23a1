/// A name as letters are signed.
enum SignatureName {
    private static let particles: Set<String> = [
        "van", "de", "der", "den", "het", "ten", "ter", "te", "tot", "toe", "op", "in", "’t", "'t", "von", "zu", "la",
        "le", "du", "da", "el", "al", "bin", "ben", "y", "aan", "bij", "onder", "over", "voor", "uit", "d’", "d'",
    ]
    private static let titles: Set<String> = [
        "mr.", "drs.", "dr.", "ir.", "ing.", "prof.", "jhr.", "jkvr.", "ds.", "mw.", "dhr.", "mevr.", "em.", "w.g.",
        "(w.g.)", "mevrouw", "mr.dr.", "prof.dr.", "prof.mr.", "dr.ir.", "mr.drs.", "drs.ing.",
    ]
    private static let degrees: Set<String> = [
        "MA", "MSc", "MSc.", "MPA", "MBA", "LLM", "LL.M.", "PhD", "RA", "RC", "BSc", "MPhil", "EMIA", "CPC", "MCM",
    ]

    /// A name that can be nothing else: with initials (`A.D. Wiersma`, `A.Th.B. Bijleveld-Schouten`) or a title before
    /// it (`drs. S. Dekker`, `prof. mr. Van der Berg`).
    static func strong(_ line: some StringProtocol) -> String? {
        let name = String(line)
        guard name.utf8.count <= 80, name.utf8.count >= 4 else { return nil }
        var words = name.words.map(String.init)[...]
        while words.count > 2, let last = words.last, degrees.contains(last.trimming(",")) {
            words.removeLast()
            if let degree = words.last { words[words.endIndex - 1] = degree.trimming(",") }
        }
        let hasTitle = words.first.map { titles.contains($0.lowercased()) } == true
        while let first = words.first, titles.contains(first.lowercased()) { words.removeFirst() }
        guard let first = words.first else { return nil }
        if let surname = afterInitials(first) {
            words.removeFirst()
            if !surname.isEmpty { words.insert(surname, at: words.startIndex) }
            while let next = words.first, let rest = afterInitials(next), rest.isEmpty { words.removeFirst() }
            if let nickname = words.first, nickname.hasPrefix("("), nickname.hasSuffix(")") { words.removeFirst() }
        } else if !hasTitle {
            return nil
        }
        return isSurname(words, most: 7) ? name : nil
    }

    /// A name without initials (`Hugo de Jonge`, `De Boer-Hendriks`, `Tellegen`). Only where a name must follow, since a
    /// heading may look the same.
    static func weak(_ line: String) -> String? {
        let words = line.words.map(String.init)
        guard line.utf8.count <= 50, (1...6).contains(words.count), isSurname(words[...], most: 6),
            !SignatureOffice.opens(line)
        else { return nil }
        return line
    }

    /// `De Minister voor Primair en Voortgezet Onderwijs, A.D. Wiersma`: office and name on one line.
    static func split(_ line: String) -> (office: String, name: String)? {
        let bytes = line.utf8
        var cut = bytes.endIndex
        // A degree may stand behind another comma.
        for _ in 0..<2 {
            guard let comma = bytes[..<cut].lastIndex(of: .comma) else { return nil }
            let name = bytes[bytes.index(after: comma)...].drop { $0 == .space }
            if let name = strong(Substring(name)) { return (String(line[..<comma]), name) }
            cut = comma
        }
        return nil
    }

    /// Several such names on one line, as extraction prints what stood side by side: `H.G.J. Kamp S.A.M. Dijksma`.
    static func strongNames(_ line: String) -> [String] {
        var groups: [[Substring]] = []
        var wasInitials = false
        for word in line.words {
            let isInitials = afterInitials(String(word)) != nil || titles.contains(word.lowercased())
            if isInitials && !wasInitials || groups.isEmpty { groups.append([]) }
            groups[groups.count - 1].append(word)
            wasInitials = isInitials
        }
        let names = groups.map { $0.joined(separator: " ") }
        return names.allSatisfy { strong($0) != nil } ? names : []
    }

    /// What stands behind the initials in a word (mostly nothing); nil where it has none.
    private static func afterInitials(_ word: String) -> String? {
        let parts = word.parts(by: .period, omittingEmpty: false)
        guard parts.count >= 2, let last = parts.last else { return nil }
        let areInitials = parts.dropLast().enumerated().allSatisfy { index, part in
            // `J.-P.`: the hyphen joins two initials. `Th.` and `Ch.` are initials of two letters.
            let letters = part.unicodeScalars.drop { index > 0 && $0 == "-" }
            guard (1...2).contains(letters.count), let first = letters.first else { return false }
            return first.isCapital && letters.dropFirst().allSatisfy(\.isSmallLetter)
        }
        return areInitials ? String(last) : nil
    }

    /// Words of which each is a particle or begins with a capital, the last with a capital, of no more signs than names
    /// have.
    private static func isSurname(_ words: ArraySlice<String>, most: Int) -> Bool {
        guard (1...most).contains(words.count), let last = words.last, beginsWithCapital(last) else { return false }
        return words.allSatisfy { word in
            let isName = word.unicodeScalars.allSatisfy {
                $0.isLetter || "-–’'‘\u{301}\u{308}".unicodeScalars.contains($0)
            }
            return isName && (beginsWithCapital(word) || particles.contains(word))
        }
    }

    /// Also behind an apostrophe or particle that is written to the name: `d’Ancona`, `’t Hart`.
    private static func beginsWithCapital(_ word: String) -> Bool {
        let scalars = word.unicodeScalars
        if scalars.first?.isCapital == true { return true }
        guard let sign = scalars.firstIndex(where: { "’'".unicodeScalars.contains($0) }) else { return false }
        return scalars[scalars.index(after: sign)...].first?.isCapital == true
    }
}
