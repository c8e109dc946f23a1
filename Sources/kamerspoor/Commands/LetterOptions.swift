import ArgumentParser
import Letters

/// What the user knows of a single letter that its file does not say, and how large a file may be.
struct LetterOptions: ParsableArguments {
    @Option(help: "Id of the letter, in any spelling, for a single file.")
    var id: String?

    @Option(help: "Date of the letter as YYYY-MM-DD, for a single file.")
    var date: String?

    @Option(help: "Title of the letter, for a single file.")
    var title: String?

    @Option(help: "Bytes that a file may have at most.")
    var maxFile = SourceText.defaultLimit

    func parserOptions() throws -> LetterParser.Options {
        if let date, !Self.isDate(date) { throw Failure(.usage, "'\(date)' is no date. Write it as 2021-06-11.") }
        return LetterParser.Options(id: try id.map(PaperArguments.parse), date: date, title: title)
    }

    /// `2021-06-11`: a day of the Gregorian calendar.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }
}
