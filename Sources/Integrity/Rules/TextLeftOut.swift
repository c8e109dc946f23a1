import Letters

/// A web page much of whose text was taken for the site's own, as the reader found it.
struct TextLeftOut: Check {
    static let rule = Rule(
        id: "text-left-out", level: .warning,
        title: "A web page of which much is not read",
        meaning:
            "Much of the page's running text stands where sites have their own texts, and is not taken for the letter.",
        example: "A page that holds three other articles beside the letter.",
        remedy: "Compare the letter with the page; where it is not whole, use the XML or PDF of the letter.")

    func observations(in letter: Letter, context: CheckContext) -> [Observation] {
        letter.diagnostics.filter { $0.kind == .textLeftOut }.map {
            Observation(
                at: $0.place, "Much of the page is not read (\(clause($0.detail))): look whether the letter is whole.",
                spot: $0.detail)
        }
    }
}
