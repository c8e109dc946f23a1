/// Dates as letters write them: `11 juni 2021`.
enum DutchDate {
    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ].map { Array($0.utf8) }

    /// Number of the month, 1 to 12, whose name a range starts with (a comma or full stop may follow it).
    static func month(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.count >= 3, bytes[range.lowerBound].isLowerASCII else { return nil }
        for (index, name) in months.enumerated() where bytes.matches(name, at: range.lowerBound, end: range.upperBound)
        {
            let after = range.lowerBound + name.count
            return after == range.upperBound || !bytes[after].isWord ? index + 1 : nil
        }
        return nil
    }

    /// The date that stands at a cursor, as ISO 8601; nil, with the cursor anywhere, where there is none.
    static func take(_ bytes: [UInt8], _ cursor: inout LineCursor) -> String? {
        guard let (day, dayDigits) = cursor.number(), dayDigits <= 2, (1...31).contains(day), cursor.skipSpaces(),
            let month = month(bytes, cursor.word()), cursor.skipSpaces(),
            let (year, yearDigits) = cursor.number(), yearDigits == 4
        else { return nil }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
