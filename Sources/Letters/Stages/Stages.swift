/// One letter's way through the stages.
struct Stages {
    var letter: Letter
    private let bytes: [UInt8]
    private let table: LineTable
    private let furniture: PageFurniture
    private let notes: [NoteZones.Note]
    private let roles: [LineRole]
    private let blocks: [LineBlock]
    private let outline: SectionBuilder
    /// From the text to the file, where they are not the same; and, where it is to be explained, the letter with its places in the text.
    private let map: SourceMap?
    private let printed: Letter?

    init(_ source: SourceText, _ options: LetterParser.Options, hyphenLog: HyphenLog?) {
        let decoded = source.decoded
        let marked = MarkedText(source, decoded)
        self.init(source, DecodedSource(text: marked.bytes, of: decoded.encoding), marked, options, hyphenLog)
    }

    /// - Parameter marked: the letter's text with what its format says of it. A stage whose answer it has does not run.
    private init(
        _ source: SourceText, _ decoded: DecodedSource, _ marked: MarkedText, _ options: LetterParser.Options,
        _ hyphenLog: HyphenLog?
    ) {
        let bytes = marked.bytes
        let known = marked.structure
        self.bytes = bytes
        map = marked.map
        table = LineTable(bytes)
        let fullWidth = table.fullWidth
        let isWebForm = known?.blocks != nil || table.isWebForm
        var furniture = PageFurniture(bytes: bytes, table: table, isWebForm: isWebForm)
        if let known { furniture.take(known) }
        self.furniture = furniture
        let lines = furniture.lines
        let text = HeadText(bytes: bytes, lines: lines, pages: furniture.pages)
        let head = HeadReader(text: text, roles: furniture.roles, knownLines: known?.headLines)
        let zones =
            known?.notes == nil
            ? NoteZones(bytes: bytes, lines: lines, furniture: furniture, roles: head.roles, fullWidth: fullWidth) : nil
        notes = known?.notes.map { $0.map { $0.without(furniture) } } ?? zones?.notes ?? []
        var outerRoles = zones?.roles ?? head.roles
        InnerLetters.mark(&outerRoles, text)
        let signature = SignatureReader(text: text, roles: outerRoles, isMotion: head.isMotion, known: known)
        let roles = signature.roles
        self.roles = roles

        let assembler = TextAssembler(
            bytes: bytes, lines: lines, pages: furniture.pages,
            hyphens: HyphenRepair(evidence: HyphenEvidence(bytes, lines, roles)), log: hyphenLog)
        if hyphenLog != nil { assembler.logJoins(of: roles) }
        if let known = known?.blocks {
            blocks = known.filter { $0.lines.allSatisfy { roles[$0] == .body } }
        } else {
            let rows = KnownRows(cells: known?.rows ?? [:])
            let grouped = BlockGrouping(
                bytes: bytes, lines: lines, roles: rows.rest(of: roles), pageStarts: furniture.pageStarts,
                isWebForm: isWebForm, fullWidth: fullWidth
            ).blocks
            blocks =
                known.map { known in
                    rows.insert(into: grouped, bytes, lines, roles, fullWidth: fullWidth).map {
                        $0.asHeading(known.headings)
                    }
                } ?? grouped
        }
        let (footnotes, noteTexts) = NoteReader(assembler: assembler).footnotes(notes)

        var texts = assembler.texts(of: blocks)
        let markers: [MarkerReader.Found]
        if let zones {
            markers =
                MarkerReader(
                    &texts, head: HeadMarkers.texts(head.roles, assembler),
                    parts: MarkerPart.all(zones.series, zones.context.annexes), areInBrackets: zones.areInBrackets
                ).found
        } else {
            markers = KnownMarkers.found(known?.markers ?? [], texts, blocks, lines)
        }
        var outline = SectionBuilder(blocks: blocks, texts: texts, isWebForm: isWebForm)
        let contents = outline.takeContents(before: noteTexts)
        self.outline = outline

        letter = Letter(
            source: source.info,
            identity: IdentityResolver.resolve(
                options: options, header: head.selfMention, footers: furniture.selfMentions,
                facts: marked.facts, sha256: source.info.sha256),
            head: head.head, pages: furniture.pages.max() ?? 1, sections: outline.sections, footnotes: footnotes,
            markers: markers.map { Self.marker($0, outline) })
        let found = MentionReader.read(letter, contents, links: marked.links)
        let inHead = head.crossReference.map {
            MentionReader.mentions(inHead: assembler.text(firstText: $0.firstText, lines: $0.lines))
        }
        (letter.mentions, letter.statuses, letter.datedLetters) = (
            (inHead ?? []) + found.mentions, found.statuses, found.datedLetters
        )
        letter.abbreviations = AbbreviationReader.abbreviations(in: contents)
        letter.complete(signature, furniture, options)
        letter.diagnostics =
            DamageReport.diagnostics(decoded, furniture.lines, wideLines: table.wideLines, furniture.pages)
            + head.conflicts
            + letter.conflicts(furniture) + letter.signOfNoLetter
        printed = map == nil || hyphenLog == nil ? nil : letter
        if let map { letter.relocate(through: map, bytes, markers: known?.notes == nil) }
        letter.take(marked.facts)
        for (index, place) in (known?.notePlaces ?? []).enumerated() { letter.footnotes[index].place = place }
        letter.diagnostics += marked.diagnostics
    }

