/// The parts of a Kamerstuk's id.
struct KamerstukParts {
    /// Of old papers of the Eerste Kamer only: `20082009`.
    var sessionYear: String?
    /// nil for a paper that has no dossier yet.
    var dossier: String?
    var number: String?

    /// - Parameter id: canonical, with the prefix `kst-`.
    init(_ id: String) {
        var parts = id.split(separator: "-", omittingEmptySubsequences: true).dropFirst().map(String.init)[...]
        if let year = parts.first, OfficialSpelling.isSessionYear(year), parts.count > 1 {
            sessionYear = year
            parts.removeFirst()
        }
        guard let first = parts.popFirst(), first.utf8.count <= 5 || first.utf8.first?.isLetter == true else { return }
        while parts.count > 1, let last = parts.last, OfficialSpelling.variation(last) != nil { parts.removeLast() }
        number = parts.popLast()
        // The number of a Rijkswet is no part of the dossier's name.
        parts.removeAll { $0.hasPrefix("R") && $0.utf8.count > 1 && $0.utf8.dropFirst().allSatisfy(\.isDigit) }
        dossier = ([first] + parts).joined(separator: "-")
    }
}

extension PaperID {
    /// The part before the first hyphen, if it is in lower case as prefixes are.
    var prefix: Substring { Substring(rawValue.utf8.prefix { $0 != UInt8(ascii: "-") }) }

    /// The family of documents; nil for a letter that names itself nowhere (`sha256-…`) and for what is no official id.
    public var kind: Reference.Kind? {
        switch prefix {
        case "kst", "dossier": return .kamerstuk
        case "h": return .handelingen
        case "ah": return .aanhangsel
        case "blg": return .bijlage
        case "stb": return .staatsblad
        case "stcrt": return .staatscourant
        case "trb": return .tractatenblad
        case "gmb", "prb", "wsb", "bgr": return .decentraalBlad
        case "ag": return .agenda
        case "ljn": return .ecli
        case "nds": return .document
        case "kv": return .zaak
        case "com", "swd", "join", "sec", "celex": return .europees
        default: break
        }
        if rawValue.hasPrefix("ECLI:") { return .ecli }
        if rawValue.hasPrefix("BWB") || rawValue.hasPrefix("CVDR") { return .regeling }
        guard rawValue.utf8.count == 10 else { return nil }
        switch rawValue.utf8.dropFirst(4).first {
        case UInt8(ascii: "Z"): return .zaak
        case UInt8(ascii: "D"): return .document
        default: return nil
        }
    }

    /// Dossier of a Kamerstuk with its chapter or suffix: `31497`, `35300-VIII`, `21501-20`; nil for other documents.
    public var dossier: String? {
        switch prefix {
        case "kst": KamerstukParts(rawValue).dossier
        case "dossier": String(rawValue.dropFirst("dossier-".count))
        default: nil
        }
    }

    /// Number of a Kamerstuk within its dossier: `408`, `AA`; nil for other documents and for a whole dossier.
    public var number: String? { prefix == "kst" ? KamerstukParts(rawValue).number : nil }

    /// Whether the id names a dossier or a sitting, and not one document.
    public var isPartial: Bool {
        switch prefix {
        case "dossier": true
        case "h": rawValue.split(separator: "-").count == 4
        default: false
        }
    }

    /// Where the document stands on the official sites; nil if it has no address of its own.
    ///
    /// Addresses: officielebekendmakingen.nl, tweedekamer.nl, wetten.overheid.nl, lokaleregelgeving.overheid.nl,
    /// deeplink.rechtspraak.nl, eur-lex.europa.eu.
    public var officialURL: String? {
        let gazette = "https://zoek.officielebekendmakingen.nl/"
        switch prefix {
        case "kst": return gazette + rawValue + (dossier == nil ? ".pdf" : ".html")
        case "dossier": return gazette + "dossier/" + rawValue.dropFirst("dossier-".count)
        case "h": return isPartial ? nil : gazette + rawValue + ".html"
        case "ah", "stb", "stcrt", "trb", "gmb", "prb", "wsb", "bgr", "ag", "nds", "kv":
            return gazette + rawValue + ".html"
        case "blg": return gazette + rawValue + ".pdf"
        case "celex": return Self.europeanAddress + "CELEX:" + rawValue.dropFirst("celex-".count)
        case "com", "swd", "join", "sec":
            let parts = rawValue.uppercased().split(separator: "-")
            return Self.europeanAddress + parts.joined(separator: ":") + ":FIN"
        default: break
        }
        switch kind {
        case .zaak: return "https://www.tweedekamer.nl/kamerstukken/detail?id=" + rawValue
        case .document: return "https://www.tweedekamer.nl/downloads/document?id=" + rawValue
        case .regeling where rawValue.hasPrefix("BWB"): return "https://wetten.overheid.nl/jci1.3:c:" + rawValue
        case .regeling:
            return "https://lokaleregelgeving.overheid.nl/"
                + rawValue.split(separator: "_").joined(separator: "/")
        case .ecli where rawValue.hasPrefix("ECLI:NL:"):
            return "https://deeplink.rechtspraak.nl/uitspraak?id=" + rawValue
        case .ecli where rawValue.hasPrefix("ECLI:EU:"): return Self.europeanAddress + "ecli:" + rawValue
        default: return nil
        }
    }

    private static var europeanAddress: String { "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=" }
}
