import References

/// An entry of the baseline that matches no finding any more. Applied by the verifier, and only when it is strict.
struct SuppressionUnused: Check {
    static let rule = Rule(
        id: "suppression-unused", level: .warning,
        title: "A baseline entry that matches nothing",
        meaning: """
            The finding that the entry accepts is gone, or its letter is not among those verified. Told only with \
            a strict baseline, and not for rules that are off.
            """,
        example: "An entry for note-gap of a letter whose notes have been mended.",
        remedy: "Remove the entry, or write the baseline anew.")

    /// The finding for an entry, which stands at its line of the baseline file.
    ///
    /// - Parameter isVerified: whether the letter of the entry is among those verified.
    static func observation(of entry: Baseline.Entry, line: Int, isVerified: Bool) -> Observation {
        let rule = printable(entry.rule)
        let letter = printable(entry.letter.rawValue)
        let message =
            isVerified
            ? "The entry for \(rule) in \(letter) matches no finding any more: remove it."
            : "The entry for \(rule) is for \(letter), which was not verified: verify it too, or remove the entry."
        var observation = Observation(at: .startOfFile, message, spot: "\(entry.rule) \(entry.fingerprint)")
        observation.line = line
        return observation
    }
}