    /// What of the source stands in no text of the letter.
    var removals: RemovalFinder {
        RemovalFinder(
            bytes: bytes, table: table, furniture: furniture, roles: roles, openings: openings,
            letter: printed ?? letter)
    }

    /// Where a place of the text stands in the file.
    func inFile(_ place: Place) -> Place { map?.place(of: place, in: bytes) ?? place }

    /// What stands before the text of lines: labels and the numbers of notes.
    private var openings: [Int: RemovalFinder.Opening] {
        var openings: [Int: RemovalFinder.Opening] = [:]
        for (block, anchor) in zip(blocks, outline.anchors) {
            guard let line = block.lines.first else { continue }
            let heading = (printed ?? letter).sections[anchor.section].heading
            let start =
                anchor.block == nil ? heading?.start?.byte ?? block.firstText.lowerBound : block.firstText.lowerBound
            openings[line] = RemovalFinder.Opening(kind: .label, textStart: start)
        }
        for note in notes {
            let end =
                note.line == note.textLine ? note.firstRange.lowerBound : furniture.lines[note.line].content.upperBound
            openings[note.line] = RemovalFinder.Opening(kind: .noteNumber, textStart: end)
        }
        return openings
    }

    /// A marker in the head hangs on the start of the text.
    private static func marker(_ found: MarkerReader.Found, _ outline: SectionBuilder) -> Marker {
        var anchor = Anchor(section: 0, block: nil, offset: 0)
        if let text = found.text {
            let spot = outline.anchors[text]
            anchor = Anchor(section: spot.section, block: spot.block, offset: max(0, found.offset - spot.cut))
        }
        return Marker(note: found.note, place: found.place, anchor: anchor, before: found.before)
    }
}

extension NoteZones.Note {
    /// The note without lines that turned out to be the foot of a page.
    fileprivate func without(_ furniture: PageFurniture) -> NoteZones.Note {
        var note = self
        note.rest.removeAll { furniture.roles[$0] == .furniture }
        return note
    }
}

extension Letter {
    /// Told of a file in which nothing speaks for a letter; it is read all the same.
    fileprivate var signOfNoLetter: [Diagnostic] {
        let isNamed = identity.origin != .contentHash || !head.origins.isEmpty || !head.signatories.isEmpty
        let isOutlined = sections.contains { $0.heading != nil }
        guard !isNamed, !isOutlined, footnotes.isEmpty, markers.isEmpty, mentions.isEmpty else { return [] }
        let detail = "no head, date, signature, heading, note or reference says that this is a letter"
        return [Diagnostic(kind: .notALetter, place: .start, detail: detail)]
    }
}
