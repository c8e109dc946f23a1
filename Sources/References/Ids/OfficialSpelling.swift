/// Canonical spelling of official ids: prefix in lower case, chapters and letters of the Eerste Kamer in upper case,
/// suffixes of a reprint or erratum (`-h1`, `-n1`) in lower case.
///
/// Checks the shape of an id, not whether such a paper exists. Shapes: officielebekendmakingen.nl.
enum OfficialSpelling {
    /// nil if the text is no official id.
    static func canonical(_ text: String) -> String? {
        if isPlainKamerstuk(text) { return text }
        guard text.utf8.count <= 80, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        // All is ASCII, so that bytes are characters.
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard let prefix = parts.first?.lowercased() else { return nil }
        let rest = Array(parts.dropFirst())
        switch prefix {
        case "kst": return kamerstuk(rest)
        case "dossier": return dossier(rest)
        case "h": return handelingen(rest)
        case "ah": return aanhangsel(rest)
        case "blg": return numbered(prefix, rest, length: 1...9)
        case "stb", "stcrt", "trb", "gmb", "prb", "wsb", "bgr": return gazette(prefix, rest)
        case "ag": return agenda(rest)
        case "ljn": return rest.count == 1 && isLJN(rest[0].uppercased()) ? "ljn-" + rest[0].uppercased() : nil
        case "com", "swd", "join", "sec": return numbered(prefix, rest, isDated: true, length: 1...5)
        case "nds", "kv": return registered(prefix, rest)
        case "celex": return celex(rest)
        case "sha256": return contentHash(rest)
        default: return undivided(text.uppercased())
        }
    }

    /// `kst-31497-408`: as most are written, and canonical as they stand.
    private static func isPlainKamerstuk(_ text: String) -> Bool {
        let prefix = "kst-".utf8
        guard (10...16).contains(text.utf8.count), text.utf8.starts(with: prefix) else { return false }
        var position = 0
        for byte in text.utf8.dropFirst(prefix.count) {
            guard position == 5 ? byte == UInt8(ascii: "-") : byte.isDigit else { return false }
            position += 1
        }
        return position > 6
    }

    // MARK: - Papers of parliament

    private static func kamerstuk(_ parts: [String]) -> String? {
        var rest = parts[...]
        // Papers that are published before they are typeset have a number of their own: `kst-1259252`.
        if parts.count == 1, isNumber(parts[0], 6...8) { return "kst-\(parts[0])" }
        var canonical = "kst"
        if let year = rest.first, isSessionYear(year) {
            canonical += "-\(year)"
            rest.removeFirst()
        }
        guard let dossier = rest.popFirst(), isDossierNumber(dossier) else { return nil }
        canonical += "-\(dossier.uppercased())"
        guard let first = rest.first, !first.isEmpty || rest.count > 1, rest.count <= 4 else { return nil }
        for (index, part) in rest.enumerated() {
            guard part.utf8.count <= 12, part.utf8.allSatisfy(\.isLetterOrDigit) else { return nil }
            // Letters may follow digits (`42e`), but `4O8` is a slip.
            let digits = part.utf8.prefix(while: \.isDigit).count
            guard digits == 0 || !part.utf8.dropFirst(digits).contains(where: \.isDigit) else { return nil }
            canonical += "-" + (index > 0 ? variation(part) ?? number(part) : number(part))
        }
        return canonical
    }

