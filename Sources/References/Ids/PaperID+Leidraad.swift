extension PaperID {
    /// The paper as the Leidraad voor juridische auteurs and Aanwijzing 3.43 voor de regelgeving cite it:
    /// `Kamerstukken II 2020/21, 31 497, nr. 408`, `Handelingen II 2019/20, nr. 46, item 31`, `Stb. 2021, 393`.
    ///
    /// - Parameter sessionYear: of a Kamerstuk, which its id does not tell (`2020-2021`, `2020/21` or `20202021`);
    ///   left out of the citation if nil or no session year.
    /// - Returns: the id itself for documents that these guides do not spell otherwise.
    public func citation(sessionYear: String? = nil) -> String {
        let parts = rawValue.split(separator: "-").map(String.init)
        switch prefix {
        case "kst", "dossier": return kamerstuk(sessionYear)
        case "h" where parts.count >= 4:
            guard let year = SessionYear(parts[2])?.printed else { return rawValue }
            let head = "Handelingen \(Self.chamber(parts[1])) \(year)"
            if parts.count == 4 { return "\(head), nr. \(parts[3])" }
            // Up to 2010 an id holds pages, from 2011 a sitting and an item.
            let isByPage = parts[3].utf8.count >= 3 && parts[4].utf8.count >= 3
            return isByPage ? "\(head), p. \(parts[3])-\(parts[4])" : "\(head), nr. \(parts[3]), item \(parts[4])"
        case "ah" where parts.count >= 4:
            guard let year = SessionYear(parts[2])?.printed else { return rawValue }
            return "Aanhangsel Handelingen \(Self.chamber(parts[1])) \(year), nr. \(parts[3])"
        case "stb" where parts.count >= 3: return "Stb. \(parts[1]), \(parts[2])"
        case "stcrt" where parts.count >= 3: return "Stcrt. \(parts[1]), \(parts[2])"
        case "trb" where parts.count >= 3: return "Trb. \(parts[1]), \(parts[2])"
        case "com", "swd", "join", "sec":
            return parts.count == 3 ? "\(parts[0].uppercased())(\(parts[1])) \(parts[2])" : rawValue
        default: return rawValue
        }
    }

    private func kamerstuk(_ sessionYear: String?) -> String {
        let parts = KamerstukParts(rawValue)
        guard let dossier else { return rawValue }
        var names = dossier.split(separator: "-").map(String.init)[...]
        var spelled = names.popFirst().map(Self.grouped) ?? ""
        // Councils of the EU are joined by a hyphen (21 501-20), chapters of the budget by a space (35 300 VIII).
        for suffix in names { spelled += (suffix.utf8.allSatisfy(\.isDigit) ? "-" : " ") + suffix }
        let year = (sessionYear.flatMap(SessionYear.init) ?? parts.sessionYear.flatMap(SessionYear.init))?.printed
        guard let number else { return year.map { "Kamerstukken \($0), \(spelled)" } ?? "Kamerstukken \(spelled)" }
        let head = "Kamerstukken \(isOfEersteKamer ? "I" : "II")" + (year.map { " \($0)" } ?? "")
        return isOfEersteKamer ? "\(head), \(spelled), \(number)" : "\(head), \(spelled), nr. \(number)"
    }

    /// `31 497`; Roman and older numbers as they are.
    private static func grouped(_ dossier: String) -> String {
        guard dossier.utf8.count == 5, dossier.utf8.allSatisfy(\.isDigit) else { return dossier }
        return dossier.prefix(2) + " " + dossier.suffix(3)
    }

    private static func chamber(_ prefix: String) -> String {
        switch Chamber(rawValue: prefix) {
        case .eersteKamer: "I"
        case .verenigdeVergadering: "VV"
        case .tweedeKamer, nil: "II"
        }
    }
}

extension SessionYear {
    /// `2020-2021`, `2020/21`, `20202021`; nil for anything else, and for years that do not follow each other.
    init?(_ text: String) {
        var cursor = ByteCursor(Array(text.utf8))
        if cursor.digitCount == 8, let first = Int(text.prefix(4)), text == SessionYear(first: first).compact {
            self.init(first: first)
            return
        }
        guard let year = cursor.takeSessionYear(), cursor.isAtEnd else { return nil }
        self = year
    }

    /// As citations have it: `2020/21`; `1999/2000` at the turn of the century.
    var printed: String {
        let second = (first + 1) % 100
        return second == 0 ? "\(first)/\(first + 1)" : "\(first)/\(second < 10 ? "0" : "")\(second)"
    }
}
