/// The line of a head that dates a paper: `Den Haag, 11 juni 2021`, `Vastgesteld 9 februari 2021`.
struct HeadDate: Equatable {
    /// ISO 8601.
    var date: String
    /// Town; nil behind a word that dates, or where none stands.
    var town: String?
    /// Whether the line says nothing but a date.
    var isBare: Bool
    /// Whether a comma parts town and date.
    var hasComma = false

    private static let longest = 90
    /// Words that date a paper and are no town.
    private static let datedBy: Set<String> = [
        "vastgesteld", "ontvangen", "voorgesteld", "aangeboden", "gedrukt", "uitgebracht",
    ]
    private static let fillers: Set<String> = ["op", "d.d.", "dd.", "de", "datum"]
    private static let weekdays: Set<String> = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]

    /// Whether a line may be one, by its length and its last byte: it ends in a year, before a full stop at most.
    static func mayStand(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
        guard content.count <= 2 * longest, let last = content.last else { return false }
        if bytes[last] >= 0x80 { return true }
        let end = bytes[last] == .period ? last : last + 1
        return end - content.lowerBound >= 4 && bytes[end - 4..<end].allSatisfy { $0.isDigit || $0 >= 0x80 }
    }

    init?(_ line: String) {
        guard line.utf8.count <= Self.longest, let digit = line.utf8.firstIndex(where: \.isDigit),
            let date = Self.date(line[digit...])
        else { return nil }
        var words = line[..<digit].words.map(String.init)
        while let last = words.last,
            Self.weekdays.contains(last.lowercased()) || Self.fillers.contains(last.lowercased())
        {
            words.removeLast()
        }
        self.date = date
        isBare = words.isEmpty
        guard let first = words.first else { return }
        if Self.datedBy.contains(first.lowercased().trimming(":")), words.count == 1 { return }
        guard let town = Self.town(words) else { return nil }
        self.town = town
        hasComma = words.last?.hasSuffix(",") == true
    }

    /// A name of up to four words, with a capital; without a comma behind it at most two words.
    private static func town(_ words: [String]) -> String? {
        let hasComma = words.last?.hasSuffix(",") == true
        let joined = words.joined(separator: " ")
        let name = hasComma ? String(joined.dropLast()) : joined
        let isName = name.unicodeScalars.allSatisfy {
            $0.isLetter || " -’'‘".unicodeScalars.contains($0)
        }
        guard isName, words.count <= (hasComma ? 4 : 2), let first = name.unicodeScalars.first,
            first.isCapital || "’'‘".unicodeScalars.contains(first)
        else { return nil }
        // `’s-Gravenhage` begins with a small letter; a sentence ends in small words (`Brief van 3 mei 2020`).
        let last = name.split(whereSeparator: { " -".contains($0) }).last?.unicodeScalars.first
        return last?.isCapital == true ? name : nil
    }

    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]
    private static let daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// A text that is a date and nothing else: `11 juni 2021`, `11-06-2021`.
    static func date(_ text: some StringProtocol) -> String? {
        let bare = text.last == "." ? String(text.dropLast()) : String(text)
        var parts = bare.words
        if parts.count == 1 { parts = bare.parts(by: .hyphen, omittingEmpty: false) }
        guard parts.count == 3, let day = number(parts[0], digits: 1...2), let year = number(parts[2], digits: 4...4),
            let month = months.firstIndex(of: parts[1].lowercased()).map({ $0 + 1 }) ?? number(parts[1], digits: 1...2),
            (1...12).contains(month), (1...daysOfMonths[month - 1]).contains(day), (1800...2200).contains(year)
        else { return nil }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        digits.contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
