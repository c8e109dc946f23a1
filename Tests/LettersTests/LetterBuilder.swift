import Letters

/// Parses text as it stands in a test.
func letter(_ text: String, path: String = "test.txt") -> Letter {
    LetterParser().parse(SourceText(path: path, bytes: Array(text.utf8)))
}

extension Letter {
    /// Each block's text, without headings.
    var blockTexts: [String] { sections.flatMap { $0.blocks.map(\.text.text) } }

    var headings: [String] { sections.compactMap(\.heading?.text) }
}
