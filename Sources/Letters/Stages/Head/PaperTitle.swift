/// The line that says what a paper is and of whom: `BRIEF VAN DE MINISTER VAN FINANCIËN`.
struct PaperTitle: Equatable {
    /// Lower case: `nader gewijzigde motie`, `memorie van toelichting`.
    var kind: String
    var sender: String?

    /// - Parameter isInCapitals: whether only a line in capitals is one. Behind the paper's number it may be in small
    ///   letters; alone on its line that would be a sentence.
    init?(_ line: String, isInCapitals: Bool = true) {
        if isInCapitals, line.unicodeScalars.contains(where: \.isSmallLetter) { return nil }
        var words = line.words.map(String.init)
        if let first = words.first, Self.word(first) == "herdruk" { words.removeFirst() }
        let lower = words.map(Self.word)
        guard let noun = Self.noun(lower) else { return nil }

        let end = Self.kindEnd(lower, noun: noun)
        kind = lower[..<end].joined(separator: " ")
        let senderEnd = Self.senderEnd(lower, from: end)
        guard end < lower.count, lower[end] == "van", end + 1 < senderEnd, lower[end + 1] != "een" else { return }
        words[senderEnd - 1] = Self.withoutMarker(words[senderEnd - 1])
        sender = words[(end + 1)..<senderEnd].joined(separator: " ")
    }

    private static let nouns: Set<String> = [
        "brief", "motie", "amendement", "subamendement", "verslag", "eindverslag", "jaarverslag", "nota",
        "initiatiefnota", "lijst", "memorie", "voorstel", "advies", "rapport", "boodschap", "verzoek", "bijlage",
        "eindtekst", "inbreng", "reactie", "voordracht", "besluit", "geleidende", "rectificatie",
    ]
    private static let qualifiers: Set<String> = [
        "gewijzigd", "gewijzigde", "nader", "nadere", "voorlopig", "tweede", "derde", "vierde", "vijfde", "zesde",
        "aanvullend", "aanvullende", "ongewijzigd", "gezamenlijk", "gezamenlijke", "koninklijke", "schriftelijke",
    ]

    /// Position of the word that names the kind; only words that qualify it stand before it.
    private static func noun(_ words: [String]) -> Int? {
        guard let noun = words.firstIndex(where: { !qualifiers.contains($0) }), nouns.contains(words[noun]) else {
            return nil
        }
        return noun
    }

    /// `VAN` with one of these names who made the paper, or on what; other words (`VAN TOELICHTING`) belong to the kind.
    private static let authorStarts: Set<String> = [
        "de", "het", "een", "minister", "ministers", "staatssecretaris", "staatssecretarissen", "voorzitter",
        "presidium", "griffier", "informateur", "leden", "lid",
    ]
    private static let matters: Set<String> = ["houdende", "over", "inzake", "betreffende", "met", "ter"]

    private static func kindEnd(_ words: [String], noun: Int) -> Int {
        for index in words.indices.dropFirst(noun + 1) {
            if matters.contains(words[index]) { return index }
            // `NOTA NAAR AANLEIDING VAN HET VERSLAG` is one kind.
            guard words[index] == "van", words[index - 1] != "aanleiding", index + 1 < words.count else { continue }
            if authorStarts.contains(words[index + 1]) { return index }
        }
        return words.count
    }

    /// A motion may say behind its authors which motion it replaces.
    private static func senderEnd(_ words: [String], from start: Int) -> Int {
        words.indices.dropFirst(start).first { words[$0] == "ter" || words[$0] == "houdende" } ?? words.count
    }

    /// In lower case, without a marker.
    private static func word(_ word: String) -> String { withoutMarker(word).lowercased() }

    /// A marker is glued to the word before it: `HERDRUK1`.
    private static func withoutMarker(_ word: String) -> String {
        let rest = word.trimming("0123456789")
        return rest.isEmpty ? word : rest
    }
}
