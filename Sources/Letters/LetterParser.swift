public import References

/// Reads a letter of any format: furniture away, notes apart, hyphens repaired, markers found, sections made.
///
/// Stages run in this order because each clears the way for the next: words run on over furniture and notes, so these
/// leave before hyphens are repaired; markers are found in repaired text; references in text without markers.
/// Time and memory are linear in the source. Nothing is kept between letters.
public struct LetterParser: Sendable {
    /// What the user knows of a letter that its file does not say.
    public struct Options: Hashable, Sendable {
        public var id: PaperID?
        /// ISO 8601.
        public var date: String?
        public var title: String?

        public init(id: PaperID? = nil, date: String? = nil, title: String? = nil) {
            self.id = id
            self.date = date
            self.title = title
        }
    }

    public init() {}

    /// Never fails: what is no letter gives a letter with one section and a diagnostic.
    public func parse(_ source: SourceText, options: Options = Options()) -> Letter {
        Stages(source, options, hyphenLog: nil).letter
    }

    /// A letter with what the parser decided on the way: every hyphen at a line's end, and every stretch of the source
    /// that stands in no text. Slower than `parse`, which gives the same letter.
    public func explain(_ source: SourceText, options: Options = Options()) -> Explanation {
        let log = HyphenLog()
        let stages = Stages(source, options, hyphenLog: log)
        var hyphens = log.decisions.sorted { $0.place.byte < $1.place.byte }
        for index in hyphens.indices { hyphens[index].leaveOut(stages.letter.markers) }
        for index in hyphens.indices { hyphens[index].place = stages.inFile(hyphens[index].place) }
        var removals = stages.removals.removals
        for index in removals.indices { removals[index].place = stages.inFile(removals[index].place) }
        return Explanation(letter: stages.letter, hyphens: hyphens, removals: removals)
    }

    public struct Explanation: Sendable {
        public var letter: Letter
        /// In the order of the source.
        public var hyphens: [HyphenDecision]
        /// In the order of the source.
        public var removals: [Removal]
    }
}
