/// Names of months, as letters write them: `11 juni 2021`.
enum DutchDate {
    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ].map { Array($0.utf8) }
    private static let openings = PrefixSet(months)

    /// Number of the month, 1 to 12, whose name a range starts with (a comma or full stop may follow it).
    static func month(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard openings.mayOpen(bytes, range) else { return nil }
        for (index, name) in months.enumerated() where bytes.matches(name, at: range.lowerBound, end: range.upperBound)
        {
            let after = range.lowerBound + name.count
            return after == range.upperBound || !bytes[after].isWord ? index + 1 : nil
        }
        return nil
    }
}
