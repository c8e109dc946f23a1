/// The words before the facts in the head of a ministry's own letter: `Datum`, `Onze referentie`.
enum MinistryLabel: Equatable {
    case date, subject, reference, yourReference, annexes, addressee, ministry
    /// A label whose value nobody asks for, but which ends the value above it.
    case other

    private static let byLabel: [(label: MinistryLabel, words: [String])] = [
        (.date, ["Datum"]),
        (.subject, ["Betreft", "Onderwerp"]),
        (.reference, ["Onze referentie", "Onze Referentie", "Ons kenmerk", "Ons Kenmerk", "Kenmerk"]),
        // Longer words before shorter ones that they begin with.
        (.yourReference, ["Uw referentie", "Uw Referentie", "Uw kenmerk", "Uw Kenmerk", "Uw brief van", "Uw brief"]),
        (.annexes, ["Aantal bijlagen", "Bijlage(n)", "Bijlagen", "Bijlage"]),
        (.ministry, ["Ministerie van"]),
        (
            .other,
            [
                "> Retouradres", "Retouradres", "Bezoekadres", "Postadres", "Contactpersoon", "Behandeld door",
                "Directie", "Afdeling", "Doorkiesnummer", "Telefoon", "Kopie aan", "Inlichtingen",
            ]
        ),
    ]
    private static let words: [(word: [UInt8], label: MinistryLabel)] = byLabel.flatMap { label, words in
        words.map { (word: Array($0.utf8), label: label) }
    }
    /// A bit for the first byte of each of them, by its last six bits.
    private static let firstBytes = words.reduce(UInt64(0)) { $0 | 1 << UInt64($1.word[0] & 0x3F) }

    /// The label that a text starts with, and the length of its words in bytes with a colon behind them.
    static func take(_ bytes: [UInt8], _ range: Range<Int>) -> (label: MinistryLabel, value: Range<Int>)? {
        guard let first = range.first, firstBytes & 1 << UInt64(bytes[first] & 0x3F) != 0 else { return nil }
        for (word, label) in words where bytes.matches(word, at: range.lowerBound, end: range.upperBound) {
            var cursor = LineCursor(bytes, (range.lowerBound + word.count)..<range.upperBound)
            guard cursor.isAtEnd || cursor.skipSpaces() || cursor.peek == UInt8(ascii: ":") else { continue }
            cursor.skipSpaces()
            _ = cursor.take(UInt8(ascii: ":"))
            cursor.skipSpaces()
            return (label, cursor.position..<range.upperBound)
        }
        return nil
    }

    /// Labels that no other text has above its salutation.
    var marksAMinistrysLetter: Bool {
        switch self {
        case .date, .subject, .reference: true
        case .yourReference, .annexes, .addressee, .ministry, .other: false
        }
    }

    /// Whether a text may be the value of this label.
    func accepts(_ value: String) -> Bool {
        let digits = value.utf8.contains(where: \.isDigit)
        return switch self {
        case .date: HeadDate(value) != nil
        case .subject: value.utf8.contains(where: \.isLetter) && HeadDate.date(value) == nil
        case .reference, .yourReference: digits && value.utf8.count <= 80 && value.utf8.count >= 4
        case .annexes: Self.count(value) != nil
        case .addressee, .ministry: value.utf8.contains(where: \.isLetter) && !digits
        case .other: true
        }
    }

    private static let numerals = [
        "geen", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    ]

    /// `2`, `twee`, `geen`, also with `bijlagen` behind it.
    static func count(_ value: String) -> Int? {
        let words = value.lowercased().words
        guard let first = words.first, words.count == 1 || words.count == 2 && words[1].hasPrefix("bijlage") else {
            return nil
        }
        if first == "één" { return 1 }
        if first == "-" { return 0 }
        if let numeral = numerals.firstIndex(of: String(first)) { return numeral }
        return first.utf8.count <= 3 ? Int(first).flatMap { $0 >= 0 ? $0 : nil } : nil
    }
}
