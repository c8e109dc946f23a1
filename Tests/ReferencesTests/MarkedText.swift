/// A text in which `⟦…⟧` marks the spans that must be found.
struct MarkedText {
    let text: String
    /// UTF-8 offsets in `text`.
    let spans: [Range<Int>]

    init(_ marked: String) {
        var plain = ""
        var spans: [Range<Int>] = []
        var start: Int?
        for character in marked {
            switch character {
            case "⟦": start = plain.utf8.count
            case "⟧":
                if let start { spans.append(start..<plain.utf8.count) }
                start = nil
            default: plain.append(character)
            }
        }
        text = plain
        self.spans = spans
    }
}
