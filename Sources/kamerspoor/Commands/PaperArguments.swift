import References

/// Ids as they are typed, judged when the command runs, so that a wrong one gets a message of its own.
enum PaperArguments {
    static func parse(_ text: String) throws -> PaperID {
        if let id = PaperID(text) ?? PaperID(spelling: text) { return id }
        let hint = PaperID.suggestion(for: text).map { "Did you mean \($0)?" }
        throw Failure(
            .usage, "'\(text)' is no id of a paper. \(hint ?? "Write it as kst-31497-408 or \"31 497, nr. 408\".")")
    }
}
