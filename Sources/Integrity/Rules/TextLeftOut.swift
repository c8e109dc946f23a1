import Letters

/// A web page much of whose text was taken for the site's own, or a page that is a picture, as the reader found it.
struct TextLeftOut: Check {
    static let rule = Rule(
        id: "text-left-out", level: .warning,
        title: "A page of which much is not read",
        meaning: """
            Much of a web page's running text stands where sites have their own texts, and is not taken for the letter; or \
            a page of a PDF is a picture, whose text no reader gets.
            """,
        example: "A page that holds three other articles beside the letter; a scanned annex.",
        remedy: "Compare the letter with the page; where it is not whole, use the letter in another form.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.diagnostics.filter { $0.kind == .textLeftOut }.map {
            Observation(
                at: $0.place, "Much of the page is not read (\(clause($0.detail))): look whether the letter is whole.",
                spot: $0.detail)
        }
    }
}
