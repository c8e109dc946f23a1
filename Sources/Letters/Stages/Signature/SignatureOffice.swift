/// Offices that sign letters, and how a signature names several of them.
enum SignatureOffice {
    private static let offices: Set<String> = [
        "minister", "ministers", "minister-president", "viceminister-president", "vice-minister-president",
        "staatssecretaris", "staatssecretarissen", "voorzitter", "voorzitters", "vicevoorzitter", "vice-voorzitter",
        "ondervoorzitter", "griffier", "adjunct-griffier", "substituut-griffier", "informateur", "informateurs",
        "formateur", "president", "vice-president", "secretaris", "secretaris-generaal", "directeur",
        "directeur-generaal", "inspecteur-generaal", "ombudsman", "kinderombudsman", "regeringscommissaris",
        "rekenkamer", "commissaris", "gouverneur", "procureur-generaal", "hoofdinspecteur", "programmaminister",
        "rapporteur", "hoofdofficier", "deltacommissaris", "programmadirecteur",
    ]
    /// Words that may stand before the office.
    private static let qualifiers: Set<String> = [
        "waarnemend", "fungerend", "fungerende", "plaatsvervangend", "plv.", "wnd.", "loco", "tijdelijk",
        "demissionair",
        "algemene", "nationale", "eerste", "tweede", "gevolmachtigde", "adjunct", "lid", "interim",
    ]

    /// Words with one of which, behind an article at most, every such line begins.
    static var openingWords: Set<String> { offices.union(qualifiers) }

    /// Whether a line begins with an office: `De Minister van Financiën`, `Staatssecretaris van`, `de griffier van`.
    static func opens(_ line: some StringProtocol) -> Bool {
        var words = line.parts(by: .space, maxSplits: 4)[...]
        if let first = words.first, articleWords.contains(first) { words.removeFirst() }
        while let first = words.first, qualifierWords.contains(first) { words.removeFirst() }
        guard let office = words.first else { return false }
        return officeWords.contains(String(office).trimming(",.")[...])
    }

    private static let articleWords = WordSet(list: "de het")
    private static let qualifierWords = WordSet(qualifiers)
    private static let officeWords = WordSet(offices)
    private static let onBehalf = WordSet(list: "namens mede-namens")

    static func hasArticle(_ line: some StringProtocol) -> Bool {
        let first = line.utf8.prefix { $0 != .space }.map { $0 | 0x20 }
        return first == Self.definite || first == Self.neuter
    }

    private static let definite = Array("de".utf8)
    private static let neuter = Array("het".utf8)

    /// `mede namens`, `namens`: what follows signs with another's hand.
    static func isOnBehalf(_ line: String) -> Bool {
        let lower = line.lowercased()
        return lower.hasPrefix("mede namens ") || lower.hasPrefix("namens ") || lower == "namens deze,"
            || lower == "mede namens" || lower == "namens" || lower.hasPrefix("en namens ")
            || lower.hasPrefix("mede-namens ")
    }

    /// The signatory, and behind them the offices on whose behalf they sign, which have no name.
    static func signatories(_ role: String, name: String?) -> [Head.Signatory] {
        let (main, others) = parts(role)
        guard let first = others.first, first.lowercased().hasPrefix("deze") else {
            let behind = others.flatMap(list).map { Head.Signatory(role: $0, name: nil) }
            return (main.isEmpty ? [] : [Head.Signatory(role: main, name: name)]) + behind
        }
        // `De Minister van X, namens deze, de directeur-generaal, A. Naam`: who holds the pen has an office too.
        let own = trimmed(String(first.dropFirst("deze".count)))
        if own.isEmpty { return [Head.Signatory(role: main, name: name)] }
        return [Head.Signatory(role: own, name: name), Head.Signatory(role: main, name: nil)]
    }

    /// The office before the first `namens`, and what stands behind each.
    private static func parts(_ role: String) -> (main: String, others: [String]) {
        var main = ""
        var others: [String] = []
        var words: [Substring] = []
        func close() {
            var kept = words
            while let last = kept.last?.lowercased(), last == "mede" || last == "en" || last == "," {
                kept.removeLast()
            }
            let text = trimmed(kept.joined(separator: " "))
            if isFirst { main = text } else if !text.isEmpty { others.append(text) }
            words = []
        }
        var isFirst = true
        for word in role.words {
            if onBehalf.contains(word) {
                close()
                isFirst = false
            } else {
                words.append(word)
            }
        }
        close()
        return (main, others)
    }

    /// `de Minister van A en de Staatssecretaris van B`, each by itself.
    private static func list(_ offices: String) -> [String] {
        var found: [[Substring]] = [[]]
        let words = offices.words
        for (index, word) in words.enumerated() {
            let startsOffice = index > 0 && hasArticle(word) && opens(words[index...].joined(separator: " "))
            let last = found[found.count - 1].last
            if startsOffice, last == "en" || last == "alsmede" || last?.hasSuffix(",") == true { found.append([]) }
            found[found.count - 1].append(word)
        }
        return found.compactMap { words in
            var kept = words
            while kept.last == "en" || kept.last == "alsmede" { kept.removeLast() }
            let text = trimmed(kept.joined(separator: " "))
            return text.isEmpty ? nil : text
        }
    }

    static func trimmed(_ text: String) -> String { String(text.trimming(", ").drop { $0 == "," || $0 == " " }) }
}