    private static func dossier(_ parts: [String]) -> String? {
        guard (1...3).contains(parts.count), isDossierNumber(parts[0]),
            parts.dropFirst().allSatisfy({ (1...6).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isLetterOrDigit) })
        else { return nil }
        return "dossier-" + parts.joined(separator: "-").uppercased()
    }

    private static func handelingen(_ parts: [String]) -> String? {
        guard (3...4).contains(parts.count), let chamber = chamber(parts[0]), isSessionYear(parts[1]),
            parts.dropFirst(2).allSatisfy({ isNumber($0, 1...5) })
        else { return nil }
        return "h-\(chamber)-" + parts.dropFirst().joined(separator: "-")
    }

    private static func aanhangsel(_ parts: [String]) -> String? {
        if parts.count == 1, isNumber(parts[0], 5...8) { return "ah-\(parts[0])" }
        guard (3...4).contains(parts.count), let chamber = chamber(parts[0]), isSessionYear(parts[1]),
            isNumber(parts[2], 1...5)
        else { return nil }
        let stem = "ah-\(chamber)-\(parts[1])-\(parts[2])"
        guard let last = parts.dropFirst(3).first else { return stem }
        return variation(last).map { "\(stem)-\($0)" }
    }

    private static func registered(_ prefix: String, _ parts: [String]) -> String? {
        guard let last = parts.last else { return nil }
        if parts.count == 1, isNumber(last, 1...9) { return "\(prefix)-\(last)" }
        guard parts.count == 2, let chamber = chamber(parts[0]), isRegistryNumber(last.uppercased()) else { return nil }
        return "\(prefix)-\(chamber)-\(last.uppercased())"
    }

    /// The shape of these is not documented beyond the chamber, so the rest stays as it is: digits and hyphens.
    private static func agenda(_ parts: [String]) -> String? {
        guard (2...5).contains(parts.count), let chamber = chamber(parts[0]),
            parts.dropFirst().allSatisfy({ isNumber($0, 1...8) })
        else { return nil }
        return "ag-\(chamber)-" + parts.dropFirst().joined(separator: "-")
    }

    // MARK: - Other publications

    private static func gazette(_ prefix: String, _ parts: [String]) -> String? {
        guard (2...3).contains(parts.count), isYear(parts[0]) else { return nil }
        let number = parts[1].uppercased()
        // The Staatsblad of 1944 to 1950 has a letter before its numbers: `stb-1950-K22`.
        let isLettered = prefix == "stb" && number.first.map { ("E"..."K").contains($0) } ?? false
        guard isNumber(isLettered ? String(number.dropFirst()) : number, 1...6) else { return nil }
        let stem = "\(prefix)-\(parts[0])-\(number)"
        guard let last = parts.dropFirst(2).first else { return stem }
        return variation(last).map { "\(stem)-\($0)" }
    }

    private static func numbered(
        _ prefix: String, _ parts: [String], isDated: Bool = false, length: ClosedRange<Int>
    ) -> String? {
        guard parts.count == (isDated ? 2 : 1), let last = parts.last, isNumber(last, length),
            !isDated || isYear(parts[0])
        else { return nil }
        return "\(prefix)-" + parts.joined(separator: "-")
    }

    /// Sector, year, one or two letters, number: `32016R0679`. See eur-lex.europa.eu, "CELEX numbers".
    private static func celex(_ parts: [String]) -> String? {
        guard parts.count == 1 else { return nil }
        let number = Array(parts[0].uppercased().utf8)
        guard (9...20).contains(number.count), number[0].isLetterOrDigit, number[1...4].allSatisfy(\.isDigit) else {
            return nil
        }
        let letters = number[5...].prefix(while: \.isUpper).count
        let digits = number[(5 + letters)...].prefix(while: \.isDigit).count
        guard (1...2).contains(letters), digits >= 1 else { return nil }
        let tail = number[(5 + letters + digits)...]
        guard tail.allSatisfy({ $0.isDigit || "()RN".utf8.contains($0) }) else { return nil }
        return "celex-" + String(decoding: number, as: UTF8.self)
    }

    private static func contentHash(_ parts: [String]) -> String? {
        guard parts.count == 1, parts[0].utf8.count == 16, parts[0].utf8.allSatisfy({ isHexadecimal($0) }) else {
            return nil
        }
        return "sha256-\(parts[0].lowercased())"
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool { byte.isDigit || (0x61...0x66).contains(byte | 0x20) }

    /// Ids without a hyphen; `text` is in upper case.
    private static func undivided(_ text: String) -> String? {
        if isRegistryNumber(text) { return text }
        if text.hasPrefix("ECLI:") {
            var cursor = ByteCursor(Array(text.utf8))
            guard let id = cursor.takeECLI(), cursor.isAtEnd else { return nil }
            return id
        }
        var cursor = ByteCursor(Array(text.utf8))
        guard let id = cursor.takeRegulationID(), cursor.isAtEnd else { return nil }
        return id
    }

    // MARK: - Parts

    /// Letters of chapters and of the Eerste Kamer in upper case; the letter behind an old number (`42e`, `200A`) keeps
    /// the case in which it was published.
    private static func number(_ part: String) -> String {
        part.utf8.first?.isDigit ?? true ? part : part.uppercased()
    }

    /// `h1`, `n2`, `b1`, `v1`: reprint, late paper or erratum, annex, version.
    static func variation(_ part: String) -> String? {
        let lower = part.lowercased()
        guard (2...3).contains(lower.utf8.count), let first = lower.utf8.first, "hnbv".utf8.contains(first),
            lower.utf8.dropFirst().allSatisfy(\.isDigit)
        else { return nil }
        return lower
    }

    static func isSessionYear(_ part: String) -> Bool {
        isNumber(part, 8...8) && isYear(String(part.prefix(4))) && isYear(String(part.suffix(4)))
    }

    private static func isYear(_ part: String) -> Bool {
        isNumber(part, 4...4) && Int(part).map { (1800...2099).contains($0) } ?? false
    }

    private static func isDossierNumber(_ part: String) -> Bool {
        if isNumber(part, 4...5) { return true }
        let letters = Array(part.uppercased().utf8)
        return romanValue(letters[...]) != nil
    }

    private static func isNumber(_ part: String, _ length: ClosedRange<Int>) -> Bool {
        length.contains(part.utf8.count) && part.utf8.allSatisfy(\.isDigit)
    }

    /// Two letters and four digits: the number under which rechtspraak.nl kept a judgment until 2013.
    static func isLJN(_ part: String) -> Bool {
        let bytes = Array(part.utf8)
        return bytes.count == 6 && bytes[..<2].allSatisfy(\.isUpper) && bytes[2...].allSatisfy(\.isDigit)
    }

    private static func isRegistryNumber(_ part: String) -> Bool {
        var cursor = ByteCursor(Array(part.utf8))
        return ParliamentNumberGrammar.recognise(&cursor) != nil && cursor.isAtEnd
    }

    private static func chamber(_ part: String) -> String? { Chamber(rawValue: part.lowercased())?.rawValue }
}
