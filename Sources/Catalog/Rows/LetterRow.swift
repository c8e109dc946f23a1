internal import Letters
internal import References

/// What a letter has once: the row of the table `letter`, without hash, revision and key.
struct LetterRow {
    static let columns =
        [
            "id", "identity_from", "chamber", "session_year", "number", "kind", "title", "sender", "addressee", "place",
            "date", "pages", "path", "format", "bytes", "sha256", "section_count", "block_count", "footnote_count",
            "marker_count", "mention_count", "word_count",
        ] + laterColumns
    /// Columns that later schemas added: NULL in letters that were saved before.
    static let laterColumns = ["reference", "your_reference", "annex_count"]
    static let insertion =
        "INSERT INTO letter (\(columns.joined(separator: ", ")), content_hash, revision, letter_key) "
        + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")), ?, ?, ?)"
    static let selection =
        "SELECT \(columns.joined(separator: ", ")), content_hash FROM letter WHERE letter_key = ?"

    /// The letter without its lists.
    var letter: Letter
    var counts: Counts

    /// Sizes of a letter's lists, for look-ups that do not read them and as a check on them.
    struct Counts: Equatable {
        var sections: Int
        var blocks: Int
        var footnotes: Int
        var markers: Int
        var mentions: Int
        /// Words of headings, blocks and notes: what stands between white space.
        var words: Int
    }

    init(_ letter: Letter) {
        self.letter = letter
        self.counts = Counts(letter)
    }

    func write(to row: inout RowValues) {
        row.add(letter.id.rawValue)
        row.add(letter.identity.origin)
        row.add(letter.head.chamber)
        row.add(letter.head.sessionYear)
        row.add(letter.head.number)
        row.add(letter.head.kind)
        row.add(letter.head.title)
        row.add(letter.head.sender)
        row.add(letter.head.addressee)
        row.add(letter.head.place)
        row.add(letter.head.date)
        row.add(letter.pages)
        row.add(letter.source.path)
        row.add(letter.source.format)
        row.add(letter.source.bytes)
        row.add(letter.source.sha256)
        row.add(counts.sections)
        row.add(counts.blocks)
        row.add(counts.footnotes)
        row.add(counts.markers)
        row.add(counts.mentions)
        row.add(counts.words)
        row.add(letter.head.reference)
        row.add(letter.head.yourReference)
        row.add(letter.head.annexCount)
    }

    init(from row: inout RowFields) throws(RowDamage) {
        let identity = Identity(
            id: PaperID(canonical: try row.text()), origin: try row.name(Identity.Origin.self))
        let head = Head(
            chamber: try row.optionalName(Head.Chamber.self), sessionYear: try row.optionalText(),
            number: try row.optionalText(), kind: try row.optionalText(), title: try row.optionalText(),
            sender: try row.optionalText(), addressee: try row.optionalText(), place: try row.optionalText(),
            date: try row.optionalText())
        let pages = try row.int()
        let source = SourceInfo(
            path: try row.text(), format: try row.name(SourceInfo.Format.self), bytes: try row.int(),
            sha256: try row.text())
        letter = Letter(source: source, identity: identity, head: head, pages: pages)
        counts = Counts(
            sections: try row.int(), blocks: try row.int(), footnotes: try row.int(), markers: try row.int(),
            mentions: try row.int(), words: try row.int())
        letter.head.reference = try row.optionalText()
        letter.head.yourReference = try row.optionalText()
        letter.head.annexCount = try row.optionalInt()
    }
}

extension LetterRow.Counts {
    init(_ letter: Letter) {
        self.init(
            sections: letter.sections.count, blocks: letter.sections.reduce(0) { $0 + $1.blocks.count },
            footnotes: letter.footnotes.count, markers: letter.markers.count, mentions: letter.mentions.count, words: 0)
        for section in letter.sections {
            if let heading = section.heading { words += Self.words(in: heading.text) }
            for block in section.blocks { words += Self.words(in: block.text.text) }
        }
        for note in letter.footnotes { words += Self.words(in: note.text.text) }
    }

    private static func words(in text: String) -> Int {
        var count = 0
        var isInWord = false
        let bytes = text.utf8.span
        for index in bytes.indices {
            let byte = bytes[index]
            // Cleaned text has no white space but the space and, in tables, the line feed.
            let isWhite = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isWhite, !isInWord { count += 1 }
            isInWord = !isWhite
        }
        return count
    }
}
