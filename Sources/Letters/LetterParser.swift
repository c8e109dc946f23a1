public import References

/// Reads a plain-text letter: furniture away, notes apart, hyphens repaired, markers found, sections made.
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

    private let scanner = ReferenceScanner()

    public init() {}

    /// Never fails: what is no letter gives a letter with one section and a diagnostic.
    public func parse(_ source: SourceText, options: Options = Options()) -> Letter {
        let decoded = DecodedSource(source.bytes)
        let bytes = decoded.bytes
        let table = LineTable(bytes)
        let fullWidth = table.fullWidth
        // Paragraphs of a web page stand on one line each, far wider than any printed line.
        let isWebForm = fullWidth > 160
        let furniture = PageFurniture(bytes: bytes, lines: table.lines, isWebForm: isWebForm)
        let text = HeadText(bytes: bytes, lines: furniture.lines, pages: furniture.pages)
        let head = HeadReader(text: text, roles: furniture.roles)
        let zones = NoteZones(bytes: bytes, lines: furniture.lines, furniture: furniture, roles: head.roles)
        var roles = zones.roles
        InnerLetters.mark(&roles, text)
        let signature = SignatureReader(text: text, roles: roles, isMotion: head.isMotion)

        let assembler = TextAssembler(
            bytes: bytes, lines: furniture.lines, pages: furniture.pages,
            hyphens: HyphenRepair(
                hyphenatedWords: HyphenRepair.hyphenatedWords(bytes, furniture.lines, signature.roles)))
        let grouping = BlockGrouping(
            bytes: bytes, lines: furniture.lines, roles: signature.roles, pageStarts: furniture.pageStarts,
            isWebForm: isWebForm, fullWidth: fullWidth)
        let footnotes = NoteReader(assembler: assembler).footnotes(zones.notes)

        var texts = grouping.blocks.map { assembler.text(firstText: $0.firstText, lines: $0.lines) }
        let markers = MarkerReader(&texts, bodies: Set(footnotes.map(\.number)))
        let outline = SectionBuilder(blocks: grouping.blocks, texts: texts, isWebForm: isWebForm)

        var letter = Letter(
            source: source.info,
            identity: IdentityResolver.resolve(
                options: options, header: head.selfMention, footers: furniture.selfMentions,
                sha256: source.info.sha256),
            head: head.head, pages: furniture.pages.max() ?? 1, sections: outline.sections, footnotes: footnotes,
            markers: markers.found.map { Self.marker($0, outline) })
        letter.mentions = MentionReader(scanner: scanner).mentions(in: letter)
        letter.complete(signature, furniture, options)
        letter.diagnostics =
            DamageReport.diagnostics(decoded, furniture.lines, furniture.pages) + head.conflicts
            + letter.conflicts(furniture)
        return letter
    }

    private static func marker(_ found: MarkerReader.Found, _ outline: SectionBuilder) -> Marker {
        let anchor = outline.anchors[found.text]
        return Marker(
            note: found.note, place: found.place,
            anchor: Anchor(section: anchor.section, block: anchor.block, offset: max(0, found.offset - anchor.cut)),
            before: found.before)
    }
}
