import Letters

/// A file that is no letter that can be read. Applied by the verifier, since there is no letter to look at.
struct FileUnreadable: Check {
    static let rule = Rule(
        id: "file-unreadable", level: .error,
        title: "A file that cannot be read",
        meaning: """
            The file is no letter, or such that it may not be read: encrypted, without text, an error page, a document \
            with entities of its own. The exit code is 3, at the level note too, unless the rule is off or \
            the finding is in the baseline.
            """,
        example: "A PDF that needs a password.",
        remedy: "Get the letter in another form, or leave the file out.")

    static func observation(of file: UnreadFile) -> Observation {
        var observation = Observation(at: .startOfFile, printable(collapsed(file.reason)), spot: file.name)
        observation.line = file.line
        return observation
    }
}
